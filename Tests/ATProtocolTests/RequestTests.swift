import Messaging
import Testing

@testable import ATProtocol

@Suite struct RequestTests {
  static func answers(_ modem: ScriptedModem) -> [RequestAnswer] {
    modem.actions.compactMap { action in
      guard case .answered(_, let answer) = action else { return nil }
      return answer
    }
  }

  @Test func aServiceCodeIsAnsweredByWhatTheNetworkSays() throws {
    var modem = ModemSessionTests.ready()
    let code = try #require(ServiceCode("*100#"))
    modem.handle(.request(id: 1, .service(code)))
    modem.say("+CUSD: 0,\"line one\r\nline two\",15")
    #expect(
      Self.answers(modem) == [
        .service(ServiceString(status: .complete, text: "line one\nline two", codingScheme: 15))
      ]
    )
    #expect(modem.session.phase == .ready)
  }

  @Test func aModemThatRefusesTheTextGetsPackedSeptets() throws {
    var modem = ScriptedModem()
    modem.answers["AT+CGMI"] = "somebody\r\n\r\nOK"
    modem.answers["AT+CUSD=1,\"*100#\",15"] = "ERROR"
    modem.bringUp()
    let code = try #require(ServiceCode("*100#"))
    modem.handle(.request(id: 1, .service(code)))
    #expect(modem.written.last == "AT+CUSD=1,\"AA180C3602\",15")
  }

  @Test func aServiceCodeThatNobodyAnswersHasADeadline() throws {
    var modem = ModemSessionTests.ready()
    modem.handle(.request(id: 1, .service(try #require(ServiceCode("*100#")))))
    modem.passTime()
    #expect(Self.answers(modem) == [.noAnswer])
    #expect(modem.session.phase == .ready)
  }

  static let refused = [
    "", "A", "ATD\r", "AT\nAT", "AT\u{0}", "AT+CMGF\u{1A}", "AT\u{1B}", "AT+CSQ;+CMGD=1",
    "AT+CMGS=20",
    "at+cmss=1", "AT+CPIN=\"1234\"", "+CSQ", "ATé", String(repeating: "AT", count: 300),
  ]

  @Test(arguments: refused)
  func aCommandThatCouldDoMoreThanItSaysIsRefused(text: String) {
    #expect(OperatorCommand(text) == nil)
  }

  @Test func aCommandGetsItsLinesAndItsResult() throws {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CBC"] = "+CBC: 0,80\r\n\r\nOK"
    modem.handle(.request(id: 4, .command(try #require(OperatorCommand("AT+CBC")))))
    #expect(Self.answers(modem) == [.command(lines: ["+CBC: 0,80"], result: "OK")])
  }

  @Test func anOKTooManyIsNeverTheAnswerToAnotherCommand() {
    var modem = ScriptedModem()
    modem.answers["AT+CMEE=1"] = "OK\r\n\r\nOK"
    modem.bringUp()
    #expect(modem.session.facts.manufacturer == "huawei")
    #expect(modem.session.facts.model == "E1550")
    modem.answers["AT+CMGS=20"] = "OK\r\n\r\n> "
    modem.submit(1)
    #expect(modem.actions.contains(.recordAttempt(token: 1)))
  }

  @Test func aCallIsToldOnceAndRejectedWhereThatIsWanted() {
    var modem = ModemSessionTests.ready()
    for _ in 0..<3 {
      modem.say("RING")
      modem.say("+CLIP: \"+447700900999\",145")
    }
    #expect(modem.actions == [.call(from: "+447700900999")])
    #expect(modem.written.isEmpty)
    modem.session.settings.rejectsCalls = true
    modem.session.callIsTold = false
    modem.answers["AT+CHUP"] = "ERROR"
    modem.say("+CLIP: \"+447700900999\",145")
    #expect(modem.written == ["AT+CHUP", "ATH"])
  }

  @Test func aFloodOfZTEIsEndedWithOneQuery() {
    var modem = ModemSessionTests.ready()
    for _ in 0..<500 { modem.say("+ZUSIMR:2") }
    #expect(modem.written.count { $0 == "AT+CPMS?" } == 1)
  }

  @Test func theStrengthComesFromCESQWhereCSQDoesNotKnow() {
    var modem = ScriptedModem()
    modem.answers["AT+CSQ"] = "+CSQ: 99,99\r\n\r\nOK"
    modem.answers["AT+CESQ"] = "+CESQ: 99,99,255,255,20,41\r\n\r\nOK"
    modem.bringUp()
    #expect(modem.session.facts.signal == -100)
  }

  @Test func aRefusalForWantOfANetworkShowsThatItIsGone() {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.answers["AT+CREG?"] = "+CREG: 1,2\r\n\r\nOK"
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.received(Array("\r\n+CMS ERROR: 331\r\n".utf8)))
    #expect(modem.session.phase == .searching(.searching))
  }

  @Test func aModemThatKeepsFailingIsOpenedAnew() {
    var modem = ModemSessionTests.ready()
    for token: UInt64 in 1...3 {
      modem.submit(token)
      modem.handle(.attemptRecorded(token: token))
      modem.passTime()
      modem.passTime()
      for _ in 0..<10 where modem.session.phase != .ready { modem.passTime() }
    }
    #expect(modem.actions.last == .ended(.keepsFailing))
  }

  @Test func theRestartIsOnlyForModemsThatComeBack() {
    var safe = ScriptedModem()
    safe.session = ModemSession(
      settings: {
        var settings = SessionSettings()
        settings.restartsFirst = true
        return settings
      }()
    )
    safe.answers["AT+CGMI"] = "Quectel\r\n\r\nOK"
    safe.bringUp()
    #expect(safe.written.count { $0 == "AT+CFUN=1,1" } == 1)
    #expect(safe.actions.contains(.restarting))
    var stick = ModemSessionTests.ready()
    stick.handle(.restart)
    for _ in 0..<10 where stick.session.phase != .ready { stick.passTime() }
    #expect(stick.written.contains("AT+CGMI"))
    #expect(!stick.written.contains("AT+CFUN=1,1"))
  }

  static let masked: [(String, String)] = [
    ("AT+CPIN=\"1234\"", "AT+CPIN=(hidden)"),
    ("07914497905016F5040B914477009010320000", "(PDU of 19 octets)"),
    ("+CUSD: 0,\"Balance 5\",15", "+CUSD: 0,\"(9 characters)\",15"), ("AT+CSQ", "AT+CSQ"),
  ]

  @Test(arguments: masked)
  func theWireLogMasksSecretsAndTexts(line: String, expected: String) {
    #expect(WireMask.masked(line) == expected)
  }
}
