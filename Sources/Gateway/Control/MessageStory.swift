internal import LocalAPI
internal import Messaging
internal import Storage

extension HistoryView {
  /// The story of a message, the oldest first: from what its attempts, those who interfered, and its
  /// end tell.
  static func all(of detail: MessageDetail) -> [HistoryView] {
    var story = [
      HistoryView(at: WireTime(detail.acceptedAt), state: .queued, by: detail.submitter)
    ]
    story += detail.attempts.map { attempt in
      HistoryView(at: WireTime(attempt.recordedAt), state: .submitting, by: attempt.modem)
    }
    story += detail.interventions.map { HistoryView($0) }
    if let end = end(of: detail) { story.append(end) }
    // What happened in one moment stays in the order of its causes.
    return story.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// How it came to where it is; nil where it is under way, or whoever brought it there says so.
  private static func end(of detail: MessageDetail) -> HistoryView? {
    let unknownSince = detail.state == .unknown ? detail.attempts.last?.outcomeAt : nil
    guard let moment = detail.finishedAt ?? unknownSince else { return nil }
    let isTold = detail.interventions.contains { $0.at == moment && $0.to == detail.state }
    guard !isTold else { return nil }
    return HistoryView(at: WireTime(moment), state: detail.state, reason: detail.reason)
  }

  private init(_ intervention: Intervention) {
    self.init(
      at: WireTime(intervention.at),
      state: intervention.to,
      reason: intervention.words,
      by: intervention.account
    )
  }
}

extension Intervention {
  /// What was done, in words for people.
  fileprivate var words: String {
    switch wish {
    case .cancel where to == .submitting: "to be taken back if the attempt under way fails"
    case .cancel: "taken back"
    case .retry: "tried again" + earlier
    case .declareSent: "said to be sent" + earlier
    case .resend: "sent again, as a possible duplicate" + earlier
    case .close: "put to rest" + earlier
    }
  }

  private var earlier: String {
    guard from != to else { return "" }
    return "; it was \(from.rawValue)" + (earlierReason.map { ": \($0)" } ?? "")
  }
}
