/// Octets as pairs of hexadecimal digits, as PDU mode writes them (3GPP TS 27.005 §3.1).
enum Hexadecimal {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Two capital digits for each octet.
  static func text(_ octets: some Collection<UInt8>) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(octets.count * 2)
    for octet in octets {
      characters.append(digits[Int(octet >> 4)])
      characters.append(digits[Int(octet & 15)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The octets; nil where a character is no hexadecimal digit or one is left over.
  static func octets(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 2 == 0 else { return nil }
    var octets: [UInt8] = []
    octets.reserveCapacity(text.count / 2)
    var high: UInt8?
    for character in text {
      guard let value = value(character) else { return nil }
      if let first = high {
        octets.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return octets
  }

  private static func value(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character &- 0x30
    case 0x41...0x46: character &- 0x41 &+ 10
    case 0x61...0x66: character &- 0x61 &+ 10
    default: nil
    }
  }
}
