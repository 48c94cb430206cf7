internal import GRDB
public import Messaging
public import QueuePolicy

extension MessageStore {
  /// Records an attempt, just before Ctrl-Z: when this returns `recorded`, the record is durable
  /// and Ctrl-Z may be written.
  ///
  /// Opt-out, cancellation, expiry and the rules of considerate sending are checked in the same
  /// transaction. What is refused moves the message in that transaction too.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - now: The time.
  /// - Returns: Whether Ctrl-Z may be written.
  /// - Throws: `StoreError`; Ctrl-Z must not be written then.
  public func recordAttempt(
    _ attempt: AttemptRecord,
    at now: Timestamp
  ) async throws(StoreError) -> AttemptDecision {
    let rules = rules
    let sending = sendingRules
    let decision = try await writer.write { context in
      try AttemptTable(db: context.db, rules: rules, now: now, sending: sending)
        .record(attempt, in: &context)
    }
    switch decision {
    case .recorded: break
    case .refused: release(attempt.message)
    }
    return decision
  }

  /// Records how an attempt ended, and does to its message what the rules decide.
  ///
  /// The outcome of an attempt that was already taken for unknown counts as late evidence.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - outcome: How it ended.
  ///   - now: The time.
  ///   - jitter: A number that the caller draws for the back-off, 0 to 1.
  /// - Returns: What became of the message.
  /// - Throws: `StoreError`; the attempt is then open still, and unknown after a restart.
  public func recordOutcome(
    of attempt: AttemptID,
    _ outcome: SubmissionOutcome,
    at now: Timestamp,
    jitter: Double
  ) async throws(StoreError) -> MessageChange {
    let rules = rules
    let change = try await writer.write(.essential) { context in
      try AttemptTable(db: context.db, rules: rules, now: now)
        .recordOutcome(of: attempt, outcome, jitter: jitter, in: &context)
    }
    if !change.continues { release(change.id) }
    return change
  }

  /// Records evidence about an attempt whose outcome is unknown.
  ///
  /// - Parameters:
  ///   - evidence: What was seen.
  ///   - attempt: The attempt that it is about.
  ///   - now: The time.
  /// - Returns: What became of the message; nil where the evidence proves nothing.
  /// - Throws: `StoreError`.
  public func recordEvidence(
    _ evidence: Evidence,
    about attempt: AttemptID,
    at now: Timestamp
  ) async throws(StoreError) -> MessageChange? {
    let rules = rules
    return try await writer.write(.essential) { context in
      let table = AttemptTable(db: context.db, rules: rules, now: now)
      guard let row = try AttemptRow.find(attempt, in: context.db) else { return nil }
      guard row.facts.isOpenToEvidence else { return nil }
      return try table.conclude(
        row.unresolved.conclusion(from: evidence),
        about: row,
        evidence: EvidenceKind(evidence),
        in: &context
      )
    }
  }

  /// The attempts that nobody knows the outcome of, by SIM.
  ///
  /// - Parameter iccid: The SIM; nil for all.
  /// - Returns: The attempts, oldest first.
  /// - Throws: `StoreError`.
  public func unresolvedAttempts(
    of iccid: ICCID? = nil
  ) async throws(StoreError) -> [OpenAttempt] {
    try await read { db in try AttemptTable.unresolved(of: iccid, in: db) }
  }
}

/// An attempt whose outcome nobody knows.
public struct OpenAttempt: Hashable, Sendable {
  /// Its number.
  public var id: AttemptID
  /// Its message.
  public var message: MessageID
  /// Which segment it carried, from 1.
  public var segment: Int
  /// The modem, by name.
  public var modem: String
  /// The SIM.
  public var iccid: ICCID
  /// The serial number of the modem.
  public var imei: String?
  /// EF-SMSS before it, where it was read.
  public var messageReferenceBaseline: UInt8?
  /// When it was recorded.
  public var recordedAt: Timestamp
  /// How long the machine had been up then, where that is known.
  public var uptime: Uptime?
  /// Until when the modem may still answer.
  public var deadline: Timestamp

  /// When it was recorded, by every clock.
  public var recording: ClockReading { ClockReading(wall: recordedAt, uptime: uptime) }

  /// How long after its record an attempt may still be answered.
  public static let answerTime = UnresolvedAttempt.answerTime
}
