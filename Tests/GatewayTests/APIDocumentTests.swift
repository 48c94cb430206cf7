import Foundation
import LocalAPI
import Messaging
import Storage
import Testing

@testable import Gateway

/// `docs/api.md` and `docs/applications.md` name what programs have to know.
@Suite struct APIDocumentTests {
  private static func document(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
  }

  /// The rows of the tables of a document that name something in their first column.
  private static func rows(_ name: String, naming word: String) throws -> [Substring] {
    try document(name).split(separator: "\n").filter { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return cells.count > 2 && cells[1].contains("`\(word)`")
    }
  }

  @Test(arguments: ProblemDocument.Kind.allCases)
  func `every kind of problem is described, with its status`(kind: ProblemDocument.Kind) throws {
    let rows = try Self.rows("api.md", naming: kind.rawValue)
    #expect(rows.contains { $0.contains("\(kind.status)") }, "\(kind.rawValue) \(kind.status)")
  }

  @Test(arguments: OptOutAction.allCases)
  func `every event of the list of opt-outs is described`(action: OptOutAction) throws {
    let entry = OptOutEntry(
      number: PhoneNumber(normalForm: "+447700900123"),
      action: action,
      at: Timestamp(seconds: 1_800_000_000),
      actor: "uid:0"
    )
    let type = GatewayEvent(id: "1", entry).type
    #expect(try !Self.rows("api.md", naming: type).isEmpty, "\(type)")
  }

  @Test(arguments: WebhookKind.allCases)
  func `every event that a webhook is told of is described`(kind: WebhookKind) throws {
    let word =
      switch kind {
      case .message(let state): state.rawValue
      case .received, .optedOut, .optedIn: kind.name
      }
    #expect(try Self.document("applications.md").contains("`\(word)`"), "\(kind.name)")
  }
}
