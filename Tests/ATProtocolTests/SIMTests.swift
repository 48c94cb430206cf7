import Messaging
import Testing

@testable import ATProtocol

@Suite struct SIMTests {
  static func locked(_ change: (inout ScriptedModem) -> Void = { _ in }) -> ScriptedModem {
    var modem = ScriptedModem(pin: "1234")
    modem.answers["AT+CPIN?"] = "+CPIN: SIM PIN\r\n\r\nOK"
    change(&modem)
    modem.bringUp()
    return modem
  }

  static func tries(_ modem: ScriptedModem) -> Int {
    modem.written.count { $0.hasPrefix("AT+CPIN=") }
  }

  @Test func asksBeforeThePINIsTriedAndNamesTheSIM() {
    let modem = Self.locked { $0.mayTryPIN = false }
    #expect(
      modem.actions.contains(.pinIsDue(sim: "8944110064673223342", triesLeft: nil))
    )
    #expect(Self.tries(modem) == 0)
    #expect(modem.session.phase == .blocked(.pinRefused))
  }

  @Test func asksAgainForAnICCIDThatWasNotGiven() {
    var modem = ScriptedModem()
    for command in ATCommand.simSerialNumbers { modem.answers[command.text] = "ERROR" }
    modem.bringUp()
    #expect(modem.session.facts.iccid == nil)
    modem.answers["AT+CCID"] = ScriptedModem.polite["AT+CCID"]
    modem.written = []
    for _ in 0..<20 where modem.session.facts.iccid == nil { modem.passTime() }
    #expect(modem.session.facts.iccid == "8944110064673223342")
    #expect(modem.written.count { ATCommand.simSerialNumbers.map(\.text).contains($0) } == 1)
  }

  @Test func namesTheModemWhereTheSIMCannotBeReadBeforeThePIN() {
    let modem = Self.locked { modem in
      for command in ATCommand.simSerialNumbers { modem.answers[command.text] = "+CME ERROR: 11" }
      modem.mayTryPIN = false
    }
    #expect(modem.actions.contains(.pinIsDue(sim: "353142033840706", triesLeft: nil)))
  }

  static let counters: [(String, String)] = [
    ("AT+CPINR=\"SIM PIN\"", "+CPINR: SIM PIN,2,3"),
    ("AT^CPIN?", "^CPIN: SIM PIN,,10,2,10,3"),
    ("AT+CPIN?", "+CPIN: SIM PIN,2"), ("AT^SPIC", "^SPIC: 2"),
    ("AT+QPINC?", "+QPINC: \"SC\",2,10\r\n+QPINC: \"P2\",3,10"),
    ("AT+SPIC", "+SPIC: 2,10,0,10"), ("AT+CPINC?", "+CPINC: 2,3,10,10"),
    ("AT+UPINCNT", "+UPINCNT: 2,3,10,10"), ("AT+ZPINPUK=?", "+ZPINPUK: 2,10"),
    ("AT#PCT", "#PCT: 2"),
  ]

  @Test(arguments: counters)
  func leavesTheLastTriesToAPerson(command: String, answer: String) {
    let modem = Self.locked { $0.answers[command] = answer + "\r\n\r\nOK" }
    #expect(modem.session.phase == .blocked(.fewTriesLeft))
    #expect(Self.tries(modem) == 0)
  }

  /// A counter that nobody has tried might read the wrong number.
  @Test func everyCounterIsTested() {
    let tested = Set(Self.counters.map(\.0))
    for counter in PINCounter.all { #expect(tested.contains(counter.command.text)) }
  }

  @Test func triesWithThreeTriesLeft() {
    let modem = Self.locked { modem in
      modem.answers["AT+CPINR=\"SIM PIN\""] = "+CPINR: SIM PIN,3,3\r\n\r\nOK"
      modem.answers["AT+CPIN=\"1234\""] = "+CME ERROR: 16"
    }
    #expect(Self.tries(modem) == 1)
    #expect(
      modem.actions.contains(.pinAnswered(sim: "8944110064673223342", wasTaken: false))
    )
  }

  @Test func neverTriesARefusedPINAgainHoweverLongItWaits() {
    var modem = Self.locked { $0.answers["AT+CPIN=\"1234\""] = "+CME ERROR: 16" }
    for _ in 0..<50 { modem.passTime() }
    modem.say("+CPIN: SIM PIN")
    #expect(Self.tries(modem) == 1)
    #expect(modem.session.phase == .blocked(.pinRefused))
  }

  @Test func guessesNoPUK() {
    var modem = Self.locked { $0.answers["AT+CPIN?"] = "+CPIN: SIM PUK\r\n\r\nOK" }
    for _ in 0..<10 { modem.passTime() }
    #expect(Self.tries(modem) == 0)
    #expect(modem.session.phase == .blocked(.pukRequired))
  }

  @Test func triesNoPINWhenNobodyAnswersWhetherItMayBe() {
    var modem = ScriptedModem(pin: "1234")
    modem.answers["AT+CPIN?"] = "+CPIN: SIM PIN\r\n\r\nOK"
    modem.answersPINQuestion = false
    modem.bringUp()
    for _ in 0..<10 { modem.passTime() }
    #expect(Self.tries(modem) == 0)
  }

  @Test func noticesByAnErrorThatTheSIMIsGone() {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.answers["AT+CPIN?"] = "+CME ERROR: 10"
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.received(Array("\r\n+CMS ERROR: 310\r\n".utf8)))
    #expect(modem.session.phase == .blocked(.simMissing))
    #expect(modem.session.facts.iccid == nil)
  }

  @Test func noticesByAnIndicationThatTheSIMIsGoneAndThatAnotherCame() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CPIN?"] = "+CME ERROR: 10"
    modem.say("+QUSIM: 0")
    #expect(modem.session.phase == .blocked(.simMissing))
    modem.answers["AT+CPIN?"] = "+CPIN: READY\r\n\r\nOK"
    modem.answers["AT+CCID"] = "+CCID: 8944110064673229999\r\n\r\nOK"
    modem.say("+CPIN: READY")
    #expect(modem.session.facts.iccid == "8944110064673229999")
    #expect(modem.actions.contains(.ready))
  }

  @Test func noticesWithoutAnyIndicationThatTheSIMIsAnother() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CCID"] = "+CCID: 8944110064673229999\r\n\r\nOK"
    modem.answers["AT+CIMI"] = "234109999999999\r\n\r\nOK"
    for _ in 0..<8 { modem.passTime() }
    #expect(modem.session.facts.iccid == "8944110064673229999")
    #expect(modem.session.facts.imsi == "234109999999999")
  }

  @Test(arguments: ["+CME ERROR: 14", "+CME ERROR: 515", "+CMS ERROR: 314", "+CMS ERROR: 515"])
  func waitsForABusySIM(error: String) {
    var modem = ScriptedModem()
    modem.answers["AT+CPIN?"] = error
    modem.bringUp()
    #expect(modem.session.phase == .blocked(.simBusy))
    modem.answers["AT+CPIN?"] = "+CPIN: READY\r\n\r\nOK"
    modem.passTime()
    #expect(modem.actions.contains(.ready))
  }

  @Test func saysThatTheServiceCentreIsMissing() {
    var modem = ScriptedModem()
    modem.answers["AT+CSCA?"] = "+CSCA: \"\",129\r\n\r\nOK"
    modem.bringUp()
    #expect(modem.session.facts.warnings == [.serviceCentreMissing])
  }
}
