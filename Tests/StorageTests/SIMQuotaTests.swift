import Messaging
import QueuePolicy
import Storage
import Testing

/// What a SIM has sent is counted with its attempts, and never forgotten.
@Suite struct SIMQuotaTests {
  private static func rules(_ change: (inout SIMLimits) -> Void) -> SendingRules {
    var rules = SendingRules()
    change(&rules.standardLimits)
    return rules
  }

  private static let reference = SubmissionOutcome.accepted(messageReference: 1)

  /// Claims and sends until nothing is given out any more.
  private func drain(_ store: MessageStore, _ sim: Int = 1, at now: Timestamp = noon) async throws
    -> Int
  {
    var count = 0
    while let claimed = try await store.claim(sim, at: now) {
      for segment in claimed.nextSegment...claimed.segments.count {
        try await store.submit(claimed.id, segment: segment, sim: sim, Self.reference, at: now)
      }
      count += 1
    }
    return count
  }

  @Test func `a SIM at its limit of the day stops, another goes on, and a restart changes nothing`()
    async throws
  {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.limitsByModem["modem1"] = SIMLimits()
    rules.limitsByModem["modem1"]?.perDay = 5
    try await fixture.store.adopt(rules, at: noon)
    _ = try await fixture.store.accept((0..<12).map { _ in submission() }, at: noon)
    #expect(try await drain(fixture.store) == 5)
    let end = rules.calendar.home.endOfDay(at: noon)
    let claimant = Claimant(iccid: try serialNumber(), modem: "modem1")
    #expect(try await fixture.store.nextDue([claimant], after: noon) == end)

    let again = try await fixture.reopened()
    try await again.adopt(rules, at: noon)
    #expect(try await again.claim(1) == nil)
    let overview = try #require(
      try await again.overview(of: serialNumber(), in: "modem1", at: noon)
    )
    #expect(overview.leftToday == 0 && overview.usage.today == 5)
    // The SIM keeps its count in another modem, and another SIM in that modem begins anew.
    rules.limitsByModem["modem9"] = rules.limitsByModem["modem1"]
    try await again.adopt(rules, at: noon)
    #expect(try await again.claim(1, modem: "modem9") == nil)
    #expect(try await drain(again, 2) == 7)
    _ = try await again.accept(submission(expiresAt: end + .seconds(60)), at: noon)
    #expect(try await again.claim(1, at: end) != nil)
  }

  @Test func `the last tenth is for otp and alert`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(Self.rules { $0.perDay = 10 }, at: noon)
    _ = try await fixture.store.accept((0..<12).map { _ in submission() }, at: noon)
    #expect(try await drain(fixture.store) == 9)
    let passcode = submission(.otp)
    _ = try await fixture.store.accept([submission(.alert), passcode], at: noon)
    #expect(try await fixture.store.claim()?.id == passcode.id)
    try await fixture.store.submit(passcode.id, Self.reference)
    #expect(try await fixture.store.claim() == nil)
  }

  @Test func `an attempt that came to nothing is given back, an unknown one is not`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(Self.rules { $0.perDay = 50 }, at: noon)
    let messages = (0..<3).map { _ in submission() }
    _ = try await fixture.store.accept(messages, at: noon)
    let outcomes: [SubmissionOutcome] = [
      .refused(.cms(code: 42, afterControlZ: .zero)), .notSubmitted(.hangUp), .unknown(.noAnswer),
    ]
    for (message, outcome) in zip(messages, outcomes) {
      try await fixture.store.submit(message.id, outcome)
    }
    let overview = try await fixture.store.overview(of: serialNumber(), in: "modem1", at: noon)
    #expect(overview?.usage.today == 1)
  }

  @Test func `a long message that does not fit waits, and nobody goes past it`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(Self.rules { $0.perDay = 5 }, at: noon)
    let long = submission(segments: 3)
    let short = submission()
    _ = try await fixture.store.accept(submission(segments: 3), at: noon)
    _ = try await fixture.store.accept(long, at: noon + .seconds(1))
    _ = try await fixture.store.accept(short, at: noon + .seconds(2))
    #expect(try await drain(fixture.store, at: noon + .seconds(3)) == 1)
    // One that never fits is not waited for.
    try await fixture.store.adopt(Self.rules { $0.perDay = 2 }, at: noon)
    #expect(try await fixture.store.claim(2, at: noon + .seconds(3))?.id == short.id)
  }

  @Test func `the limit of a minute survives a restart and gives way after it`() async throws {
    let fixture = try await Fixture()
    let rules = Self.rules { $0.perMinute = 2 }
    try await fixture.store.adopt(rules, at: noon)
    _ = try await fixture.store.accept((0..<5).map { _ in submission() }, at: noon)
    #expect(try await drain(fixture.store) == 2)
    let again = try await fixture.reopened()
    try await again.adopt(rules, at: noon)
    #expect(try await again.claim(at: noon + .seconds(59)) == nil)
    let claimant = Claimant(iccid: try serialNumber(), modem: "modem1")
    #expect(try await again.nextDue([claimant], after: noon) == noon + .seconds(60))
    #expect(try await drain(again, at: noon + .seconds(60)) == 2)
  }

  @Test func `beyond its recipients a SIM writes only to those it knows`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(Self.rules { $0.recipientsPerMonth = 1 }, at: noon)
    _ = try await fixture.store.accept([submission(to: anna), submission(to: ben)], at: noon)
    let first = try #require(try await fixture.store.claim())
    try await fixture.store.submit(first.id, Self.reference)
    #expect(try await fixture.store.claim() == nil)
    let known = submission(to: first.recipient)
    _ = try await fixture.store.accept(known, at: noon)
    #expect(try await fixture.store.claim()?.id == known.id)
    #expect(try await fixture.store.claim(2)?.recipient != first.recipient)
    let plan = try fixture.plan(
      """
      SELECT m.row FROM sim_contacts c INDEXED BY sim_contacts_period
        CROSS JOIN messages m INDEXED BY messages_recipient ON m.recipient = c.recipient
      WHERE c.iccid = ? AND c.last_at >= ? AND m.state = 'queued' AND m.rank = ?
      """
    )
    #expect(plan.count == 2 && plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
  }
}
