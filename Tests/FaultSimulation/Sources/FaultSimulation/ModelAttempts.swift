internal import Messaging
internal import QueuePolicy

// Attempts and their outcomes, as `AttemptTable` does it in `Storage`.
extension ModelTables {
  mutating func record(
    _ attempt: ModelAttemptRecord,
    _ rules: MessageRules,
    _ mutation: Mutation?,
    at now: Timestamp
  ) -> StoreAnswer {
    guard let place = place(of: attempt.message) else { return .refused(.cancelled) }
    if let refusal = refusal(attempt, place, rules, mutation, at: now) {
      return .refused(refusal)
    }
    let row = ModelAttempt(
      id: Int64(attempts.count + 1),
      message: place,
      segment: attempt.segment,
      concatenation: messages[place].concatenation,
      modem: attempt.modem,
      iccid: attempt.iccid,
      recipient: messages[place].recipient,
      firmware: attempt.firmware,
      baseline: baseline(of: attempt),
      recordedAt: now,
      uptime: attempt.uptime,
      commit: commits + 1
    )
    attempts.append(row)
    if mutation == .noSecondOptOutCheck { messages[place].state = .queued }
    apply(.attemptRecorded, to: place, rules, at: now)
    return .recorded(row.id)
  }

  private mutating func refusal(
    _ attempt: ModelAttemptRecord,
    _ place: Int,
    _ rules: MessageRules,
    _ mutation: Mutation?,
    at now: Timestamp
  ) -> NotSubmittedReason? {
    let message = messages[place]
    let facts = facts(of: place)
    switch message.state {
    case .queued: break
    case .withdrawn:
      if mutation == .noSecondOptOutCheck { return nil }
      return .optedOut
    case .cancelled: return .cancelled
    case .expired: return .expired
    case .submitting, .sent, .delivered, .undelivered, .failed, .unknown, .closed:
      return .cancelled
    }
    let event: MessageEvent
    let reason: NotSubmittedReason
    if facts.isOptedOut, mutation != .noSecondOptOutCheck {
      (event, reason) = (.optedOut, .optedOut)
    } else if facts.isCancelRequested {
      (event, reason) = (.cancelled, .cancelled)
    } else if message.expiresAt <= now {
      (event, reason) = (.expired, .expired)
    } else if facts.isTooLateToResume(at: now) {
      (event, reason) = (facts.lateRest, .expired)
    } else {
      if mutation == .restartAtFirstSegment { return nil }
      let isBoundElsewhere = [message.sim, message.concatenationSIM].contains { sim in
        sim.map { $0 != attempt.iccid } ?? false
      }
      let isExpected = facts.ledger.nextSegment == attempt.segment
      return isBoundElsewhere || !isExpected ? .cancelled : nil
    }
    apply(event, to: place, rules, at: now)
    return reason
  }

  mutating func recordOutcome(
    of id: Int64,
    _ outcome: SubmissionOutcome,
    _ rules: MessageRules,
    jitter: Double,
    at now: Timestamp
  ) -> ModelChange? {
    guard let index = attempts.firstIndex(where: { $0.id == id }) else { return nil }
    let place = attempts[index].message
    guard attempts[index].outcome == nil else {
      return lateOutcome(outcome, of: index, rules, at: now)
    }
    attempts[index].outcome = outcome
    if case .accepted(let reference) = outcome { attempts[index].messageReference = reference }
    settleDuplicate(outcome, index)
    if attempts[index].facts.standing == .accepted {
      messages[place].resumeBy = now + rules.resumeWindow
    }
    let own = attempts(of: place)
    guard let ordinal = own.firstIndex(where: { $0.id == id }) else { return nil }
    var decision = rules.decide(
      outcome,
      ofAttempt: ordinal,
      for: facts(of: place),
      at: now,
      jitter: jitter
    )
    if mutation == .handedToAndFro, decision.dueAt != nil, case .refused = outcome {
      decision.dueAt = now
      decision.avoidedSIM = AvoidedSIM(iccid: attempts[index].iccid, until: now + .seconds(5))
    }
    let change = carryOut(decision, on: place, rules, at: now)
    matchEarly(attempts[index], rules, at: now)
    let row = messages[place]
    return change ?? ModelChange(message: row.id, state: row.state, continues: false)
  }

