import Messaging
import QueuePolicy
import Testing

@Suite struct MessageRulesTests {
  private let now = Timestamp(seconds: 1_800_000_000)
  private let rules = MessageRules()

  private func facts(
    _ attempts: [AttemptFacts],
    segments: Int = 1,
    state: MessageState = .submitting,
    duplicates: DuplicatePolicy = .hold,
    validity: Duration = .seconds(86_400),
    change: (inout MessageFacts) -> Void = { _ in }
  ) -> MessageFacts {
    var facts = MessageFacts(
      state: state,
      ledger: SubmissionLedger(segmentCount: segments, attempts: attempts),
      duplicates: duplicates,
      expiresAt: now + validity
    )
    change(&facts)
    return facts
  }

  private func outcome(
    _ outcomes: [SubmissionOutcome],
    validity: Duration = .seconds(86_400),
    change: (inout MessageFacts) -> Void = { _ in }
  ) throws -> MessageDecision {
    let attempts = try outcomes.map { try attempt(1, $0) }
    return rules.decide(
      try #require(outcomes.last),
      ofAttempt: outcomes.count - 1,
      for: facts(attempts, validity: validity, change: change),
      at: now,
      jitter: 0.5
    )
  }

  private func cms(_ code: Int, after seconds: Int = 1) -> SubmissionOutcome {
    .refused(.cms(code: code, afterControlZ: .seconds(seconds)))
  }

  @Test func congestionIsTriedAgainOnTheSameSIM() throws {
    let decision = try outcome([cms(42)])
    #expect(decision.state == .queued)
    #expect(decision.dueAt == now + .seconds(5))
    #expect(decision.avoidedSIM == nil)
    #expect(decision.reason == "+CMS ERROR: 42 (congestion)")
  }

  @Test func theSecondRefusalWaitsLonger() throws {
    #expect(try outcome([cms(42), cms(42)]).dueAt == now + .seconds(30))
  }

  @Test func aRefusalForTheSIMsSakeLetsOthersGoAtOnce() throws {
    for code in [8, 38, 331] {
      let decision = try outcome([cms(code)])
      #expect(decision.state == .queued)
      #expect(decision.dueAt == now)
      #expect(decision.avoidedSIM?.iccid == firstSIM)
      #expect((decision.avoidedSIM?.until ?? now) > now)
    }
  }

  @Test func theRestOfALongMessageCannotGoToAnotherSIM() throws {
    let attempts = [
      try attempt(1, .accepted(messageReference: 1)), try attempt(2, cms(8)),
    ]
    let decision = rules.decide(
      cms(8),
      ofAttempt: 1,
      for: facts(attempts, segments: 2) { $0.resumeBy = now + .seconds(120) },
      at: now,
      jitter: 0.5
    )
    #expect(decision.avoidedSIM == nil)
    #expect(decision.dueAt == now + .seconds(5))
  }

  @Test func aPermanentErrorIsNotTriedAgain() throws {
    let decision = try outcome([cms(1)])
    #expect(decision.state == .failed)
    #expect(decision.effects == [.awaitEvidence, .writeResult])
  }

  @Test(arguments: DuplicatePolicy.allCases)
  func refusedForGoodAfterADoubtfulAttemptItIsNotSentAgain(policy: DuplicatePolicy) throws {
    let iccid = try #require(ICCID("8944110064673223342"))
    var facts = MessageFacts(
      state: .unknown,
      ledger: SubmissionLedger(
        segmentCount: 1,
        attempts: [
          AttemptFacts(
            segment: 1,
            iccid: iccid,
            outcome: .unknown(.noAnswer),
            settlement: .disregarded
          ),
          AttemptFacts(segment: 1, iccid: iccid, outcome: cms(1)),
        ]
      ),
      duplicates: policy,
      expiresAt: now + .seconds(1000)
    )
    let rules = MessageRules()
    let rest: MessageEvent = policy == .hold ? .waitOverHold : .waitOverAvoid
    #expect(rules.waitOver(for: facts, at: now) == rest)
    // An attempt that may have arrived, and was not refused since, is what `allow` is for.
    facts.ledger.attempts = [
      AttemptFacts(segment: 1, iccid: iccid, outcome: .unknown(.noAnswer))
    ]
    #expect(rules.waitOver(for: facts, at: now) == (policy == .allow ? .waitOverAllow : rest))
    #expect(rules.waitOver(for: facts, at: now + .seconds(1000)) == rest)
  }

