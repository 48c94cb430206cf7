internal import GRDB
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// Records that two answers came where two attempts were open: which is whose cannot be told, and
  /// both are unknown.
  ///
  /// What was counted for the newer one is taken back, unless a status report or an operator vouches
  /// for it, or another of its segments is on its way.
  ///
  /// - Parameters:
  ///   - older: The attempt that had been given up as unknown.
  ///   - newer: The attempt that was answered since.
  ///   - now: The time.
  /// - Returns: The messages that moved, or whose reason is another now.
  /// - Throws: `StoreError`; both are then as they were.
  public func recordConflict(
    _ older: AttemptID,
    _ newer: AttemptID,
    at now: Timestamp
  ) async throws(StoreError) -> [MessageChange] {
    let rules = rules
    return try await writer.write(.essential) { context in
      let table = AttemptTable(db: context.db, rules: rules, now: now)
      return [
        try table.doubt(older, in: &context), try table.doubt(newer, in: &context),
      ].compactMap(\.self)
    }
  }
}

extension AttemptTable {
  /// Makes an attempt unknown whose answer may have been that of another.
  ///
  /// - Returns: What became of its message; nil where the attempt is settled otherwise.
  fileprivate func doubt(
    _ id: AttemptID,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    guard var attempt = try AttemptRow.find(id, in: db),
      var message = try MessageRow.find(row: attempt.message, in: db),
      attempt.outcome != nil, attempt.settlement == nil, attempt.delivery == nil
    else { return nil }
    let transitions = Transitions(db: db, rules: rules)
    let text = UnknownReason.conflictingAnswers.text
    attempt.outcome = .unknown(.conflictingAnswers)
    attempt.messageReference = nil
    if message.state == .unknown {
      try attempt.save(in: db)
      message.reason = text
      try message.save(in: db)
      return MessageChange(message, from: .unknown, at: now)
    }
    let before = try AttemptRow.all(of: message.row, in: db)
    let after = before.map { $0.id == id ? attempt : $0 }
    let decision = rules.decide(
      .answerDoubted,
      for: try transitions.facts(message, after),
      at: now,
      reason: text
    )
    guard decision.state != message.state else { return nil }
    try attempt.save(in: db)
    return try transitions.carryOut(decision, on: message, after, at: now, in: &context)
  }
}
