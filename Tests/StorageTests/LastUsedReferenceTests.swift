import Messaging
import QueuePolicy
import Storage
import Testing

/// EF-SMSS (3GPP TS 31.102 §4.2.28) as evidence, and how trust in a firmware is earned and lost.
@Suite struct LastUsedReferenceTests {
  let firmware = Firmware(manufacturer: "Quectel", model: "EC25", revision: "06A04")
  private let fixture: Fixture
  private let store: MessageStore

  init() async throws {
    fixture = try await Fixture()
    store = fixture.store
  }

  private func reading(
    _ value: UInt8,
    sim: Int = 1,
    by firmware: Firmware? = nil,
    agrees: Bool? = nil
  ) throws -> LastUsedReference {
    LastUsedReference(
      iccid: try serialNumber(sim),
      value: value,
      firmware: firmware ?? self.firmware,
      agrees: agrees
    )
  }

  /// As many agreements as make a baseline worth keeping.
  private func agreeOften() async throws {
    for _ in 0..<FirmwareTrust.requiredAgreements {
      _ = try await store.record(try reading(40, agrees: true), at: noon)
    }
  }

  /// All that it takes until EF-SMSS proves something.
  private func earnTrust() async throws {
    try await agreeOften()
    try await store.record(.advancedUnanswered, of: firmware)
  }

  /// A message whose attempt has no answer, recorded while EF-SMSS held 40.
  private func unknown(
    _ outcome: SubmissionOutcome = .unknown(.hangUp)
  ) async throws -> (MessageID, AttemptID) {
    let one = submission()
    _ = try await store.accept(one)
    let attempt = try await store.attempt(one.id, baseline: 40, firmware: firmware)
    _ = try await store.recordOutcome(of: attempt, outcome, at: noon, jitter: 0.5)
    return (one.id, attempt)
  }

  @Test func anUnchangedNumberSendsTheMessageBackIntoTheQueueOnTrustedFirmware() async throws {
    try await earnTrust()
    let (id, _) = try await unknown()
    let changes = try await store.record(try reading(40), at: noon)
    #expect(changes.map(\.to) == [.queued])
    #expect(try await store.state(id) == .queued)
    #expect(try await store.message(id)?.attempts.first?.evidence == "EF-SMSS")
  }

  @Test func itProvesNothingBeforeTrustIsEarned() async throws {
    try await agreeOften()
    let (id, _) = try await unknown()
    #expect(try await store.record(try reading(40), at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
  }

  @Test func onlyTheFirstReadingAfterAnAttemptCounts() async throws {
    try await earnTrust()
    let (id, _) = try await unknown()
    #expect(try await store.record(try reading(41), at: noon).isEmpty)
    // 255 messages later it holds 40 again.
    #expect(try await store.record(try reading(40), at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
  }

  @Test func anotherSIMSaysNothing() async throws {
    try await earnTrust()
    let (id, _) = try await unknown()
    #expect(try await store.record(try reading(40, sim: 2), at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
    #expect(try await store.record(try reading(40), at: noon).map(\.to) == [.queued])
  }

  @Test func anErrorThatDoesNotTellIsSettledToo() async throws {
    try await earnTrust()
    let (id, _) = try await unknown(.refused(.cms(code: 332, afterControlZ: .seconds(40))))
    #expect(try await store.state(id) == .unknown)
    #expect(try await store.record(try reading(40), at: noon).map(\.to) == [.queued])
  }

  @Test("Trust in the firmware that reads says nothing of the firmware that sent")
  func anotherFirmwareSaysNothing() async throws {
    try await agreeOften()
    let other = Firmware(manufacturer: "Telit", model: "ME910", revision: "30.00")
    for _ in 0..<FirmwareTrust.requiredAgreements { try await store.record(.agreed, of: other) }
    try await store.record(.advancedUnanswered, of: other)
    let (id, _) = try await unknown()
    #expect(try await store.record(try reading(40, by: other), at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
  }

  @Test func aReadingAfterAnotherAttemptSaysNothing() async throws {
    try await earnTrust()
    let (id, _) = try await unknown()
    _ = try await unknown(.accepted(messageReference: 41))
    #expect(try await store.record(try reading(40), at: noon).isEmpty)
    #expect(try await store.state(id) == .unknown)
  }

  @Test(
    "An advance earns trust only where the modem certainly had no answer yet",
    arguments: [
      (SubmissionOutcome.unknown(.hangUp), 0), (.unknown(.interrupted), 0),
      (.unknown(.noAnswer), 0), (.refused(.cms(code: 332, afterControlZ: .seconds(40))), 1),
    ]
  )
  func anAnswerLostOnTheLineEarnsNothing(outcome: SubmissionOutcome, advances: Int) async throws {
    try await agreeOften()
    let (id, _) = try await unknown(outcome)
    _ = try await store.record(try reading(41), at: noon)
    let report = StatusReportRecord(
      iccid: try serialNumber(),
      recipient: anna,
      messageReference: 41,
      status: 0,
      serviceCentreTimeStamp: noon,
      rawPDU: [6, 41]
    )
    _ = try await store.recordReport(report, at: noon)
    #expect(try await store.state(id) == .delivered)
    #expect(try await store.trust(in: firmware).unansweredAdvances == advances)
  }

  @Test("A report that may be about either of two attempts proves neither")
  func aReportOfOneOfTwoProvesNothing() async throws {
    try await agreeOften()
    let (first, _) = try await unknown()
    let (second, _) = try await unknown()
    let report = StatusReportRecord(
      iccid: try serialNumber(),
      recipient: anna,
      messageReference: 41,
      status: 0,
      serviceCentreTimeStamp: noon,
      rawPDU: [6, 41]
    )
    _ = try await store.recordReport(report, at: noon)
    #expect(try await store.state(first) == .unknown)
    #expect(try await store.state(second) == .unknown)
  }

  @Test(
    "A number that may be wrong is not kept: it would keep a status report from proving anything"
  )
  func theBaselineIsKeptOnlyWhereTheNumberHasProvedTrue() async throws {
    let (early, _) = try await unknown()
    #expect(try await store.message(early)?.attempts.first?.messageReferenceBaseline == nil)
    try await agreeOften()
    let (kept, _) = try await unknown()
    #expect(try await store.message(kept)?.attempts.first?.messageReferenceBaseline == 40)
    _ = try await store.record(try reading(7, agrees: false), at: noon)
    let (late, _) = try await unknown()
    #expect(try await store.message(late)?.attempts.first?.messageReferenceBaseline == nil)
  }

  @Test(arguments: [(UInt8(41), 1, 0), (40, 0, 1)])
  func proofThatComesLaterTeachesWhatTheReadingWasWorth(
    value: UInt8,
    advances: Int,
    disagreements: Int
  ) async throws {
    try await agreeOften()
    let (id, attempt) = try await unknown()
    _ = try await store.record(try reading(value), at: noon)
    let proof = Evidence.lateReference(41, openAttempts: 1, count: 1)
    #expect(try await store.recordEvidence(proof, about: attempt, at: noon)?.to == .sent)
    #expect(try await store.state(id) == .sent)
    let trust = try await store.trust(in: firmware)
    #expect(trust.unansweredAdvances == advances)
    #expect(trust.disagreements == disagreements)
    #expect(trust.isTrusted == (advances > 0))
  }
}
