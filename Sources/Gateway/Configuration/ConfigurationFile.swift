internal import Foundation
import Messaging
import QueuePolicy
import TOMLKit

/// A configuration file, read: the values in force, and where each comes from.
public struct ConfigurationFile: Hashable, Sendable {
  /// Where the daemon looks when no file is named.
  public static let defaultPath = "/etc/hermod/hermod.toml"

  /// The file, as it was named; nil where only the defaults are in force.
  public let file: String?
  /// The values.
  public internal(set) var configuration = GatewayConfiguration()
  /// Every setting, in the order of the tables and keys in the documentation.
  public internal(set) var settings: [ConfigurationSetting] = []

  /// The defaults, without a file.
  public init() {
    file = nil
    var faults: [ConfigurationError.Fault] = []
    read(TOMLTable(), file: "", ConfigurationLines(""), &faults)
  }

  /// Reads the text of a file whatever is wrong with it; what the page of all keys is held against.
  init(readingAll text: String) {
    file = nil
    var faults: [ConfigurationError.Fault] = []
    guard let table = try? TOMLTable(string: text) else { return }
    read(table, file: "", ConfigurationLines(text), &faults)
  }

  /// Values that no file says, for those who make them themselves.
  ///
  /// - Parameter configuration: The values.
  public init(_ configuration: GatewayConfiguration) {
    file = nil
    self.configuration = configuration
  }

  /// Reads a file.
  ///
  /// - Parameter path: The file, at most 1 MiB.
  /// - Throws: `ConfigurationError` with everything that is wrong.
  public init(path: String) throws(ConfigurationError) {
    func fault(_ problem: String) -> ConfigurationError {
      ConfigurationError(faults: [.init(file: path, line: nil, key: nil, problem: problem)])
    }
    let text: String
    do {
      text = try FileText.read(path, limit: 1 << 20)
    } catch {
      throw fault("\(error)")
    }
    try self.init(text: text, file: path)
  }

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - text: TOML 1.0.
  ///   - file: What errors call it.
  /// - Throws: `ConfigurationError` with everything that is wrong.
  public init(text: String, file: String) throws(ConfigurationError) {
    self.file = file
    let table = try Self.parse(text, file)
    var faults: [ConfigurationError.Fault] = []
    read(table, file: file, ConfigurationLines(text), &faults)
    guard faults.isEmpty else {
      let sorted = faults.enumerated().sorted { left, right in
        (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
      }
      throw ConfigurationError(faults: sorted.map(\.element))
    }
  }

  private static func parse(_ text: String, _ file: String) throws(ConfigurationError) -> TOMLTable
  {
    func fault(_ line: Int?, _ problem: String) -> ConfigurationError {
      ConfigurationError(faults: [.init(file: file, line: line, key: nil, problem: problem)])
    }
    if let index = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<index].count { $0 == 0x0A } + 1
      throw fault(line, "a NUL character")
    }
    if let line = ConfigurationLines(text).brokenLine {
      throw fault(line, "not TOML: a table is written [name], and a list of values [a, b]")
    }
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw fault(error.source.begin.line, "not TOML: \(error.description)")
    } catch {
      throw fault(nil, "not TOML: \(error)")
    }
  }
}

extension ConfigurationFile {
  /// The tables of which there may be several: each begins with two brackets.
  static let lists = ["prefix", "webhook", "modem"]

  private static let tables = [
    "gateway", "spool", "discovery", "http", "optout", "retention", "log", "sending", "class",
    "sim", "prefix", "webhook", "modem",
  ]

  private mutating func read(
    _ root: TOMLTable,
    file: String,
    _ lines: ConfigurationLines,
    _ faults: inout [ConfigurationError.Fault]
  ) {
    func note(_ key: String, _ problem: String) {
      faults.append(.init(file: file, line: lines.line(of: key), key: key, problem: problem))
    }
    func section(_ name: String) -> ConfigurationSection {
      let node = root.value(of: name)
      if let node, node.table == nil { note(name, "it must be a table: [\(name)]") }
      return ConfigurationSection(node?.table, name: name, file: file, lines: lines)
    }
    for key in root.keys where !Self.tables.contains(key) {
      let near = suggestion(for: key, among: Self.tables)
      note(key, "unknown\(near); a file has \(Self.tableList)")
    }
    var gateway = section("gateway")
    configuration.gateway = GatewayConfiguration.GatewaySection(reading: &gateway)
    var spool = section("spool")
    configuration.spool = GatewayConfiguration.SpoolSection(reading: &spool)
    var discovery = section("discovery")
    configuration.discovery = GatewayConfiguration.DiscoverySection(reading: &discovery)
    var http = section("http")
    configuration.http = GatewayConfiguration.HTTPSection(reading: &http)
    var optOut = section("optout")
    configuration.optOut = GatewayConfiguration.OptOutSection(reading: &optOut)
    var retention = section("retention")
    configuration.retention = GatewayConfiguration.RetentionSection(reading: &retention)
    var log = section("log")
    configuration.log = GatewayConfiguration.LogSection(reading: &log)
    for part in [gateway, spool, discovery, http, optOut, retention, log] { take(part, &faults) }
    readSending(root, file, lines, &faults)
    readWebhooks(root, file, lines, &faults)
    readModems(root, file, lines, &faults)
  }

