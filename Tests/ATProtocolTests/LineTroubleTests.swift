import Messaging
import Testing

@testable import ATProtocol

/// What lines do that no modem should do, where the session itself has to cope.
@Suite struct LineTroubleTests {
  private static func finished(_ modem: ScriptedModem) -> [SubmissionOutcome] {
    modem.actions.compactMap { action in
      guard case .finished(_, let outcome) = action else { return nil }
      return outcome
    }
  }

  /// A session that is ready, with a segment for which no prompt has come.
  private static func awaitingPrompt() -> ScriptedModem {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CMGS=20"] = ""
    modem.submit(1)
    return modem
  }

  @Test func takesAPromptThatComesAfterNineSecondsAndNine() {
    var modem = Self.awaitingPrompt()
    modem.now += .milliseconds(9_900)
    modem.handle(.received(Array("\r\n> ".utf8)))
    #expect(modem.actions.contains(.recordAttempt(token: 1)))
  }

  @Test func leavesAPromptThatDoesNotComeWithEscape() {
    var modem = Self.awaitingPrompt()
    let start = modem.now
    modem.passTime()
    #expect(modem.now - start == .seconds(10))
    #expect(modem.written.last == "\u{1B}")
    modem.handle(.received(Array("\r\n> ".utf8)))
    modem.passTime()
    #expect(Self.finished(modem) == [.notSubmitted(.noPrompt)])
    #expect(!modem.written.contains("\u{1A}"))
  }

  static let interruptions = [
    "RING", "NO CARRIER", "BUSY", "+CREG: 0", "+CMTI: \"ME\",3", "^RSSI: 9", "+CSQ: 9,99",
    "+CLIP: \"+447700900999\",145", "+QIND: \"csq\",9,99", "UNDER-VOLTAGE WARNNING",
  ]

  /// Between every two steps of a submission: it goes on, and nothing is written that is not its own.
  @Test(arguments: interruptions)
  func aLineOfItsOwnBetweenTheStepsOfASubmissionChangesNothing(line: String) {
    var modem = Self.awaitingPrompt()
    modem.written = []
    modem.say(line)
    modem.handle(.received(Array("\r\n> ".utf8)))
    modem.say(line)
    modem.handle(.attemptRecorded(token: 1))
    modem.say(line)
    modem.handle(.received(Array("\r\n+CMGS: 7\r\n".utf8)))
    modem.say(line)
    #expect(modem.written == ["00" + String(repeating: "11", count: 20), "\u{1A}"])
    modem.handle(.received(Array("\r\nOK\r\n".utf8)))
    #expect(Self.finished(modem) == [.accepted(messageReference: 7)])
  }

  @Test(arguments: [false, true])
  func aNetworkThatGoesUnderASubmissionIsShownAfterIt(isPastControlZ: Bool) {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    if isPastControlZ { modem.handle(.attemptRecorded(token: 1)) }
    for domain in ["+CREG", "+CGREG", "+CEREG"] {
      modem.answers["AT\(domain)?"] = "\(domain): 1,0\r\n\r\nOK"
      modem.say("\(domain): 0")
    }
    #expect(modem.session.phase == .sending)
    if !isPastControlZ { modem.handle(.attemptRecorded(token: 1)) }
    modem.handle(.received(Array("\r\n+CMS ERROR: 331\r\n".utf8)))
    #expect(Self.finished(modem).count == 1)
    #expect(modem.session.phase == .searching(.notRegistered))
    #expect(modem.actions.last != .ready)
  }

  @Test func aLineOfItsOwnBetweenAMessageAndItsHeaderSpoilsNeither() {
    var modem = ModemSessionTests.ready()
    modem.messages = [3: ModemSessionTests.pdu]
    modem.answers["AT+CMGR=3"] =
      "+CMGR: 0,,24\r\n+CMTI: \"ME\",4\r\n\(ModemSessionTests.pdu)\r\n\r\nOK"
    modem.messages[4] = ModemSessionTests.pdu
    modem.say("+CMTI: \"ME\",3")
    let places = ReceivingTests.received(modem).compactMap(\.location?.index)
    #expect(places.first == 3)
    for place in places {
      modem.handle(
        .stored(
          ReceivedPDU(
            location: ReceivingTests.location(place),
            hexadecimal: ModemSessionTests.pdu
          )
        )
      )
    }
    let fetched = ReceivingTests.stored(modem).compactMap { $0?.index }
    #expect(fetched.contains(4))
  }

  /// The text of the network holds lines that look like a modem's own.
  @Test func whatLooksLikeAnIndicationInsideATextIsText() {
    var modem = ModemSessionTests.ready()
    guard let code = ServiceCode("*100#") else { return }
    modem.handle(.request(id: 1, .service(code)))
    modem.handle(
      .received(
        Array("\r\n+CUSD: 0,\"Balance 5\r\n+CMTI: \"\"ME\"\",3\r\nRDY\r\nOK\r\nend\",15\r\n".utf8)
      )
    )
    #expect(!modem.written.contains { $0.hasPrefix("AT+CMGR") })
    #expect(modem.session.phase == .ready)
  }

  /// An indication may name a memory that the modem itself does not know: the message is looked for.
  @Test(arguments: ["XX", "weird", "", "sm"])
  func looksForAMessageInAMemoryThatNobodyKnows(memory: String) {
    var modem = ModemSessionTests.ready()
    modem.messages = [4: ModemSessionTests.pdu]
    modem.answers["AT+CPMS=\"XX\",\"ME\",\"ME\""] = "+CMS ERROR: 302"
    modem.say("+CMTI: \"\(memory)\",4")
    #expect(ReceivingTests.stored(modem) == [ReceivingTests.location(4)])
    modem.handle(
      .stored(
        ReceivedPDU(location: ReceivingTests.location(4), hexadecimal: ModemSessionTests.pdu)
      )
    )
    #expect(modem.messages.isEmpty)
    #expect(modem.session.phase == .ready)
  }
}
