import Foundation
import LocalAPI
import Messaging
import Testing

/// What an operator pauses stays paused, and what was paused for a while comes back by itself.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct PauseTests {
  private func status(of laboratory: Laboratory) throws -> StatusReport {
    let answer = try laboratory.hermod("status", "--json")
    return try WireJSON.decode(StatusReport.self, from: Data(answer.output.utf8))
  }

  @Test func `A paused modem and a paused class are still paused after a restart`() throws {
    let laboratory = try Laboratory(modems: 2)
    try laboratory.start(untilReady: 2)
    let pause = try laboratory.hermod("modem", "pause", "modem1", "--reason", "new antenna")
    #expect(pause.status == 0)
    #expect(pause.output == "modem1 is paused: new antenna\n")
    let held = try laboratory.hermod("queue", "pause", "marketing")
    #expect(held.status == 0)
    laboratory.end(SIGKILL)
    try laboratory.start(untilReady: 1)
    try laboratory.eventually("the paused modem is seen as paused") {
      let modem = try status(of: laboratory).modems.first { $0.name == "modem1" }
      return modem?.state == .paused && modem?.reason == "new antenna"
    }
    let report = try status(of: laboratory)
    #expect(report.state == .degraded)
    #expect(report.queue.classes.filter(\.isPaused).map(\.messageClass) == [.marketing])
    for number in 0..<4 {
      let answer = try laboratory.hermod("send", "--wait", "+447700900123", "text \(number)")
      #expect(answer.status == 0)
      #expect(answer.output.contains(" by modem2"))
    }
    let resumed = try laboratory.hermod("modem", "resume", "modem1")
    #expect(resumed.output == "modem1 is ready\n")
    let after = try status(of: laboratory)
    let busy = try #require(after.modems.first { $0.name == "modem2" })
    #expect(busy.perMinute == 4)
  }

  @Test func `A pause for a while ends by itself, and a message that waited leaves then`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let pause = try laboratory.hermod("modem", "pause", "modem1", "--for", "2s")
    #expect(pause.output.hasPrefix("modem1 is paused until "))
    let answer = try laboratory.hermod("send", "--wait", "+447700900123", "patience")
    #expect(answer.status == 0)
    #expect(answer.output.contains("sent to +447700900123 by modem1"))
  }
}
