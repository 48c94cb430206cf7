internal import Messaging

extension WriteContext {
  /// Tells of an event once it is committed; what must not be forgotten of it is written now, in
  /// the same transaction: the traffic of the quarter, and what webhooks are owed.
  mutating func announce(_ event: StoreEvent, at now: Timestamp) throws {
    if case .message(let change) = event { Traffic.count(change, in: &counts, at: now) }
    if let news = WebhookNews(event) { try owe(news, at: now) }
    events.append(event)
  }

  /// Notes what every webhook that wants to know is owed; which there are is asked once for a batch.
  private mutating func owe(_ news: WebhookNews, at now: Timestamp) throws {
    let webhooks = try webhooks ?? WebhookTable.subscribers(in: db)
    self.webhooks = webhooks
    try WebhookTable.owe(news, to: webhooks, at: now, in: db)
  }
}
