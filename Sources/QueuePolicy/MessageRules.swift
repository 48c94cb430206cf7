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
  /// When the policy for duplicates decides, where `awaitEvidence` follows.
  public var decideAt: Timestamp?
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
    if decision.effects.contains(.awaitEvidence) {
      decision.decideAt = evidenceEnd(for: facts, from: now)
    }
    if decision.effects.contains(.restartWhole) {
      decision.dueAt = now + waitBeforeRestart(facts, now)
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
    let isWanted = cause == .operatorRetry || cause == .operatorResend
    if facts.isOptedOut {
      event = .optedOut
      reason = "the recipient has opted out"
    } else if facts.isCancelRequested {
      event = .cancelled
      reason = "cancelled"
    } else if facts.expiresAt <= now {
      event = .expired
      reason = "its time was over"
    } else if facts.isTooLateToResume(at: now), !decision.effects.contains(.continueNow) {
      event = isWanted ? .restartAllowed : facts.lateRest
      reason = event.textOfLateRest
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
      return notSubmitted(reason, index, facts, now, jitter)
    case .refused(let error):
      return refused(error, index, facts, now, jitter)
    }
  }

  /// When the wait for evidence is over: under `allow` it leaves as much time for a resend as it takes,
  /// but for the time in which the modem may still answer.
  ///
  /// - Parameters:
  ///   - facts: The message, whose outcome is unknown from now on.
  ///   - now: The time.
  /// - Returns: The moment.
  func evidenceEnd(for facts: MessageFacts, from now: Timestamp) -> Timestamp {
    switch facts.duplicates {
    case .hold, .avoid: return now + evidenceWait
    case .allow:
      let half = (facts.expiresAt - now) / 2
      return now + min(evidenceWait, max(half, UnresolvedAttempt.answerTime))
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
      let isWorthSending = facts.expiresAt > now && facts.ledger.isUnresolvedAndIncomplete
      return isWorthSending ? .waitOverAllow : .waitOverAvoid
    }
  }
}

extension MessageFacts {
  /// Whether the rest of a long message comes too late to follow the segments that were accepted:
  /// their window is over, or nobody knows when it was.
  ///
  /// - Parameter now: The time.
  /// - Returns: Whether it does.
  public func isTooLateToResume(at now: Timestamp) -> Bool {
    ledger.isPartial && (resumeBy.map { $0 <= now } ?? true)
  }

  /// What that is to the message: all of it is sent again where its sender allows duplicates.
  public var lateRest: MessageEvent {
    duplicates == .allow ? .restartAllowed : .resumeWindowOver
  }
}

extension Array {
  /// The element at an index that may be out of range.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
