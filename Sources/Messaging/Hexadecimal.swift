extension [UInt8] {
  /// The octets that hexadecimal digits write; nil where there is anything but pairs of digits.
  ///
  /// - Parameter text: Digits of either case; spaces between them are passed over.
  public init?(hexadecimal text: some StringProtocol) {
    self.init(hexadecimal: text.utf8, passingOverSpaces: true)
  }

  /// The octets that hexadecimal digits write; nil where there is anything but pairs of digits.
  ///
  /// - Parameters:
  ///   - characters: Digits of either case, in ASCII.
  ///   - passesOverSpaces: Whether spaces may stand between the octets.
  public init?(
    hexadecimal characters: some Sequence<UInt8>,
    passingOverSpaces passesOverSpaces: Bool = false
  ) {
    var octets: [UInt8] = []
    var high: UInt8?
    for character in characters {
      let digit: UInt8
      switch character {
      case 0x30...0x39: digit = character - 0x30
      case 0x41...0x46: digit = character - 0x41 + 10
      case 0x61...0x66: digit = character - 0x61 + 10
      case 0x20 where high == nil && passesOverSpaces: continue
      default: return nil
      }
      if let first = high {
        octets.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    guard high == nil else { return nil }
    self = octets
  }

  /// Two hexadecimal digits, `0-9A-F`, for each octet.
  public var hexadecimal: String {
    let digits = Swift.Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for octet in self {
      text.append(digits[Int(octet >> 4)])
      text.append(digits[Int(octet & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
