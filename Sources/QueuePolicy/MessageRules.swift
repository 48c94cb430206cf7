public import Messaging

/// What the rules need to know of a message.
public struct MessageFacts: Hashable, Sendable {
  /// Where it is.
  public var state: MessageState
  /// Its attempts.
  public var ledger: SubmissionLedger
  /// How many of the oldest attempts do not count towards limits, since an operator tried again.
  public var forgivenAttempts: Int
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy
  /// When its time is over.
  public var expiresAt: Timestamp
  /// Until when the rest of a long message may follow; nil before a segment was accepted.
  public var resumeBy: Timestamp?
  /// Whether somebody took it back while an attempt was open.
  public var isCancelRequested: Bool
  /// Whether the recipient's opt-out covers it.
  public var isOptedOut: Bool

  /// What is known of a message.
  public init(
    state: MessageState,
    ledger: SubmissionLedger,
    forgivenAttempts: Int = 0,
    duplicates: DuplicatePolicy = .hold,
    expiresAt: Timestamp,
    resumeBy: Timestamp? = nil,
    isCancelRequested: Bool = false,
    isOptedOut: Bool = false
  ) {
    self.state = state
    self.ledger = ledger
    self.forgivenAttempts = forgivenAttempts
    self.duplicates = duplicates
    self.expiresAt = expiresAt
    self.resumeBy = resumeBy
    self.isCancelRequested = isCancelRequested
    self.isOptedOut = isOptedOut
  }
}

/// What the rules decide about a message.
public struct MessageDecision: Hashable, Sendable {
  /// Where it is now.
  public var state: MessageState
  /// Why, in words for people; nil where the state says it all.
  public var reason: String?
  /// What follows, in the order in which it was decided.
  public var effects: [MessageEffect] = []
  /// When it may be tried again, where `retryLater` follows.
  public var dueAt: Timestamp?
  /// The SIM that has to let others go first, and until when.
  public var avoidedSIM: AvoidedSIM?
  /// What the next SMS-SUBMIT leaves out.
  public var adaptation: SubmissionAdaptation?
  /// Whether the event could not be granted; nothing changes then.
  public var isRefused = false

  /// A decision that leaves everything else as it is.
  public init(state: MessageState, reason: String? = nil) {
    self.state = state
    self.reason = reason
  }
}

/// A SIM that refused a message for its own sake.
public struct AvoidedSIM: Hashable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// Until when others go first.
  public var until: Timestamp

  /// A SIM to avoid until a moment.
  public init(iccid: ICCID, until: Timestamp) {
    self.iccid = iccid
    self.until = until
  }
}

/// The rules by which messages change: the lifecycle, with its times and limits.
public struct MessageRules: Hashable, Sendable {
  /// How long a refused message waits.
  public var backOff: BackOff
  /// How long evidence is awaited before the policy for duplicates decides.
  public var evidenceWait: Duration
  /// How long after an accepted segment the next one may still follow.
  public var resumeWindow: Duration
  /// How long a final status report is awaited.
  public var reportWindow: Duration

  /// Rules; as they stand, 15 min for evidence, 2 min between segments, 3 days for reports.
  public init(
    backOff: BackOff = BackOff(),
    evidenceWait: Duration = .seconds(15 * 60),
    resumeWindow: Duration = .seconds(120),
    reportWindow: Duration = .seconds(3 * 24 * 60 * 60)
  ) {
    self.backOff = backOff
    self.evidenceWait = evidenceWait
    self.resumeWindow = resumeWindow
    self.reportWindow = reportWindow
  }

  /// What an event does to a message whose ledger already shows it.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - facts: The message.
  ///   - now: When it happened.
  ///   - reason: Why, in words for people.
  /// - Returns: The decision, with all that follows from it at once.
  public func decide(
    _ event: MessageEvent,
    for facts: MessageFacts,
    at now: Timestamp,
    reason: String? = nil
  ) -> MessageDecision {
    var decision = MessageDecision(state: facts.state, reason: reason)
    switch MessageLifecycle.transition(
      from: facts.state,
      on: event,
      isInDoubt: facts.ledger.isInDoubt
    ) {
    case .refused:
      decision.isRefused = true
    case .ignored:
      decision.reason = nil
    case .to(let state, let effects):
      decision.state = state
      decision.effects = effects
      if state == .queued { settleInQueue(&decision, after: event, facts, now) }
    }
    return decision
  }

