internal import Foundation

/// The pieces of a line of the log.
enum LogText {
  /// The text with phone numbers in normal form masked: `+447700900123` is `+4477…23`.
  static func masked(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return text }
    var masked = ""
    var rest = text[...]
    while let plus = rest.firstIndex(of: "+") {
      let digits = rest[rest.index(after: plus)...].prefix { $0.isASCII && $0.isNumber }
      masked += rest[...plus]
      masked += digits.count >= leastDigits ? "\(digits.prefix(4))…\(digits.suffix(2))" : digits
      rest = rest[digits.endIndex...]
    }
    return masked + rest
  }

  /// The fewest digits that are somebody's number.
  private static let leastDigits = 7

  /// A value beside its key: in quotes where it would not be one word.
  static func value(_ text: String) -> String {
    let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3D }
    guard !isWord else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The text without anything that begins another line or moves a cursor.
  static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case _ where isControl(scalar): "\\u{" + String(scalar.value, radix: 16) + "}"
      default: String(scalar)
      }
    }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// RFC 3339 in UTC, to the second.
  static func time(_ date: Date) -> String {
    date.formatted(.iso8601)
  }
}
