import Foundation
import Testing

@testable import Gateway

/// `docs/configuration.md` against the code that reads the file.
@Suite struct ConfigurationPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/configuration.md")

  /// Every key that is read, as `table.key`.
  private static func read() throws -> Set<String> {
    // The tables that may be there several times are read only where they are.
    let lists = Set(ConfigurationFile.lists)
    var text = "[[modem]]\nname = \"a\"\ndevice = \"/d\"\n[[prefix]]\nprefix = \"+44\"\n"
    for list in lists.subtracting(["modem", "prefix"]) { text += "[[\(list)]]\n" }
    let file = ConfigurationFile(readingAll: text)
    return Set(
      file.settings.map { setting in
        let table = setting.table.split(separator: "[")[0]
        let name = table.hasPrefix("class.") ? "class.NAME" : table
        return "\(name).\(setting.key)"
      }
    )
  }

  /// Every key that the page has in a table below the heading of its section.
  private static func written() throws -> [String] {
    var table = ""
    var keys: [String] = []
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") {
        let heading = line.split(separator: "`")
        table = heading.count > 1 ? heading[1].trimmingCharacters(in: ["[", "]"]) : ""
      } else if line.hasPrefix("| `"), !table.isEmpty {
        // What stands between the first pair of bars: one key, or several that belong together.
        let named = line.split(separator: "|")[0].split(separator: "`")
        keys += named.enumerated().filter { $0.offset % 2 == 1 }.map { "\(table).\($0.element)" }
      }
    }
    return keys
  }

  @Test func `every key that is read is described, and every key that is described is read`() throws
  {
    let read = try Self.read()
    let written = try Self.written()
    #expect(read.count > 60)
    #expect(written.count == Set(written).count, "a key is described twice")
    #expect(read.subtracting(written).sorted() == [], "these are not in docs/configuration.md")
    #expect(Set(written).subtracting(read).sorted() == [], "nobody reads these")
  }

  @Test func `the example of the page is a configuration`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let examples = text.components(separatedBy: "```toml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(throws: Never.self) { try ConfigurationFile(text: example, file: "example") }
    }
  }
}