  /// What else is true of a message that is back in the queue: it may have to leave at once.
  private func settleInQueue(
    _ decision: inout MessageDecision,
    after cause: MessageEvent,
    _ facts: MessageFacts,
    _ now: Timestamp
  ) {
    let event: MessageEvent
    let reason: String
    let mayRestart =
      facts.duplicates == .allow || cause == .operatorRetry || cause == .operatorResend
    if facts.isOptedOut {
      event = .optedOut
      reason = "the recipient has opted out"
    } else if facts.isCancelRequested {
      event = .cancelled
      reason = "cancelled"
    } else if facts.expiresAt <= now {
      event = .expired
      reason = "its time was over"
    } else if facts.ledger.isPartial, let resumeBy = facts.resumeBy, resumeBy <= now,
      !decision.effects.contains(.continueNow)
    {
      event = mayRestart ? .restartAllowed : .resumeWindowOver
      reason = "the rest came too late to follow the first segments"
    } else {
      return
    }
    guard
      case .to(let state, let effects) = MessageLifecycle.transition(
        from: .queued,
        on: event,
        isInDoubt: facts.ledger.isInDoubt
      )
    else { return }
    decision.state = state
    decision.effects = state == .queued ? decision.effects + effects : effects
    decision.reason = decision.reason.map { "\(reason); \($0)" } ?? reason
  }

  /// What the outcome of an attempt does to its message.
  ///
  /// - Parameters:
  ///   - outcome: How the attempt ended; the ledger already shows it.
  ///   - index: Which attempt of the ledger it was.
  ///   - facts: The message.
  ///   - now: When it ended.
  ///   - jitter: A number that the caller draws for the back-off, 0 to 1.
  /// - Returns: The decision.
  public func decide(
    _ outcome: SubmissionOutcome,
    ofAttempt index: Int,
    for facts: MessageFacts,
    at now: Timestamp,
    jitter: Double
  ) -> MessageDecision {
    switch outcome {
    case .accepted:
      return decide(
        facts.ledger.isComplete ? .messageAccepted : .segmentAccepted,
        for: facts,
        at: now
      )
    case .unknown(let reason):
      return decide(.outcomeUnknown, for: facts, at: now, reason: reason.text)
    case .notSubmitted(let reason):
      return notSubmitted(reason, index, facts, now)
    case .refused(let error):
      return refused(error, index, facts, now, jitter)
    }
  }

  /// What the end of the wait for evidence is to a message, by its policy for duplicates.
  ///
  /// Under `allow` it is sent again, unless its time is over or the network has refused it for good
  /// since: then what remains is what evidence may still show.
  ///
  /// - Parameters:
  ///   - facts: The message, whose outcome is unknown.
  ///   - now: The time.
  /// - Returns: The event.
  public func waitOver(for facts: MessageFacts, at now: Timestamp) -> MessageEvent {
    switch facts.duplicates {
    case .hold: return .waitOverHold
    case .avoid: return .waitOverAvoid
    case .allow:
      let isWorthSending = facts.expiresAt > now && facts.ledger.hasUnresolvedAttempt
      return isWorthSending ? .waitOverAllow : .waitOverAvoid
    }
  }

  private func notSubmitted(
    _ reason: NotSubmittedReason,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp
  ) -> MessageDecision {
    var decision = decide(.notSubmitted, for: facts, at: now, reason: reason.text)
    guard decision.state == .queued else { return decision }
    decision.dueAt = now
    if let iccid = facts.ledger.attempts[safe: index]?.iccid {
      // Nothing left, so another SIM may go at once; this one after a breath.
      decision.avoidedSIM = AvoidedSIM(iccid: iccid, until: now + backOff.firstStep)
    }
    return decision
  }