  /// Late proof of a segment from before all was sent again hides that the new attempt at it is in doubt.
  @Test func underAllowTheRestIsSentAlthoughAnEarlierCopyOfTheSegmentArrived() throws {
    var earlier = try attempt(1, .unknown(.noAnswer))
    earlier.settlement = .provedSent
    var attempts = [earlier, try attempt(1, .unknown(.noAnswer))]
    let partial = facts(attempts, segments: 2, state: .unknown, duplicates: .allow)
    #expect(rules.waitOver(for: partial, at: now) == .waitOverAllow)
    attempts.append(try attempt(2, .accepted(messageReference: 7)))
    let whole = facts(attempts, segments: 2, state: .unknown, duplicates: .allow)
    #expect(rules.waitOver(for: whole, at: now) == .waitOverAvoid)
  }

  @Test func whatMayBeTriedTwiceFailsTheThirdTime() throws {
    #expect(try outcome([cms(127)]).state == .queued)
    #expect(try outcome([cms(127), cms(127)]).state == .queued)
    let decision = try outcome([cms(127), cms(127), cms(127)])
    #expect(decision.state == .failed)
    #expect(decision.reason?.contains("3 times") == true)
  }

  @Test func anOperatorsRetryForgivesWhatWasBefore() throws {
    let decision = try outcome([cms(127), cms(127), cms(127)]) { $0.forgivenAttempts = 2 }
    #expect(decision.state == .queued)
    #expect(decision.dueAt == now + .seconds(5))
  }

  @Test func anUnclearErrorIsUnknown() throws {
    for code in [332, 350, 500, 512, 777] {
      let decision = try outcome([cms(code)])
      #expect(decision.state == .unknown)
      #expect(decision.effects == [.awaitEvidence, .writeResult])
    }
    #expect(try outcome([cms(41, after: 30)]).state == .unknown)
    #expect(try outcome([cms(41, after: 29)]).state == .queued)
  }

  @Test func afterAnUnknownAttemptNothingIsCalledFailed() throws {
    let attempts = [
      try attempt(1, .unknown(.hangUp), settlement: .disregarded), try attempt(1, cms(1)),
    ]
    let decision = rules.decide(
      cms(1),
      ofAttempt: 1,
      for: facts(attempts, duplicates: .allow),
      at: now,
      jitter: 0.5
    )
    #expect(decision.state == .unknown)
  }

  @Test func aWaitIsCutToFitTheValidity() throws {
    let refusals = Array(repeating: cms(42), count: 4)
    #expect(try outcome(refusals, validity: .seconds(300)).dueAt == now + .seconds(150))
    #expect(try outcome(refusals, validity: .seconds(601)).dueAt == now + .seconds(600))
  }

  @Test func whatCannotArriveInTimeExpiresAtOnce() throws {
    let decision = try outcome([cms(42)], validity: .seconds(4))
    #expect(decision.state == .expired)
    #expect(decision.reason == "its time was over; +CMS ERROR: 42 (congestion)")
  }

  @Test func aCancellationDuringTheAttemptCountsWhenItFails() throws {
    let refused = try outcome([cms(42)]) { $0.isCancelRequested = true }
    #expect(refused.state == .cancelled)
    let accepted = try outcome([.accepted(messageReference: 1)]) { $0.isCancelRequested = true }
    #expect(accepted.state == .sent)
  }

  @Test func anOptOutDuringTheAttemptCountsWhenItFails() throws {
    let decision = try outcome([.notSubmitted(.hangUp)]) { $0.isOptedOut = true }
    #expect(decision.state == .withdrawn)
  }

  @Test func whatDidNotLeaveMayGoElsewhereAtOnce() throws {
    let decision = try outcome([.notSubmitted(.noPrompt)])
    #expect(decision.state == .queued)
    #expect(decision.dueAt == now)
    #expect(decision.avoidedSIM?.until == now + .seconds(5))
  }

  @Test("CMS 197 without an attempt of its own is a collision: once more without TP-RD")
  func aCollisionOfReferences() throws {
    let once = try outcome([cms(197)])
    #expect(once.state == .queued)
    #expect(once.adaptation == .withoutRejectDuplicates)
    #expect(try outcome([cms(197), cms(197)]).state == .failed)
  }

  @Test("CMS 197 after a proved attempt means sent")
  func aDuplicateOfItsOwn() throws {
    let attempts = [
      try attempt(1, .unknown(.hangUp), settlement: .provedSent, reference: 5),
      try attempt(1, cms(197), reference: 5),
    ]
    let decision = rules.decide(
      cms(197),
      ofAttempt: 1,
      for: facts(attempts),
      at: now,
      jitter: 0.5
    )
    #expect(decision.state == .sent)
  }

