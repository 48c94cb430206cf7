import ATProtocol
import LocalAPI
import Messaging
import Testing

@testable import Gateway
@testable import Storage

/// Which attempt of an earlier run an answer proves that still comes.
@Suite struct UnresolvedAttemptsTests {
  private let noon = Timestamp(seconds: 1_800_000_000)
  private let deadline: Duration = .seconds(180)

  private func attempt(
    _ number: Int64,
    on modem: String = "modem1",
    at time: Timestamp
  ) throws -> OpenAttempt {
    OpenAttempt(
      id: AttemptID(number),
      message: try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
      segment: 1,
      modem: modem,
      iccid: try #require(ICCID("8944012345678901001")),
      recordedAt: time,
      deadline: time + deadline
    )
  }

  private func unresolved(_ attempts: OpenAttempt...) -> UnresolvedAttempts {
    UnresolvedAttempts(
      attempts,
      configuredNames: ["modem1", "modem2"],
      answerDeadline: deadline
    )
  }

  private func slot(_ name: String = "modem1") -> ModemSlot.View {
    ModemSlot.View(
      name: name,
      condition: ModemSlot.Condition(state: .absent),
      facts: ModemFacts(),
      accepted: 0,
      refused: 0
    )
  }

  @Test func `The last attempt is the one with the highest number, though the clock was set back`()
    async throws
  {
    let attempts = unresolved(
      try attempt(7, at: noon + .seconds(100)),
      try attempt(8, at: noon)
    )
    let pending = await attempts.attempt(on: slot(), at: noon + .seconds(10))
    #expect(pending == PendingAnswer(token: 8, remaining: .seconds(170)))
  }

  @Test func `Where the last attempt can be answered no more, no earlier one takes its place`()
    async throws
  {
    let attempts = unresolved(
      try attempt(7, at: noon + .seconds(3600)),
      try attempt(8, at: noon)
    )
    #expect(await attempts.attempt(on: slot(), at: noon + .seconds(181)) == nil)
    #expect(await attempts.attempt(on: slot(), at: noon + .seconds(182)) == nil)
  }

  @Test func `Nobody waits longer than for a new attempt, and no attempt is waited for twice`()
    async throws
  {
    let attempts = unresolved(try attempt(7, at: noon + .seconds(3600)))
    let pending = await attempts.attempt(on: slot(), at: noon)
    #expect(pending == PendingAnswer(token: 7, remaining: deadline))
    #expect(await attempts.attempt(on: slot(), at: noon) == nil)
  }

  @Test func `Each modem has its own, and one that is not known yet may be any without a name`()
    async throws
  {
    let attempts = unresolved(
      try attempt(7, on: "modem-123456", at: noon),
      try attempt(8, on: "modem1", at: noon)
    )
    #expect(await attempts.attempt(on: slot("modem2"), at: noon) == nil)
    #expect(await attempts.attempt(on: slot("ttyUSB3"), at: noon)?.token == 7)
    #expect(await attempts.attempt(on: slot("modem1"), at: noon)?.token == 8)
  }
}
