import Foundation
import Testing

/// An operator's word about a message of which nobody could know whether it was sent.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ResolveTests {
  /// A message that the service centre has, and whose answer was lost.
  private func doubtful() throws -> (Laboratory, id: String) {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 lose-reference once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    let list = try laboratory.hermod("message", "list", "--state", "unknown", "--json")
    let id = try #require(list.output.firstMatch(of: /"id" ?: ?"([0-9A-Z]{26})"/)?.1)
    return (laboratory, String(id))
  }

  @Test func `Sent again, it is sent once more and marked`() throws {
    let (laboratory, id) = try doubtful()
    let answer = try laboratory.hermod("message", "resolve", id, "--resend")
    #expect(answer.status == 0, "\(answer.error)")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["m"] }
    try laboratory.eventually("no doubt") { laboratory.names(in: "unknown").isEmpty }
    #expect(try laboratory.record().map(\.recipient) == ["+447700900123", "+447700900123"])
    let page = try laboratory.hermod("message", "show", id, "--json")
    #expect(page.output.contains(/"possible_duplicate" ?: ?true/), "\(page.output)")
    // It is known now: nothing is left to be settled.
    let again = try laboratory.hermod("message", "resolve", id, "--resend")
    #expect(again.status == 1)
    #expect(try laboratory.record().count == 2)
  }
}
