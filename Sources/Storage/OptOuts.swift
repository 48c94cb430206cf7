internal import GRDB
public import Messaging
internal import QueuePolicy

/// Whether a number opted out or back in.
public enum OptOutAction: String, Hashable, Sendable, Codable, CaseIterable {
  /// It wants no more messages.
  case optOut
  /// It wants them again.
  case optIn
}

/// One line of the history of opt-outs, which is never changed.
public struct OptOutEntry: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// Whether it opted out or in.
  public var action: OptOutAction
  /// What the line covers.
  public var scope: OptOutScope
  /// When.
  public var at: Timestamp
  /// Who did it: the recipient, an operator, an application.
  public var actor: String
  /// The received text, as it came.
  public var text: String?
  /// The rule that the text matched.
  public var rule: String?
  /// The SIM that received it.
  public var iccid: ICCID?
  /// The received message.
  public var inbound: MessageID?
  /// The message that it answered: the last one sent to the number.
  public var answered: MessageID?

  /// A line.
  public init(
    number: PhoneNumber,
    action: OptOutAction,
    scope: OptOutScope = .all,
    at: Timestamp,
    actor: String,
    text: String? = nil,
    rule: String? = nil,
    iccid: ICCID? = nil,
    inbound: MessageID? = nil,
    answered: MessageID? = nil
  ) {
    self.number = number
    self.action = action
    self.scope = scope
    self.at = at
    self.actor = actor
    self.text = text
    self.rule = rule
    self.iccid = iccid
    self.inbound = inbound
    self.answered = answered
  }
}

/// A number that is on the list.
public struct StandingOptOut: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// What it refuses.
  public var scope: OptOutScope
  /// Since when.
  public var since: Timestamp
}

/// What a change of the list did.
public struct OptOutChange: Hashable, Sendable {
  /// Whether the list changed; a repeated opt-out only adds to the history.
  public var isNew: Bool
  /// The queued messages and resends that were withdrawn.
  public var withdrawn: [MessageChange]
}

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
    context.events.append(.optOut(entry))
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

extension StandingOptOut {
  init(_ row: Row) throws {
    self.init(
      number: row.phoneNumber("number"),
      scope: try row.required("scope"),
      since: row.timestamp("since")
    )
  }
}

extension OptOutEntry {
  init(_ row: Row) throws {
    self.init(
      number: row.phoneNumber("number"),
      action: try row.required("action"),
      scope: try row.required("scope"),
      at: row.timestamp("at"),
      actor: row["actor"],
      text: row["text"],
      rule: row["rule"],
      iccid: (row["iccid"] as String?).flatMap { ICCID($0) },
      inbound: (row["inbound"] as String?).flatMap { MessageID($0) },
      answered: (row["answered"] as String?).flatMap { MessageID($0) }
    )
  }
}
