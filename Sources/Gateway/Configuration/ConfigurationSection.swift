public import QueuePolicy
import TOMLKit

/// One setting as it is in force, and where it comes from.
public struct ConfigurationSetting: Hashable, Sendable {
  /// The value of a setting.
  public enum Value: Hashable, Sendable {
    /// Nothing was set, and there is no default.
    case none
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// true or false.
    case flag(Bool)
    /// A list of texts.
    case list([String])
    /// An amount of money.
    case amount(Money)
  }

  /// The table, for instance `gateway` or `modem[0]`.
  public var table: String
  /// The key in it.
  public var key: String
  /// What is in force.
  public var value: Value
  /// The line of the file that says so, from 1; nil for a default.
  public var line: Int?
}

/// Reads the keys of one table, and notes every fault.
struct ConfigurationSection {
  private let table: TOMLTable?
  private let name: String
  private let file: String
  private let lines: ConfigurationLines
  private var known: [String] = []
  private(set) var settings: [ConfigurationSetting] = []
  private(set) var faults: [ConfigurationError.Fault] = []

  init(_ table: TOMLTable?, name: String, file: String, lines: ConfigurationLines) {
    self.table = table
    self.name = name
    self.file = file
    self.lines = lines
  }

  /// Whether the file has the key.
  func has(_ key: String) -> Bool {
    table?.contains(key: key) ?? false
  }

  /// A text that a rule accepts; the default where the key is absent, or faulty.
  mutating func text(
    _ key: String,
    default standard: String?,
    allowed: String,
    _ isAllowed: (String) -> Bool
  ) -> String? {
    let value = read(key, wanted: "text in quotes: \(allowed)", as: { $0.string })
    guard let value else { return settle(key, standard.map { .text($0) }, standard) }
    guard isAllowed(value) else {
      fault(key, "\"\(value)\" is not \(allowed)")
      return standard
    }
    return settle(key, .text(value), value)
  }

  /// An amount of money; nil where the key is absent, or faulty.
  mutating func amount(_ key: String) -> Money? {
    let allowed = "an amount such as 0.07, up to a billion"
    let value = read(key, wanted: "a number without quotes: \(allowed)") { node in
      node.double ?? node.int.map(Double.init)
    }
    guard let value else { return settle(key, nil, nil) }
    guard let amount = Money(units: value) else {
      fault(key, "\(value) is not \(allowed)")
      return nil
    }
    return settle(key, .amount(amount), amount)
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    default standard: Choice
  ) -> Choice where Choice.RawValue == String {
    let words = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    let word = text(key, default: standard.rawValue, allowed: words) { Choice(rawValue: $0) != nil }
    return word.flatMap(Choice.init(rawValue:)) ?? standard
  }

  /// true or false.
  mutating func flag(_ key: String, default standard: Bool) -> Bool {
    let value = read(key, wanted: "true or false, without quotes", as: { $0.bool }) ?? standard
    return settle(key, .flag(value), value)
  }

  /// A whole number that a rule accepts.
  mutating func number(
    _ key: String,
    default standard: Int?,
    allowed: String,
    _ isAllowed: (Int) -> Bool
  ) -> Int? {
    let value = read(key, wanted: "a whole number, without quotes: \(allowed)", as: { $0.int })
    guard let value else { return settle(key, standard.map { .number($0) }, standard) }
    guard isAllowed(value) else {
      fault(key, "\(value) is not \(allowed)")
      return standard
    }
    return settle(key, .number(value), value)
  }

  /// A list of texts that a rule accepts each; the default where the key is absent.
  mutating func list(
    _ key: String,
    default standard: [String] = [],
    allowed: String,
    _ isAllowed: (String) -> Bool
  ) -> [String] {
    let nodes = read(key, wanted: "a list of texts in quotes: \(allowed)", as: { $0.array })
    guard let nodes else { return settle(key, .list(standard), standard) }
    var values: [String] = []
    for node in nodes {
      guard let value = node.string, isAllowed(value) else {
        fault(key, "\(node.string.map { "\"\($0)\"" } ?? "\(node.type)") is not among \(allowed)")
        continue
      }
      values.append(value)
    }
    return settle(key, .list(values), values)
  }

  /// Notes the keys that nobody asked for.
  mutating func refuseOthers() {
    for key in (table?.keys ?? []) where !known.contains(key) {
      let all = known.joined(separator: ", ")
      fault(key, "unknown key\(suggestion(for: key, among: known)); \(title) has \(all)")
    }
  }

  /// Notes that something is wrong with a key, or with the table.
  mutating func fault(_ key: String?, _ problem: String) {
    let path = key.map { "\(name).\($0)" } ?? name
    faults.append(.init(file: file, line: lines.line(of: path), key: path, problem: problem))
  }

  /// The table as the file begins it.
  private var title: String {
    name.firstIndex(of: "[").map { "[[\(name[..<$0])]]" } ?? "[\(name)]"
  }

  private mutating func read<Value>(
    _ key: String,
    wanted: String,
    as view: (TOMLValue) -> Value?
  ) -> Value? {
    known.append(key)
    guard let node = table?.value(of: key) else { return nil }
    guard let value = view(node) else {
      fault(key, "\(node.type.article) \(node.type); it must be \(wanted)")
      return nil
    }
    return value
  }

  private mutating func settle<Value>(
    _ key: String,
    _ value: ConfigurationSetting.Value?,
    _ result: Value
  ) -> Value {
    let line = has(key) ? lines.line(of: "\(name).\(key)") : nil
    settings.append(.init(table: name, key: key, value: value ?? .none, line: line))
    return result
  }
}

extension TOMLTable {
  /// The value of a key, where there is one.
  func value(of key: String) -> TOMLValue? {
    contains(key: key) ? (self[key] as TOMLValue?) : nil
  }
}

extension TOMLType {
  fileprivate var article: String {
    switch self {
    case .int, .array: "an"
    case .table, .string, .double, .bool, .date, .time, .dateTime: "a"
    }
  }
}

/// What was probably meant, in words; empty where nothing is near.
func suggestion(for word: String, among known: [String]) -> String {
  let distances = known.map { (key: $0, distance: editDistance(word, $0)) }
  let nearest = distances.filter { $0.distance <= 2 }.min { $0.distance < $1.distance }?.key
  let longer = known.first { $0.hasPrefix(word + "_") }
  return (longer ?? nearest).map { ", did you mean \($0)?" } ?? ""
}

/// How many characters must be put in, taken out or changed (Levenshtein).
private func editDistance(_ left: String, _ right: String) -> Int {
  var previous = Array(0...right.count)
  for (row, leftCharacter) in left.enumerated() {
    var current = [row + 1]
    for (column, rightCharacter) in right.enumerated() {
      let change = previous[column] + (leftCharacter == rightCharacter ? 0 : 1)
      current.append(min(change, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous.last ?? 0
}
