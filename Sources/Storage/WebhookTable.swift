internal import GRDB
internal import Messaging

/// What an event is to a webhook.
struct WebhookNews {
  let kind: WebhookKind
  let subject: String
  let detail: String?

  /// Nil for what no webhook is told of.
  init?(_ event: StoreEvent) {
    switch event {
    case .due, .report, .notice:
      return nil
    case .message(let change):
      guard change.from != change.to else { return nil }
      kind = .message(change.to)
      subject = change.id.description
      detail = change.reason
    case .inbound(let message):
      kind = .received
      subject = message.id.description
      detail = nil
    case .optOut(let entry):
      switch entry.action {
      case .optOut: kind = .optedOut
      case .optIn: kind = .optedIn
      case .consent, .consentWithdrawn: return nil
      }
      subject = entry.number.description
      detail = entry.scope.rawValue
    }
  }
}

/// The queue of what webhooks are owed, as a transaction sees it.
enum WebhookTable {
  /// Notes what every webhook that wants to know is owed.
  static func owe(_ news: WebhookNews, at now: Timestamp, in db: Database) throws {
    let wanting = try db.rows(
      "SELECT name FROM webhooks WHERE instr(kinds, ?)",
      ["," + news.kind.name + ","]
    )
    guard !wanting.isEmpty else { return }
    var random = SystemRandomNumberGenerator()
    let event = MessageID(timestamp: now, using: &random)
    for row in wanting {
      let name: String = row["name"]
      try db.run(
        """
        INSERT INTO webhook_deliveries (webhook, event, kind, subject, detail, at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          name, event.description, news.kind.name, news.subject, news.detail, now.milliseconds,
          now.milliseconds,
        ]
      )
    }
  }

  static func kinds(_ subscription: WebhookSubscription) -> String {
    "," + subscription.kinds.map(\.name).sorted().joined(separator: ",") + ","
  }
}

extension WebhookDelivery {
  init(_ row: Row) throws {
    let name: String = row["kind"]
    guard let kind = WebhookKind(name: name) else {
      throw StoreError.unexpected(detail: "column kind holds \(name)")
    }
    self.init(
      row: row["row"],
      webhook: row["webhook"],
      event: try row.messageID("event"),
      kind: kind,
      subject: row["subject"],
      detail: row["detail"],
      at: row.timestamp("at"),
      attempts: row["attempts"]
    )
  }
}
