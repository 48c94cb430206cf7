internal import GRDB
public import Messaging

extension MessageStore {
  /// Puts a number on the list, or takes it off, and withdraws what is queued for it, in one
  /// transaction.
  ///
  /// - Parameter entry: What is written into the history.
  /// - Returns: What it did.
  /// - Throws: `StoreError`; nothing changed then.
  public func recordOptOut(_ entry: OptOutEntry) async throws(StoreError) -> OptOutChange {
    let rules = rules
    return try await writer.write(.essential) { context in
      try OptOutTable.record(entry, rules: rules, in: &context)
    }
  }

  /// Whether a number may get messages of a class.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - messageClass: The class.
  /// - Returns: What blocks it; nil where nothing does.
  /// - Throws: `optOutListUnreadable`, or another `StoreError`: then nothing may be sent.
  public func optOut(
    blocking number: PhoneNumber,
    _ messageClass: MessageClass
  ) async throws(StoreError) -> StandingOptOut? {
    try await read { db in
      try OptOutTable.entries(number, in: db)
        .first { $0.scope == .all || messageClass == .marketing }
    }
  }

  /// The list, by number.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - number: Only what follows this number; nil for the beginning.
  /// - Returns: A page.
  /// - Throws: `StoreError`.
  public func optOuts(
    limit: Int,
    after number: PhoneNumber? = nil
  ) async throws(StoreError) -> [StandingOptOut] {
    try await read { db in
      try db.rows(
        "SELECT * FROM opt_outs WHERE number > ? ORDER BY number, scope LIMIT ?",
        [number?.description ?? "", limit]
      ).map(StandingOptOut.init)
    }
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
