import Messaging
import OptOut
import Testing

/// One line of the reply tables: `verdict | language | text | comment`.
///
/// The verdict is opt-out, marketing (an opt-out of marketing), opt-in, help, review or none; the
/// language is `-` where there is none. In the text `\n` is a new line and `\u{…}` a character.
struct ReplyRow: CustomTestStringConvertible {
  let verdict: String
  let language: String?
  let text: String

  var testDescription: String { "\(verdict) \(language ?? "-") \(text.debugDescription)" }

  static let all = western + eastern + requests + ordinary

  /// Many more, as people write them.
  static let heard =
    englishRepliesOne + englishRepliesTwo + romanceRepliesOne + romanceRepliesTwo
    + germanicRepliesOne + germanicRepliesTwo + northernAndEasternRepliesOne
    + northernAndEasternRepliesTwo + southernRepliesOne + southernRepliesTwo + eastAsianReplies
    + laterRequests + laterReplies

  static func rows(_ table: String) -> [ReplyRow] {
    table.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      guard fields.count >= 3 else {
        Issue.record("not a row: \(line)")
        return nil
      }
      return ReplyRow(
        verdict: fields[0],
        language: fields[1] == "-" ? nil : fields[1],
        text: unescaped(fields[2])
      )
    }
  }

  private static func trimmed(_ field: Substring) -> String {
    let left = field.drop { $0 == " " }
    return String(left.reversed().drop { $0 == " " }.reversed())
  }

  private static func unescaped(_ field: String) -> String {
    var text = ""
    var rest = Substring(field)
    while let slash = rest.firstIndex(of: "\\") {
      text += rest[..<slash]
      rest = rest[rest.index(after: slash)...]
      if rest.hasPrefix("n") {
        text += "\n"
        rest = rest.dropFirst()
      } else if rest.hasPrefix("u{"), let end = rest.firstIndex(of: "}") {
        let digits = rest[..<end].dropFirst(2)
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
          text.unicodeScalars.append(scalar)
        } else {
          Issue.record("not a character: \(field)")
        }
        rest = rest[rest.index(after: end)...]
      } else {
        Issue.record("not an escape: \(field)")
      }
    }
    return text + rest
  }
}

extension ReplyVerdict {
  /// The word for this verdict in the reply tables.
  var rowName: String { kind == .optOut(.marketing) ? "marketing" : kind.name }
}
