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
  /// A webhook, and what it wants to be told of.
  struct Subscriber {
    let name: String
    let kinds: String
  }

  /// All webhooks.
  static func subscribers(in db: Database) throws -> [Subscriber] {
    try db.all("SELECT name, kinds FROM webhooks") {
      Subscriber(name: try $0.value(), kinds: try $0.value())
    }
  }

  /// Notes what every webhook that wants to know is owed.
  static func owe(
    _ news: WebhookNews,
    to subscribers: [Subscriber],
    at now: Timestamp,
    in db: Database
  ) throws {
    let kind = "," + news.kind.name + ","
    let wanting = subscribers.filter { $0.kinds.contains(kind) }
    guard !wanting.isEmpty else { return }
    var random = SystemRandomNumberGenerator()
    let event = MessageID(timestamp: now, using: &random)
    for subscriber in wanting {
      try db.run(
        """
        INSERT INTO webhook_deliveries (webhook, event, kind, subject, detail, at, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          subscriber.name, event.description, news.kind.name, news.subject, news.detail,
          now.milliseconds, now.milliseconds,
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
      throw StoreError.unreadable(detail: "column kind holds \(name)")
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
