import LocalAPI
import Messaging

/// The queue, a line for each class that has something in it.
struct QueueTable {
  let queue: QueueSummary
  let style: Style

  /// The states that are not at rest, and the words over their columns.
  private static let live: [(MessageState, String)] = [
    (.queued, "QUEUED"), (.submitting, "SENDING"), (.unknown, "UNKNOWN"),
  ]

  var text: String {
    let shown = queue.classes.filter { entry in
      entry.isPaused || Self.live.contains { entry.states[$0.0] > 0 }
    }
    guard !shown.isEmpty else { return "The queue is empty.\n" }
    var table = Table(
      [.init("CLASS")] + Self.live.map { .init($0.1, isNumber: true) }
        + [.init("OLDEST", isNumber: true), .init("")]
    )
    for entry in shown {
      table.add(
        [.init(entry.messageClass.rawValue)]
          + Self.live.map { .init(String(entry.states[$0.0]), meaning($0.0, entry.states[$0.0])) }
          + [
            .init(entry.oldestSeconds.map { Style.span(seconds: $0) } ?? "-"),
            .init(entry.isPaused ? "paused" : "", .warning),
          ]
      )
    }
    return table.text(style) + advice
  }

  private func meaning(_ state: MessageState, _ count: Int) -> Style.Meaning {
    count == 0 ? .faint : Style.Meaning(state)
  }

  private var advice: String {
    var sentences: [String] = []
    if let seconds = queue.drainsInSeconds {
      let what = queue.withoutModem > 0 ? "the rest of the queue" : "the queue"
      sentences.append("At this rate \(what) is empty in \(Style.span(seconds: seconds)).")
    }
    if queue.withoutModem > 0 {
      let wait = queue.withoutModem == 1 ? "waits" : "wait"
      sentences.append(
        "\(Style.count(queue.withoutModem, "message")) \(wait) for a modem or a SIM that is not at "
          + "work."
      )
    }
    for entry in queue.classes {
      guard let kept = entry.keptBack else { continue }
      let what = Style.count(kept.count, "\(entry.messageClass.rawValue) message")
      let are = kept.count == 1 ? "is kept back" : "are kept back, the first"
      let why = kept.reason.map(Escape.oneLine) ?? "until \(style.time(kept.until))"
      sentences.append("\(what) \(are): \(why).")
    }
    let unknown = queue.states[.unknown]
    if unknown > 0 {
      sentences.append(
        "\(Style.count(unknown, "message")) may or may not have been sent: "
          + "\"hermod message list --state unknown\"."
      )
    }
    return sentences.flatMap { DisplayWidth.wrap($0, to: style.width) }.map { $0 + "\n" }.joined()
  }
}
