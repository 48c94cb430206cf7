internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Carries out what the rules decide, inside a transaction that a verb has begun.
struct Transitions {
  let db: Database
  let rules: MessageRules

  /// What the rules need to know of a message.
  ///
  /// What has happened is written down also where the list of opt-outs cannot be read: nothing leaves on
  /// it, for the record of an attempt asks the list again. For an attempt the list must be readable.
  func facts(
    _ message: MessageRow,
    _ attempts: [AttemptRow],
    isForAttempt: Bool = false
  ) throws -> MessageFacts {
    MessageFacts(
      state: message.state,
      ledger: message.ledger(attempts),
      forgivenAttempts: message.forgivenAttempts,
      duplicates: message.duplicates,
      expiresAt: message.expiresAt,
      resumeBy: message.resumeBy,
      isCancelRequested: message.isCancelRequested,
      isOptedOut: try isOptedOut(message, mustBeKnown: isForAttempt)
    )
  }

  private func isOptedOut(_ message: MessageRow, mustBeKnown: Bool) throws -> Bool {
    do {
      return try OptOutTable.objection(to: message, in: db) != nil
    } catch StoreError.optOutListUnreadable where !mustBeKnown {
      return false
    }
  }

  /// What an event does to a message: decided, written and announced.
  ///
  /// - Returns: The change; nil where the rules refuse the event.
  @discardableResult
  func apply(
    _ event: MessageEvent,
    to message: MessageRow,
    at now: Timestamp,
    reason: String? = nil,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    let attempts = try AttemptRow.all(of: message.row, in: db)
    return try apply(
      event,
      to: message,
      attempts,
      try facts(message, attempts),
      at: now,
      reason: reason,
      in: &context
    )
  }

  /// What an event does to a message of which all is known already.
  @discardableResult
  func apply(
    _ event: MessageEvent,
    to message: MessageRow,
    _ attempts: [AttemptRow],
    _ facts: MessageFacts,
    at now: Timestamp,
    reason: String? = nil,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    let decision = rules.decide(event, for: facts, at: now, reason: reason)
    return try carryOut(decision, on: message, attempts, at: now, in: &context)
  }

  /// Writes a decision, and tells of it.
  func carryOut(
    _ decision: MessageDecision,
    on message: MessageRow,
    _ attempts: [AttemptRow],
    at now: Timestamp,
    in context: inout WriteContext
  ) throws -> MessageChange? {
    guard !decision.isRefused else { return nil }
    var message = message
    var attempts = attempts
    let from = message.state
    message.state = decision.state
    // Where a new state says it all, what an earlier attempt met is told by its history.
    if decision.reason != nil || decision.state != from { message.reason = decision.reason }
    if decision.adaptation == .withoutValidityPeriod { message.omitsValidityPeriod = true }
    if decision.adaptation == .withoutRejectDuplicates { message.omitsRejectDuplicates = true }
    var continues = false
    for effect in decision.effects {
      switch effect {
      case .continueNow:
        message.dueAt = min(message.dueAt, now)
        continues = true
      case .retryLater:
        message.dueAt = decision.dueAt ?? now
        message.avoidedSIM = decision.avoidedSIM
      case .dueNow:
        message.dueAt = now
        message.avoidedSIM = nil
      case .awaitEvidence:
        message.decideAt = decision.decideAt
      case .awaitReport:
        message.reportBy = message.wantsStatusReport ? now + rules.reportWindow : nil
      case .writeResult:
        message.isResultDue = message.isFromSpool && !message.hasResult(for: decision.state)
      case .writeReport:
        message.isReportDue = message.isFromSpool
      case .markPossibleDuplicate:
        message.isPossibleDuplicate = true
        try disregardUnknown(&attempts, at: now)
      case .restartWhole:
        message.concatenation += 1
        message.concatenationReference = nil
        message.concatenationSIM = nil
        message.resumeBy = nil
      case .remember:
        message.isCancelRequested = true
      }
    }
    settle(&message, attempts, at: now)
    try message.save(in: db)
    let change = MessageChange(message, from: from, continues: continues, at: now)
    if from != message.state || message.state == .queued {
      try context.announce(.message(change), at: now)
      if message.state == .queued { context.events.append(.due(message.dueAt)) }
    }
    return change
  }

  /// Makes the columns that follow from the ledger and the state agree with them.
  private func settle(_ message: inout MessageRow, _ attempts: [AttemptRow], at now: Timestamp) {
    let ledger = message.ledger(attempts)
    message.acceptedCount = ledger.acceptedCount
    message.attemptCount = attempts.count
    message.sim = ledger.isPartial ? ledger.boundSIM?.description : message.onlySIM
    message.route = Route.of(modem: message.modem, sim: message.sim, home: message.homeRoute)
    if message.state != .unknown { message.decideAt = nil }
    if message.state != .sent { message.reportBy = nil }
    if message.state != .queued {
      message.avoidedSIM = nil
    }
    if message.state.isTerminal {
      message.finishedAt = message.finishedAt ?? now
    } else {
      message.finishedAt = nil
    }
    // A message that is over keeps it: an operator may try it again.
    if !ledger.isPartial { message.resumeBy = nil }
  }

  private func disregardUnknown(_ attempts: inout [AttemptRow], at now: Timestamp) throws {
    for index in attempts.indices where attempts[index].facts.standing == .unknown {
      attempts[index].settlement = .disregarded
      attempts[index].settledAt = now
      try attempts[index].save(in: db)
    }
  }
}

extension MessageRow {
  /// What its attempts add up to.
  func ledger(_ attempts: [AttemptRow]) -> SubmissionLedger {
    SubmissionLedger(
      segmentCount: segmentCount,
      concatenation: concatenation,
      attempts: attempts.map(\.facts)
    )
  }

  var isFromSpool: Bool {
    switch origin {
    case .spool: true
    case .api: false
    }
  }

  /// Whether the result of a state lies where it belongs already.
  func hasResult(for state: MessageState) -> Bool {
    guard let resultWritten else { return false }
    return ResultFolder(state)?.rawValue == resultWritten
  }
}

extension MessageChange {
  init(
    _ message: MessageRow,
    from: MessageState?,
    continues: Bool = false,
    at now: Timestamp
  ) {
    self.init(
      id: message.id,
      recipient: message.recipient,
      messageClass: message.messageClass,
      from: from,
      to: message.state,
      reason: message.reason,
      acceptedSegments: message.acceptedCount,
      segmentCount: message.segmentCount,
      dueAt: message.state == .queued ? message.dueAt : nil,
      continues: continues,
      verdict: nil,
      modem: nil,
      isPossibleDuplicate: message.isPossibleDuplicate,
      at: now
    )
  }
}
