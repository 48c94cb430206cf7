internal import GRDB
internal import Messaging
internal import QueuePolicy

/// The list of opt-outs, as a transaction sees it.
enum OptOutTable {
  /// What a number has opted out of.
  ///
  /// - Throws: `optOutListUnreadable` where the list cannot be read.
  static func scopes(_ number: PhoneNumber, in db: Database) throws -> [OptOutScope] {
    try readable {
      try db.all("SELECT scope FROM opt_outs WHERE number = ?", [number.description]) {
        try $0.named()
      }
    }
  }

  /// Reads the list; what keeps it from being read has a name of its own.
  static func readable<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StoreError.optOutListUnreadable(detail: error.message ?? "no reason given")
    }
  }

  /// What stands against sending a message to a number; nil where nothing does.
  ///
  /// - Throws: `optOutListUnreadable` where the list cannot be read.
  static func objection(
    to number: PhoneNumber,
    _ messageClass: MessageClass,
    _ purpose: MessagePurpose,
    in db: Database
  ) throws -> Objection? {
    let scopes = try scopes(number, in: db)
    switch purpose {
    case .confirmation: return nil
    case .ordinary: break
    }
    if scopes.contains(where: { $0.covers(messageClass) }) { return .optedOut }
    guard messageClass == .marketing, try ConsentTable.isRequired(in: db) else { return nil }
    return try ConsentTable.has(number, in: db) ? nil : .noConsent
  }

  static func objection(to message: MessageRow, in db: Database) throws -> Objection? {
    try objection(to: message.recipient, message.messageClass, message.purpose, in: db)
  }

  /// The line of the history that says what a number did at a moment; nil where there is none.
  static func entry(
    of number: PhoneNumber,
    _ action: OptOutAction,
    _ scope: OptOutScope,
    at moment: Timestamp,
    in db: Database
  ) throws -> OptOutEntry? {
    try db.row(
      """
      SELECT * FROM opt_out_history WHERE number = ? AND action = ? AND scope = ? AND at = ?
      ORDER BY id DESC LIMIT 1
      """,
      [number.description, action.rawValue, scope.rawValue, moment.milliseconds]
    ).map(OptOutEntry.init)
  }

  /// Writes a line of the history, and does what it says.
  ///
  /// A line that would change nothing is left out where only new ones are wanted.
  static func record(
    _ entry: OptOutEntry,
    onlyIfNew: Bool = false,
    rules: MessageRules,
    in context: inout WriteContext
  ) throws -> OptOutChange {
    let db = context.db
    let before = try scopes(entry.number, in: db)
    let isNew: Bool
    switch entry.action {
    case .optOut: isNew = !before.contains(entry.scope)
    case .optIn: isNew = before.contains { entry.scope == .all || $0 == entry.scope }
    case .consent: isNew = try !ConsentTable.has(entry.number, in: db)
    case .consentWithdrawn: isNew = try ConsentTable.has(entry.number, in: db)
    }
    if onlyIfNew, !isNew { return OptOutChange(isNew: false, withdrawn: []) }
    try append(entry, in: db)
    try context.announce(.optOut(entry), at: entry.at)
    var withdrawn: [MessageChange] = []
    switch entry.action {
    case .optIn:
      try lift(entry, in: db)
      // Only the owner of the number agrees to anything by it.
      if entry.source == .sms { try ConsentTable.add(entry, in: db) }
    case .optOut:
      try db.run(
        "INSERT OR IGNORE INTO opt_outs VALUES (?, ?, ?)",
        [entry.number.description, entry.scope.rawValue, (entry.since ?? entry.at).milliseconds]
      )
      try ConsentTable.remove(entry.number, in: db)
      withdrawn = try withdraw(entry, because: .optedOut, rules: rules, in: &context)
    case .consent:
      try ConsentTable.add(entry, in: db)
    case .consentWithdrawn:
      try ConsentTable.remove(entry.number, in: db)
      if try ConsentTable.isRequired(in: db) {
        var marketing = entry
        marketing.scope = .marketing
        withdrawn = try withdraw(marketing, because: .noConsent, rules: rules, in: &context)
      }
    }
    return OptOutChange(isNew: isNew, withdrawn: withdrawn)
  }

  /// Whoever opts in to everything takes back every refusal.
  private static func lift(_ entry: OptOutEntry, in db: Database) throws {
    for scope in entry.scope == .all ? OptOutScope.allCases : [entry.scope] {
      try db.run(
        "DELETE FROM opt_outs WHERE number = ? AND scope = ?",
        [entry.number.description, scope.rawValue]
      )
    }
  }

  /// Withdraws queued messages and pending resends to a number.
  private static func withdraw(
    _ entry: OptOutEntry,
    because objection: Objection,
    rules: MessageRules,
    in context: inout WriteContext
  ) throws -> [MessageChange] {
    let transitions = Transitions(db: context.db, rules: rules)
    let messages = try context.db.all(
      """
      SELECT \(MessageRow.columns) FROM messages WHERE recipient = ? AND state IN ('queued', 'unknown')
        AND purpose = 'ordinary' ORDER BY row
      """,
      [entry.number.description],
      as: MessageRow.init
    )
    var changes: [MessageChange] = []
    for message in messages where entry.scope.covers(message.messageClass) {
      let change = try transitions.apply(
        .optedOut,
        to: message,
        at: entry.at,
        reason: objection.reason,
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
        (number, action, scope, at, since, actor, source, text, rule, iccid, inbound, answered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.number.description, entry.action.rawValue, entry.scope.rawValue,
        entry.at.milliseconds, entry.since?.milliseconds, entry.actor, entry.source.rawValue,
        entry.text, entry.rule, entry.iccid?.description, entry.inbound?.description,
        entry.answered?.description,
      ]
    )
  }
}

extension OptOutScope {
  /// Whether messages of a class are what the opt-out is about.
  fileprivate func covers(_ messageClass: MessageClass) -> Bool {
    switch self {
    case .all: true
    case .marketing: messageClass == .marketing
    }
  }
}
