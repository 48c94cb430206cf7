internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Attempts, as a transaction sees them.
struct AttemptTable {
  let db: Database
  let rules: MessageRules
  let now: Timestamp
  var sending = SendingRules()

  private var transitions: Transitions { Transitions(db: db, rules: rules) }

  func record(
    _ attempt: AttemptRecord,
    in context: inout WriteContext
  ) throws -> AttemptDecision {
    guard let message = try MessageRow.find(attempt.message, in: db) else {
      return .refused(.superseded)
    }
    let attempts = try AttemptRow.all(of: message.row, in: db)
    let facts = try transitions.facts(message, attempts, isForAttempt: true)
    if let refusal = try refusal(attempt, message, attempts, facts, in: &context) {
      return .refused(refusal)
    }
    let cost = sending.prefixes.cost(to: message.recipient, segments: 1)
    context.counts.use(attempt.iccid, at: now)
    try UsageTable(db: db).count(attempt, to: message.recipient, cost, at: now)
    let baseline = try baseline(of: attempt)
    let optional: [(any DatabaseValueConvertible)?] = [
      message.row, attempt.segment, message.concatenation, attempt.modem, attempt.iccid.description,
      attempt.imei,
      message.recipient.description, baseline.map { Int($0) },
      now.milliseconds, now.milliseconds, cost.tenThousandths,
      attempt.make?.manufacturer ?? attempt.firmware?.manufacturer,
      attempt.make?.model ?? attempt.firmware?.model, attempt.firmware?.revision,
      attempt.uptime?.boot, attempt.uptime?.milliseconds,
    ]
    try db.run(
      """
      INSERT INTO attempts
        (message, segment, concatenation, modem, iccid, imei, recipient, baseline, recorded_at,
         counted_at, cost, manufacturer, model, revision, boot, uptime)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(optional)
    )
    let id = AttemptID(db.lastInsertedRowID)
    let all =
      attempts + [
        AttemptRow(attempt, id: id, of: message, baseline: baseline, cost: cost, at: now)
      ]
    var present = facts
    present.ledger.attempts = all.map(\.facts)
    var unreserved = message
    if message.isKeptBack { unreserved.reason = nil }
    try transitions.apply(
      .attemptRecorded,
      to: unreserved,
      all,
      present,
      at: now,
      in: &context
    )
    return .recorded(id)
  }

  /// Why an attempt may not be made; what refuses it moves the message as well.
  private func refusal(
    _ attempt: AttemptRecord,
    _ message: MessageRow,
    _ attempts: [AttemptRow],
    _ facts: MessageFacts,
    in context: inout WriteContext
  ) throws -> AttemptRefusal? {
    switch message.state {
    case .queued: break
    case .withdrawn: return .optedOut
    case .cancelled: return .cancelled
    case .expired: return .expired
    case .submitting, .sent, .delivered, .undelivered, .failed, .unknown, .closed:
      return .superseded
    }
    let found: (MessageEvent, AttemptRefusal, String)
    if facts.isOptedOut {
      let objection = try OptOutTable.objection(to: message, in: db) ?? .optedOut
      found = (.optedOut, .optedOut, objection.reason)
    } else if facts.isCancelRequested {
      found = (.cancelled, .cancelled, "cancelled")
    } else if message.expiresAt <= now {
      found = (.expired, .expired, "its time was over")
    } else if facts.isTooLateToResume(at: now) {
      found = (facts.lateRest, .tooLateToResume, facts.lateRest.textOfLateRest)
    } else {
      // The segment in the modem's hand has the reference that its SIM was given.
      let isBoundElsewhere = [message.sim, message.concatenationSIM].contains { sim in
        sim.map { $0 != attempt.iccid.description } ?? false
      }
      let isExpected = facts.ledger.nextSegment == attempt.segment
      if isBoundElsewhere || !isExpected || message.isHeld { return .superseded }
      return try keepBack(message, in: &context) ? .keptBack : nil
    }
    try transitions.apply(
      found.0,
      to: message,
      attempts,
      facts,
      at: now,
      reason: found.2,
      in: &context
    )
    return found.1
  }

  /// Asks the rules of considerate sending once more, now that nobody can come in between.
  ///
  /// - Returns: Whether they keep the message back.
  private func keepBack(_ message: MessageRow, in context: inout WriteContext) throws -> Bool {
    var check = RuleCheck(db: db, rules: sending, now: now)
    let verdict = try check.verdict(on: message.subject, leavingAt: now)
    guard verdict != .allowed else { return false }
    try SetAside(row: message.row, verdict: verdict).write(rules: rules, at: now, in: &context)
    return true
  }

  func recordOutcome(
    of id: AttemptID,
    _ outcome: SubmissionOutcome,
    jitter: Double,
    in context: inout WriteContext
  ) throws -> MessageChange {
    var attempts = try AttemptRow.siblings(of: id, in: db)
    guard let index = attempts.firstIndex(where: { $0.id == id }),
      var message = try MessageRow.find(row: attempts[index].message, in: db)
    else { throw StoreError.unexpected(detail: "no attempt \(id)") }
    var attempt = attempts[index]
    guard attempt.outcome == nil else {
      return try lateOutcome(outcome, of: attempt, message, in: &context)
    }
    attempt.outcome = outcome
    attempt.outcomeAt = now
    if case .accepted(let reference) = outcome { attempt.messageReference = reference }
    try attempt.save(in: db)
    Activity.count(attempt, in: &context.counts, at: now)
    if attempt.facts.cameToNothing {
      try UsageTable(db: db).giveBack(attempt, in: &context.counts)
    }
    attempts[index] = attempt
    try settleDuplicate(outcome, attempt, among: &attempts)
    if attempt.facts.standing == .accepted { message.resumeBy = now + rules.resumeWindow }
    let decision = rules.decide(
      outcome,
      ofAttempt: index,
      for: try transitions.facts(message, attempts),
      at: now,
      jitter: jitter
    )
    var change =
      try transitions.carryOut(decision, on: message, attempts, at: now, in: &context)
      ?? MessageChange(message, from: message.state, at: now)
    change.modem = attempt.modem
    if case .refused(let error) = outcome { change.verdict = error.verdict(from: attempt.make) }
    try ReportTable(db: db, rules: rules, now: now).matchEarly(attempt, in: &context)
    return change
  }

  /// An answer to an attempt that was taken for unknown before: only proof counts.
  private func lateOutcome(
    _ outcome: SubmissionOutcome,
    of attempt: AttemptRow,
    _ message: MessageRow,
    in context: inout WriteContext
  ) throws -> MessageChange {
    let unchanged = MessageChange(message, from: message.state, at: now)
    guard case .accepted(let reference) = outcome, attempt.facts.isOpenToEvidence else {
      return unchanged
    }
    return try conclude(
      .sent(messageReference: reference),
      about: attempt,
      evidence: .lateAnswer,
      in: &context
    ) ?? unchanged
  }

  /// `+CMS ERROR: 197` proves that an earlier attempt at the segment arrived, if it was its own.
  private func settleDuplicate(
    _ outcome: SubmissionOutcome,
    _ attempt: AttemptRow,
    among attempts: inout [AttemptRow]
  ) throws {
    guard case .refused(let error) = outcome,
      error.verdict(from: attempt.make).errorClass == .countsAsSent
    else { return }
    let evidence = Evidence.duplicateRejected(
      segment: attempt.segment,
      iccid: attempt.iccid,
      messageReference: attempt.unresolved.expectedReference
    )
    for index in attempts.indices where attempts[index].id < attempt.id {
      var earlier = attempts[index]
      switch earlier.facts.standing {
      case .unknown, .disregarded: break
      case .open, .accepted, .refused, .notSubmitted: continue
      }
      guard case .sent(let reference) = earlier.unresolved.conclusion(from: evidence) else {
        continue
      }
      earlier.settlement = .provedSent
      earlier.settledAt = now
      earlier.evidence = EvidenceKind.duplicateRejected.rawValue
      earlier.messageReference = reference
      try earlier.save(in: db)
      attempts[index] = earlier
    }
  }

  /// Does what evidence proves about an attempt.
  ///
  /// - Returns: What became of the message; nil where nothing is proved.
  func conclude(
    _ conclusion: EvidenceConclusion,
    about attempt: AttemptRow,
    evidence: EvidenceKind,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    var attempt = attempt
    switch conclusion {
    case .nothing:
      return nil
    case .sent(let reference):
      attempt.settlement = .provedSent
      attempt.messageReference = reference
    case .notSubmitted:
      attempt.settlement = .provedNotSubmitted
    }
    attempt.settledAt = now
    attempt.evidence = evidence.rawValue
    try attempt.save(in: db)
    if attempt.settlement == .provedSent {
      try learnFromReading(of: attempt, isAnsweredLate: evidence == .lateAnswer)
    }
    guard var message = try MessageRow.find(row: attempt.message, in: db) else { return nil }
    let attempts = try AttemptRow.all(of: message.row, in: db)
    if attempt.settlement == .provedSent, attempt.concatenation == message.concatenation {
      let resumeBy = attempt.recordedAt + rules.resumeWindow
      message.resumeBy = max(message.resumeBy ?? resumeBy, resumeBy)
    }
    let facts = try transitions.facts(message, attempts)
    let decision: MessageDecision
    if facts.ledger.isComplete {
      decision = rules.decide(.proofOfMessage, for: facts, at: now, reason: evidence.rawValue)
    } else if facts.ledger.hasUnresolvedAttempt {
      decision = MessageDecision(state: message.state)
    } else {
      decision = rules.decide(
        attempt.settlement == .provedSent ? .proofOfSegment : .proofOfAbsence,
        for: facts,
        at: now,
        reason: evidence.rawValue
      )
    }
    var change = try transitions.carryOut(
      decision,
      on: message,
      attempts,
      at: now,
      in: &context
    )
    change?.modem = attempt.modem
    // Reports that could not be told apart may have an owner now.
    if attempt.settlement == .provedSent, evidence != .statusReport {
      try ReportTable(db: db, rules: rules, now: now).matchEarly(attempt, in: &context)
    }
    return change
  }

  static func unresolved(of iccid: ICCID?, in db: Database) throws -> [OpenAttempt] {
    try db.all(
      """
      SELECT \(AttemptRow.columns), (SELECT id FROM messages WHERE row = message), boot, uptime
      FROM attempts INDEXED BY attempts_unresolved
      WHERE unresolved = 1 AND (?1 IS NULL OR iccid = ?1) ORDER BY id
      """,
      [iccid?.description]
    ) { columns in
      let attempt = try AttemptRow(&columns)
      let message = try columns.messageID()
      let boot: Int64? = columns.optional()
      let uptime: Int64? = columns.optional()
      return OpenAttempt(
        id: attempt.id,
        message: message,
        segment: attempt.segment,
        modem: attempt.modem,
        iccid: attempt.iccid,
        imei: attempt.imei,
        messageReferenceBaseline: attempt.baseline,
        recordedAt: attempt.recordedAt,
        uptime: boot.flatMap { boot in
          uptime.map { Uptime(boot: boot, milliseconds: $0) }
        },
        deadline: attempt.recordedAt + OpenAttempt.answerTime
      )
    }
  }
}
