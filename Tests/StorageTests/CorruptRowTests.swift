import Messaging
import QueuePolicy
import Storage
import Testing

/// What a row says that cannot be read is an error, and never a guess.
@Suite struct CorruptRowTests {
  /// Damages that a check of the schema does not catch.
  private static let damages: [(outcome: SubmissionOutcome, sql: String)] = [
    (.accepted(messageReference: 1), "message_reference = NULL"),
    (.refused(.cms(code: 42, afterControlZ: .seconds(1))), "error_code = NULL"),
    (.refused(.cms(code: 42, afterControlZ: .seconds(1))), "detail = 'cmx'"),
    (.refused(.bare(afterControlZ: .seconds(1))), "detail = NULL"),
    (.notSubmitted(.noPrompt), "detail = 'nothing'"),
    (.notSubmitted(.noPrompt), "detail = NULL"),
    (.unknown(.hangUp), "detail = 'whatever'"),
    (.unknown(.hangUp), "settlement = 'perhaps'"),
    (.unknown(.hangUp), "delivery = 'perhaps'"),
    (.unknown(.hangUp), "delivery_status = 256"),
  ]

  @Test(arguments: damages.indices)
  func anAttemptThatCannotBeReadIsAnError(place: Int) async throws {
    let damage = Self.damages[place]
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id)
    _ = try await fixture.store.recordOutcome(of: attempt, damage.outcome, at: noon, jitter: 0)
    try fixture.tamper("UPDATE attempts SET \(damage.sql)")
    await #expect(throws: StoreError.self) {
      try await fixture.store.recordOutcome(of: attempt, damage.outcome, at: noon, jitter: 0)
    }
  }

  @Test func aVerdictThatCannotBeReadIsAnError() async throws {
    let fixture = try await Fixture()
    let part = InboundPart(
      iccid: try serialNumber(),
      modem: "modem1",
      storage: "SM",
      index: 1,
      rawPDU: [1],
      sender: anna,
      receivedAt: noon
    )
    _ = try await fixture.store.recordInbound(
      part,
      newID: { newID() },
      assemble: { _ in InboundAssembly(content: .text("STOP"), usedParts: [0]) }
    )
    try fixture.tamper("UPDATE inbound SET verdict = 'optedOut'")
    await #expect(throws: StoreError.self) { try await fixture.store.inbox(limit: 1) }
  }
}
