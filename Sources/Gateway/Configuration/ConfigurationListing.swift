/// The effective configuration for people: TOML again, with where each value comes from.
///
/// No key holds a secret: PINs are in files of their own, which are named and never shown.
public struct ConfigurationListing: Hashable, Sendable, CustomStringConvertible {
  private let source: ConfigurationFile

  /// A listing of what is in force.
  public init(_ source: ConfigurationFile) {
    self.source = source
  }

  /// The listing; what has no value is commented out.
  public var description: String {
    var lines: [String] = []
    var table = ""
    for setting in source.settings {
      if setting.table != table {
        table = setting.table
        let bracket = table.firstIndex(of: "[")
        if !lines.isEmpty { lines.append("") }
        lines.append(bracket.map { "[[\(table[..<$0])]]" } ?? "[\(table)]")
      }
      lines.append(line(setting))
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ setting: ConfigurationSetting) -> String {
    let place = setting.line.map { "\(source.file ?? ""):\($0)" } ?? "default"
    let text = "\(setting.key) = \(setting.shownValue)"
    let shown = setting.value == .none ? "# \(setting.key) is not set" : text
    return shown + String(repeating: " ", count: max(2, 44 - shown.count)) + "# \(place)"
  }
}

extension ConfigurationSetting {
  /// The value as TOML writes it.
  public var shownValue: String {
    switch value {
    case .none: return ""
    case .number(let number): return "\(number)"
    case .flag(let flag): return "\(flag)"
    case .text(let text): return Self.quoted(text)
    case .texts(let texts): return "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": return "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
