import Messaging
import Testing

@testable import ATProtocol

@Suite struct ReceivingTests {
  static let pdu = ModemSessionTests.pdu
  static let otherPDU = String(pdu.dropLast(2)) + "01"

  static func location(_ index: Int, in memory: String = "ME") -> StorageLocation {
    StorageLocation(memory: memory, index: index)
  }

  /// Lets time pass until the memory has been looked at again.
  static func sweep(_ modem: inout ScriptedModem) {
    modem.written = []
    modem.actions = []
    for _ in 0..<6 where !modem.written.contains("AT+CMGL=4") { modem.passTime() }
  }

  static func stored(_ modem: ScriptedModem) -> [StorageLocation?] {
    received(modem).map(\.location)
  }

  /// What the modem handed over to be made durable, oldest first.
  static func received(_ modem: ScriptedModem) -> [ReceivedPDU] {
    modem.actions.compactMap { action in
      guard case .store(let pdu) = action else { return nil }
      return pdu
    }
  }

  /// A message of which nobody knows whether it came to the SIM before.
  static func old(at index: Int) -> ReceivedPDU {
    ReceivedPDU(location: location(index), hexadecimal: pdu, mayPredateSIM: true)
  }

  @Test func readsPlaceAfterPlaceWhereTheListIsRefused() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CMGL=4"] = "ERROR"
    modem.messages = [2: Self.pdu, 5: Self.pdu]
    Self.sweep(&modem)
    #expect(Self.stored(modem) == [Self.location(2), Self.location(5)])
    let probes = modem.written.filter { $0.hasPrefix("AT+CMGR") }
    #expect(probes == (0...5).map { "AT+CMGR=\($0)" })
  }

  /// The error was the answer to a command before, and that of `AT+CMGR` comes late.
  @Test func readsAgainAfterAnErrorWhenTheAnswersAreInStep() {
    var modem = ModemSessionTests.ready()
    modem.messages = [2: Self.otherPDU]
    modem.answers["AT+CMGR=1"] = "+CMS ERROR: 1"
    modem.answers["AT+CPMS?"] =
      "+CMGR: 0,,24\r\n\(Self.pdu)\r\n\r\nOK\r\n\r\n+CPMS: \"ME\",2,100\r\n\r\nOK"
    modem.handle(.received(Array("\r\n+CMTI: \"ME\",1\r\n\r\n+CMTI: \"ME\",2\r\n".utf8)))
    #expect(
      modem.written == ["AT+CMGR=1", "AT+CPMS?", "AT+CMGR=1", "AT+CPMS?", "AT+CMGR=2"]
    )
    #expect(Self.stored(modem) == [Self.location(2)])
    #expect(Self.received(modem).map(\.hexadecimal) == [Self.otherPDU])
  }

  @Test func emptiesAnotherMemoryBeforeMTShowsItsMessagesToo() throws {
    let home = ["MT", "MT", "MT"]
    let place = Self.location(1)
    var plan = ReceiveDialogue.Plan(
      memory: "ME",
      home: home,
      indications: nil,
      earlier: EarlierArrivals(memories: home)
    )
    plan.reads = [place]
    plan.wantsList = true
    var dialogue = ReceiveDialogue(plan)
    #expect(dialogue.begin() == [.send(.readMessage(1))])
    let lines = ["+CMGR: 0,,24", Self.pdu]
    let read = CommandResult(command: .readMessage(1), lines: lines, final: .ok)
    #expect(dialogue.advance(read).last == .wait(ReceiveDialogue.storeDeadline))
    #expect(dialogue.stored(place) == [.send(.deleteMessage(1))])
    let deleted = CommandResult(command: .deleteMessage(1), lines: [], final: .ok)
    let select = try #require(ATCommand.useMemories(home))
    #expect(dialogue.advance(deleted) == [.deleted(place), .send(select)])
  }

  @Test func looksAtNoPlaceWhenTheListIsRefusedAndTheMemoryIsEmpty() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CMGL=4"] = "+CMS ERROR: 303"
    Self.sweep(&modem)
    #expect(!modem.written.contains { $0.hasPrefix("AT+CMGR") })
  }

  @Test func setsTheIndicationsAgainWhenTheModemForgotThem() {
    var modem = ModemSessionTests.ready()
    modem.indications = "0,0,0,0,0"
    Self.sweep(&modem)
    #expect(modem.written.contains("AT+CMGF=0"))
    #expect(modem.indications == "2,1,0,2,0")
    Self.sweep(&modem)
    #expect(!modem.written.contains("AT+CMGF=0"))
  }

  @Test func drainsAFullMemoryBeforeTheNextSegment() {
    var modem = ModemSessionTests.ready()
    modem.messages = [1: Self.pdu, 2: Self.pdu]
    modem.submit(1)
    modem.say("^SMMEMFULL: \"ME\"")
    modem.handle(.attemptRecorded(token: 1))
    modem.handle(.received(Array("\r\n+CMGS: 1\r\n\r\nOK\r\n".utf8)))
    modem.submit(2)
    for index in [1, 2] {
      modem.handle(
        .stored(ReceivedPDU(location: Self.location(index), hexadecimal: Self.pdu))
      )
    }
    #expect(modem.messages.isEmpty)
    let commands = modem.written.filter { $0.hasPrefix("AT") }
    #expect(commands.suffix(3) == ["AT+CMGD=1", "AT+CMGD=2", "AT+CMGS=20"])
  }

  @Test func saysThatAMemoryFullOfDraftsReceivesNothing() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CPMS?"] = "+CPMS: 20,20,20,20,20,20\r\n\r\nOK"
    Self.sweep(&modem)
    #expect(modem.session.facts.memoryFill == MemoryFill(used: 20, total: 20))
    #expect(modem.session.facts.warnings == [.memoryBlocked])
  }

  @Test func readsAMemoryThatTheIndicationNamesAndComesBack() {
    var modem = ModemSessionTests.ready()
    modem.messages[4] = Self.pdu
    modem.say("+CDSI: \"SR\",4")
    modem.handle(
      .stored(ReceivedPDU(location: Self.location(4, in: "SR"), hexadecimal: Self.pdu))
    )
    #expect(
      modem.written == ["AT+CPMS=\"SR\",\"ME\",\"ME\"", "AT+CMGR=4", "AT+CMGD=4"]
    )
    Self.sweep(&modem)
    #expect(modem.written.contains("AT+CPMS=\"ME\",\"ME\",\"ME\""))
  }

  @Test("a modem that uses other memories than those that were set is taken at its word")
  func selectsByTheMemoriesThatTheModemNames() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CPMS?"] = "+CPMS: \"SM\",0,15,\"SM\",0,15\r\n\r\nOK"
    modem.answers["AT+CPMS=\"SR\",\"ME\",\"ME\""] = "+CMS ERROR: 302"
    Self.sweep(&modem)
    modem.messages[4] = Self.pdu
    modem.written = []
    modem.say("+CDSI: \"SR\",4")
    #expect(modem.written.prefix(2) == ["AT+CPMS=\"SR\",\"SM\"", "AT+CMGR=4"])
    #expect(Self.stored(modem) == [Self.location(4, in: "SR")])
  }

  /// `MT` is the others in one: a message read as a place of `ME` would be found there once more.
  @Test func looksInTheWholeMemoryForWhatIsIndicatedInAPartOfIt() {
    var modem = ScriptedModem()
    modem.answers["AT+CPMS=?"] =
      "+CPMS: (\"SM\",\"MT\"),(\"SM\",\"MT\"),(\"SM\",\"MT\")\r\n\r\nOK"
    modem.bringUp()
    for memory in ["ME", "SM"] {
      modem.written = []
      modem.actions = []
      modem.messages[4] = Self.pdu
      modem.say("+CMTI: \"\(memory)\",4")
      #expect(Self.stored(modem) == [Self.location(4, in: "MT")])
      modem.handle(
        .stored(ReceivedPDU(location: Self.location(4, in: "MT"), hexadecimal: Self.pdu))
      )
      #expect(modem.messages.isEmpty)
      #expect(!modem.written.contains { $0.hasPrefix("AT+CMGR") || $0.hasPrefix("AT+CPMS=") })
    }
  }

  /// What lies in another memory of the modem may have come to the SIM before, as what lies in its own.
  @Test func looksIntoTheModemsOtherMemoriesAtTheBeginning() {
    var modem = ScriptedModem()
    modem.answers["AT+CPMS=?"] =
      "+CPMS: (\"SM\",\"ME\",\"SR\"),(\"SM\",\"ME\"),(\"SM\",\"ME\")\r\n\r\nOK"
    modem.bringUp()
    let lists = modem.written.enumerated().filter { $0.element == "AT+CMGL=4" }
    #expect(lists.count == 2)
    #expect(modem.written.contains("AT+CPMS=\"SR\",\"ME\",\"ME\""))
    #expect(!modem.written.contains { $0.hasPrefix("AT+CPMS=\"SM\"") })
    #expect(modem.memory == "ME")
  }

  @Test func deletesAgainWhatTheStoreKnowsWhenADeleteWasLost() {
    var modem = ModemSessionTests.ready()
    modem.messages[3] = Self.pdu
    modem.answers["AT+CMGD=3"] = "+CMS ERROR: 500"
    modem.say("+CMTI: \"ME\",3")
    let received = ReceivedPDU(location: Self.location(3), hexadecimal: Self.pdu)
    modem.handle(.stored(received))
    #expect(!modem.actions.contains(.deleted(Self.location(3))))
    modem.answers["AT+CMGD=3"] = nil
    Self.sweep(&modem)
    #expect(Self.stored(modem) == [Self.location(3)])
    modem.handle(.stored(received))
    #expect(modem.messages.isEmpty)
    #expect(modem.actions.contains(.deleted(Self.location(3))))
  }

  @Test func marksWhatLayInTheModemBeforeTheSession() {
    var modem = ScriptedModem()
    modem.messages[1] = Self.pdu
    modem.bringUp()
    let old = Self.old(at: 1)
    #expect(modem.actions.contains(.store(old)))
    modem.handle(.stored(old))
    modem.messages[2] = Self.pdu
    Self.sweep(&modem)
    let new = ReceivedPDU(location: Self.location(2), hexadecimal: Self.pdu)
    #expect(modem.actions.contains(.store(new)))
  }

  /// What could not be stored at first is read again, and is as doubtful as it was; only when it is
  /// durable does the modem count as one that has had no other SIM.
  @Test func whatCouldNotBeStoredAtFirstStaysInDoubt() {
    var modem = ScriptedModem()
    modem.messages[1] = Self.pdu
    modem.bringUp()
    let old = Self.old(at: 1)
    modem.handle(.notStored(old))
    #expect(!modem.actions.contains(.simIsSettled))
    modem.actions = []
    for _ in 0..<6 where !modem.actions.contains(.store(old)) { modem.passTime() }
    #expect(modem.actions.contains(.store(old)))
    modem.handle(.stored(old))
    #expect(modem.actions.contains(.simIsSettled))
    #expect(modem.messages.isEmpty)
  }

  /// A memory that could not be listed is tried again, and what lies there is in doubt.
  @Test func whatLiesInAMemoryThatCouldNotBeListedAtFirstIsInDoubt() {
    var modem = ScriptedModem()
    modem.messages[1] = Self.pdu
    modem.answers["AT+CMGL=4"] = "+CMS ERROR: 500"
    modem.answers["AT+CMGR=1"] = "+CMS ERROR: 500"
    modem.bringUp()
    #expect(!modem.actions.contains(.simIsSettled))
    modem.answers["AT+CMGL=4"] = nil
    modem.answers["AT+CMGR=1"] = nil
    Self.sweep(&modem)
    let old = Self.old(at: 1)
    #expect(modem.actions.contains(.store(old)))
    #expect(!modem.actions.contains(.simIsSettled))
    modem.handle(.stored(old))
    #expect(modem.actions.contains(.simIsSettled))
  }

  /// What is indicated once the SIM is known came to that SIM, though the modem is set up again.
  @Test func whatIsIndicatedWhileTheSIMIsKnownDoesNotPredateIt() {
    var modem = ScriptedModem()
    modem.answers["AT+COPS?"] = ""
    modem.handle(.opened(unresolved: nil))
    for _ in 0..<20 where modem.session.facts.iccid == nil { modem.passTime() }
    modem.messages[1] = Self.pdu
    modem.messages[2] = Self.pdu
    modem.say("+CMTI: \"ME\",1")
    modem.answers["AT+COPS?"] = "+COPS: 0"
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(
      modem.actions.contains(
        .store(ReceivedPDU(location: Self.location(1), hexadecimal: Self.pdu))
      )
    )
    #expect(
      modem.actions.contains(
        .store(
          ReceivedPDU(
            location: Self.location(2),
            hexadecimal: Self.pdu,
            mayPredateSIM: true
          )
        )
      )
    )
  }

  /// A modem that says `+CMGS` and `OK` twice would answer every command with the answer to the one
  /// before; then a message is deleted in place of another.
  @Test func anAnswerThatComesTwiceDoesNotMakeAMessageTakeTheOthersPlace() {
    Self.expectsEachInItsPlace(behind: "+CMGS: 7\r\n\r\nOK\r\n\r\n+CMGS: 7\r\n\r\nOK")
  }

  @Test func anOKOfBeforeDoesNotMakeAMessageTakeTheOthersPlace() {
    Self.expectsEachInItsPlace(behind: "+CMGS: 7\r\n\r\nOK\r\n\r\nOK")
  }

  @Test func aPlaceThatIsEmptyIsLeftAfterASecondLook() {
    var modem = ModemSessionTests.ready()
    modem.answers["AT+CMGR=3"] = "OK"
    modem.say("+CMTI: \"ME\",3")
    #expect(modem.written == ["AT+CMGR=3", "AT+CPMS?", "AT+CMGR=3", "AT+CPMS?"])
    #expect(Self.stored(modem).isEmpty)
    #expect(modem.session.phase == .ready)
  }

  /// Two messages are indicated during a submission, whose answer is this.
  private static func expectsEachInItsPlace(behind answer: String) {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.messages[1] = pdu
    modem.messages[2] = otherPDU
    modem.say("+CMTI: \"ME\",1")
    modem.say("+CMTI: \"ME\",2")
    modem.say(answer)
    #expect(
      received(modem) == [
        ReceivedPDU(location: location(1), hexadecimal: pdu),
        ReceivedPDU(location: location(2), hexadecimal: otherPDU),
      ]
    )
  }

  /// A modem that only routes messages.
  static func routing(_ change: (inout ScriptedModem) -> Void) -> ScriptedModem {
    var modem = ScriptedModem()
    modem.answers["AT+CNMI=?"] = "+CNMI: (0-2),(0,2),(0,2),(0,1),(0,1)\r\n\r\nOK"
    change(&modem)
    modem.bringUp()
    modem.written = []
    modem.actions = []
    return modem
  }

  static func route(_ modem: inout ScriptedModem) {
    modem.say("+CMT: ,24")
    modem.say(pdu)
    modem.handle(.stored(ReceivedPDU(location: nil, hexadecimal: pdu)))
  }

  @Test func acknowledgesEachRoutedMessageOnce() {
    var modem = Self.routing { _ in }
    #expect(modem.session.facts.inboundIsGuaranteed == true)
    Self.route(&modem)
    Self.route(&modem)
    #expect(modem.written == ["AT+CNMA", "AT+CNMA"])
    #expect(modem.session.facts.warnings.isEmpty)
  }

  @Test func acknowledgesNothingOnAModemThatDoesItByItself() {
    var modem = Self.routing { modem in
      modem.answers["AT+CGMI"] = "SIMCOM_Ltd\r\n\r\nOK"
    }
    Self.route(&modem)
    #expect(modem.written.isEmpty)
    #expect(modem.session.facts.warnings == [.inboundNotGuaranteed])
  }

  @Test func saysThatInboundIsNotGuaranteedWhereAcknowledgingFails() {
    var modem = Self.routing { modem in modem.answers["AT+CNMA"] = "ERROR" }
    Self.route(&modem)
    #expect(modem.session.facts.warnings == [.inboundNotGuaranteed])
    var other = Self.routing { modem in modem.answers["AT+CSMS=1"] = "ERROR" }
    #expect(other.session.facts.warnings == [.inboundNotGuaranteed])
    Self.route(&other)
    #expect(other.written.isEmpty)
  }

  @Test func takesAnAcknowledgementThatNobodyExpectedForDone() {
    var modem = Self.routing { modem in modem.answers["AT+CNMA"] = "+CMS ERROR: 340" }
    Self.route(&modem)
    #expect(modem.session.facts.warnings.isEmpty)
    #expect(modem.session.phase == .ready)
  }
}
