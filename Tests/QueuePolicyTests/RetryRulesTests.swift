import Messaging
import QueuePolicy
import Testing

/// When a message is tried again that was refused, and by which SIM.
@Suite struct RetryRulesTests {
  private let start = Timestamp(seconds: 1_800_000_000)
  private let rules = MessageRules()

  private func cms(_ code: Int) -> SubmissionOutcome {
    .refused(.cms(code: code, afterControlZ: .seconds(1)))
  }

  private func sims(_ count: Int) throws -> [ICCID] {
    try (1...count).map { try #require(ICCID("89440123456789010\(10 + $0)")) }
  }

  /// A message in a fleet in which every SIM has time at once, as long as its time lasts.
  private func attempts(
    through sims: [ICCID],
    answeredWith outcome: SubmissionOutcome,
    validity: Duration,
    _ note: (Timestamp, ICCID) -> Void = { _, _ in }
  ) throws -> (facts: MessageFacts, state: MessageState) {
    var facts = MessageFacts(
      state: .submitting,
      ledger: SubmissionLedger(segmentCount: 1),
      expiresAt: start + validity
    )
    var now = start
    var avoided: AvoidedSIM?
    while now < facts.expiresAt {
      let usable = sims.filter { sim in
        avoided.map { $0.iccid != sim || $0.until <= now } ?? true
      }
      guard let sim = usable.first else {
        now = try #require(avoided).until
        continue
      }
      note(now, sim)
      facts.ledger.attempts.append(AttemptFacts(segment: 1, iccid: sim, outcome: outcome))
      try #require(facts.ledger.attempts.count < 1000, "it goes in circles")
      let decision = rules.decide(
        outcome,
        ofAttempt: facts.ledger.attempts.count - 1,
        for: facts,
        at: now,
        jitter: 0.5
      )
      guard decision.state == .queued else { return (facts, decision.state) }
      now = max(now, try #require(decision.dueAt))
      avoided = decision.avoidedSIM
    }
    return (facts, .expired)
  }

  @Test(
    "an outage or one barred number: SIMs do not hand a message to and fro",
    arguments: [8, 10, 28, 29, 30, 38, 41, 42, 50, 314, 331],
    1...5
  )
  func whatEverySIMRefusesIsTriedByTheStepsOfTheBackOff(code: Int, count: Int) throws {
    let sims = try sims(count)
    let day = try attempts(through: sims, answeredWith: cms(code), validity: .seconds(86_400))
    // About 60 steps of the back-off in a day, and two SIMs at most at each of them.
    #expect(day.facts.ledger.attempts.count <= 65 * min(count, 2))
    let passcode = try attempts(through: sims, answeredWith: cms(code), validity: .seconds(600))
    #expect(passcode.facts.ledger.attempts.count <= 16 * min(count, 2))
    #expect(passcode.facts.ledger.attempts.count >= min(count, 2) * 2)
  }

  @Test func theSecondSIMGoesAtOnceAndThenTheyWait() throws {
    let sims = try sims(2)
    var tries: [(Duration, ICCID)] = []
    _ = try attempts(through: sims, answeredWith: cms(8), validity: .seconds(200)) { now, sim in
      tries.append((now - start, sim))
    }
    let times = tries.map(\.0.components.seconds)
    #expect(Array(times.prefix(6)) == [0, 0, 5, 5, 35, 35])
    #expect(Set(tries.prefix(2).map(\.1)) == Set(sims))
    #expect(Set(tries[2...3].map(\.1)) == Set(sims))
  }

  @Test func whatNoModemTakesIsNotHandedToAndFroEither() throws {
    let outcome = SubmissionOutcome.notSubmitted(.noPrompt)
    for count in 1...3 {
      let hour = try attempts(
        through: try sims(count),
        answeredWith: outcome,
        validity: .seconds(3600)
      )
      #expect(hour.facts.ledger.attempts.count <= 42 * min(count, 2))
      #expect(hour.facts.ledger.attempts.count >= 30)
    }
  }

  @Test("0xFF: twice here, and then elsewhere, which may refuse it too")
  func aRowThatGoesElsewhereInTheEndDoesNotGoInCircles() throws {
    let day = try attempts(
      through: try sims(2),
      answeredWith: cms(0xFF),
      validity: .seconds(86_400)
    )
    #expect(day.facts.ledger.attempts.count <= 130)
  }

  @Test func aWaitInBetweenBeginsARoundAnew() throws {
    let sims = try sims(2)
    // Congestion at the first SIM was waited for, and does not count against it.
    var facts = MessageFacts(
      state: .submitting,
      ledger: SubmissionLedger(
        segmentCount: 1,
        attempts: [
          AttemptFacts(segment: 1, iccid: sims[0], outcome: cms(42)),
          AttemptFacts(segment: 1, iccid: sims[1], outcome: cms(8)),
        ]
      ),
      expiresAt: start + .seconds(86_400)
    )
    func decision() -> MessageDecision {
      let last = facts.ledger.attempts.count - 1
      return rules.decide(
        facts.ledger.attempts[last].outcome ?? cms(8),
        ofAttempt: last,
        for: facts,
        at: start,
        jitter: 0.5
      )
    }
    #expect(decision().dueAt == start)
    #expect(decision().avoidedSIM?.iccid == sims[1])
    facts.ledger.attempts.append(AttemptFacts(segment: 1, iccid: sims[0], outcome: cms(8)))
    #expect(decision().dueAt == start + .seconds(30))
    #expect(decision().avoidedSIM == nil)
    // What an operator has forgiven does not count.
    facts.forgivenAttempts = 2
    #expect(decision().dueAt == start)
  }

  /// The rest of a long message whose last segment is refused with one code again and again.
  private func rest(
    _ code: Int,
    refusalsOfOthers: Int = 0,
    jitter: Double = 0.5
  ) throws -> [Duration] {
    let window = rules.resumeWindow
    var attempts = try (0..<refusalsOfOthers).map { _ in try attempt(1, cms(code)) }
    attempts.append(try attempt(1, .accepted(messageReference: 1)))
    var now = start
    var tries: [Duration] = []
    while tries.count < 50 {
      tries.append(now - start)
      attempts.append(try attempt(2, cms(code)))
      let decision = rules.decide(
        cms(code),
        ofAttempt: attempts.count - 1,
        for: MessageFacts(
          state: .submitting,
          ledger: SubmissionLedger(segmentCount: 2, attempts: attempts),
          expiresAt: start + .seconds(86_400),
          resumeBy: start + window
        ),
        at: now,
        jitter: jitter
      )
      #expect(decision.avoidedSIM == nil)
      now = try #require(decision.dueAt)
      guard now < start + window else { break }
    }
    return tries
  }

  @Test(
    "the rest of a long message is tried again while it may still follow",
    arguments: [17, 38, 41, 42, 8, 331],
    [0.0, 0.5, 1.0]
  )
  func aRestIsTriedAgainWithinItsWindow(code: Int, jitter: Double) throws {
    let tries = try rest(code, jitter: jitter)
    // Those that leave the modem time to begin.
    #expect(tries.count { $0 <= rules.resumeWindow - .seconds(10) } >= 3)
    #expect(tries.count < 30)
  }

  @Test func refusalsOfEarlierSegmentsDoNotCount() throws {
    #expect(try rest(42, refusalsOfOthers: 4) == rest(42))
    // Nor towards the limit of the row: this one may come once.
    let attempts = [
      try attempt(1, cms(21)), try attempt(1, .accepted(messageReference: 1)),
      try attempt(2, cms(21)),
    ]
    let decision = rules.decide(
      cms(21),
      ofAttempt: 2,
      for: MessageFacts(
        state: .submitting,
        ledger: SubmissionLedger(segmentCount: 2, attempts: attempts),
        expiresAt: start + .seconds(86_400),
        resumeBy: start + .seconds(120)
      ),
      at: start,
      jitter: 0.5
    )
    #expect(decision.state == .queued)
  }
}
