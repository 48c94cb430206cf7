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
    story += ends(of: detail)
    // What happened in one moment stays in the order of its causes.
    return story.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// How the message came to rest; empty while it is under way, or where an entry of a person says so.
  private static func ends(of detail: MessageDetail) -> [HistoryView] {
    switch detail.state {
    case .delivered, .undelivered:
      let sent = sentAt(detail)
      // Clocks differ: no phone has a message before the service centre has it.
      let reported = detail.attempts.compactMap(\.deliveredAt).max().map { max($0, sent) } ?? sent
      return [
        HistoryView(at: WireTime(sent), state: .sent),
        HistoryView(at: WireTime(reported), state: detail.state, reason: detail.reason),
      ]
    case .sent: return untold(detail, since: sentAt(detail))
    case .unknown: return untold(detail, since: detail.attempts.last?.outcomeAt)
    case .queued, .submitting, .failed, .withdrawn, .cancelled, .expired, .closed:
      return untold(detail, since: detail.finishedAt)
    }
  }

  /// When the service centre had all of it, as far as is known.
  private static func sentAt(_ detail: MessageDetail) -> Timestamp {
    detail.attempts.filter { $0.messageReference != nil }.compactMap(\.outcomeAt).max()
      ?? detail.finishedAt ?? detail.acceptedAt
  }

  private static func untold(_ detail: MessageDetail, since moment: Timestamp?) -> [HistoryView] {
    guard let moment else { return [] }
    let isTold = detail.interventions.contains {
      $0.to == detail.state && ($0.at == moment || $0.at == detail.finishedAt)
    }
    return isTold
      ? [] : [HistoryView(at: WireTime(moment), state: detail.state, reason: detail.reason)]
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
