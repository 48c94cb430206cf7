import Foundation
import QueuePolicy
import Storage
import Testing

/// EF-SMSS as evidence: a modem that was lost under Ctrl-Z, and whose SIM says that nothing left.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ReferenceEvidenceTests {
  /// What the simulated modem says of itself.
  static let firmware = Firmware(
    manufacturer: "Hermod",
    model: "Simulated modem",
    revision: "1.0"
  )

  /// A gateway that has seen this firmware tell the truth, also after an attempt without an answer.
  private func trust(_ laboratory: Laboratory) async throws {
    let directory = laboratory.directory.path + "/state"
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    let store = try await MessageStore.open(directory: directory)
    for _ in 0..<FirmwareTrust.requiredAgreements {
      try await store.record(.agreed, of: Self.firmware)
    }
    try await store.record(.advancedUnanswered, of: Self.firmware)
    try await store.close()
  }

  @Test func `A message that certainly never left goes out by itself, once`() async throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: ModemTroubleTests.quick,
      gateway: "answer_deadline = 2"
    )
    try await trust(laboratory)
    try laboratory.start(untilReady: 1)
    let page = try laboratory.hermod("modem", "show", "modem1")
    #expect(page.output.contains("settled by the SIM's last reference"), "\(page.output)")
    let centre = laboratory.modems.first?["service_centre"] as? String
    #expect(centre.map { page.output.contains($0) } == true)
    try laboratory.simulate("fault modem1 hang-up-under-ctrl-z once back 1s")
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("sent") { laboratory.names(in: "sent") == ["m"] }
    #expect(try laboratory.record().count == 1)
    #expect(try laboratory.commands("AT+CMGS=").count == 2)
  }

  @Test func `Before trust is earned the message is held`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: ModemTroubleTests.quick,
      gateway: "answer_deadline = 2"
    )
    try laboratory.start(untilReady: 1)
    let firmware = laboratory.modems.first?["firmware"] as? [String: Any]
    #expect(firmware?["trusted"] as? Bool == false)
    #expect(firmware?["agreements"] as? Int == 0)
    try laboratory.simulate("fault modem1 hang-up-under-ctrl-z once back 1s")
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("held") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
    #expect(try laboratory.record().isEmpty)
    #expect(try laboratory.commands("AT+CMGS=").count == 1)
  }
}
