/// A list of numbers that opted out, as a file has it: CSV (RFC 4180), or a number on each line.
///
/// Lines that begin with `#`, empty lines and a heading are passed over. Behind the number may stand
/// a scope, a reason, and since when, as `hermod optout export` writes them. Where the first line
/// has semicolons and no comma, semicolons part the fields.
public struct OptOutFile: Hashable, Sendable {
  /// One number of the list.
  public struct Row: Hashable, Sendable {
    /// The line that it begins on, from 1.
    public var line: Int
    /// The number as it is written.
    public var number: String
    /// What it is about, as it is written.
    public var scope: String?
    /// Why, or what the person wrote.
    public var reason: String?
    /// Since when, where that is a time (RFC 3339).
    public var since: Timestamp?

    /// A number of a list.
    public init(
      line: Int,
      number: String,
      scope: String? = nil,
      reason: String? = nil,
      since: Timestamp? = nil
    ) {
      self.line = line
      self.number = number
      self.scope = scope
      self.reason = reason
      self.since = since
    }
  }

  /// Why a list cannot be read.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A quoted field that begins on this line does not end.
    case openQuote(line: Int)

    /// What is wrong, and where.
    public var description: String {
      switch self {
      case .openQuote(let line): "line \(line): a quoted field does not end"
      }
    }
  }

  /// The numbers, in the order of the file.
  public let rows: [Row]

  /// Reads a list.
  ///
  /// - Parameter text: The list.
  /// - Throws: `Fault`.
  public init(_ text: String) throws(Fault) {
    var records = Records()
    rows = try records.read(text).compactMap { line, fields in
      let number = fields.first.map(Self.trim) ?? ""
      if number.isEmpty || number.hasPrefix("#") || number.lowercased() == "number" { return nil }
      func field(_ index: Int) -> String? {
        guard index < fields.count else { return nil }
        let text = Self.trim(fields[index])
        return text.isEmpty ? nil : text
      }
      return Row(
        line: line,
        number: number,
        scope: field(1),
        reason: field(2),
        since: field(3).flatMap { Timestamp(rfc3339: $0) }
      )
    }
  }

  private static func trim(_ field: String) -> String {
    let start = field.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Cuts a text into records, with the lines on which they begin.
  private struct Records {
    private var records: [(line: Int, fields: [String])] = []
    private var fields: [String] = []
    private var field = ""
    private var isQuoted = false
    private var wasQuote = false
    private var line = 1
    private var start = 1
    private var separator: Character = ","

    mutating func read(_ text: String) throws(Fault) -> [(line: Int, fields: [String])] {
      let first = text.prefix { !$0.isNewline }
      if first.contains(";"), !first.contains(",") { separator = ";" }
      for character in text { take(character) }
      guard !isQuoted else { throw .openQuote(line: start) }
      if !field.isEmpty || !fields.isEmpty { records.append((start, fields + [field])) }
      return records
    }

    private mutating func take(_ character: Character) {
      if isQuoted {
        if character.isNewline { line += 1 }
        isQuoted = character != "\""
        wasQuote = !isQuoted
        if isQuoted { field.append(character) }
        return
      }
      switch character {
      case "\"" where wasQuote:
        // Two quotes inside a quoted field are one.
        field.append(character)
        isQuoted = true
      case "\"" where field.isEmpty: isQuoted = true
      case separator:
        fields.append(field)
        field = ""
      case _ where character.isNewline:
        records.append((start, fields + [field]))
        (fields, field) = ([], "")
        line += 1
        start = line
      case _: field.append(character)
      }
      wasQuote = false
    }
  }
}
