import Messaging
import Testing

@testable import ATProtocol

@Suite struct ModemSessionTests {
  static let pdu = "07914497905016F5040B914477009010320000"

  static func ready() -> ScriptedModem {
    var modem = ScriptedModem()
    modem.bringUp()
    modem.written = []
    modem.actions = []
    return modem
  }

  @Test func aModemThatHasFailedIsSetUpAnew() {
    for (code, isSetUpAnew) in [(300, true), (42, false)] {
      var modem = Self.ready()
      modem.submit(1)
      modem.handle(.attemptRecorded(token: 1))
      modem.say("+CMS ERROR: \(code)")
      #expect((modem.written.last == "\u{1B}") == isSetUpAnew)
      #expect((modem.session.phase == .recovering) == isSetUpAnew)
    }
  }

  @Test func bringsAPoliteModemUpAndLearnsWhatItIs() {
    var modem = ScriptedModem()
    modem.bringUp()
    #expect(modem.actions.last == .ready)
    let facts = modem.session.facts
    #expect(facts.manufacturer == "huawei")
    #expect(facts.imei == "353142033840706")
    #expect(facts.iccid == "8944110064673223342")
    #expect(facts.imsi == "234100123456789")
    #expect(facts.operatorName == "vodafone UK")
    #expect(facts.signal == -75)
    #expect(facts.registration == .home)
    #expect(facts.indications == IndicationChoice(values: [2, 1, 0, 2, 0]))
    #expect(modem.written.contains("AT+CPMS=\"ME\",\"ME\",\"ME\""))
    #expect(modem.written.first == "\u{1B}")
    #expect(!modem.written.contains("\u{1A}"))
  }

  @Test func readsTheSIMSerialNumberFromItsFileWhenNoCommandGivesIt() {
    var modem = ScriptedModem()
    for command in ["AT+CCID", "AT+ICCID", "AT^ICCID?", "AT+QCCID", "AT#CCID"] {
      modem.answers[command] = "ERROR"
    }
    modem.answers["AT+CRSM=176,12258,0,0,10"] =
      "+CRSM: 144,0,\"984411004676233324F4\"\r\n\r\nOK"
    modem.bringUp()
    #expect(modem.session.facts.iccid == "8944110064673233424")
  }

  @Test func walksDownTheIndicationsUntilOneIsAccepted() {
    var modem = ScriptedModem()
    modem.answers["AT+CNMI=?"] = "ERROR"
    modem.answers["AT+CNMI=2,1,0,2,0"] = "+CMS ERROR: 303"
    modem.bringUp()
    #expect(modem.session.facts.indications == IndicationChoice(values: [2, 1, 0, 1, 0]))
  }

  @Test func triesAPINOnceAndSaysThatItWasRefused() {
    var modem = ScriptedModem(pin: "1234")
    modem.answers["AT+CPIN?"] = "+CPIN: SIM PIN\r\n\r\nOK"
    modem.answers["AT+CPIN=\"1234\""] = "+CME ERROR: 16"
    modem.bringUp()
    #expect(modem.session.phase == .blocked(.pinRefused))
    #expect(modem.written.filter { $0 == "AT+CPIN=\"1234\"" }.count == 1)
  }

  @Test func waitsForAMissingSIMAndGoesOnWhenItComes() {
    var modem = ScriptedModem()
    modem.answers["AT+CPIN?"] = "+CME ERROR: 10"
    modem.bringUp()
    #expect(modem.session.phase == .blocked(.simMissing))
    modem.answers["AT+CPIN?"] = "+CPIN: READY\r\n\r\nOK"
    modem.say("+CPIN: READY")
    #expect(modem.actions.last == .ready)
  }

  @Test func isNotReadyBeforeItIsRegistered() {
    var modem = ScriptedModem()
    modem.answers["AT+CREG?"] = "+CREG: 1,2\r\n\r\nOK"
    modem.bringUp()
    #expect(modem.session.phase == .searching(.searching))
    #expect(!modem.actions.contains(.ready))
    modem.say("+CREG: 5")
    #expect(modem.actions.last == .ready)
  }

