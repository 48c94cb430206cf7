import GSMAlphabet

/// Characters that the GSM 7-bit alphabet lacks, and what looks like them there.
///
/// Typography only: letters keep their accents, because without them it is another word.
public enum Transliteration {
  /// The text with look-alikes.
  ///
  /// - Parameter text: Any text.
  /// - Returns: A text that is all in the default alphabet and how many characters were replaced;
  ///   nil where some character has no look-alike.
  public static func toDefaultAlphabet(_ text: String) -> (text: String, replaced: Int)? {
    var result = ""
    var replaced = 0
    for scalar in text.unicodeScalars {
      if DefaultAlphabet.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if let replacement = replacement(scalar) {
        result += replacement
        replaced += 1
      } else {
        return nil
      }
    }
    return (result, replaced)
  }

  /// What transliteration replaces in a text.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Each character that has a look-alike, once, in the order of the text.
  public static func replacements(in text: String) -> [Replacement] {
    var found: [Replacement] = []
    for scalar in text.unicodeScalars where !DefaultAlphabet.contains(scalar) {
      guard let replacement = replacement(scalar) else { continue }
      if let place = found.firstIndex(where: { $0.character == scalar }) {
        found[place].count += 1
      } else {
        found.append(Replacement(character: scalar, replacement: replacement, count: 1))
      }
    }
    return found
  }

  /// A character and what stands in its place.
  public struct Replacement: Hashable, Sendable {
    /// The character.
    public var character: Unicode.Scalar
    /// Its look-alike; empty where it is left out.
    public var replacement: String
    /// How often it is replaced.
    public var count: Int
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{AB}", "\u{BB}", "\u{201C}"..."\u{201F}", "\u{2BA}", "\u{2EE}", "\u{2033}",
      "\u{275D}", "\u{275E}", "\u{301D}"..."\u{301F}", "\u{FF02}":
      "\""
    case "\u{60}", "\u{B4}", "\u{2018}"..."\u{201B}", "\u{2B9}", "\u{2BB}"..."\u{2BD}", "\u{2C8}",
      "\u{2CA}", "\u{2CB}", "\u{2032}", "\u{2035}", "\u{2039}", "\u{203A}", "\u{275B}", "\u{275C}",
      "\u{FF07}":
      "'"
    case "\u{AD}", "\u{2060}", "\u{200B}"..."\u{200D}", "\u{FEFF}": ""
    case "\u{2010}"..."\u{2015}", "\u{2043}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": "-"
    case "\u{2026}": "..."
    case "\u{2022}", "\u{B7}", "\u{2219}": "."
    case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{9}": " "
    case "\u{2028}", "\u{2029}", "\u{85}": "\n"
    case "\u{2044}", "\u{2215}": "/"
    case "\u{201A}": ","
    case "\u{203C}": "!!"
    case "\u{A6}": "|"
    case "\u{2116}": "No."
    case "\u{2122}": "TM"
    // The full-width forms stand in the order of ASCII.
    case "\u{FF01}"..."\u{FF5E}":
      Unicode.Scalar(scalar.value - 0xFEE0).flatMap {
        DefaultAlphabet.contains($0) ? String($0) : nil
      }
    default: nil
    }
  }
}
