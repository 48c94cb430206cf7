import Foundation
import Glibc
import Testing

/// `hermod doctor` against the real daemon, and without one.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct DoctorEndToEndTests {
  private struct Diagnosis: Decodable {
    struct Finding: Decodable {
      var kind: String
      var severity: String
      var subject: String
      var cure: String
    }

    var canSend: Bool
    var findings: [Finding]

    private enum CodingKeys: String, CodingKey {
      case findings
      case canSend = "can_send"
    }

    var obstacles: [String] { findings.filter { $0.severity == "obstacle" }.map(\.kind) }
  }

  @Test func `It is content only while a message could be sent`() throws {
    let laboratory = try Laboratory(modems: 1)
    let configuration = laboratory.directory.path + "/hermod.toml"
    func diagnose() throws -> (status: Int32, Diagnosis) {
      let answer = try laboratory.hermod("doctor", "--json", "--config", configuration)
      return (
        answer.status,
        try JSONDecoder().decode(Diagnosis.self, from: Data(answer.output.utf8))
      )
    }
    var (status, diagnosis) = try diagnose()
    #expect(status == 1)
    #expect(diagnosis.obstacles == ["daemon-unreachable"])

    try laboratory.start(untilReady: 1)
    (status, diagnosis) = try diagnose()
    #expect(status == 0)
    #expect(diagnosis.canSend)
    #expect(diagnosis.obstacles == [])
    #expect(diagnosis.findings.allSatisfy { !$0.cure.isEmpty })

    let page = try laboratory.hermod("doctor", "--config", configuration)
    #expect(page.output.hasSuffix("A message could be sent now.\n"))

    #expect(try laboratory.hermod("queue", "pause", "all").status == 0)
    (status, diagnosis) = try diagnose()
    #expect(status == 1)
    #expect(diagnosis.obstacles == ["queue-paused"])
  }

  @Test(arguments: [
    ("sim-removed", "sim-missing"), ("pin-required", "pin-required"),
    ("not-registered", "not-registered"), ("registration-denied", "not-registered"),
  ])
  func `It names what is wrong with the SIM and the network`(fault: String, kind: String) throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.simulate("fault modem1 \(fault)")
    try laboratory.start()
    try laboratory.eventually("\(kind) is found") {
      let answer = try laboratory.hermod("doctor", "--json")
      let diagnosis = try JSONDecoder().decode(Diagnosis.self, from: Data(answer.output.utf8))
      return answer.status == 1 && diagnosis.obstacles == [kind]
        && diagnosis.findings.contains { $0.kind == kind && $0.subject == "modem1" }
    }
  }

  @Test func `It finds a bad configuration and a spool that cannot be written`() throws {
    let laboratory = try Laboratory(modems: 1)
    let file = laboratory.directory.path + "/bad.toml"
    try "[gateway]\ncountry_code = 44\n".write(toFile: file, atomically: false, encoding: .utf8)
    let answer = try laboratory.hermod("doctor", "--config", file)
    #expect(answer.status == 1)
    #expect(answer.output.contains("bad.toml:2") && answer.output.contains("config check"))

    let sealed = laboratory.directory.path + "/sealed.toml"
    try "[spool]\ndirectory = \"/proc/spool\"\n".write(
      toFile: sealed,
      atomically: false,
      encoding: .utf8
    )
    guard getuid() != 0 else { return }
    let second = try laboratory.hermod("doctor", "--json", "--config", sealed)
    #expect(second.output.contains("spool-not-writable"))
  }
}