  private func refused(
    _ error: SubmissionError,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp,
    _ jitter: Double
  ) -> MessageDecision {
    let verdict = error.verdict(from: facts.ledger.attempts[safe: index]?.make)
    switch verdict.errorClass {
    case .unknown:
      return decide(.outcomeUnknown, for: facts, at: now, reason: verdict.text)
    case .permanent:
      return decide(.refusedForGood, for: facts, at: now, reason: verdict.text)
    case .countsAsSent:
      // The ledger counts it as sent where it proves an earlier attempt; else it is a collision
      // of references, tried once more without TP-RD.
      if facts.ledger.isComplete { return decide(.messageAccepted, for: facts, at: now) }
      if facts.ledger.attempts[safe: index].map({ isAccepted($0.segment, facts) }) ?? false {
        return decide(.segmentAccepted, for: facts, at: now)
      }
      return retry(verdict, error, limit: 1, index, facts, now, jitter)
    case .retryHere, .retryElsewhere, .pauseSIM:
      return retry(verdict, error, limit: verdict.retries, index, facts, now, jitter)
    }
  }

  private func isAccepted(_ segment: Int, _ facts: MessageFacts) -> Bool {
    switch facts.ledger.state(ofSegment: segment) {
    case .accepted, .delivered, .undelivered: true
    case .unsent, .submitting, .unknown: false
    }
  }

  private func retry(
    _ verdict: SubmissionVerdict,
    _ error: SubmissionError,
    limit: Int?,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp,
    _ jitter: Double
  ) -> MessageDecision {
    let refusals = facts.refusals
    let ofThisKind = refusals.count { $0.hasSameCode(as: error) }
    var errorClass = verdict.errorClass
    if let limit, ofThisKind > limit, let next = verdict.afterRetries {
      errorClass = next
    } else if let limit, ofThisKind > limit {
      let text = "\(verdict.text), \(ofThisKind) times"
      return decide(.refusedForGood, for: facts, at: now, reason: text)
    }
    var wait = backOff.wait(afterRefusals: refusals.count, pace: verdict.pace, jitter: jitter)
    let remaining = facts.expiresAt - now
    // A wait that would outlast the message is cut, as long as that leaves room for another try.
    if wait >= remaining { wait = max(remaining / 2, backOff.firstStep) }
    var decision = decide(.refusedForNow, for: facts, at: now, reason: verdict.text)
    guard decision.state == .queued else { return decision }
    guard wait < remaining else {
      var later = facts
      later.expiresAt = now
      return decide(.refusedForNow, for: later, at: now, reason: verdict.text)
    }
    decision.adaptation = verdict.adaptation
    switch errorClass {
    case .retryElsewhere, .pauseSIM:
      guard !facts.ledger.isPartial, let iccid = facts.ledger.attempts[safe: index]?.iccid else {
        decision.dueAt = now + wait
        return decision
      }
      decision.dueAt = now
      decision.avoidedSIM = AvoidedSIM(iccid: iccid, until: now + wait)
    case .retryHere, .permanent, .countsAsSent, .unknown:
      decision.dueAt = now + wait
    }
    return decision
  }
}

extension MessageFacts {
  /// The refusals that count towards limits, oldest first.
  fileprivate var refusals: [SubmissionError] {
    ledger.attempts.dropFirst(forgivenAttempts).compactMap { attempt in
      guard case .refused(let error) = attempt.outcome else { return nil }
      return error
    }
  }
}

extension BackOff {
  var firstStep: Duration { steps.first ?? .zero }
}

extension SubmissionError {
  /// Whether two errors are the same code, whenever they came.
  fileprivate func hasSameCode(as other: SubmissionError) -> Bool {
    switch (self, other) {
    case (.cms(let left, _), .cms(let right, _)): left == right
    case (.cme(let left, _), .cme(let right, _)): left == right
    case (.bare, .bare): true
    case (.cms, .cme), (.cms, .bare), (.cme, .cms), (.cme, .bare), (.bare, .cms), (.bare, .cme):
      false
    }
  }
}

extension Array {
  /// The element at an index that may be out of range.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
