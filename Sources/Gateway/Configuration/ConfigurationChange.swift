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
      applied.append("\(group) is gone")
    }
    for group in after.groups where !before.groups.contains(group) {
      applied.append("\(group) is new")
    }
    for entry in after.entries {
      guard let earlier = before.values[entry.name], earlier.value != entry.setting.value else {
        continue
      }
      let sentence = "\(entry.name): \(earlier.words) is now \(entry.setting.words)"
      if Self.isFixed(entry.setting) {
        needsRestart.append(sentence)
      } else {
        applied.append(sentence)
      }
    }
  }

  /// Keys that are read once, at the start: `table.key`, or all of a table.
  private static let fixed: Set<String> = [
    "gateway.state_directory", "gateway.socket", "spool.directory", "discovery.udev", "optout",
    "retention", "http",
  ]

  static func isFixed(_ setting: ConfigurationSetting) -> Bool {
    fixed.contains(setting.table) || fixed.contains("\(setting.table).\(setting.key)")
  }
}

extension ConfigurationFile {
  /// This file with the values that cannot change while the daemon runs taken from another.
  func keepingFixed(from old: ConfigurationFile) -> ConfigurationFile {
    var kept = self
    kept.configuration.gateway.stateDirectory = old.configuration.gateway.stateDirectory
    kept.configuration.gateway.socket = old.configuration.gateway.socket
    kept.configuration.spool = old.configuration.spool
    kept.configuration.discovery = old.configuration.discovery
    kept.configuration.optOut = old.configuration.optOut
    kept.configuration.retention = old.configuration.retention
    let values = SettingTable(old.settings).values
    let names = SettingTable(settings).entries.map(\.name)
    for (index, name) in names.enumerated() where ConfigurationChange.isFixed(settings[index]) {
      kept.settings[index].value = values[name]?.value ?? kept.settings[index].value
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
