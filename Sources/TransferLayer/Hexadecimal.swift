/// Octets in hexadecimal digits, two for each.
public enum Hexadecimal {
  /// The octets of digits.
  ///
  /// - Parameter text: Digits, upper or lower case, without anything between them.
  /// - Returns: The octets.
  /// - Throws: `TPDUError` with the octet that is not written so.
  public static func octets(of text: String) throws(TPDUError) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for character in text.utf8 {
      guard let digit = digit(character) else { throw .notHexadecimal(offset: octets.count) }
      if let first = high {
        octets.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { throw .halfAnOctet(offset: octets.count) }
    return octets
  }

  /// The digits of octets, in upper case.
  ///
  /// - Parameter octets: Any octets.
  /// - Returns: Two digits for each.
  public static func text(of octets: some Collection<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(octets.count * 2)
    for octet in octets {
      digits.append(character(octet >> 4))
      digits.append(character(octet & 0x0F))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character - 0x30
    case 0x41...0x46: character - 0x37
    case 0x61...0x66: character - 0x57
    default: nil
    }
  }

  private static func character(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x37 + digit
  }
}
