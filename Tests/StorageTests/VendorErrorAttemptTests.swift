import Messaging
import QueuePolicy
import Storage
import Testing

/// An error is read by who made the modem, also after a restart.
@Suite struct VendorErrorAttemptTests {
  private static let sim800 = ModemMake(manufacturer: "SIMCOM_Ltd", model: "SIMCOM_SIM800L")
  private static let ec25 = ModemMake(manufacturer: "Quectel", model: "EC25")

  private func submit(
    _ error: Int,
    from make: ModemMake?,
    in fixture: Fixture
  ) async throws -> MessageDetail {
    let one = submission()
    _ = try await fixture.store.accept(one)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(
        message: one.id,
        segment: 1,
        modem: "modem1",
        iccid: try serialNumber(),
        make: make
      ),
      at: noon
    )
    guard case .recorded(let attempt) = decision else { throw StoreError.closed }
    let outcome = SubmissionOutcome.refused(.cms(code: error, afterControlZ: .seconds(2)))
    _ = try await fixture.store.recordOutcome(of: attempt, outcome, at: noon, jitter: 0.5)
    return try #require(try await fixture.reopened().message(one.id))
  }

  @Test func theModemsOwnTimerLeavesTheMessageUnknown() async throws {
    let fixture = try await Fixture()
    let held = try await submit(225, from: Self.sim800, in: fixture)
    #expect(held.state == .unknown)
    #expect(held.attempts.first?.make == Self.sim800)
    #expect(held.reason?.contains("did not answer in time") == true)
    #expect(try await fixture.store.unresolvedAttempts().count == 1)
  }

  @Test func theSameNumberOfAnUnknownMakerIsTheNetworksRefusal() async throws {
    let fixture = try await Fixture()
    #expect(try await submit(225, from: nil, in: fixture).state == .queued)
    #expect(try await fixture.store.unresolvedAttempts().isEmpty)
  }

  @Test func whatIsRefusedBeforeTheNetworkIsTriedAgain() async throws {
    let fixture = try await Fixture()
    let again = try await submit(512, from: Self.ec25, in: fixture)
    #expect(again.state == .queued)
    #expect(again.reason?.contains("the SIM is not ready") == true)
  }

  @Test func whatTheModemCallsWrongIsRefusedForGood() async throws {
    let fixture = try await Fixture()
    #expect(try await submit(513, from: Self.ec25, in: fixture).state == .failed)
    #expect(try await submit(513, from: nil, in: fixture).state == .unknown)
  }
}
