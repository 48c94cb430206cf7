import Foundation
import Testing

/// `docs/modems.md` names for each fault the tests that have it, and the state that an operator sees.
@Suite struct FaultTableTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }

  /// The cells of each row of the table of faults.
  private static func rows() throws -> [[String]] {
    let lines = try text("docs/modems.md").components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "<!-- table: faults -->"))
    return lines[(start + 1)...].drop { $0.isEmpty }.prefix { $0.hasPrefix("|") }.dropFirst(2)
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
  }

  /// What stands in backquotes.
  private static func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// The tests there are, as `Suite/name`.
  private static func tests() throws -> Set<String> {
    let folder = top.appendingPathComponent("Tests")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var found: Set<String> = []
    for path in paths where path.hasSuffix("Tests.swift") {
      var suite = ""
      for line in try text("Tests/" + path).components(separatedBy: "\n") {
        if let name = line.firstMatch(of: /(?:struct|class|actor) (\w+Tests)\b/)?.1 {
          suite = String(name)
        }
        if let name = line.firstMatch(of: /func (?:`([^`]+)`|(\w+))\(/) {
          found.insert("\(suite)/\(name.1 ?? name.2 ?? "")")
        }
      }
    }
    return found
  }

  @Test func `Every test that the table of faults names exists`() throws {
    let tests = try Self.tests()
    let rows = try Self.rows()
    #expect(rows.count > 40)
    for row in rows where row.first?.hasPrefix("**") == false {
      try #require(row.count == 3, "\(row)")
      let named = Self.quoted(row[2])
      #expect(!named.isEmpty, "\(row[0])")
      for name in named { #expect(tests.contains(name), "\(row[0]): \(name)") }
    }
  }

  @Test func `Every state that the table of faults names is one`() throws {
    let modem = try Self.text("Sources/LocalAPI/ModemView.swift")
    let message = try Self.text("Sources/Messaging/MessageState.swift")
    for row in try Self.rows() where row.first?.hasPrefix("**") == false {
      #expect(!row[1].isEmpty, "\(row[0])")
      for state in Self.quoted(row[1]) {
        let isState =
          modem.contains("case \(state)\n") || modem.contains("= \"\(state)\"\n")
          || message.contains("case \(state)\n")
        #expect(isState, "\(row[0]): \(state)")
      }
    }
  }
}
