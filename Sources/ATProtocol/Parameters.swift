/// The values behind the colon of an information response, such as `+CMTI: "SM",3`.
struct ResponseFields: Equatable, Sendable {
  /// The fields in order, quotes taken off; an empty field is an empty text.
  let values: [String]
  /// Which of the fields were quoted.
  let quoted: [Bool]

  /// Splits a line behind its prefix; nil when the line does not begin with the prefix.
  ///
  /// - Parameters:
  ///   - line: The whole line.
  ///   - prefix: What stands before the colon, such as `+CMTI`.
  init?(_ line: String, prefix: String) {
    guard line.hasPrefix(prefix) else { return nil }
    var rest = line.utf8.dropFirst(prefix.utf8.count)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    rest = rest.dropFirst()
    self.init(text: String(decoding: rest, as: UTF8.self))
  }

  /// Splits text at its commas; those inside quotes do not count.
  init(text: String) {
    var values: [String] = []
    var quoted: [Bool] = []
    var field: [UInt8] = []
    var isQuoted = false
    var insideQuotes = false
    func take() -> String {
      String(decoding: field, as: UTF8.self).trimmingSpaces()
    }
    for octet in text.utf8 {
      switch octet {
      case UInt8(ascii: "\""):
        insideQuotes.toggle()
        isQuoted = true
      case UInt8(ascii: ",") where !insideQuotes:
        values.append(take())
        quoted.append(isQuoted)
        field.removeAll(keepingCapacity: true)
        isQuoted = false
      case _:
        field.append(octet)
      }
    }
    values.append(take())
    quoted.append(isQuoted)
    self.values = values
    self.quoted = quoted
  }

  /// The field at a position as text; nil when there is no such field or it is empty.
  func text(_ position: Int) -> String? {
    guard values.indices.contains(position), !values[position].isEmpty else { return nil }
    return values[position]
  }

  /// The field at a position as a number.
  func number(_ position: Int) -> Int? {
    text(position).flatMap { Int($0) }
  }

  /// Whether the field at a position stood in quotes.
  func isQuoted(_ position: Int) -> Bool {
    quoted.indices.contains(position) && quoted[position]
  }
}

/// What a modem offers for one parameter, from the answer to a test command: `(0-3)`,
/// `(0,1,3)`, `("SM","ME")` or a bare `1` (ITU-T V.250 §5.7.3).
struct OfferedValues: Equatable, Sendable {
  /// The values as text, ranges written out.
  let values: [String]

  /// Whether a value is offered.
  func contains(_ value: String) -> Bool {
    values.contains(value)
  }

  /// Whether a number is offered.
  func contains(_ value: Int) -> Bool {
    values.contains(String(value))
  }

  /// The offers of all parameters in the answer to a test command.
  ///
  /// - Parameters:
  ///   - line: The whole line, such as `+CNMI: (0-3),(0,1),(0,2,3),(0-2),(0,1)`.
  ///   - prefix: What stands before the colon.
  /// - Returns: One offer for each parameter; empty when the line is another.
  static func parse(_ line: String, prefix: String) -> [OfferedValues] {
    guard line.hasPrefix(prefix + ":") else { return [] }
    var body = line.dropFirst(prefix.utf8.count + 1).trimmingSpaces()[...]
    // Some modems wrap the whole list in one more pair of brackets: `(("SM","ME"),("SM"))`.
    if body.hasPrefix("(("), body.hasSuffix("))") { body = body.dropFirst().dropLast() }
    var offers: [OfferedValues] = []
    var depth = 0
    var group = ""
    for character in body {
      switch character {
      case "(":
        depth += 1
      case ")":
        depth -= 1
      case "," where depth == 0:
        offers.append(OfferedValues(list: group))
        group = ""
      case _:
        group.append(character)
      }
    }
    offers.append(OfferedValues(list: group))
    return offers
  }

  private init(list: String) {
    var values: [String] = []
    for field in ResponseFields(text: list).values {
      let bounds = field.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
      if bounds.count == 2, bounds[0] <= bounds[1], bounds[1] - bounds[0] < 256 {
        values.append(contentsOf: (bounds[0]...bounds[1]).map(String.init))
      } else if !field.isEmpty {
        values.append(field)
      }
    }
    self.values = values
  }
}

extension StringProtocol {
  /// The text without the spaces at both ends.
  func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
