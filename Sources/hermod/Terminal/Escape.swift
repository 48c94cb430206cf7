/// Text from outside, made harmless: what came in an SMS must not drive the terminal.
enum Escape {
  /// The text with every control character shown as an escape; line feeds stay.
  static func visible(_ text: String) -> String {
    escape(text, keepsLineFeeds: true)
  }

  /// The same on one line: a line feed is shown as `⏎`.
  static func oneLine(_ text: String) -> String {
    escape(text, keepsLineFeeds: false)
  }

  private static func escape(_ text: String, keepsLineFeeds: Bool) -> String {
    var escaped = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break  // CR LF is one line end, shown already
      case "\n", "\r": escaped += keepsLineFeeds ? "\n" : "⏎"
      case "\t": escaped += " "
      case _ where isHarmful(scalar):
        escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escaped
  }

  /// Controls (C0, DEL, C1), and marks that turn the direction of the text around them.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
