import Messaging
import QueuePolicy
import Storage
import Testing

/// What a database that was restored from a copy may conclude of the attempts in doubt that it holds.
@Suite struct RestoredEvidenceTests {
  private let firmware = Firmware(manufacturer: "Quectel", model: "EC25", revision: "06A04")
  private let disturbed = Firmware(manufacturer: "Telit", model: "ME910", revision: "30.00")

  private func earnTrust(_ store: MessageStore) async throws {
    for _ in 0..<FirmwareTrust.requiredAgreements { try await store.record(.agreed, of: firmware) }
    try await store.record(.advancedUnanswered, of: firmware)
  }

  private func unknown(_ store: MessageStore, baseline: UInt8?) async throws -> MessageID {
    let one = submission()
    _ = try await store.accept(one)
    let attempt = try await store.attempt(one.id, baseline: baseline, firmware: firmware)
    _ = try await store.recordOutcome(of: attempt, .unknown(.hangUp), at: noon, jitter: 0.5)
    return one.id
  }

  private func restored(_ fixture: Fixture) async throws -> MessageStore {
    try await fixture.store.backup(to: fixture.directory + "/copy.db")
    let store = try await MessageStore.open(path: fixture.directory + "/copy.db")
    _ = try await store.recover(at: noon)
    try await store.releaseHeld(at: noon)
    return store
  }

  private func report(_ reference: UInt8) throws -> StatusReportRecord {
    StatusReportRecord(
      iccid: try serialNumber(),
      recipient: anna,
      messageReference: reference,
      status: 0,
      serviceCentreTimeStamp: noon + .seconds(200),
      rawPDU: [6, reference]
    )
  }

  /// The SIM has sent 256 messages since the copy was made: its octet is where it was.
  @Test func `EF-SMSS that came round proves nothing`() async throws {
    let fixture = try await Fixture()
    try await earnTrust(fixture.store)
    let id = try await unknown(fixture.store, baseline: 40)
    let store = try await restored(fixture)
    try await earnTrust(store)
    let reading = LastUsedReference(iccid: try serialNumber(), value: 40, firmware: firmware)
    #expect(try await store.record(reading, at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
    // The database that was copied knows what its SIM has done.
    #expect(try await fixture.store.record(reading, at: noon).map(\.to) == [.queued])
    try await store.close()
  }

  @Test func `trust in a firmware is earned anew, and what shook it stays`() async throws {
    let fixture = try await Fixture()
    try await earnTrust(fixture.store)
    try await fixture.store.record(.disagreed, of: disturbed)
    let store = try await restored(fixture)
    #expect(try await store.trust(in: firmware) == FirmwareTrust())
    #expect(try await store.trust(in: disturbed).disagreements == 1)
    #expect(try await fixture.store.trust(in: firmware).isTrusted)
    try await store.close()
  }

  /// What was sent to the same number after the copy was made has reports too.
  @Test func `a report proves an attempt only by its own reference`() async throws {
    let fixture = try await Fixture()
    try await earnTrust(fixture.store)
    let vague = try await unknown(fixture.store, baseline: nil)
    let store = try await restored(fixture)
    _ = try await store.recordReport(report(90), at: noon + .seconds(700))
    #expect(try await store.state(vague) == .unknown)
    try await store.close()

    let other = try await Fixture()
    try await earnTrust(other.store)
    let exact = try await unknown(other.store, baseline: 40)
    let second = try await restored(other)
    _ = try await second.recordReport(report(90), at: noon + .seconds(700))
    #expect(try await second.state(exact) == .unknown)
    _ = try await second.recordReport(report(41), at: noon + .seconds(700))
    #expect(try await second.state(exact) == .delivered)
    try await second.close()
  }
}
