import Messaging
import QueuePolicy
import Storage
import Testing

/// A passcode that no SIM takes before its time is over ends at once.
@Suite struct VainWaitTests {
  private let resting = SIMOpening(at: noon + .seconds(1800), reason: "the SIM is quarantined")

  private func passcode(_ change: (inout Submission) -> Void = { _ in }) -> Submission {
    submission(.otp, expiresAt: noon + .seconds(600), change: change)
  }

  private func prospect(_ number: Int, rest: SIMOpening? = nil) throws -> ModemProspect {
    ModemProspect(modem: "modem\(number)", iccid: try serialNumber(number), rest: rest)
  }

  /// One message a day by the first modem, which has sent it.
  private func used(_ fixture: Fixture) async throws {
    var rules = SendingRules()
    rules.limitsByModem["modem1"] = SIMLimits()
    rules.limitsByModem["modem1"]?.perDay = 1
    try await fixture.store.adopt(rules, at: noon)
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
  }

  @Test func `it ends where quotas and rests last longer, and says what it would wait for`()
    async throws
  {
    let fixture = try await Fixture()
    try await used(fixture)
    let one = passcode()
    let other = submission(.alert, expiresAt: noon + .seconds(600))
    _ = try await fixture.store.accept([one, other], at: noon)
    let modems = [try prospect(1), try prospect(2, rest: resting)]
    let changes = try await fixture.store.endVainWaits(for: modems, at: noon)
    #expect(changes.map(\.id) == [one.id])
    #expect(changes.map(\.to) == [.expired])
    let reason = try #require(try await fixture.store.message(one.id)?.reason)
    #expect(reason.hasPrefix("it can no longer arrive in time: modem"))
    #expect(try await fixture.store.state(other.id) == .queued)
    #expect(try await fixture.store.endVainWaits(for: modems, at: noon).isEmpty)
  }

  @Test func `it waits where one modem may take it, or nobody knows when`() async throws {
    let fixture = try await Fixture()
    try await used(fixture)
    let one = passcode()
    _ = try await fixture.store.accept(one)
    let soon = SIMOpening(at: noon + .seconds(599), reason: "a rest")
    for other in [
      try prospect(2), try prospect(2, rest: soon), ModemProspect(modem: "modem2", iccid: nil),
    ] {
      let modems = [try prospect(1), other]
      #expect(try await fixture.store.endVainWaits(for: modems, at: noon).isEmpty)
    }
    #expect(try await fixture.store.endVainWaits(for: [], at: noon).isEmpty)
    #expect(try await fixture.store.state(one.id) == .queued)
  }

  @Test func `only the modem that it asks for counts`() async throws {
    let fixture = try await Fixture()
    let bound = passcode { $0.modem = "modem1" }
    let absent = passcode { $0.modem = "modem9" }
    _ = try await fixture.store.accept([bound, absent], at: noon)
    let modems = [try prospect(1, rest: resting), try prospect(2)]
    let changes = try await fixture.store.endVainWaits(for: modems, at: noon)
    #expect(changes.map(\.id) == [bound.id])
    #expect(changes.first?.reason?.contains("modem1: the SIM is quarantined, until ") == true)
  }

  @Test func `what a modem has in hand is left to it`() async throws {
    let fixture = try await Fixture()
    let one = passcode()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    let modems = [try prospect(1, rest: resting)]
    #expect(try await fixture.store.endVainWaits(for: modems, at: noon).isEmpty)
    fixture.store.release(one.id)
    #expect(try await fixture.store.endVainWaits(for: modems, at: noon).count == 1)
  }
}
