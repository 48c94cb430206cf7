import FakeGateway
import Foundation
import Glibc
import Testing

/// A SIM that its operator bars takes itself out of the way; a number that cannot be reached does not.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct QuarantineTests {
  private static let fast = ["--prompt-latency", "5ms", "--submit-latency", "100ms"]

  private func modem(_ name: String, of laboratory: Laboratory) -> [String: Any]? {
    laboratory.modems.first { $0["name"] as? String == name }
  }

  private func isQuarantined(_ name: String, of laboratory: Laboratory) -> Bool {
    let modem = modem(name, of: laboratory)
    return modem?["quarantined"] as? Bool == true && modem?["state"] as? String == "paused"
  }

  @Test func `A SIM that refuses everybody is quarantined, and its messages leave by the other`()
    throws
  {
    let laboratory = try Laboratory(modems: 2, options: Self.fast)
    try laboratory.start(untilReady: 2)
    try laboratory.simulate("fault modem1 cms-error 8 always")
    for number in 0..<12 {
      try laboratory.drop("m\(number)", "To: +44770090\(1000 + number)\n\nmessage \(number)")
    }
    try laboratory.waitForAccepted(12)
    try laboratory.eventually("modem1 is quarantined") { isQuarantined("modem1", of: laboratory) }
    let reason = modem("modem1", of: laboratory)?["reason"] as? String ?? ""
    #expect(reason.contains("refused for 3 recipients in a row"))
    #expect(reason.contains("+CMS ERROR: 8"))
    let metrics = RawHTTP.get("/metrics", from: laboratory.socket).body
    #expect(metrics.contains("hermod_sim_quarantined{modem=\"modem1\"} 1\n"))
    #expect(metrics.contains("hermod_sim_quarantined{modem=\"modem2\"} 0\n"))

    laboratory.end(SIGKILL)
    try laboratory.start(untilReady: 1)
    try laboratory.eventually("modem1 still is, after a restart") {
      isQuarantined("modem1", of: laboratory)
    }
    let status = try laboratory.hermod("status")
    #expect(status.output.contains("the SIM is quarantined"))
    #expect(try laboratory.hermod("modem", "show", "modem1").output.contains("quarantined"))

    // Nothing was lost, nothing left twice, and nothing by the SIM that was barred.
    let record = try laboratory.record()
    #expect(Set(record.compactMap(\.text)) == Set((0..<12).map { "message \($0)" }))
    #expect(record.count == 12)
    #expect(Set(record.map(\.modem)) == ["modem2"])

    try laboratory.simulate("fault modem1 clear")
    let resumed = try laboratory.hermod("modem", "resume", "modem1")
    #expect(resumed.output == "modem1 is ready\n")
    #expect(try laboratory.hermod("modem", "pause", "modem2").status == 0)
    let answer = try laboratory.hermod("send", "--wait", "+447700900123", "trusted again")
    #expect(answer.output.contains(" by modem1"))
    #expect(modem("modem1", of: laboratory)?["quarantined"] as? Bool == false)
  }

  @Test(arguments: [1, 2])
  func `One number that is refused quarantines nothing and delays nobody`(modems: Int) throws {
    let laboratory = try Laboratory(modems: modems, options: Self.fast)
    try laboratory.start(untilReady: modems)
    for number in 1...modems {
      try laboratory.simulate("fault modem\(number) cms-error 8 always to +447700909998")
    }
    try laboratory.drop("bad", "To: +447700909998\n\nnobody")
    try laboratory.eventually("it was refused") {
      try laboratory.wire().contains { $0.line.contains("+CMS ERROR: 8") }
    }
    for number in 0..<10 {
      try laboratory.drop("m\(number)", "To: +44770090\(1000 + number)\n\nmessage \(number)")
    }
    try laboratory.waitForAccepted(10)
    // The bad number was tried again and again meanwhile, or waits; the SIM is none the worse.
    for number in 1...modems {
      #expect(modem("modem\(number)", of: laboratory)?["state"] as? String != "paused")
      #expect(modem("modem\(number)", of: laboratory)?["quarantined"] as? Bool == false)
    }
    #expect(laboratory.names(in: "failed").isEmpty)
    #expect(try laboratory.record().count == 10)
    let refused = try laboratory.wire().count { $0.line.contains("+CMS ERROR: 8") }
    #expect(refused < 4 * modems, "it is not tried more often than its back-off says")
  }

  @Test func `A passcode that no SIM takes in time fails at once and says why`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.fast)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 cms-error 8 always")
    for number in 0..<3 {
      try laboratory.drop("m\(number)", "To: +44770090\(1000 + number)\n\nmessage \(number)")
    }
    try laboratory.eventually("modem1 is quarantined") { isQuarantined("modem1", of: laboratory) }
    // It would rest for half an hour, and a passcode is worth something for ten minutes.
    let answer = try laboratory.hermod("send", "--wait", "--class", "otp", "+447700900123", "1234")
    #expect(answer.status == 1, "\(answer)")
    let words = answer.output + answer.error
    #expect(
      words.contains("it can no longer arrive in time: modem1: the SIM is quarantined"),
      "\(words)"
    )
    #expect(laboratory.names(in: "failed").isEmpty)
  }
}
