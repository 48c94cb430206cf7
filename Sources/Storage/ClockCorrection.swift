internal import GRDB
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// When the last message was accepted, by the clock as it was then; nil where there is none.
  ///
  /// - Returns: The time.
  /// - Throws: `StoreError`.
  public func lastAcceptance() async throws(StoreError) -> Timestamp? {
    try await read { db in
      try db.value(Int64.self, "SELECT accepted_at FROM messages ORDER BY row DESC LIMIT 1")
        .map(Timestamp.init(milliseconds:))
    }
  }

  /// Brings back what was written under a clock that was ahead: without this it would wait until the
  /// clock is there again.
  ///
  /// Messages that were accepted or put off under it are due now, and worth as long as they were when
  /// they were accepted. No wait that has a length is longer than that length from now on: nothing is
  /// given up earlier for it than it would have been under the right clock. What was sent under it counts
  /// as sent now, for limits and budgets. What somebody asked for by the clock (`not_before`, the end of a
  /// pause) stays.
  ///
  /// - Parameter now: The time, after the clock was put back.
  /// - Returns: How many messages are due now that were not.
  /// - Throws: `StoreError`.
  @discardableResult
  public func clockWentBack(to now: Timestamp) async throws(StoreError) -> Int {
    let rules = rules
    return try await writer.write { context in
      let correction = ClockCorrection(db: context.db, rules: rules, now: now)
      let count = try correction.bringBack()
      try correction.capWaits()
      try UsageCorrection(db: context.db, now: now).bringBack()
      context.events.append(.due(now))
      return count
    }
  }
}

/// What is mended when the clock was set back, inside one transaction.
private struct ClockCorrection {
  let db: Database
  let rules: MessageRules
  let now: Timestamp

  /// - Returns: How many messages are due now that were not.
  func bringBack() throws -> Int {
    var count = 0
    for statement in [
      """
      UPDATE messages SET due_at = ?1 WHERE state = 'queued' AND held IN (0, 1)
        AND due_at > ?1 AND (due_at = accepted_at OR attempt_count > 0)
      """,
      // What quiet hours keep back is asked again whether it is kept back at this time.
      """
      UPDATE messages SET deferred = 0, due_at = max(coalesce(not_before, 0), ?1)
        WHERE state = 'queued' AND held IN (0, 1) AND deferred = 1 AND due_at > ?1
      """,
    ] {
      try db.run(statement, [now.milliseconds])
      count += db.changesCount
    }
    try db.run(
      """
      UPDATE messages SET expires_at = ?1 + (expires_at - accepted_at), accepted_at = ?1
        WHERE state = 'queued' AND accepted_at > ?1 AND not_before IS NULL
      """,
      [now.milliseconds]
    )
    return count
  }

  func capWaits() throws {
    let waits: [(column: String, index: String, condition: String, length: Duration)] = [
      (
        "resume_by", "messages_resume", "state = 'queued' AND resume_by IS NOT NULL",
        rules.resumeWindow
      ),
      (
        "resume_by", "messages_state", "state IN ('submitting', 'unknown')", rules.resumeWindow
      ),
      (
        "decide_at", "messages_decision", "state = 'unknown' AND decide_at IS NOT NULL",
        rules.evidenceWait
      ),
      (
        "report_by", "messages_report", "state = 'sent' AND report_by IS NOT NULL",
        rules.reportWindow
      ),
      (
        "avoid_until", "messages_avoiding",
        "state = 'queued' AND held = 0 AND avoid_sim IS NOT NULL", .zero
      ),
    ]
    for wait in waits {
      try db.run(
        """
        UPDATE messages INDEXED BY \(wait.index) SET \(wait.column) = ?1
          WHERE \(wait.condition) AND \(wait.column) > ?1
        """,
        [(now + wait.length).milliseconds]
      )
    }
    try db.run(
      "UPDATE webhook_deliveries SET due_at = ?1 WHERE due_at > ?1",
      [now.milliseconds]
    )
    try db.run(
      "UPDATE inbound_parts SET received_at = ?1 WHERE message IS NULL AND received_at > ?1",
      [now.milliseconds]
    )
  }
}
