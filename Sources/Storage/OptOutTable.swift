internal import GRDB
internal import Messaging
internal import QueuePolicy

/// The list of opt-outs, as a transaction sees it.
enum OptOutTable {
  /// The entries of a number.
  ///
  /// - Throws: `optOutListUnreadable` where the list cannot be read.
  static func entries(_ number: PhoneNumber, in db: Database) throws -> [StandingOptOut] {
    do {
      return try db.rows("SELECT * FROM opt_outs WHERE number = ?", [number.description])
        .map(StandingOptOut.init)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StoreError.optOutListUnreadable(detail: error.message ?? "no reason given")
    }
  }

  static func blocks(
    _ number: PhoneNumber,
    _ messageClass: MessageClass,
    _ purpose: MessagePurpose,
    in db: Database
  ) throws -> Bool {
    let entries = try entries(number, in: db)
    guard purpose == .ordinary else { return false }
    return entries.contains { $0.scope == .all || messageClass == .marketing }
  }

  static func blocks(_ message: MessageRow, in db: Database) throws -> Bool {
    try blocks(message.recipient, message.messageClass, message.purpose, in: db)
  }

  static func record(
    _ entry: OptOutEntry,
    rules: MessageRules,
    in context: inout WriteContext
  ) throws -> OptOutChange {
    let db = context.db
    let before = try entries(entry.number, in: db)
    try append(entry, in: db)
    try context.announce(.optOut(entry), at: entry.at)
    switch entry.action {
    case .optIn:
      // Whoever opts in to everything takes back every refusal.
      let scopes = entry.scope == .all ? OptOutScope.allCases : [entry.scope]
      for scope in scopes {
        try db.run(
          "DELETE FROM opt_outs WHERE number = ? AND scope = ?",
          [entry.number.description, scope.rawValue]
        )
      }
      return OptOutChange(isNew: before.contains { scopes.contains($0.scope) }, withdrawn: [])
    case .optOut:
      try db.run(
        "INSERT OR IGNORE INTO opt_outs VALUES (?, ?, ?)",
        [entry.number.description, entry.scope.rawValue, entry.at.milliseconds]
      )
      return OptOutChange(
        isNew: !before.contains { $0.scope == entry.scope },
        withdrawn: try withdraw(entry, rules: rules, in: &context)
      )
    }
  }

  /// Withdraws queued messages and pending resends to a number.
  private static func withdraw(
    _ entry: OptOutEntry,
    rules: MessageRules,
    in context: inout WriteContext
  ) throws -> [MessageChange] {
    let transitions = Transitions(db: context.db, rules: rules)
    let rows = try context.db.rows(
      """
      SELECT * FROM messages WHERE recipient = ? AND state IN ('queued', 'unknown')
        AND purpose = 'ordinary' ORDER BY row
      """,
      [entry.number.description]
    )
    var changes: [MessageChange] = []
    for row in rows {
      let message = try MessageRow(row)
      guard entry.scope == .all || message.messageClass == .marketing else { continue }
      let change = try transitions.apply(
        .optedOut,
        to: message,
        at: entry.at,
        reason: "the recipient has opted out",
        in: &context
      )
      if let change { changes.append(change) }
    }
    return changes
  }

  private static func append(_ entry: OptOutEntry, in db: Database) throws {
    try db.run(
      """
      INSERT INTO opt_out_history
        (number, action, scope, at, actor, text, rule, iccid, inbound, answered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.number.description, entry.action.rawValue, entry.scope.rawValue,
        entry.at.milliseconds, entry.actor, entry.text, entry.rule, entry.iccid?.description,
        entry.inbound?.description, entry.answered?.description,
      ]
    )
  }
}
