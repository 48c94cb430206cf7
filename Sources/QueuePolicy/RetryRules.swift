internal import Messaging

// When a message is tried again whose attempt came to nothing, and by whom.
extension MessageRules {
  /// How long before the end of the window of a long message its last try has to begin, for the modem
  /// needs time before the attempt can be recorded.
  static let promptTime: Duration = .seconds(10)
  /// How many steps the back-off of a message makes that never leaves the gateway.
  private static let stepsBeforeControlZ = 3

  func notSubmitted(
    _ reason: NotSubmittedReason,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp,
    _ jitter: Double
  ) -> MessageDecision {
    var decision = decide(.notSubmitted, for: facts, at: now, reason: reason.text)
    guard decision.isToBeTimed else { return decision }
    let rounds = FailureRounds(facts, upTo: index)
    let count = min(rounds.withoutRefusal, Self.stepsBeforeControlZ)
    let wait = backOff.wait(afterRefusals: count, pace: .stepwise, jitter: jitter)
    // Nothing left, so another SIM may go at once; this one after a breath.
    setDue(&decision, after: fitted(wait, facts, now), rounds, index, facts, now)
    return decision
  }

  func refused(
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
      if let attempt = facts.ledger.attempts[safe: index],
        facts.ledger.state(ofSegment: attempt.segment).isAccepted
      {
        return decide(.segmentAccepted, for: facts, at: now)
      }
      return retry(verdict, error, index, facts, now, jitter)
    case .retryHere, .retryElsewhere, .pauseSIM:
      return retry(verdict, error, index, facts, now, jitter)
    }
  }

  private func retry(
    _ verdict: SubmissionVerdict,
    _ error: SubmissionError,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp,
    _ jitter: Double
  ) -> MessageDecision {
    let rounds = FailureRounds(facts, upTo: index)
    let ofThisKind = rounds.refusals.count { $0.hasSameCode(as: error) }
    guard verdict.errorClass(afterRefusals: ofThisKind) != .permanent else {
      let text = "\(verdict.text), \(ofThisKind) times"
      return decide(.refusedForGood, for: facts, at: now, reason: text)
    }
    let step = backOff.wait(afterRefusals: rounds.count, pace: verdict.pace, jitter: jitter)
    let wait = fitted(step, facts, now)
    var decision = decide(.refusedForNow, for: facts, at: now, reason: verdict.text)
    guard decision.state == .queued else { return decision }
    guard wait < facts.expiresAt - now else {
      var later = facts
      later.expiresAt = now
      return decide(.refusedForNow, for: later, at: now, reason: verdict.text)
    }
    decision.adaptation = verdict.adaptation
    guard decision.isToBeTimed else { return decision }
    setDue(&decision, after: wait, rounds, index, facts, now)
    return decision
  }

  /// Another SIM goes at once where that is for the SIM's sake, the rest of a long message excepted.
  private func setDue(
    _ decision: inout MessageDecision,
    after wait: Duration,
    _ rounds: FailureRounds,
    _ index: Int,
    _ facts: MessageFacts,
    _ now: Timestamp
  ) {
    decision.dueAt = now + wait
    guard rounds.isOpen, !facts.ledger.isPartial,
      let iccid = facts.ledger.attempts[safe: index]?.iccid
    else { return }
    decision.dueAt = now
    decision.avoidedSIM = AvoidedSIM(iccid: iccid, until: now + wait)
  }

  /// How long all of a long message waits that is sent again: not at all the first time, and then by
  /// the steps of the back-off, for each time brings segments that the phone has already.
  func waitBeforeRestart(_ facts: MessageFacts, _ now: Timestamp) -> Duration {
    let brought = facts.ledger.attempts.dropFirst(facts.forgivenAttempts).filter { attempt in
      guard case .accepted = attempt.outcome else { return false }
      return attempt.concatenation < facts.ledger.concatenation
    }
    let restarts = Dictionary(grouping: brought, by: \.segment).values.map(\.count).max() ?? 0
    guard restarts > 0 else { return .zero }
    let wait = backOff.wait(afterRefusals: restarts, pace: .stepwise, jitter: 0.5)
    return cut(wait, to: facts.expiresAt - now)
  }

  /// A wait that ends while there is room for another try: before the message's time is over, and
  /// before the rest of a long message comes too late.
  private func fitted(_ wait: Duration, _ facts: MessageFacts, _ now: Timestamp) -> Duration {
    var wait = wait
    if facts.ledger.isPartial, let resumeBy = facts.resumeBy {
      wait = cut(wait, to: resumeBy - now - Self.promptTime)
    }
    return cut(wait, to: facts.expiresAt - now)
  }

  /// A wait that would outlast what remains is cut, as long as that leaves room for another try.
  private func cut(_ wait: Duration, to remaining: Duration) -> Duration {
    wait < remaining
      ? wait : max(remaining / 2, backOff.wait(afterRefusals: 1, pace: .atOnce, jitter: 0.5))
  }
}

extension MessageDecision {
  /// Whether the message waits in the queue, and nothing has been decided yet about when it is due.
  fileprivate var isToBeTimed: Bool { state == .queued && !effects.contains(.restartWhole) }
}

extension MessageEvent {
  /// What became of a long message whose rest came too late, in words for people.
  public var textOfLateRest: String {
    let reason = "the rest came too late to follow the first segments"
    return self == .restartAllowed ? "all of it is sent again, for \(reason)" : reason
  }
}
