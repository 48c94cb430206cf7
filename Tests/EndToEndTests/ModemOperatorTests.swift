import Foundation
import LocalAPI
import Testing

/// What a person sees and does of a modem beside messages: calls, the wire, the balance.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ModemOperatorTests {
  private struct Enough: Error {}

  /// The first event of a type after something was done.
  private func event(
    _ type: String,
    of laboratory: Laboratory,
    after deed: @escaping () throws -> Void
  ) async throws -> GatewayEvent? {
    var found: GatewayEvent?
    try await GatewayClient.withClient(socket: laboratory.socket) { client in
      do {
        try await client.followEvents(opened: deed) { event in
          guard event.value.type == type else { return }
          found = event.value
          throw Enough()
        }
      } catch is Enough {}
    }
    return found
  }

  @Test(arguments: [false, true])
  func `A call is an event, and rejected where that is wanted`(isRejected: Bool) async throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    if isRejected { try laboratory.configure("reject_calls = true\n") }
    try laboratory.start(untilReady: 1)
    let call = try await event("modem.call", of: laboratory) {
      try laboratory.simulate("ring modem1 +447700900999")
    }
    #expect(call?.modem == "modem1")
    #expect(call?.summary == "call to modem1 from +447700900999")
    if isRejected {
      try laboratory.eventually("a rejection") { try laboratory.commands("AT+CHUP").count == 1 }
    }
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.waitForAccepted(1)
    if !isRejected { #expect(try laboratory.commands("AT+CHUP").isEmpty) }
  }

  @Test func `The wire log shows every line both ways, and neither texts nor secrets`() async throws
  {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.setPIN("1234")
    try laboratory.start(untilReady: 1)
    func send() throws { try laboratory.drop("m", "To: +447700900123\n\nhello\n") }
    var lines: [TraceLine] = []
    try await GatewayClient.withClient(socket: laboratory.socket) { client in
      do {
        try await client.traceModem(named: "modem1", opened: send) { line in
          lines.append(line.value)
          if line.value.line.hasPrefix("+CMGS:") { throw Enough() }
        }
      } catch is Enough {}
    }
    let written = lines.filter { $0.direction == .out }.map(\.line)
    #expect(written.contains { $0.hasPrefix("AT+CMGS=") })
    #expect(written.contains { $0.hasPrefix("(PDU of ") })
    let sent = try #require(try laboratory.record().first?.transferUnit)
    #expect(!lines.contains { $0.line.localizedCaseInsensitiveContains(sent.suffix(12)) })
    #expect(lines.map(\.at) == lines.map(\.at).sorted())
  }

  @Test func `A low balance is told, and the modem goes on where that is all`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.configure("balance_code = \"*100#\"\nbalance_minimum = 10\n")
    try laboratory.start(untilReady: 1)
    try laboratory.eventually("a warning") {
      laboratory.log.contains("the balance of modem1 is low: 5.0")
    }
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.waitForAccepted(1)
    #expect(laboratory.state != "paused")
  }
}
