internal import GRDB
public import Messaging
internal import QueuePolicy

/// What a crash or a stop left behind.
public struct Recovery: Hashable, Sendable {
  /// The messages whose attempt was open: their outcome is unknown now.
  public var interrupted: [MessageChange]
  /// Every attempt that may still be answered or proved, oldest first.
  public var unresolved: [OpenAttempt]
}

extension MessageStore {
  /// Takes stock at the start: what was being submitted when the gateway stopped is unknown.
  ///
  /// - Parameter now: The time.
  /// - Returns: What was found.
  /// - Throws: `StoreError`.
  public func recover(at now: Timestamp) async throws(StoreError) -> Recovery {
    let rules = rules
    let interrupted = try await writer.write(.essential) { context in
      let table = AttemptTable(db: context.db, rules: rules, now: now)
      let open = try context.db.rows(
        "SELECT id FROM attempts INDEXED BY attempts_unresolved "
          + "WHERE unresolved = 1 AND outcome IS NULL ORDER BY id"
      )
      var changes: [MessageChange] = []
      for row in open {
        changes.append(
          try table.recordOutcome(
            of: AttemptID(row["id"]),
            .unknown(.interrupted),
            jitter: 0.5,
            in: &context
          )
        )
      }
      return changes
    }
    return Recovery(interrupted: interrupted, unresolved: try await unresolvedAttempts())
  }

  /// Does what is due by the clock: messages whose time is over, long messages that can no longer
  /// be resumed, unknown ones whose wait for evidence is over, reports that never came.
  ///
  /// - Parameter now: The time.
  /// - Returns: What changed.
  /// - Throws: `StoreError`.
  public func expire(at now: Timestamp) async throws(StoreError) -> [MessageChange] {
    let rules = rules
    var changes: [MessageChange] = []
    while true {
      let batch = try await writer.write { context in
        try Deadlines(db: context.db, rules: rules, now: now).apply(in: &context)
      }
      changes += batch.changes
      if batch.isDone { return changes }
    }
  }

  /// When `expire(at:)` has something to do next; nil where nothing waits.
  ///
  /// - Returns: The moment.
  /// - Throws: `StoreError`.
  public func nextDeadline() async throws(StoreError) -> Timestamp? {
    try await read { db in
      let milliseconds = try Deadlines.queries.compactMap { query in
        try db.value(Int64.self, query.first)
      }
      return milliseconds.min().map(Timestamp.init(milliseconds:))
    }
  }
}

/// What is due by the clock, as a transaction sees it.
struct Deadlines {
  let db: Database
  let rules: MessageRules
  let now: Timestamp

  /// How many messages one transaction moves at most, so that others are not kept waiting.
  static let batchLimit = 200

  /// The four kinds of deadlines: the first of each, and those that have passed.
  static let queries: [(first: String, passed: String)] = [
    ("expires_at", "messages_expiry", "state = 'queued'"),
    ("resume_by", "messages_resume", "state = 'queued' AND resume_by IS NOT NULL"),
    ("decide_at", "messages_decision", "state = 'unknown' AND decide_at IS NOT NULL"),
    ("report_by", "messages_report", "state = 'sent' AND report_by IS NOT NULL"),
  ].map { column, index, condition in
    // Left to itself, SQLite looks through all messages of the state.
    (
      "SELECT min(\(column)) FROM messages INDEXED BY \(index) WHERE \(condition)",
      """
      SELECT \(MessageRow.columns) FROM messages INDEXED BY \(index) WHERE \(condition) AND \(column) <= ?
      ORDER BY \(column) LIMIT \(batchLimit)
      """
    )
  }

  func apply(
    in context: inout WriteContext
  ) throws -> (changes: [MessageChange], isDone: Bool) {
    var changes: [MessageChange] = []
    for query in Self.queries {
      let messages = try db.all(query.passed, [now.milliseconds], as: MessageRow.init)
      for message in messages {
        if let change = try apply(to: message, in: &context) { changes.append(change) }
      }
      if messages.count == Self.batchLimit { return (changes, false) }
    }
    return (changes, true)
  }

  private func apply(
    to message: MessageRow,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    var message = message
    let attempts = try AttemptRow.all(of: message.row, in: db)
    let facts = try Transitions(db: db, rules: rules).facts(message, attempts)
    let event: MessageEvent
    var reason: String?
    switch message.state {
    case .queued where message.expiresAt <= now:
      event = .expired
      reason = message.reason.map { "its time was over; before: \($0)" } ?? "its time was over"
    case .queued:
      event = facts.lateRest
      reason = event.textOfLateRest
    case .unknown:
      event = rules.waitOver(for: facts, at: now)
      reason =
        event == .waitOverAllow
        ? "sent again, since nobody can know whether it arrived" : message.reason
      message.decideAt = nil
    case .sent:
      event = .reportWindowOver
      message.reportBy = nil
    case .submitting, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired,
      .closed:
      return nil
    }
    let change = try Transitions(db: db, rules: rules)
      .apply(event, to: message, attempts, facts, at: now, reason: reason, in: &context)
    return change.flatMap { $0.from == $0.to && event != .restartAllowed ? nil : $0 }
  }
}
