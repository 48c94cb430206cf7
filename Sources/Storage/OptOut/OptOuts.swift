internal import GRDB
public import Messaging

extension MessageStore {
  /// Puts a number on the list, or takes it off, and withdraws what is queued for it, in one
  /// transaction.
  ///
  /// - Parameters:
  ///   - entry: What is written into the history.
  ///   - onlyIfNew: Whether nothing is written where nothing would change: a list may be imported
  ///     again and again.
  /// - Returns: What it did.
  /// - Throws: `StoreError`; nothing changed then.
  public func recordOptOut(
    _ entry: OptOutEntry,
    onlyIfNew: Bool = false
  ) async throws(StoreError) -> OptOutChange {
    let rules = rules
    return try await writer.write(.essential) { context in
      try OptOutTable.record(entry, onlyIfNew: onlyIfNew, rules: rules, in: &context)
    }
  }

  /// Records several lines in one transaction: all of them, or none.
  ///
  /// - Parameter entries: What is written into the history; what would change nothing is left out.
  /// - Returns: What each did.
  /// - Throws: `StoreError`; nothing changed then.
  public func recordOptOuts(
    _ entries: [OptOutEntry]
  ) async throws(StoreError) -> [OptOutChange] {
    let rules = rules
    return try await writer.write(.essential) { context in
      try entries.map {
        try OptOutTable.record($0, onlyIfNew: true, rules: rules, in: &context)
      }
    }
  }

  /// Makes sure that the list can be read.
  ///
  /// - Throws: `optOutListUnreadable`, or another `StoreError`: then nothing may be sent.
  public func checkOptOutList() async throws(StoreError) {
    try await read { db in
      _ = try OptOutTable.readable {
        try db.rows("SELECT number, scope, since FROM opt_outs LIMIT 1", [])
      }
    }
  }

  /// What stands against sending a message of a class to a number.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - messageClass: The class.
  /// - Returns: The objection; nil where there is none.
  /// - Throws: `optOutListUnreadable`, or another `StoreError`: then nothing may be sent.
  public func objection(
    to number: PhoneNumber,
    _ messageClass: MessageClass
  ) async throws(StoreError) -> Objection? {
    try await read { db in
      try OptOutTable.objection(to: number, messageClass, .ordinary, in: db)
    }
  }

  /// What a number has opted out of.
  ///
  /// - Parameter number: The number.
  /// - Returns: Its entries; none where it may get everything.
  /// - Throws: `optOutListUnreadable`, or another `StoreError`: then nothing may be sent.
  public func optOuts(of number: PhoneNumber) async throws(StoreError) -> [StandingOptOut] {
    try await read { db in
      try OptOutTable.readable {
        try db.rows(
          Self.optOutQuery + " WHERE o.number = ? ORDER BY o.scope",
          [number.description]
        ).map(StandingOptOut.init)
      }
    }
  }

  /// The list, by number.
  ///
  /// - Parameters:
  ///   - limit: How many at most; the entries of one number are never parted, so that it may be one
  ///     more.
  ///   - number: Only what follows this number; nil for the beginning.
  /// - Returns: A page.
  /// - Throws: `StoreError`.
  public func optOuts(
    limit: Int,
    after number: PhoneNumber? = nil
  ) async throws(StoreError) -> [StandingOptOut] {
    try await read { db in
      try OptOutTable.readable {
        try db.rows(
          Self.optOutQuery + """
             WHERE o.number > ? AND o.number <= coalesce((SELECT number FROM opt_outs
              WHERE number > ? ORDER BY number, scope LIMIT 1 OFFSET ?), '~')
            ORDER BY o.number, o.scope
            """,
          [number?.description ?? "", number?.description ?? "", limit - 1]
        ).map(StandingOptOut.init)
      }
    }
  }

  private static let optOutQuery = """
    SELECT o.number, o.scope, o.since, coalesce(h.source, 'api') AS source, h.text
    FROM opt_outs o LEFT JOIN opt_out_history h ON h.id = (SELECT max(id) FROM opt_out_history
      WHERE number = o.number AND action = 'optOut' AND scope = o.scope)
    """

  /// The line of the history that says what a number did at a moment.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - action: What it did.
  ///   - scope: What that was about.
  ///   - moment: When it was recorded.
  /// - Returns: The line; nil where there is none.
  /// - Throws: `StoreError`.
  public func optOutEntry(
    of number: PhoneNumber,
    _ action: OptOutAction,
    _ scope: OptOutScope,
    at moment: Timestamp
  ) async throws(StoreError) -> OptOutEntry? {
    try await read { db in try OptOutTable.entry(of: number, action, scope, at: moment, in: db) }
  }

  /// The history of one number, newest first.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - limit: How many lines at most.
  /// - Returns: The lines.
  /// - Throws: `StoreError`.
  public func optOutHistory(
    of number: PhoneNumber,
    limit: Int = 100
  ) async throws(StoreError) -> [OptOutEntry] {
    try await read { db in
      try db.rows(
        "SELECT * FROM opt_out_history WHERE number = ? ORDER BY id DESC LIMIT ?",
        [number.description, limit]
      ).map(OptOutEntry.init)
    }
  }
}
