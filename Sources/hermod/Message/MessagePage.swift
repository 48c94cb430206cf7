import LocalAPI
import Messaging

/// All that is known of one message: the screen of `hermod message show`.
struct MessagePage {
  let message: MessageView
  let style: Style

  var text: String {
    [facts, content, segments, attempts, history].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var facts: String {
    var table = FactList(style: style)
    table.add("id", message.id.description)
    table.add(
      "state",
      message.state.rawValue + (message.reason.map { ": \($0)" } ?? ""),
      .init(message.state)
    )
    table.add("to", message.to)
    table.add("class", message.messageClass.rawValue)
    table.add("accepted", style.fullTime(message.acceptedAt) + " by " + submitter)
    table.add("changed", style.fullTime(message.updatedAt))
    table.add("not before", message.notBefore.map(style.fullTime))
    table.add("given up", message.expiresAt.map(style.fullTime))
    table.add("modem", message.modem)
    table.add("only by", message.requestedModem)
    table.add("reference", message.reference)
    table.add(
      "encoding",
      message.encoding + (message.language.map { ", \($0) shift tables" } ?? "")
    )
    table.add("replaced", message.replaced.summary)
    table.add("segments", "\(message.segmentsSent) of \(message.segments) sent")
    table.add("if unknown", message.duplicates.rawValue)
    if message.possibleDuplicate {
      table.add("duplicate", "possible: it was sent again after an unknown outcome", .warning)
    }
    return table.text
  }

  private var submitter: String {
    message.submitter.via
      + (message.submitter.token.map { ", token \($0)" } ?? message.submitter.uid.map {
        ", user \($0)"
      }
        ?? "")
  }

  private var content: String {
    let body = message.text ?? message.data.map { "data \($0)" } ?? ""
    let lines = Escape.visible(body).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { "  \($0)" }.joined(separator: "\n") + "\n"
  }

  private var segments: String {
    guard let details = message.segmentDetails, !details.isEmpty else { return "" }
    var table = Table([
      .init("SEGMENT", isNumber: true), .init("STATE"), .init("REFERENCE", isNumber: true),
      .init("SENT"), .init("REPORT", isFlexible: true),
    ])
    for segment in details {
      let status = segment.reportStatus.map { "\($0): " } ?? ""
      table.add([
        .init(String(segment.number)), .init(segment.state.rawValue, .init(segment.state)),
        .init(segment.messageReference.map(String.init) ?? "-"),
        .init(segment.sentAt.map(style.time) ?? "-"),
        .init(segment.report.map { status + $0 } ?? "-"),
      ])
    }
    return table.text(style)
  }

  private var attempts: String {
    guard let attempts = message.attempts, !attempts.isEmpty else { return "" }
    var table = Table([
      .init("ATTEMPT", isNumber: true), .init("SEGMENT", isNumber: true), .init("MODEM"),
      .init("STARTED"), .init("TOOK", isNumber: true), .init("OUTCOME"),
      .init("DETAIL", isFlexible: true),
    ])
    for attempt in attempts {
      let reference = attempt.messageReference.map { "reference \($0)" }
      table.add([
        .init(String(attempt.number)), .init(String(attempt.segment)), .init(attempt.modem),
        .init(style.time(attempt.startedAt)), .init(took(attempt)),
        .init(attempt.outcome.rawValue, meaning(attempt.outcome)),
        .init(attempt.detail ?? reference ?? "-"),
      ])
    }
    return table.text(style)
  }

  private func took(_ attempt: AttemptView) -> String {
    guard let ended = attempt.endedAt else { return "-" }
    let milliseconds =
      ended.timestamp.milliseconds &- attempt.startedAt.timestamp.milliseconds
    guard (0..<600_000).contains(milliseconds) else { return "-" }
    return "\(milliseconds / 1000).\(milliseconds / 100 % 10) s"
  }

  private func meaning(_ outcome: AttemptView.Outcome) -> Style.Meaning {
    switch outcome {
    case .accepted: .good
    case .refused: .bad
    case .unknown: .warning
    case .pending, .notSubmitted: .plain
    }
  }

  private var history: String {
    guard let history = message.history, !history.isEmpty else { return "" }
    var table = Table([
      .init("TIME"), .init("STATE"), .init("BY"), .init("REASON", isFlexible: true),
    ])
    for entry in history {
      table.add([
        .init(style.fullTime(entry.at)), .init(entry.state.rawValue, .init(entry.state)),
        .init(entry.by.map(Style.account) ?? "-"), .init(entry.reason ?? ""),
      ])
    }
    return table.text(style)
  }
}
