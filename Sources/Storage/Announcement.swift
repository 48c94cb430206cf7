internal import Messaging

extension WriteContext {
  /// Tells of an event once it is committed; what must not be forgotten of it is written now, in
  /// the same transaction: the traffic of the quarter, and what webhooks are owed.
  mutating func announce(_ event: StoreEvent, at now: Timestamp) throws {
    if case .message(let change) = event { try Traffic.count(change, in: db, at: now) }
    if let news = WebhookNews(event) { try WebhookTable.owe(news, at: now, in: db) }
    events.append(event)
  }
}
