/// UCS-2 as everyone sends it: UTF-16 with the high octet first, 3GPP TS 23.038 §6.2.3.
public enum UCS2 {
  /// The octets of a text.
  ///
  /// A Swift string cannot hold a lone surrogate, so what this gives never has one.
  ///
  /// - Parameter text: Any text; code points are taken as they are.
  /// - Returns: Two octets for each UTF-16 code unit.
  public static func octets(of text: String) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(text.utf16.count * 2)
    for unit in text.utf16 {
      octets.append(UInt8(truncatingIfNeeded: unit >> 8))
      octets.append(UInt8(truncatingIfNeeded: unit))
    }
    return octets
  }

  /// The text of octets.
  ///
  /// - Parameter octets: Two octets for each UTF-16 code unit; an odd last octet is passed over.
  /// - Returns: The text; a lone surrogate gives U+FFFD.
  public static func text(of octets: [UInt8]) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(octets.count / 2)
    for index in stride(from: 0, to: octets.count - 1, by: 2) {
      units.append(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]))
    }
    return String(decoding: units, as: UTF16.self)
  }
}
