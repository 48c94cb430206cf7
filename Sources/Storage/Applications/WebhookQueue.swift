internal import GRDB
public import Messaging

extension MessageStore {
  /// Makes these the webhooks: from now on each is owed what it wants to be told of.
  ///
  /// - Parameter subscriptions: All of them.
  /// - Returns: How many events were forgotten, because their webhook is none any more.
  /// - Throws: `StoreError`.
  @discardableResult
  public func subscribe(
    _ subscriptions: [WebhookSubscription]
  ) async throws(StoreError) -> Int {
    try await writer.write { context in
      let db = context.db
      let names = Set(subscriptions.map(\.name))
      var forgotten = 0
      for row in try db.rows("SELECT name FROM webhooks") {
        let name: String = row["name"]
        guard !names.contains(name) else { continue }
        try db.run("DELETE FROM webhook_deliveries WHERE webhook = ?", [name])
        forgotten += db.changesCount
        try db.run("DELETE FROM webhooks WHERE name = ?", [name])
      }
      for subscription in subscriptions {
        try db.run(
          """
          INSERT INTO webhooks VALUES (?, ?)
            ON CONFLICT DO UPDATE SET kinds = excluded.kinds
          """,
          [subscription.name, WebhookTable.kinds(subscription)]
        )
      }
      context.webhooks = nil
      return forgotten
    }
  }

  /// What a webhook is owed and may be tried now, the longest due first.
  ///
  /// - Parameters:
  ///   - webhook: Its name.
  ///   - now: The time.
  ///   - limit: How many at most.
  /// - Returns: The deliveries.
  /// - Throws: `StoreError`.
  public func dueDeliveries(
    to webhook: String,
    at now: Timestamp,
    limit: Int
  ) async throws(StoreError) -> [WebhookDelivery] {
    try await read { db in
      try db.rows(
        """
        SELECT * FROM webhook_deliveries WHERE webhook = ? AND due_at <= ?
        ORDER BY due_at, row LIMIT ?
        """,
        [webhook, now.milliseconds, limit]
      ).map(WebhookDelivery.init)
    }
  }

  /// When something is due for a webhook.
  ///
  /// - Parameter webhook: Its name.
  /// - Returns: The moment; nil where it is owed nothing.
  /// - Throws: `StoreError`.
  public func nextDelivery(to webhook: String) async throws(StoreError) -> Timestamp? {
    try await read { db in
      try db.row(
        "SELECT due_at FROM webhook_deliveries WHERE webhook = ? ORDER BY due_at LIMIT 1",
        [webhook]
      )?.timestamp("due_at")
    }
  }

  /// Takes what was delivered, or given up, off the queue.
  ///
  /// - Parameter deliveries: What.
  /// - Throws: `StoreError`; they come again then.
  public func settle(_ deliveries: [WebhookDelivery]) async throws(StoreError) {
    guard !deliveries.isEmpty else { return }
    try await writer.write(.essential) { context in
      for delivery in deliveries {
        try context.db.run("DELETE FROM webhook_deliveries WHERE row = ?", [delivery.row])
      }
    }
  }

  /// Puts what was not taken back for later.
  ///
  /// - Parameters:
  ///   - delivery: What.
  ///   - moment: When it is due again.
  ///   - error: Why it was not taken.
  /// - Throws: `StoreError`.
  public func postpone(
    _ delivery: WebhookDelivery,
    until moment: Timestamp,
    because error: String
  ) async throws(StoreError) {
    try await writer.write { context in
      try context.db.run(
        """
        UPDATE webhook_deliveries SET due_at = ?, attempts = attempts + 1, last_error = ?
        WHERE row = ?
        """,
        [moment.milliseconds, error, delivery.row]
      )
    }
  }

  /// The receiver is back: all that it is owed may be tried at once.
  ///
  /// - Parameters:
  ///   - webhook: Its name.
  ///   - now: The time.
  /// - Throws: `StoreError`.
  public func hasten(_ webhook: String, at now: Timestamp) async throws(StoreError) {
    try await writer.write { context in
      try context.db.run(
        """
        UPDATE webhook_deliveries SET due_at = min(due_at, ?) WHERE webhook = ? AND due_at > ?
        """,
        [now.milliseconds, webhook, now.milliseconds]
      )
    }
  }

  /// How far behind each webhook is.
  ///
  /// - Returns: The webhooks, by name.
  /// - Throws: `StoreError`.
  public func webhookLags() async throws(StoreError) -> [WebhookLag] {
    try await read { db in
      try db.rows(
        """
        SELECT name, count(row) AS pending, min(at) AS oldest,
          (SELECT last_error FROM webhook_deliveries WHERE webhook = name ORDER BY row LIMIT 1)
            AS error
        FROM webhooks LEFT JOIN webhook_deliveries ON webhook = name GROUP BY name ORDER BY name
        """
      ).map { row in
        WebhookLag(
          webhook: row["name"],
          pending: row["pending"],
          oldestAt: row.optionalTimestamp("oldest"),
          lastError: row["error"]
        )
      }
    }
  }
}
