import Foundation
import Testing

/// A port that goes under Ctrl-Z and comes back, while the modem lives on and answers.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ReopenedPortTests {
  private func laboratory(_ fault: String) throws -> Laboratory {
    try ModemTroubleTests.laboratory(fault, answerDeadline: 6)
  }

  @Test func `It is listened to first, and the answer that comes there proves the attempt`() throws
  {
    let laboratory = try laboratory("relink 3s once back 500ms")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.eventually("proof") { laboratory.names(in: "sent") == ["m"] }
    try laboratory.eventually("no doubt") { laboratory.names(in: "unknown").isEmpty }
    #expect(try laboratory.record().count == 1)
    let wire = try laboratory.wire()
    let controlZ = try #require(
      wire.lastIndex { $0.direction == "to-modem" && $0.line.contains("\u{1A}") }
    )
    let answer = try #require(wire.lastIndex { $0.line.contains("+CMGS: ") })
    #expect(
      !wire[controlZ..<answer].dropFirst().contains { $0.direction == "to-modem" },
      "something was written before the answer came"
    )
  }

  @Test func `A late refusal that comes there is not the answer to the next message`() throws {
    let laboratory = try laboratory("relink-cms-error 28 3s once back 500ms")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.drop("next", "To: +447700900124\nReport: no\n\nhello again\n")
    try laboratory.eventually("the next") { laboratory.names(in: "sent") == ["next"] }
    #expect(laboratory.names(in: "unknown") == ["m"])
    #expect(laboratory.names(in: "failed").isEmpty)
    #expect(try laboratory.record().map(\.recipient) == ["+447700900124"])
  }

  @Test func `An answer that is overdue is not taken for that of the next message`() throws {
    let laboratory = try laboratory("stray-cms-error 28 8s once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.drop("next", "To: +447700900124\nReport: no\n\nhello again\n")
    try laboratory.eventually("the wait is shown") {
      laboratory.reason.contains("an attempt had no answer")
    }
    try laboratory.eventually("the next") { laboratory.names(in: "sent") == ["next"] }
    #expect(laboratory.names(in: "failed").isEmpty)
    #expect(try laboratory.record().map(\.recipient) == ["+447700900124"])
  }
}
