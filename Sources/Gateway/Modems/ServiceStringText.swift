internal import ATProtocol
internal import GSMAlphabet
internal import Messaging

extension ServiceString {
  /// What the network said, as text: modems give the string as it is, or as the hexadecimal digits of
  /// UCS-2, of octets, or of packed septets (3GPP TS 27.007 §7.15, TS 23.038 §5).
  var readable: String? {
    guard let text else { return nil }
    guard text.utf8.count >= 4, let octets = [UInt8](hexadecimal: text) else { return text }
    switch Coding(codingScheme ?? 15) {
    case .universal:
      return UCS2.text(of: octets)
    case .octets:
      return String(decoding: octets, as: UTF8.self)
    case .septets:
      return Self.unpacked(octets) ?? text
    }
  }

  /// Digits of packed septets and plain digits look alike; what unpacks to something that nobody
  /// would write was plain.
  private static func unpacked(_ octets: [UInt8]) -> String? {
    var septets = SeptetPacking.unpack(octets, count: octets.count * 8 / 7)
    if septets.count.isMultiple(of: 8), septets.last == 0x0D || septets.last == 0 {
      septets.removeLast()
    }
    let text = DefaultAlphabet.text(of: septets)
    let isReadable = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\r" || (0x20...0x7E).contains(scalar.value)
        || "£$¥€§äöñüàéèìòùÄÖÑÜÉß¿¡".unicodeScalars.contains(scalar)
    }
    return isReadable && septets.count >= 4 ? text : nil
  }

  /// The alphabet of a data coding scheme for cell broadcast and service strings (3GPP TS 23.038 §5).
  private enum Coding {
    case septets
    case octets
    case universal

    init(_ scheme: Int) {
      switch scheme & 0xF0 {
      case 0x10 where scheme & 0x0F == 1: self = .universal
      case 0x40, 0x50, 0x60, 0x70, 0x90:
        switch scheme & 0x0C {
        case 0x04: self = .octets
        case 0x08: self = .universal
        case _: self = .septets
        }
      case 0xF0: self = scheme & 0x04 == 0 ? .septets : .octets
      case _: self = .septets
      }
    }
  }
}