  @Test(arguments: [198, 199])
  func aRefusedValidityPeriodIsLeftOutOnce(code: Int) throws {
    #expect(try outcome([cms(code)]).adaptation == .withoutValidityPeriod)
    #expect(try outcome([cms(code), cms(code)]).state == .failed)
  }

  @Test func theNextSegmentFollowsAtOnce() throws {
    let attempts = [try attempt(1, .accepted(messageReference: 1))]
    let decision = rules.decide(
      .accepted(messageReference: 1),
      ofAttempt: 0,
      for: facts(attempts, segments: 2) { $0.resumeBy = now + .seconds(120) },
      at: now,
      jitter: 0.5
    )
    #expect(decision.state == .queued)
    #expect(decision.effects == [.continueNow])
  }

  @Test func tooLateToResumeFailsOrStartsAgainAsThePolicySays() throws {
    let attempts = [
      try attempt(1, .accepted(messageReference: 1)), try attempt(2, .unknown(.noAnswer)),
      try attempt(2, .unknown(.noAnswer), settlement: .provedNotSubmitted),
    ]
    for (policy, state) in [
      (DuplicatePolicy.hold, MessageState.failed), (.avoid, .failed), (.allow, .queued),
    ] {
      let decision = rules.decide(
        .proofOfAbsence,
        for: facts(
          [attempts[0], attempts[2]],
          segments: 2,
          state: .unknown,
          duplicates: policy
        ) { $0.resumeBy = now },
        at: now
      )
      #expect(decision.state == state)
      #expect(decision.effects.contains(.markPossibleDuplicate) == (policy == .allow))
      #expect(decision.effects.contains(.restartWhole) == (policy == .allow))
    }
  }

  @Test("an operator's retry after the window restarts all of it, whatever the policy")
  func anOperatorRestartsWhatCameTooLate() throws {
    let attempts = [
      try attempt(1, .accepted(messageReference: 1)), try attempt(2, cms(1)),
    ]
    // Where nobody knows when the window was, it is over.
    for resumeBy in [now, nil] {
      let decision = rules.decide(
        .operatorRetry,
        for: facts(attempts, segments: 2, state: .failed, duplicates: .avoid) {
          $0.resumeBy = resumeBy
        },
        at: now,
        reason: "tried again by an operator"
      )
      #expect(decision.state == .queued)
      #expect(decision.effects.contains(.restartWhole))
      #expect(decision.effects.contains(.markPossibleDuplicate))
      #expect(decision.dueAt == now)
      #expect(decision.reason?.hasPrefix("all of it is sent again") == true)
    }
    let inTime = rules.decide(
      .operatorRetry,
      for: facts(attempts, segments: 2, state: .failed) { $0.resumeBy = now + .seconds(1) },
      at: now
    )
    #expect(inTime.state == .queued)
    #expect(!inTime.effects.contains(.restartWhole))
  }

  @Test func restartsOfALongMessageComeLessAndLessOften() throws {
    var attempts: [AttemptFacts] = []
    for (restarts, seconds) in [0, 5, 30, 120, 600, 1800, 1800].enumerated() {
      attempts += [
        try attempt(1, of: restarts, .accepted(messageReference: 1)),
        try attempt(2, of: restarts, cms(38)),
      ]
      let decision = rules.decide(
        .restartAllowed,
        for: facts(attempts, segments: 2, state: .queued, duplicates: .allow) {
          $0.resumeBy = now
          $0.ledger.concatenation = restarts
        },
        at: now
      )
      #expect(decision.effects.contains(.restartWhole))
      #expect(decision.dueAt == now + .seconds(seconds))
    }
  }

  @Test func aRefusedEventChangesNothing() {
    let decision = rules.decide(
      .operatorResend,
      for: facts([], state: .sent),
      at: now,
      reason: "why"
    )
    #expect(decision.isRefused)
    #expect(decision.state == .sent)
    #expect(decision.effects.isEmpty)
  }

  @Test("under allow the wait for evidence leaves time for a resend, however short the validity is")
  func theWaitForEvidenceLeavesTimeForAResend() throws {
    for (policy, validity, wait) in [
      (DuplicatePolicy.allow, 600, 300), (.allow, 86_400, 900), (.allow, 300, 180),
      (.allow, 0, 180), (.allow, -9, 180),
      (.hold, 600, 900), (.avoid, 600, 900),
    ] {
      let decision = rules.decide(
        .outcomeUnknown,
        for: facts(
          [try attempt(1, .unknown(.noAnswer))],
          duplicates: policy,
          validity: .seconds(validity)
        ),
        at: now
      )
      #expect(decision.decideAt == now + .seconds(wait))
    }
    #expect(rules.decide(.answerDoubted, for: facts([], state: .closed), at: now).decideAt == nil)
  }
}
