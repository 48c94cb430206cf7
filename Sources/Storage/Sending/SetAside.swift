internal import GRDB
internal import Messaging
internal import QueuePolicy

/// A queued message that the rules keep back: it is not looked at again before it may leave.
struct SetAside {
  var row: Int64
  var verdict: RuleVerdict

  /// How many messages are set aside in one transaction; others get their turn in between.
  static let batch = 200

  /// Writes what the rules said.
  func write(rules: MessageRules, at now: Timestamp, in context: inout WriteContext) throws {
    let db = context.db
    switch verdict {
    case .allowed:
      return
    case .deferred(let until, let reason):
      if try endsInVain(until, reason, rules: rules, at: now, in: &context) { return }
      try db.run(
        """
        UPDATE messages SET due_at = ?, reason = ?, deferred = 1 WHERE row = ? AND state = 'queued'
        """,
        [until.milliseconds, reason, row]
      )
      context.events.append(.due(until))
    case .refused(let reason):
      guard let message = try MessageRow.find(row: row, in: db), message.state == .queued else {
        return
      }
      try Transitions(db: db, rules: rules)
        .apply(.refusedForGood, to: message, at: now, reason: reason, in: &context)
    }
  }

  /// Fails an `otp` whose wait would outlast its validity: whoever waits for it is to know at once.
  private func endsInVain(
    _ until: Timestamp,
    _ reason: String,
    rules: MessageRules,
    at now: Timestamp,
    in context: inout WriteContext
  ) throws -> Bool {
    guard let message = try MessageRow.find(row: row, in: context.db), message.state == .queued,
      message.messageClass.endsInVain(waitingUntil: until, expiringAt: message.expiresAt)
    else { return false }
    try Transitions(db: context.db, rules: rules).apply(
      .expired,
      to: message,
      at: now,
      reason: MessageClass.tooLate(reason),
      in: &context
    )
    return true
  }
}
