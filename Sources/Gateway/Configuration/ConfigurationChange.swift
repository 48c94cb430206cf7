/// What a reload changes, for people.
struct ConfigurationChange: Hashable, Sendable {
  /// What is in force now, a sentence each.
  var applied: [String] = []
  /// What takes a restart, a sentence each.
  var needsRestart: [String] = []

  /// Whether everything stays as it was.
  var isEmpty: Bool { applied.isEmpty }

  /// Nothing.
  init() {}

  /// What is different between two configurations.
  init(from old: ConfigurationFile, to new: ConfigurationFile) {
    let before = SettingTable(old.settings)
    let after = SettingTable(new.settings)
    for group in before.groups where !after.groups.contains(group) {
      note("\(group) is gone", needsRestart: Self.isFixed(group: group))
    }
    for group in after.groups where !before.groups.contains(group) {
      note("\(group) is new", needsRestart: Self.isFixed(group: group))
    }
    for entry in after.entries {
      guard let earlier = before.values[entry.name], earlier.value != entry.setting.value else {
        continue
      }
      let sentence = "\(entry.name): \(earlier.words) is now \(entry.setting.words)"
      note(sentence, needsRestart: Self.isFixed(entry.setting))
    }
  }

  private mutating func note(_ sentence: String, needsRestart isLater: Bool) {
    if isLater { needsRestart.append(sentence) } else { applied.append(sentence) }
  }

  /// Whether tables of a title such as `[[webhook]] shop` are read once.
  private static func isFixed(group: String) -> Bool {
    FixedSetting.all.contains { group.hasPrefix("[[\($0.name)]]") }
  }

  fileprivate static func isFixed(_ setting: ConfigurationSetting) -> Bool {
    let table = String(setting.table.prefix { $0 != "[" })
    return FixedSetting.all.contains {
      $0.name == table || $0.name == "\(setting.table).\(setting.key)"
    }
  }
}

/// What is read once, at the start: a key or all of a table, and the place of its value.
private struct FixedSetting: Sendable {
  /// `table.key`, or the name of a table.
  let name: String
  /// Takes the value from another configuration.
  let keep: @Sendable (inout GatewayConfiguration, _ old: GatewayConfiguration) -> Void

  private init<Value>(
    _ name: String,
    _ place: any WritableKeyPath<GatewayConfiguration, Value> & Sendable
  ) {
    self.name = name
    keep = { $0[keyPath: place] = $1[keyPath: place] }
  }

  static let all = [
    Self("gateway.state_directory", \.gateway.stateDirectory),
    Self("gateway.socket", \.gateway.socket),
    Self("gateway.requests_per_second", \.gateway.requestsPerSecond),
    Self("spool", \.spool),
    Self("discovery.udev", \.discovery.udev),
    Self("optout", \.optOut),
    Self("retention", \.retention),
    Self("http", \.http),
    Self("webhook", \.webhooks),
  ]
}

extension ConfigurationFile {
  /// This file with the values that cannot change while the daemon runs taken from another.
  func keepingFixed(from old: ConfigurationFile) -> ConfigurationFile {
    var kept = self
    for setting in FixedSetting.all { setting.keep(&kept.configuration, old.configuration) }
    // Of tables that there may be several of, all stay: those that are new, too, are not in force.
    func isOneOfSeveral(_ setting: ConfigurationSetting) -> Bool {
      setting.table.contains("[") && ConfigurationChange.isFixed(setting)
    }
    kept.settings.removeAll(where: isOneOfSeveral)
    let end = kept.settings.firstIndex { $0.table.hasPrefix("modem[") } ?? kept.settings.count
    kept.settings.insert(contentsOf: old.settings.filter(isOneOfSeveral), at: end)
    let values = SettingTable(old.settings).values
    let entries = SettingTable(kept.settings).entries
    for (index, entry) in entries.enumerated() where ConfigurationChange.isFixed(entry.setting) {
      kept.settings[index].value = values[entry.name]?.value ?? kept.settings[index].value
    }
    return kept
  }
}

/// Settings by what people call them, so that a table keeps its name when others come before it.
private struct SettingTable {
  let entries: [(name: String, setting: ConfigurationSetting)]
  let values: [String: ConfigurationSetting]
  /// The tables of which there may be several, such as `[[modem]] front-desk`, in order.
  let groups: [String]

  init(_ settings: [ConfigurationSetting]) {
    var titles: [String: String] = [:]
    for setting in settings where setting.key == "name" {
      guard case .text(let name) = setting.value else { continue }
      titles[setting.table] = Self.title(setting.table, name)
    }
    entries = settings.map { setting in
      let title = titles[setting.table] ?? Self.title(setting.table, nil)
      return ("\(title) \(setting.key)", setting)
    }
    values = Dictionary(entries.map { ($0.name, $0.setting) }) { $1 }
    var groups: [String] = []
    for setting in settings where setting.table.contains("[") {
      let title = titles[setting.table] ?? Self.title(setting.table, nil)
      if groups.last != title { groups.append(title) }
    }
    self.groups = groups
  }

  private static func title(_ table: String, _ name: String?) -> String {
    guard let bracket = table.firstIndex(of: "[") else { return "[\(table)]" }
    return "[[\(table[..<bracket])]] \(name ?? String(table[bracket...]))"
  }
}

extension ConfigurationSetting {
  fileprivate var words: String { value == .none ? "not set" : shownValue }
}
