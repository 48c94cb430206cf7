import Messaging
import QueuePolicy
import Storage
import Testing

/// What the rules of considerate sending do to messages that wait.
@Suite struct SendingRuleTests {
  private static let reference = SubmissionOutcome.accepted(messageReference: 1)
  /// 2027-01-15 08:00 UTC.
  private static let morning = noon

  private func rules(
    _ messageClass: MessageClass = .marketing,
    _ change: (inout ClassRules) -> Void
  ) -> SendingRules {
    var rules = SendingRules()
    var own = ClassRules()
    change(&own)
    rules.classes[messageClass] = own
    return rules
  }

  private func quiet(_ hours: String) throws -> SendingRules {
    let hours = try #require(DailyHours(hours))
    return rules { $0.quietHours.ordinary = hours }
  }

  private let spool = MessageOrigin.spool(name: "a", member: nil, headers: "")

  @Test func `what comes in quiet hours is due when they end, and says so`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(try quiet("07:00-09:00"), at: noon)
    let offer = submission(.marketing)
    let passcode = submission(.otp)
    _ = try await fixture.store.accept([offer, passcode], at: noon)
    #expect(try await fixture.store.claim()?.id == passcode.id)
    #expect(try await fixture.store.claim() == nil)
    let detail = try #require(try await fixture.store.message(offer.id))
    #expect(detail.dueAt == noon + .seconds(3600))
    #expect(detail.reason == "quiet hours until 2027-01-15 09:00 (UTC)")
    #expect(try await fixture.store.claim(at: noon + .seconds(3600))?.id == offer.id)
  }

  @Test func `a code that can no longer arrive in time fails at once, and says so`() async throws {
    let fixture = try await Fixture()
    let waiting = submission(.otp) { $0.expiresAt = noon + .seconds(600) }
    let patient = submission(.otp) { $0.expiresAt = noon + .seconds(7200) }
    _ = try await fixture.store.accept([waiting, patient], at: noon)
    let hours = try #require(DailyHours("07:00-09:00"))
    try await fixture.store.adopt(rules(.otp) { $0.quietHours.ordinary = hours }, at: noon)
    #expect(try await fixture.store.claim() == nil)
    let ended = try #require(try await fixture.store.message(waiting.id))
    #expect(ended.state == .expired)
    #expect(
      ended.reason == "it can no longer arrive in time: quiet hours until 2027-01-15 09:00 (UTC)"
    )
    #expect(try await fixture.store.state(patient.id) == .queued)

    let late = submission(.otp) { $0.expiresAt = noon + .seconds(600) }
    guard case .ruledOut(_, let reason) = try await fixture.store.accept(late, at: noon) else {
      Issue.record("it was accepted")
      return
    }
    #expect(reason.hasPrefix("it can no longer arrive in time"))
  }

  @Test func `what waits when quiet hours begin is put back once, and not looked at again`()
    async throws
  {
    let fixture = try await Fixture()
    let count = SetAsideBatch.size * 2 + 7
    _ = try await fixture.store.accept((0..<count).map { _ in submission(.marketing) }, at: noon)
    try await fixture.store.adopt(try quiet("07:00-09:00"), at: noon)
    #expect(try await fixture.store.claim() == nil)
    let due = "SELECT count(*) FROM messages WHERE due_at <= \(noon.milliseconds)"
    #expect(try fixture.peek(Int.self, due) == 0)
    let claimant = Claimant(iccid: try serialNumber(), modem: "modem1")
    #expect(try await fixture.store.nextDue([claimant], after: noon) == noon + .seconds(3600))
    // Other rules let them go at once, but not before the time that their sender asked for.
    let scheduled = submission(.marketing) { $0.notBefore = noon + .seconds(1800) }
    _ = try await fixture.store.accept(scheduled, at: noon)
    try await fixture.store.adopt(SendingRules(), at: noon)
    #expect(try fixture.peek(Int.self, due) == count)
    #expect(try await fixture.store.message(scheduled.id)?.dueAt == noon + .seconds(1800))
  }

  @Test func `a cap holds although two SIMs have a message for one person in hand`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(rules { $0.perRecipientDay = 1 }, at: noon)
    let messages = [submission(.marketing), submission(.marketing)]
    _ = try await fixture.store.accept(messages + [submission(to: ben, .marketing)], at: noon)
    let first = try #require(try await fixture.store.claim(1))
    let second = try #require(try await fixture.store.claim(2))
    #expect(first.recipient == second.recipient)
    try await fixture.store.submit(first.id, sim: 1, Self.reference)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: second.id, segment: 1, modem: "modem2", iccid: serialNumber(2)),
      at: noon
    )
    #expect(decision == .refused(.keptBack))
    let detail = try #require(try await fixture.store.message(second.id))
    #expect(detail.state == .queued && detail.dueAt == noon + .seconds(86_400))
    #expect(detail.reason?.hasPrefix("the limit of 24 hours for marketing messages") == true)
    // The next claim passes the third on the way, and a message of another class is free.
    #expect(try await fixture.store.claim(2)?.recipient == ben)
    let notice = submission()
    _ = try await fixture.store.accept(notice)
    #expect(try await fixture.store.claim(2)?.id == notice.id)
  }

  @Test func `a refused message does not count towards the cap of its recipient`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(rules { $0.minimumInterval = .seconds(3600) }, at: noon)
    let refused = submission(.marketing)
    _ = try await fixture.store.accept(refused)
    try await fixture.store.submit(refused.id, .refused(.cms(code: 1, afterControlZ: .zero)))
    let next = submission(.marketing)
    _ = try await fixture.store.accept(next)
    #expect(try await fixture.store.claim()?.id == next.id)
    try await fixture.store.submit(next.id, Self.reference)
    _ = try await fixture.store.accept(submission(.marketing))
    #expect(try await fixture.store.claim() == nil)
  }

  @Test func `a denied number is refused over the API, and fails with a reason from the spool`()
    async throws
  {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.prefixes.denied = ["+4477009"]
    try await fixture.store.adopt(rules, at: noon)
    let reason = "numbers that begin with +4477009 are not written to"
    #expect(try await fixture.store.accept(submission()) == .ruledOut(nil, reason: reason))
    let file = submission(origin: spool)
    #expect(try await fixture.store.accept(file) == .ruledOut(file.id, reason: reason))
    #expect(try await fixture.store.message(file.id)?.state == .failed)
    #expect(try await fixture.store.message(file.id)?.reason == reason)
    #expect(try fixture.peek(Int.self, "SELECT sum(result_due) FROM messages") == 1)
  }

  @Test func `a number that is denied later fails when its turn comes`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    var rules = SendingRules()
    rules.prefixes.denied = ["+44"]
    try await fixture.store.adopt(rules, at: noon)
    #expect(try await fixture.store.claim() == nil)
    #expect(try await fixture.store.state(one.id) == .failed)
    // The answer to a STOP goes out all the same.
    let answer = submission { $0.purpose = .confirmation }
    #expect(try await fixture.store.accept(answer) == .accepted(answer.id))
    #expect(try await fixture.store.claim()?.id == answer.id)
  }

  @Test func `what was spent is known after a restart, and the budget holds`() async throws {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.prefixes.rules = [PrefixRule(prefix: "+44", cost: Money(units: 0.5))]
    rules.budget.daily = Money(units: 1)
    try await fixture.store.adopt(rules, at: noon)
    let messages = [submission(.otp), submission(.otp), submission(.otp), submission(to: ben)]
    _ = try await fixture.store.accept(messages, at: noon)
    try await fixture.store.submit(messages[0].id, Self.reference)
    try await fixture.store.submit(messages[1].id, .refused(.cms(code: 1, afterControlZ: .zero)))
    let again = try await fixture.reopened()
    try await again.adopt(rules, reconsidering: false, at: noon)
    #expect(try await again.spent(at: noon).today == Money(units: 0.5))
    try await again.submit(messages[2].id, Self.reference)
    #expect(try await again.claim() == nil)
    let reason = try #require(try await again.message(messages[3].id)?.reason)
    #expect(reason.hasPrefix("the budget of the day is used up (1.00 of 1.00), until 2027-01-16"))
    let preview = try await again.preview(submission(segments: 3), at: noon)
    #expect(preview.cost == Money(units: 1.5))
    #expect(preview.verdict != .allowed)
  }

  @Test func `a prefix with modems of its own is theirs alone, also after other rules`()
    async throws
  {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.prefixes.rules = [PrefixRule(prefix: "+44", modems: ["modem2"])]
    try await fixture.store.adopt(rules, at: noon)
    let one = submission()
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.claim(1) == nil)
    #expect(try await fixture.store.claim(2)?.id == one.id)
    fixture.store.release(one.id)
    try await fixture.store.adopt(SendingRules(), at: noon)
    #expect(try await fixture.store.claim(1)?.id == one.id)
  }

  @Test func `a recipient's usual SIM goes first while it works, and others after a while`()
    async throws
  {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.usualSIMWait = .seconds(60)
    try await fixture.store.adopt(rules, at: noon)
    let first = submission()
    _ = try await fixture.store.accept(first)
    try await fixture.store.submit(first.id, sim: 1, Self.reference)
    let next = submission()
    _ = try await fixture.store.accept(next)
    var other = Claimant(iccid: try serialNumber(2), modem: "modem2")
    other.workingSIMs = [try serialNumber(1).description]
    #expect(try await fixture.store.claim(other, at: noon + .seconds(59)) == nil)
    #expect(try await fixture.store.nextDue([other], after: noon) == noon + .seconds(60))
    #expect(try await fixture.store.claim(other, at: noon + .seconds(60))?.id == next.id)
    fixture.store.release(next.id)
    other.workingSIMs = []
    #expect(try await fixture.store.claim(other, at: noon)?.id == next.id)
    fixture.store.release(next.id)
    #expect(try await fixture.store.claim(1)?.id == next.id)
  }
}

/// How many messages one transaction puts back; more than that takes several.
private enum SetAsideBatch {
  static let size = 200
}
