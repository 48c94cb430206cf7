import GSMAlphabet
import Messaging

/// The strings of `+CUSD`, as makes of modems code them.
extension TransferUnits {
  /// A string that the host gave, as characters.
  static func serviceString(
    _ text: String,
    _ coding: ModemPersonality.ServiceStringCoding
  ) -> String {
    switch coding {
    case .plain: return text
    case .packedSeptets:
      guard let octets = [UInt8](hexadecimal: text.utf8) else { return text }
      // Seven characters fill seven octets with a spare septet: CR or NUL, 3GPP TS 23.038 §6.1.2.3.
      let septets = SeptetPacking.unpack(octets, count: octets.count * 8 / 7)
      let trimmed = septets.last == 0x0D || septets.last == 0 ? septets.dropLast() : septets[...]
      return DefaultAlphabet.text(of: Array(trimmed))
    case .universal:
      guard let octets = [UInt8](hexadecimal: text.utf8) else { return text }
      return UCS2.text(of: octets)
    }
  }

  /// A string for the host.
  static func coded(_ text: String, _ coding: ModemPersonality.ServiceStringCoding) -> String {
    switch coding {
    case .plain: return text
    case .packedSeptets:
      var septets = DefaultAlphabet.septets(of: text) ?? []
      if septets.count % 8 == 7 { septets.append(0x0D) }
      return SeptetPacking.pack(septets).hexadecimal
    case .universal: return UCS2.octets(of: text).hexadecimal
    }
  }
}
