import Foundation
import Messaging
import QueuePolicy
import Testing

/// `docs/guarantees.md` shows the life of a message as tables; they say what the code does.
@Suite struct GuaranteesTableTests {
  @Test func `docs guarantees has the transitions of the code`() throws {
    try #expect(Self.table("transitions") == Self.transitions)
  }

  @Test func `docs guarantees has the events that change nothing in each state`() throws {
    try #expect(Self.table("without-change") == Self.withoutChange)
  }

  /// The lines between a mark and the end of the table below it.
  private static func table(_ mark: String) throws -> [String] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/guarantees.md")
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "<!-- table: \(mark) -->"))
    return Array(lines[(start + 1)...].drop { $0.isEmpty }.prefix { $0.hasPrefix("|") })
  }

  private static var transitions: [String] {
    var rows = ["| from | event | to | where a segment is in doubt | what follows |"]
    rows.append("|---|---|---|---|---|")
    for state in MessageState.allCases {
      for event in MessageEvent.allCases {
        let plain = MessageLifecycle.transition(from: state, on: event, isInDoubt: false)
        let doubtful = MessageLifecycle.transition(from: state, on: event, isInDoubt: true)
        guard case .to(let next, let effects) = plain else { continue }
        var other = ""
        if case .to(let next, _) = doubtful, plain != doubtful { other = "`\(next.rawValue)`" }
        let words = effects.map { "`\($0.rawValue)`" }.joined(separator: " ")
        rows.append(
          "| `\(state.rawValue)` | `\(event.rawValue)` | `\(next.rawValue)` | \(other) | \(words) |"
        )
      }
    }
    return rows
  }

  private static var withoutChange: [String] {
    var rows = ["| state | ignored: they say nothing new | refused: they cannot be granted |"]
    rows.append("|---|---|---|")
    for state in MessageState.allCases {
      let events = { (answer: Transition) in
        MessageEvent.allCases
          .filter { MessageLifecycle.transition(from: state, on: $0, isInDoubt: false) == answer }
          .map { "`\($0.rawValue)`" }.joined(separator: " ")
      }
      rows.append("| `\(state.rawValue)` | \(events(.ignored)) | \(events(.refused)) |")
    }
    return rows
  }

  @Test func `Doubt changes where a message goes and neither whether it goes nor what follows`() {
    for state in MessageState.allCases {
      for event in MessageEvent.allCases {
        let plain = MessageLifecycle.transition(from: state, on: event, isInDoubt: false)
        let doubtful = MessageLifecycle.transition(from: state, on: event, isInDoubt: true)
        switch (plain, doubtful) {
        case (.to(_, let effects), .to(_, let others)): #expect(effects == others)
        case (.to, _), (_, .to): Issue.record("\(state) on \(event)")
        default: #expect(plain == doubtful)
        }
      }
    }
  }
}
