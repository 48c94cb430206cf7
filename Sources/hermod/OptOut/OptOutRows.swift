import LocalAPI
import Messaging

/// The list of opt-outs as CSV (RFC 4180).
enum OptOutRows {
  /// One line of an import.
  struct Row: Hashable {
    var line: Int
    var number: String
    var scope: String?
    var reason: String?
  }

  static let heading = "number,scope,reason,since,source"

  /// A line of the export.
  static func line(_ optOut: OptOutView) -> String {
    [
      optOut.number, optOut.scope, optOut.detail ?? "", optOut.since.description, optOut.source,
    ].map(quote).joined(separator: ",")
  }

  /// The lines of an import.
  ///
  /// - Throws: `CommandFailure` where a quoted field does not end.
  static func read(_ text: String) throws -> [Row] {
    try records(text).compactMap { line, fields in
      let number = fields.first.map(trim) ?? ""
      if number.isEmpty || number.hasPrefix("#") || number == "number" { return nil }
      func field(_ index: Int) -> String? {
        guard index < fields.count else { return nil }
        let text = trim(fields[index])
        return text.isEmpty ? nil : text
      }
      return Row(line: line, number: number, scope: field(1), reason: field(2))
    }
  }

  private static func quote(_ field: String) -> String {
    // A spreadsheet runs what begins with one of these, so such text is quoted with a mark before it.
    let isFormula = field.first.map { "=@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + field : field
    guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private static func trim(_ field: String) -> String {
    let start = field.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The records with the lines on which they begin.
  private static func records(_ text: String) throws -> [(line: Int, fields: [String])] {
    var records: [(Int, [String])] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    var line = 1
    var start = 1
    for character in text {
      if isQuoted {
        if character.isNewline { line += 1 }
        if character == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          field.append(character)
        }
        continue
      }
      switch character {
      case "\"" where wasQuote:
        // Two quotes inside a quoted field are one.
        field.append(character)
        isQuoted = true
      case "\"" where field.isEmpty: isQuoted = true
      case ",":
        fields.append(field)
        field = ""
      case _ where character.isNewline:
        records.append((start, fields + [field]))
        (fields, field) = ([], "")
        line += 1
        start = line
      default: field.append(character)
      }
      wasQuote = false
    }
    guard !isQuoted else {
      throw CommandFailure(
        "line \(start): a quoted field does not end",
        exitCode: ExitStatus.badData
      )
    }
    if !field.isEmpty || !fields.isEmpty { records.append((start, fields + [field])) }
    return records
  }
}
