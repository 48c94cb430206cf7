internal import LocalAPI
internal import Messaging
internal import Storage

extension GatewayEvent {
  /// An event of the log, as the API shows it.
  init(_ logged: LoggedEvent) {
    let id = logged.position.description
    let at = WireTime(logged.at)
    switch logged.content {
    case .accepted(let detail):
      self.init(
        id: id,
        type: "message.accepted",
        at: at,
        summary: "message to \(detail.recipient) is accepted",
        message: detail.map { MessageView($0, in: .queued, at: at) }
      )
    case .message(let state, let reason, let detail):
      let reason = state.tellsReason ? reason : nil
      self.init(
        id: id,
        type: "message.\(state.rawValue)",
        at: at,
        summary: "message to \(detail.recipient) is \(state.rawValue)"
          + (reason.map { ": \($0)" } ?? ""),
        message: detail.map { MessageView($0, in: state, because: reason, at: at) }
      )
    case .report(let recipient):
      self.init(
        id: id,
        type: "report.received",
        at: at,
        summary: "status report about \(recipient)"
      )
    case .inbound(let message):
      self.init(
        id: id,
        type: "message.received",
        at: at,
        summary: "message from \(message?.sender.description ?? "a number that is not kept")",
        inbound: message.map { InboundMessageView($0) }
      )
    case .optOut(let entry):
      self.init(id: id, entry)
    case .notice(let notice):
      self.init(id: id, type: notice.type, at: at, summary: notice.summary, modem: notice.modem)
    }
  }

  /// What a line of the history of opt-outs tells: for the stream of events, and for webhooks.
  init(id: String, _ entry: OptOutEntry) {
    let (type, verb) = entry.action.told
    self.init(
      id: id,
      type: type,
      at: WireTime(entry.at),
      summary: "\(entry.number) \(verb)\(entry.what)"
    )
    let since = WireTime(entry.since ?? entry.at)
    switch entry.action {
    case .optOut, .optIn:
      optOut = OptOutView(
        number: entry.number.description,
        scope: entry.scope.rawValue,
        since: since,
        source: entry.source.rawValue,
        detail: entry.text
      )
    case .consent, .consentWithdrawn:
      consent = ConsentView(
        number: entry.number.description,
        since: since,
        source: entry.source.rawValue,
        detail: entry.text
      )
    }
  }

  /// Says that events are missing behind a place in the log.
  static func gap(
    behind position: EventPosition,
    _ summary: String,
    at now: Timestamp
  ) -> GatewayEvent {
    GatewayEvent(
      id: position.description,
      type: "gateway.gap",
      at: WireTime(now),
      summary: summary
    )
  }
}

extension MessageDetail? {
  fileprivate var recipient: String {
    self?.recipient.description ?? "a number that is not kept"
  }
}

extension MessageView {
  /// The message with the state that it had when something happened to it.
  fileprivate init(
    _ detail: MessageDetail,
    in state: MessageState,
    because reason: String? = nil,
    at moment: WireTime
  ) {
    self.init(detail)
    self.state = state
    self.reason = reason
    updatedAt = moment
  }
}

extension MessageState {
  /// Whether the reason is news: a message on its way still bears the reason of an earlier trouble.
  fileprivate var tellsReason: Bool {
    switch self {
    case .submitting, .sent, .delivered: false
    case .queued, .undelivered, .failed, .unknown, .withdrawn, .cancelled, .expired, .closed: true
    }
  }
}

extension OptOutEntry {
  /// What the number opted out of, in words; consents are always about marketing.
  fileprivate var what: String {
    switch (action, scope) {
    case (.optOut, .marketing): " of marketing"
    case (.optIn, .marketing): " to marketing"
    case (.optOut, .all), (.optIn, .all), (.consent, _), (.consentWithdrawn, _): ""
    }
  }
}

extension OptOutAction {
  /// The type of the event, and what the number did, in words.
  fileprivate var told: (type: String, verb: String) {
    switch self {
    case .optOut: ("optout.added", "opted out")
    case .optIn: ("optout.removed", "opted in")
    case .consent: ("consent.recorded", "agreed to marketing")
    case .consentWithdrawn: ("consent.withdrawn", "agrees no more to marketing")
    }
  }
}
