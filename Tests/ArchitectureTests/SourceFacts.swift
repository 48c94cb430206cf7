import Foundation

extension SourceTree.File {
  /// A switch over the state of a machine.
  struct StateSwitch {
    /// The path and the line.
    let place: String
    /// Whether it has a `default:` of its own.
    let hasDefault: Bool
  }

  /// The switches over something that is called a state, a phase, an event, an input or a fault.
  ///
  /// The formatter sets the cases and the closing brace of a switch below its first letter.
  var stateSwitches: [StateSwitch] {
    code.enumerated().compactMap { number, line in
      guard line.contains(#/\bswitch \(?(\w+\??\.)*(state|phase|event|input|fault)\b/#),
        line.hasSuffix("{")
      else { return nil }
      let indentation = String(line.prefix { $0 == " " })
      let body = code[(number + 1)...].prefix { $0 != indentation + "}" }
      return StateSwitch(
        place: "\(path):\(number + 1)",
        hasDefault: body.contains { $0.hasPrefix(indentation + "default:") }
      )
    }
  }

  /// The lines as they stand, comments and literals included.
  private var lines: [String] {
    let text = try? String(
      contentsOf: SourceTree.root.appendingPathComponent(path),
      encoding: .utf8
    )
    return (text ?? "").components(separatedBy: "\n")
  }

  /// The lines that hold the beginning of an SQL statement.
  var statements: [String] {
    let expression =
      #/(^|["(]\s*)\s*(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA)\b/#
    return lines.filter { $0.contains(expression) }.map { "\(path): \($0)" }
  }

  /// The lines that say that something is still to be done.
  var remarks: [String] {
    lines.filter { $0.contains(#/\b(TODO|FIXME|XXX)\b/#) }.map { "\(path): \($0)" }
  }
}
