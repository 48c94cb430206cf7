internal import GRDB
public import Messaging

/// How many messages of a class the rules of considerate sending keep back.
public struct KeptBackTally: Hashable, Sendable {
  /// The class.
  public var messageClass: MessageClass
  /// How many there are.
  public var count: Int
  /// When the first of them may leave.
  public var until: Timestamp
  /// Why the first of them waits, in words for people.
  public var reason: String?
}

extension MessageStore {
  /// How many messages the rules of considerate sending keep back: quiet hours, caps, budgets.
  ///
  /// - Parameter now: The time.
  /// - Returns: The tallies of the classes that have any.
  /// - Throws: `StoreError`.
  public func keptBack(at now: Timestamp) async throws(StoreError) -> [KeptBackTally] {
    try await read { db in
      try db.rows(
        """
        SELECT class, count(*) AS count, min(due_at) AS until FROM messages
        WHERE deferred = 1 AND due_at > ? GROUP BY class
        """,
        [now.milliseconds]
      ).compactMap { row in
        guard let messageClass = MessageClass(rawValue: row["class"]) else { return nil }
        let until = row.timestamp("until")
        return KeptBackTally(
          messageClass: messageClass,
          count: row["count"],
          until: until,
          reason: try Self.reason(messageClass, until, in: db)
        )
      }
    }
  }

  private static func reason(
    _ messageClass: MessageClass,
    _ until: Timestamp,
    in db: Database
  ) throws -> String? {
    try db.row(
      "SELECT reason FROM messages WHERE deferred = 1 AND class = ? AND due_at = ? LIMIT 1",
      [messageClass.rawValue, until.milliseconds]
    )?["reason"]
  }
}