  /// The tables, as people write them.
  private static var tableList: String {
    let written = tables.map { table in
      if table == "class" { return "[class.NAME]" }
      return lists.contains(table) ? "[[\(table)]]" : "[\(table)]"
    }
    return written.dropLast().joined(separator: ", ") + " and " + (written.last ?? "")
  }

  private mutating func readWebhooks(
    _ root: TOMLTable,
    _ file: String,
    _ lines: ConfigurationLines,
    _ faults: inout [ConfigurationError.Fault]
  ) {
    var names: Set<String> = []
    for (index, table) in list("webhook", of: root, file, lines, &faults).enumerated() {
      let name = "webhook[\(index)]"
      var section = ConfigurationSection(table, name: name, file: file, lines: lines)
      if let webhook = WebhookConfiguration(reading: &section) {
        if !names.insert(webhook.name).inserted {
          section.fault("name", "\"\(webhook.name)\" is the name of another webhook")
        }
        configuration.webhooks.append(webhook)
      }
      take(section, &faults)
    }
  }

  /// The tables of a list of tables.
  private func list(
    _ key: String,
    of root: TOMLTable,
    _ file: String,
    _ lines: ConfigurationLines,
    _ faults: inout [ConfigurationError.Fault]
  ) -> [TOMLTable] {
    guard let node = root.value(of: key) else { return [] }
    guard let list = node.array, list.allSatisfy({ $0.table != nil }) else {
      let line = lines.line(of: key)
      let problem = "it must be a list of tables: write [[\(key)]] with two brackets"
      faults.append(.init(file: file, line: line, key: key, problem: problem))
      return []
    }
    return list.compactMap(\.table)
  }

  /// What considerate sending goes by.
  private mutating func readSending(
    _ root: TOMLTable,
    _ file: String,
    _ lines: ConfigurationLines,
    _ faults: inout [ConfigurationError.Fault]
  ) {
    func section(_ name: String, in parent: TOMLTable?, _ key: String) -> ConfigurationSection {
      let node = parent?.value(of: key)
      if let node, node.table == nil {
        let problem = "it must be a table: [\(name)]"
        faults.append(.init(file: file, line: lines.line(of: name), key: name, problem: problem))
      }
      return ConfigurationSection(node?.table, name: name, file: file, lines: lines)
    }
    var sending = section("sending", in: root, "sending")
    configuration.sending = SendingSection(reading: &sending)
    take(sending, &faults)
    let classes = root.value(of: "class")
    if let classes, classes.table == nil { _ = section("class", in: root, "class") }
    for key in classes?.table?.keys ?? [] where MessageClass(rawValue: key) == nil {
      let all = MessageClass.allCases.map(\.rawValue)
      let problem =
        "no class\(suggestion(for: key, among: all)); there are \(all.joined(separator: ", "))"
      let path = "class.\(key)"
      faults.append(.init(file: file, line: lines.line(of: path), key: path, problem: problem))
    }
    for messageClass in MessageClass.allCases {
      let key = messageClass.rawValue
      var own = section("class.\(key)", in: classes?.table, key)
      let rules = ClassRules(reading: &own)
      if rules != ClassRules() { configuration.classes[messageClass] = rules }
      take(own, &faults)
    }
    var sim = section("sim", in: root, "sim")
    let preset = SIMPreset(reading: &sim)
    configuration.standardLimits = SIMLimits(reading: &sim)
      .completed(from: preset?.limits ?? SIMLimits())
    take(sim, &faults)
    for (index, table) in list("prefix", of: root, file, lines, &faults).enumerated() {
      let name = "prefix[\(index)]"
      var own = ConfigurationSection(table, name: name, file: file, lines: lines)
      if let rule = PrefixRule(reading: &own) { configuration.prefixes.append(rule) }
      take(own, &faults)
    }
  }

  private mutating func readModems(
    _ root: TOMLTable,
    _ file: String,
    _ lines: ConfigurationLines,
    _ faults: inout [ConfigurationError.Fault]
  ) {
    var names: [String: Int] = [:]
    for (index, table) in list("modem", of: root, file, lines, &faults).enumerated() {
      let name = "modem[\(index)]"
      var section = ConfigurationSection(table, name: name, file: file, lines: lines)
      if let modem = ModemConfiguration(reading: &section) {
        if let first = names[modem.name] {
          let line = lines.line(of: "modem[\(first)].name").map { " (line \($0))" } ?? ""
          section.fault("name", "\"\(modem.name)\" is the name of another modem\(line)")
        }
        names[modem.name] = names[modem.name] ?? index
        configuration.modems.append(modem)
      }
      take(section, &faults)
    }
  }

  private mutating func take(
    _ section: ConfigurationSection,
    _ faults: inout [ConfigurationError.Fault]
  ) {
    var section = section
    section.refuseOthers()
    settings += section.settings
    faults += section.faults
  }
}
