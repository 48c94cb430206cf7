internal import Foundation

/// What `hermod config --json` prints.
public enum ConfigurationJSON {
  /// The answer of `config check`: whether the file can be used, and its faults.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - faults: What is wrong with it.
  /// - Returns: A JSON object.
  /// - Throws: What the encoder throws, which is nothing for these values.
  public static func check(file: String, faults: [ConfigurationError.Fault]) throws -> String {
    try encode(
      Check(
        valid: faults.isEmpty,
        file: file,
        errors: faults.map { Check.Fault(line: $0.line, key: $0.key, problem: $0.problem) }
      )
    )
  }

  /// The answer of `config show`: every setting, with its value and where it comes from.
  ///
  /// - Parameter source: What is in force.
  /// - Returns: A JSON object: `file`, and `settings`, a list of `table`, `key`, `value`, `source`
  ///   (`default` or `file`) and `line`.
  /// - Throws: What the encoder throws, which is nothing for these values.
  public static func show(_ source: ConfigurationFile) throws -> String {
    try encode(Show(file: source.file, settings: source.settings.map(Show.Setting.init)))
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private struct Check: Encodable {
    struct Fault: Encodable {
      var line: Int?
      var key: String?
      var problem: String
    }

    var valid: Bool
    var file: String
    var errors: [Fault]
  }

  private struct Show: Encodable {
    struct Setting: Encodable {
      var setting: ConfigurationSetting

      init(_ setting: ConfigurationSetting) {
        self.setting = setting
      }

      enum Key: String, CodingKey {
        case table, key, value, source, line
      }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(setting.table, forKey: .table)
        try container.encode(setting.key, forKey: .key)
        switch setting.value {
        case .none: try container.encodeNil(forKey: .value)
        case .text(let text): try container.encode(text, forKey: .value)
        case .number(let number): try container.encode(number, forKey: .value)
        case .flag(let flag): try container.encode(flag, forKey: .value)
        case .texts(let texts): try container.encode(texts, forKey: .value)
        }
        try container.encode(setting.line == nil ? "default" : "file", forKey: .source)
        try container.encodeIfPresent(setting.line, forKey: .line)
      }
    }

    var file: String?
    var settings: [Setting]
  }
}
