import Testing

/// An error that is read by who made the modem, from the wire to the result.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct VendorErrorTroubleTests {
  @Test func `A timer of the modem's own is not taken for the network's refusal`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: ModemTroubleTests.quick + ["--personality", "simcom-sim800"]
    )
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 accepted-cms-error 225 once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    #expect(try laboratory.file("m", in: "unknown").contains("did not answer in time"))
    #expect(try laboratory.record().count == 1)
    #expect(try laboratory.commands("AT+CMGS=").count == 1)
  }

  @Test func `What a maker's modem refuses by itself is tried again`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: ModemTroubleTests.quick + ["--personality", "quectel"]
    )
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 cms-error 512 once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("sent") { laboratory.names(in: "sent") == ["m"] }
    #expect(try laboratory.record().count == 1)
    #expect(try laboratory.commands("AT+CMGS=").count == 2)
  }
}