  private mutating func lateOutcome(
    _ outcome: SubmissionOutcome,
    of index: Int,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    let row = messages[attempts[index].message]
    let unchanged = ModelChange(message: row.id, state: row.state, continues: false)
    guard case .accepted(let reference) = outcome, attempts[index].facts.isOpenToEvidence else {
      return unchanged
    }
    return conclude(
      .sent(messageReference: reference),
      about: index,
      by: .lateAnswer,
      rules,
      at: now
    ) ?? unchanged
  }

  private mutating func settleDuplicate(_ outcome: SubmissionOutcome, _ index: Int) {
    guard case .refused(let error) = outcome, error.verdict().errorClass == .countsAsSent else {
      return
    }
    let attempt = attempts[index]
    let evidence = Evidence.duplicateRejected(
      segment: attempt.segment,
      iccid: attempt.iccid,
      messageReference: attempt.unresolved.expectedReference
    )
    for earlier in 0..<index where attempts[earlier].message == attempt.message {
      switch attempts[earlier].facts.standing {
      case .unknown, .disregarded: break
      case .open, .accepted, .refused, .notSubmitted: continue
      }
      if case .sent(let reference) = attempts[earlier].unresolved.conclusion(from: evidence) {
        attempts[earlier].settlement = .provedSent
        attempts[earlier].messageReference = reference
      }
    }
  }

  mutating func recordEvidence(
    _ evidence: Evidence,
    about id: Int64,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    guard let index = attempts.firstIndex(where: { $0.id == id }) else { return nil }
    guard attempts[index].facts.isOpenToEvidence else { return nil }
    let conclusion = attempts[index].unresolved.conclusion(from: evidence)
    return conclude(conclusion, about: index, by: EvidenceKind(evidence), rules, at: now)
  }

  /// Makes an attempt unknown whose answer may have been that of another.
  mutating func doubt(_ id: Int64, _ rules: MessageRules, at now: Timestamp) {
    guard let index = attempts.firstIndex(where: { $0.id == id }), attempts[index].outcome != nil,
      attempts[index].settlement == nil, attempts[index].delivery == nil
    else { return }
    let before = attempts[index]
    let place = before.message
    attempts[index].outcome = .unknown(.conflictingAnswers)
    attempts[index].messageReference = nil
    guard messages[place].state != .unknown else { return }
    let decision = rules.decide(.answerDoubted, for: facts(of: place), at: now)
    if decision.state == messages[place].state {
      attempts[index] = before
    } else {
      _ = carryOut(decision, on: place, rules, at: now)
    }
  }

  mutating func conclude(
    _ conclusion: EvidenceConclusion,
    about index: Int,
    by kind: EvidenceKind,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    switch conclusion {
    case .nothing: return nil
    case .sent(let reference):
      attempts[index].settlement = .provedSent
      attempts[index].messageReference = reference
    case .notSubmitted: attempts[index].settlement = .provedNotSubmitted
    }
    let place = attempts[index].message
    let attempt = attempts[index]
    if attempt.settlement == .provedSent {
      learnFromReading(of: attempt, by: kind)
      if attempt.concatenation == messages[place].concatenation {
        let resumeBy = attempt.recordedAt + rules.resumeWindow
        messages[place].resumeBy = max(messages[place].resumeBy ?? resumeBy, resumeBy)
      }
    }
    let facts = facts(of: place)
    let decision: MessageDecision
    if facts.ledger.isComplete {
      decision = rules.decide(.proofOfMessage, for: facts, at: now)
    } else if facts.ledger.hasUnresolvedAttempt {
      decision = MessageDecision(state: facts.state)
    } else {
      let event: MessageEvent =
        attempt.settlement == .provedSent ? .proofOfSegment : .proofOfAbsence
      decision = rules.decide(event, for: facts, at: now)
    }
    let change = carryOut(decision, on: place, rules, at: now)
    if attempt.settlement == .provedSent, kind != .statusReport {
      matchEarly(attempts[index], rules, at: now)
    }
    return change
  }
}
