/// The serial number of a SIM (ICCID, ITU-T E.118), 18 to 22 digits.
///
/// Limits, history and attempts belong to it, whatever port or modem it sits in.
public struct ICCID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The digits; some issuers' numbers hold the letters A to F.
  public let description: String

  /// A serial number; nil unless it is 10 to 22 digits or letters A to F.
  public init?(_ text: some StringProtocol) {
    let characters = text.uppercased()
    guard (10...22).contains(characters.utf8.count),
      characters.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) })
    else { return nil }
    description = characters
  }

  /// Reads the bare text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let iccid = ICCID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ICCID")
    }
    self = iccid
  }

  /// Writes the bare text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
