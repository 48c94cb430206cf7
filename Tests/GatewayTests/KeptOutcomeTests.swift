import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

/// An outcome that is known waits for the database, and its modem with it.
@Suite(.timeLimit(.minutes(1))) struct KeptOutcomeTests {
  private let claimant: Claimant

  init() throws {
    claimant = Claimant(
      iccid: try #require(ICCID("8944110000000000001")),
      modem: "modem1"
    )
  }

  private func attempt(_ id: MessageID, _ services: ModemServices) async throws -> AttemptID {
    let record = AttemptRecord(
      message: id,
      segment: 1,
      modem: claimant.modem,
      iccid: claimant.iccid
    )
    guard case .success(let attempt) = await services.record(record) else {
      throw StoreError.closed
    }
    return attempt
  }

  @Test func `it is written when it can be, and the modem gets no other message before`()
    async throws
  {
    let log = LogLines()
    let fixture = try await ModemDriverTests.Fixture(logger: log.logger)
    defer { withExtendedLifetime(fixture) {} }
    var services = fixture.services
    services.writingPauses = [.milliseconds(1)]
    let slot = fixture.slot()
    let first = try await services.store.acceptSample()
    let attempt = try await attempt(first, services)
    try renameTable("attempts", to: "attempts_away", in: services.store.path)

    let known = SubmissionOutcome.accepted(messageReference: 7)
    let record = Task { [services] in
      await services.recordOutcome(of: attempt, known, on: slot)
    }
    var count = 0
    for await line in log.stream where line.message == "the database failed" {
      count += 1
      if count == 12 { break }
    }
    // Asked for while it is kept; the message of that modem comes after it.
    let second = try await services.store.acceptSample()
    let request = Task { [services] in
      let next = await services.nextMessage(for: claimant, on: slot)?.message.id
      return (next, try? await services.store.message(first)?.state)
    }
    let cancelled = Task { [services] in
      await services.nextMessage(for: claimant, on: slot)?.message.id
    }
    cancelled.cancel()
    if let message = await cancelled.value { services.store.release(message) }

    try renameTable("attempts_away", to: "attempts", in: services.store.path)
    await record.value
    #expect(try await services.store.message(first)?.state == .sent)
    let (next, stateThen) = await request.value
    #expect(next == second)
    #expect(stateThen == .sent)
  }

  @Test func `a gateway that ends does not wait for it for ever`() async throws {
    let fixture = try await ModemDriverTests.Fixture()
    defer { withExtendedLifetime(fixture) {} }
    var services = fixture.services
    services.writingPauses = [.milliseconds(1)]
    let first = try await services.store.acceptSample()
    let attempt = try await attempt(first, services)
    try renameTable("attempts", to: "attempts_away", in: services.store.path)
    await services.health.expectEnd(within: .zero)
    await services.recordOutcome(
      of: attempt,
      .accepted(messageReference: 7),
      on: fixture.slot()
    )
    try renameTable("attempts_away", to: "attempts", in: services.store.path)
    #expect(try await services.store.message(first)?.state == .submitting)
  }
}
