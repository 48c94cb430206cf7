import ATProtocol
import LocalAPI
import Messaging
import QueuePolicy
import Testing

@testable import Gateway
@testable import Storage

/// Which attempt of an earlier run, or of an earlier session, a slot waits for.
@Suite struct UnresolvedAttemptsTests {
  private let noon = Timestamp(seconds: 1_800_000_000)
  private let imei = "353142033840706"

  private func reading(_ time: Timestamp, uptime: Uptime? = nil) -> ClockReading {
    ClockReading(wall: time, uptime: uptime)
  }

  private func attempt(
    _ number: Int64,
    at time: Timestamp,
    uptime: Uptime? = nil
  ) throws -> OpenAttempt {
    OpenAttempt(
      id: AttemptID(number),
      message: try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
      segment: 1,
      modem: "modem1",
      iccid: try #require(ICCID("8944012345678901001")),
      recordedAt: time,
      uptime: uptime,
      deadline: time + .seconds(180)
    )
  }

  private func slot(_ name: String = "modem1", imei: String? = nil) -> ModemSlot.View {
    var facts = ModemFacts()
    facts.imei = imei
    return ModemSlot.View(
      name: name,
      condition: ModemSlot.Condition(state: .absent),
      facts: facts,
      accepted: 0,
      refused: 0
    )
  }

  @Test func `Nobody waits longer than for a new attempt, though the clock was set back`() throws {
    let unresolved = UnresolvedAttempts(
      [try attempt(7, at: noon + .seconds(3600))],
      answerDeadline: .seconds(180),
      at: reading(noon)
    )
    let expected = try #require(unresolved.expected(on: slot(), places: ["modem1"]))
    #expect(expected.entry?.attempt == AttemptID(7))
    #expect(unresolved.remaining(until: expected.deadline) <= .seconds(180))
    #expect(unresolved.remaining(until: expected.deadline) > .seconds(120))
  }

  @Test(arguments: [1, 2])
  func `A clock that was set forward does not end the wait while the machine runs`(
    boot: Int64
  ) throws {
    let before = Uptime(boot: 1, milliseconds: 5_000)
    let unresolved = UnresolvedAttempts(
      [try attempt(7, at: noon, uptime: before)],
      answerDeadline: .seconds(180),
      at: reading(noon + .seconds(3600), uptime: Uptime(boot: boot, milliseconds: 30_000))
    )
    let expected = unresolved.expected(on: slot(), places: ["modem1"])
    guard boot == before.boot else { return #expect(expected == nil) }
    let remaining = unresolved.remaining(until: try #require(expected).deadline)
    #expect(remaining <= .seconds(155) && remaining > .seconds(95))
  }

  @Test
  func `A modem that the configuration tells by its IMEI is waited for on a port without a name`()
    throws
  {
    let unresolved = UnresolvedAttempts(
      [try attempt(7, at: noon)],
      answerDeadline: .seconds(180),
      at: reading(noon)
    )
    #expect(unresolved.expected(on: slot("ttyUSB0"), places: ["attic"])?.entry != nil)
    #expect(unresolved.expected(on: slot("ttyUSB0"), places: ["modem1"]) == nil)
  }

  @Test func `What a session left is there for the next on another port`() throws {
    let unresolved = UnresolvedAttempts([], answerDeadline: .seconds(180), at: reading(noon))
    let modem = ModemIdentity(name: "modem-840706", imei: imei)
    unresolved.leave(
      UnresolvedAttempts.Entry(
        attempt: AttemptID(9),
        modem: modem,
        deadline: unresolved.deadline(after: .seconds(100))
      )
    )
    #expect(unresolved.expected(on: slot("modem1", imei: "353142033840714"), places: []) == nil)
    let found = unresolved.expected(on: slot("ttyUSB7", imei: imei), places: [])
    #expect(found?.entry?.attempt == AttemptID(9))
  }
}
