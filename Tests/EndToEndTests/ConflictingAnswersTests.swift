import Foundation
import Testing

/// Two answers for two attempts, of which one had been given up.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ConflictingAnswersTests {
  @Test func `Both messages are held, and say why`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 lose-reference once")
    try laboratory.drop("older", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["older"] }
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
    try laboratory.drop("newer", "To: +447700900124\nReport: no\n\nhello\n")
    try laboratory.eventually("sent") { laboratory.names(in: "sent") == ["newer"] }
    try laboratory.simulate("urc modem1 +CMGS: 77")
    try laboratory.eventually("both in doubt") {
      laboratory.names(in: "unknown").sorted() == ["newer", "older"]
        && laboratory.names(in: "sent").isEmpty
    }
    let list = try laboratory.hermod("message", "list", "--state", "unknown", "--json")
    let reasons = list.output.components(
      separatedBy: "two answers came where two attempts were open"
    )
    #expect(reasons.count == 3, "\(list.output)")
    #expect(try laboratory.record().count == 2)
    #expect(try laboratory.commands("AT+CMGS=").count == 2)
  }

  @Test func `An answer before the next Ctrl-Z proves the attempt before`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 lose-reference once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
    try laboratory.simulate("urc modem1 +CMGS: 77")
    try laboratory.eventually("proof") { laboratory.names(in: "sent") == ["m"] }
    try laboratory.eventually("no doubt") { laboratory.names(in: "unknown").isEmpty }
  }
}
