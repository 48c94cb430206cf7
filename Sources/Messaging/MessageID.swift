/// The name of a message: unique anywhere, short enough for a file name, and sorted by age.
///
/// Twenty-six characters of Crockford's base 32 (`0-9`, `A-Z` without `I`, `L`, `O`, `U`): 48 bits
/// of milliseconds since 1970, then 80 random bits. Sorting the text sorts by time of creation.
public struct MessageID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The twenty-six characters.
  public let description: String

  /// A new name, from the time and from random bits that the caller draws.
  ///
  /// - Parameters:
  ///   - timestamp: When the message was made; only the low 48 bits of its milliseconds count.
  ///   - random: The source of the 80 random bits.
  public init(timestamp: Timestamp, using random: inout some RandomNumberGenerator) {
    let high = UInt64(truncatingIfNeeded: timestamp.milliseconds) << 16 | random.next() >> 48
    let low: UInt64 = random.next()
    var characters: [UInt8] = []
    characters.reserveCapacity(Self.length)
    // 130 bits in 26 groups of 5; the two highest are always zero.
    for group in 0..<Self.length {
      let shift = (Self.length - 1 - group) * 5
      let bits: UInt64
      if shift >= 64 {
        bits = high >> UInt64(shift - 64)
      } else if shift > 59 {
        bits = low >> UInt64(shift) | high << UInt64(64 - shift)
      } else {
        bits = low >> UInt64(shift)
      }
      characters.append(Self.alphabet[Int(bits & 31)])
    }
    description = String(decoding: characters, as: UTF8.self)
  }

  /// A name read back from text; nil unless it is twenty-six characters of the alphabet.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    description = String(text)
  }

  /// Whether one name was made before another.
  public static func < (left: MessageID, right: MessageID) -> Bool {
    left.description < right.description
  }

  private static let length = 26
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

extension MessageID: Codable {
  /// Reads the bare text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = MessageID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a message id")
    }
    self = id
  }

  /// Writes the bare text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
