import Messaging
import QueuePolicy
import Storage
import Testing

/// A clock that was an hour ahead is set back: nothing waits for that hour.
@Suite struct ClockCorrectionTests {
  private let ahead = noon + .seconds(3600)
  private let rules = MessageRules()

  @Test func `a SIM that is avoided for a while may be used at once`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one, at: ahead)
    // The SIM's own trouble: another may send it at once, this one after a while.
    let change = try await fixture.store.submit(
      one.id,
      .refused(.cms(code: 331, afterControlZ: .seconds(1))),
      at: ahead
    )
    #expect(change.to == .queued)
    #expect(try await fixture.store.claim(at: ahead + .seconds(1)) == nil)
    try await fixture.store.clockWentBack(to: noon)
    #expect(try await fixture.store.claim(at: noon + .seconds(1))?.id == one.id)
  }

  @Test func `doubt is decided after its own time`() async throws {
    let fixture = try await Fixture()
    let one = submission(duplicates: .avoid)
    _ = try await fixture.store.accept(one, at: ahead)
    try await fixture.store.submit(one.id, .unknown(.noAnswer), at: ahead)
    try await fixture.store.clockWentBack(to: noon)
    #expect(try await fixture.store.nextDeadline() == noon + rules.evidenceWait)
    _ = try await fixture.store.expire(at: noon + rules.evidenceWait)
    #expect(try await fixture.store.state(one.id) == .closed)
  }

  @Test func `the rest of a long message may follow no later than networks allow`() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2, expiresAt: ahead + .seconds(86_400))
    _ = try await fixture.store.accept(one, at: ahead)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1), at: ahead)
    try await fixture.store.clockWentBack(to: noon)
    #expect(try await fixture.store.nextDeadline() == noon + rules.resumeWindow)
  }

  @Test func `a report is waited for as long as always`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one, at: ahead)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1), at: ahead)
    try await fixture.store.clockWentBack(to: noon)
    #expect(try await fixture.store.nextDeadline() == noon + rules.reportWindow)
  }

  @Test func `a message is worth as long as it was when it was accepted`() async throws {
    let fixture = try await Fixture()
    let code = submission(.otp, expiresAt: ahead + .seconds(600))
    let before = submission(expiresAt: noon + .seconds(1800))
    let scheduled = submission(expiresAt: ahead + .seconds(9000)) {
      $0.notBefore = ahead + .seconds(1800)
    }
    _ = try await fixture.store.accept(before, at: noon - .seconds(60))
    _ = try await fixture.store.accept([code, scheduled], at: ahead)
    try await fixture.store.clockWentBack(to: noon)
    #expect(try await fixture.store.message(code.id)?.expiresAt == noon + .seconds(600))
    // Accepted under the right clock, or asked for by the clock: as it was.
    #expect(try await fixture.store.message(before.id)?.expiresAt == noon + .seconds(1800))
    #expect(try await fixture.store.message(scheduled.id)?.expiresAt == ahead + .seconds(9000))
    #expect(try await fixture.store.claim(at: noon)?.id == code.id)
  }

  @Test func `what a webhook is owed is tried at once`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.subscribe([
      WebhookSubscription(name: "shop", kinds: Set(WebhookKind.allCases))
    ])
    _ = try await fixture.store.accept(submission(), at: ahead)
    let owed = try await fixture.store.dueDeliveries(to: "shop", at: ahead, limit: 10)
    let first = try #require(owed.first)
    try await fixture.store.postpone(first, until: ahead + .seconds(5), because: "busy")
    try await fixture.store.clockWentBack(to: noon)
    #expect(
      try await fixture.store.dueDeliveries(to: "shop", at: noon, limit: 10).count == owed.count
    )
  }

  @Test func `parts of a received message are waited for as long as always`() async throws {
    let fixture = try await Fixture()
    try fixture.tamper(
      """
      INSERT INTO inbound_parts (iccid, modem, storage, slot, pdu, sender, total, number, received_at)
      VALUES ('1', 'm', 'SM', 1, x'00', '+1', 2, 1, \(ahead.milliseconds))
      """
    )
    try await fixture.store.clockWentBack(to: noon)
    let received = try fixture.peek(Int64.self, "SELECT received_at FROM inbound_parts")
    #expect(received == noon.milliseconds)
  }
}
