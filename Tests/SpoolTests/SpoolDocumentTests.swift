import Foundation
import Testing

@testable import Spool

/// `docs/spool.md` says what every header means.
@Suite struct SpoolDocumentTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names that stand in the first column of the tables, in the form that is compared.
  private static func described() throws -> Set<String> {
    let file = root.appendingPathComponent("docs/spool.md")
    var names: Set<String> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where line.hasPrefix("| `") {
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      for (place, word) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where place % 2 == 1 {
        names.insert(SpoolText.Header.key(String(word)))
      }
    }
    return names
  }

  @Test func `every header that is read is described`() throws {
    let described = try Self.described()
    for header in SpoolHeader.allCases {
      #expect(described.contains(header.rawValue), "\(header.rawValue)")
    }
  }

  @Test func `every directory is described`() throws {
    let described = try Self.described()
    for directory in SpoolDirectories.Name.allCases {
      #expect(described.contains("\(directory.rawValue)/"), "\(directory.rawValue)")
    }
  }

  @Test func `every header that a result adds is described`() throws {
    let file = Self.root.appendingPathComponent("docs/spool.md")
    let text = SpoolText.Header.key(try String(contentsOf: file, encoding: .utf8))
    for name in SpoolHeader.results { #expect(text.contains("`\(name)`"), "\(name)") }
  }
}