  @Test func submitsWithOneCommandASegment() {
    var modem = Self.ready()
    for token: UInt64 in 1...3 {
      modem.submit(token)
      #expect(modem.actions.contains(.recordAttempt(token: token)))
      modem.handle(.attemptRecorded(token: token))
      modem.handle(.received(Array("\r\n+CMGS: \(token)\r\n\r\nOK\r\n".utf8)))
      #expect(
        modem.actions.contains(
          .finished(token: token, .accepted(messageReference: UInt8(token)))
        )
      )
      #expect(modem.actions.last == .ready)
    }
    let commands = modem.written.filter { $0.hasPrefix("AT") }
    #expect(commands == ["AT+CMGS=20", "AT+CMGS=20", "AT+CMGS=20"])
    #expect(modem.written.filter { $0 == "\u{1A}" }.count == 3)
  }

  @Test func keepsTheRadioLinkOnceWhileMoreIsWaiting() {
    var modem = Self.ready()
    for token: UInt64 in 1...2 {
      modem.submit(token, hasMore: true)
      modem.handle(.attemptRecorded(token: token))
      modem.handle(.received(Array("\r\n+CMGS: 1\r\n\r\nOK\r\n".utf8)))
    }
    #expect(modem.written.filter { $0 == "AT+CMMS=2" }.count == 1)
  }

  @Test func leavesThePromptWithEscapeWhenTheRecipientHasOptedOut() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.attemptRefused(token: 1, .optedOut))
    #expect(modem.written.last == "\u{1B}")
    modem.handle(.received(Array("\r\nOK\r\n".utf8)))
    #expect(modem.actions.contains(.finished(token: 1, .notSubmitted(.optedOut))))
    #expect(!modem.written.contains("\u{1A}"))
    #expect(modem.actions.last == .ready)
  }

  @Test func readsAnIndicatedMessageBeforeTheNextSegmentAndDeletesItOnlyWhenStored() {
    var modem = Self.ready()
    modem.messages[3] = Self.pdu
    modem.submit(1)
    modem.say("+CMTI: \"ME\",3")
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.received(Array("\r\n+CMGS: 1\r\n\r\nOK\r\n".utf8)))
    let received = ReceivedPDU(
      location: StorageLocation(memory: "ME", index: 3),
      hexadecimal: Self.pdu
    )
    #expect(modem.actions.last == .store(received))
    modem.submit(2)
    #expect(!modem.written.contains("AT+CMGD=3"))
    modem.handle(.stored(received))
    let commands = modem.written.filter { $0.hasPrefix("AT") }
    #expect(commands == ["AT+CMGS=20", "AT+CMGR=3", "AT+CMGD=3", "AT+CMGS=20"])
  }

  @Test func keepsInTheModemWhatCouldNotBeStored() {
    var modem = Self.ready()
    modem.messages[0] = Self.pdu
    modem.say("+CMTI: \"ME\",0")
    let received = ReceivedPDU(
      location: StorageLocation(memory: "ME", index: 0),
      hexadecimal: Self.pdu
    )
    modem.handle(.notStored(received))
    #expect(modem.messages[0] == Self.pdu)
    #expect(!modem.written.contains { $0.hasPrefix("AT+CMGD") })
    #expect(modem.session.phase == .ready)
    // It is looked for again soon, and not only with the next sweep.
    let before = modem.now
    modem.actions = []
    modem.passTime()
    #expect(modem.now - before == .seconds(5))
    #expect(modem.actions.contains(.store(received)))
  }

  @Test func findsAMessageWhoseIndicationWasLost() {
    var modem = Self.ready()
    modem.messages[7] = Self.pdu
    for _ in 0..<4 where !modem.written.contains("AT+CMGL=4") { modem.passTime() }
    #expect(modem.written.contains("AT+CMGL=4"))
    #expect(
      modem.actions.contains(
        .store(
          ReceivedPDU(
            location: StorageLocation(memory: "ME", index: 7),
            hexadecimal: Self.pdu
          )
        )
      )
    )
  }

  @Test func listsTheMemoryWhenAnIndicationHasNoIndex() {
    var modem = Self.ready()
    modem.say("+CMTI: \"SM\",-1")
    #expect(modem.written == ["AT+CNMI?", "AT+CPMS?", "AT+CMGL=4"])
  }

  @Test func fetchesWhatLiesInAnotherMemoryThanTheOneThatWasSet() {
    var modem = ScriptedModem()
    modem.messagesOnSIM[4] = Self.pdu
    modem.bringUp()
    let received = ReceivedPDU(
      location: StorageLocation(memory: "SM", index: 4),
      hexadecimal: Self.pdu
    )
    modem.actions = []
    for _ in 0..<40 where !modem.actions.contains(.store(received)) { modem.passTime() }
    #expect(modem.actions.contains(.store(received)))
    modem.handle(.stored(received))
    #expect(modem.messagesOnSIM.isEmpty)
    #expect(modem.memory == "ME")
    // Two minutes, beside the sweep of the bring-up.
    #expect(modem.now < .seconds(150))
  }

  @Test func storesARoutedReportAndAcknowledgesIt() {
    var modem = ScriptedModem()
    modem.answers["AT+CNMI=?"] = "+CNMI: (0-2),(0,2),(0,2),(0,1),(0,1)\r\n\r\nOK"
    modem.bringUp()
    modem.written = []
    modem.actions = []
    modem.say("+CDS: 24")
    modem.say(Self.pdu)
    let received = ReceivedPDU(location: nil, hexadecimal: Self.pdu)
    #expect(modem.actions == [.store(received)])
    #expect(modem.written.isEmpty)
    modem.handle(.stored(received))
    #expect(modem.written == ["AT+CNMA"])
  }

  @Test func waitsThreeMinutesForTheNetworkAndThenCallsTheOutcomeUnknown() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.written = []
    let start = modem.now
    modem.passTime()
    #expect(modem.session.phase == .waiting)
    #expect(modem.now - start == .seconds(60))
    #expect(modem.written.isEmpty)
    modem.passTime()
    #expect(modem.now - start == .seconds(180))
    #expect(modem.actions.contains(.finished(token: 1, .unknown(.noAnswer))))
    #expect(!modem.actions.contains(.ready))
  }

  @Test func takesALateReferenceAsProofOfTheAttemptThatWasGivenUp() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.passTime()
    modem.passTime()
    modem.say("+CMGS: 44")
    #expect(modem.actions.contains(.lateProof(token: 1, messageReference: 44)))
  }

  @Test func listensInSilenceOnAPortWithAnUnresolvedAttempt() {
    var modem = ScriptedModem()
    modem.handle(.opened(unresolved: PendingAnswer(token: 5, remaining: .seconds(90))))
    #expect(modem.written.isEmpty)
    #expect(modem.session.phase == .listening)
    modem.passTime()
    #expect(modem.now == .seconds(90))
    #expect(modem.written == ["\u{1B}"])
  }

  @Test func theAnswerToTheUnresolvedAttemptEndsTheSilence() {
    var modem = ScriptedModem()
    modem.handle(.opened(unresolved: PendingAnswer(token: 5, remaining: .seconds(90))))
    modem.handle(.received(Array("\r\n+CMGS: 12\r\n\r\nOK\r\n".utf8)))
    #expect(modem.actions.contains(.lateProof(token: 5, messageReference: 12)))
    #expect(modem.written == ["\u{1B}"])
  }

  @Test func initialisesAgainWhenAnEchoTellsThatTheModemWasReset() {
    var modem = Self.ready()
    modem.answers["AT+CMGS=20"] = "AT+CMGS=20\r\r\n> "
    modem.submit(1)
    #expect(modem.actions.contains(.finished(token: 1, .notSubmitted(.modemReset))))
    #expect(!modem.written.contains { $0.hasPrefix("0011") })
    for _ in 0..<10 where modem.actions.last != .ready { modem.passTime() }
    #expect(modem.written.contains("AT+CMGF=0"))
    #expect(modem.actions.last == .ready)
  }

  @Test func toleratesAModemThatAlwaysEchoes() {
    var modem = ScriptedModem()
    modem.answers["AT+CMEE=1"] = "AT+CMEE=1\r\r\nOK"
    modem.answers["AT+CMGS=20"] = "AT+CMGS=20\r\r\n> "
    modem.bringUp()
    modem.submit(1)
    #expect(modem.actions.contains(.recordAttempt(token: 1)))
  }

  @Test func getsInStepAgainWhenACommandIsNotAnswered() {
    var modem = Self.ready()
    modem.messages[1] = Self.pdu
    modem.answers["AT+CMGR=1"] = ""
    modem.say("+CMTI: \"ME\",1")
    modem.passTime()
    #expect(modem.session.phase == .recovering)
    #expect(modem.written.last == "\u{1B}")
  }

  @Test func givesUpOnAModemThatNeverAnswers() {
    var modem = ScriptedModem(answers: ["AT": ""])
    modem.handle(.opened(unresolved: nil))
    for _ in 0..<20 where modem.session.nextDeadline != nil { modem.passTime() }
    #expect(modem.actions.last == .ended(.noAnswer(command: "AT")))
    #expect(modem.written.filter { $0 == "AT" }.count == Synchronisation.mostAttempts)
  }

  @Test func aHangUpAfterControlZLeavesTheOutcomeUnknown() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.hungUp)
    #expect(
      modem.actions.suffix(2) == [.finished(token: 1, .unknown(.hangUp)), .ended(.hangUp)]
    )
  }

  @Test func aHangUpWhileTheAttemptIsRecordedWaitsForTheRecord() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.hungUp)
    #expect(!modem.actions.contains(.ended(.hangUp)))
    modem.handle(.attemptRecorded(token: 1))
    #expect(
      modem.actions.suffix(2) == [.finished(token: 1, .notSubmitted(.hangUp)), .ended(.hangUp)]
    )
    #expect(!modem.written.contains("\u{1A}"))
  }

  @Test func hangingUpTwiceStillWaitsForTheRecord() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.hungUp)
    modem.handle(.hungUp)
    #expect(!modem.actions.contains(.ended(.hangUp)))
    modem.handle(.attemptRecorded(token: 1))
    #expect(
      modem.actions.suffix(2) == [.finished(token: 1, .notSubmitted(.hangUp)), .ended(.hangUp)]
    )
  }

  @Test func givesBackTheSegmentThatWaitsWhenTheModemHasToBeBroughtBack() {
    var modem = Self.ready()
    modem.messages[1] = Self.pdu
    modem.answers["AT+CMGR=1"] = ""
    modem.say("+CMTI: \"ME\",1")
    modem.submit(7)
    #expect(!modem.actions.contains(.finished(token: 7, .notSubmitted(.notReady))))
    modem.passTime()
    #expect(modem.session.phase == .recovering)
    #expect(modem.actions.contains(.finished(token: 7, .notSubmitted(.notReady))))
  }

  @Test func isNeverReadyWithoutTheNameOfItsSIM() {
    var modem = ScriptedModem()
    for command in ["AT+CCID", "AT+ICCID", "AT^ICCID?", "AT+QCCID", "AT#CCID"] {
      modem.answers[command] = "+CME ERROR: 14"
    }
    modem.answers["AT+CRSM=176,12258,0,0,10"] = "+CME ERROR: 14"
    modem.answers["AT+CIMI"] = "+CME ERROR: 14"
    modem.bringUp()
    #expect(!modem.actions.contains(.ready))
    #expect(modem.session.phase == .blocked(.simBusy))
    modem.answers = ScriptedModem.polite
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(modem.actions.contains(.ready))
  }

  @Test func finishesWhatIsInFlightBeforeItEnds() {
    var modem = Self.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.finish)
    #expect(!modem.actions.contains(.ended(nil)))
    modem.handle(.received(Array("\r\n+CMGS: 1\r\n\r\nOK\r\n".utf8)))
    #expect(modem.actions.last == .ended(nil))
  }

  @Test func theTranscriptReadsTheSameHoweverItIsCut() {
    let answer = Array(
      "\r\n^RSSI:18\r\n\r\n+CMGS: 9\r\n\r\n+CMTI: \"ME\",2\r\n\r\nOK\r\n".utf8
    )
    for cut in 0...answer.count {
      var modem = Self.ready()
      modem.messages[2] = Self.pdu
      modem.submit(1)
      modem.handle(.attemptRecorded(token: 1))
      modem.handle(.received(Array(answer[..<cut])))
      modem.handle(.received(Array(answer[cut...])))
      #expect(modem.actions.contains(.finished(token: 1, .accepted(messageReference: 9))))
      #expect(modem.written.last == "AT+CMGR=2")
    }
  }
}
