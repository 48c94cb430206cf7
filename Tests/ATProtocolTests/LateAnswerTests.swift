import Messaging
import Testing

@testable import ATProtocol

/// `+CMGS` that comes when its attempt has been given up: whose it is, as far as that can be told.
@Suite struct LateAnswerTests {
  /// A session that has given up an attempt, under the token 1, and is back in step.
  private static func unanswered() -> ScriptedModem {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.passTime()
    modem.passTime()
    modem.actions = []
    for _ in 0..<20 where modem.session.phase != .awaitingLateAnswer { modem.passTime() }
    return modem
  }

  /// The same, when it is ready again.
  private static func doubtful() -> ScriptedModem {
    var modem = unanswered()
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    return modem
  }

  /// The same, after the next attempt, under the token 2, was answered.
  private static func answeredSince(_ answer: String = "+CMGS: 45\r\n\r\nOK") -> ScriptedModem {
    var modem = doubtful()
    modem.submit(2)
    modem.handle(.attemptRecorded(token: 2))
    modem.handle(.received(Array("\r\n\(answer)\r\n".utf8)))
    modem.actions = []
    return modem
  }

  private static func proofs(_ modem: ScriptedModem) -> [SessionAction] {
    modem.actions.filter { action in
      switch action {
      case .lateProof, .conflictingAnswers: true
      case .write, .recordAttempt, .finished, .store, .deleted, .pinIsDue, .pinAnswered, .answered,
        .call, .lastUsedReference, .restarting, .learned, .phase, .ready, .simIsSettled, .ended:
        false
      }
    }
  }

  @Test func belongsToTheAttemptBeforeWhereTheNextHasNoPromptYet() {
    var modem = Self.doubtful()
    modem.answers["AT+CMGS=20"] = "+CMGS: 44\r\n\r\nOK"
    modem.submit(2)
    #expect(Self.proofs(modem) == [.lateProof(token: 1, messageReference: 44)])
  }

  @Test func belongsToTheAttemptBeforeWhereCtrlZIsNotWrittenYet() {
    var modem = Self.doubtful()
    modem.submit(2)
    modem.say("+CMGS: 44")
    #expect(Self.proofs(modem) == [.lateProof(token: 1, messageReference: 44)])
    modem.handle(.attemptRecorded(token: 2))
    modem.handle(.received(Array("\r\n+CMGS: 45\r\n\r\nOK\r\n".utf8)))
    #expect(modem.actions.contains(.finished(token: 2, .accepted(messageReference: 45))))
    #expect(Self.proofs(modem).count == 1)
  }

  @Test(arguments: ["+CMGS: 45\r\n\r\nOK", "+CMS ERROR: 42"])
  func cannotBeToldAfterTheNextWasAnswered(answer: String) {
    var modem = Self.doubtful()
    modem.submit(2)
    modem.handle(.attemptRecorded(token: 2))
    modem.handle(.received(Array("\r\n\(answer)\r\n".utf8)))
    #expect(Self.proofs(modem).isEmpty)
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem) == [.conflictingAnswers(older: 1, newer: 2)])
    // Once is enough: the next one is nobody's.
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem).count == 1)
  }

  @Test func nothingIsSubmittedBeforeAnAttemptCanBeAnsweredNoMore() {
    var modem = Self.unanswered()
    let since = modem.now
    #expect(modem.session.phase == .awaitingLateAnswer)
    #expect(!modem.actions.contains(.ready))
    modem.submit(2)
    #expect(modem.actions.contains(.finished(token: 2, .notSubmitted(.notReady))))
    #expect(!modem.written.suffix(3).contains("AT+CMGS=20"))
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(modem.actions.contains(.ready))
    #expect(modem.now > since + .seconds(50) && modem.now <= since + .seconds(60))
  }

  @Test func theLateAnswerEndsTheWait() {
    var modem = Self.unanswered()
    let since = modem.now
    modem.handle(.received(Array("\r\n+CMGS: 44\r\n\r\nOK\r\n".utf8)))
    #expect(Self.proofs(modem) == [.lateProof(token: 1, messageReference: 44)])
    modem.passTime()
    #expect(modem.actions.contains(.ready))
    #expect(modem.now <= since + .seconds(1))
  }

  @Test(arguments: ["+CMS ERROR: 42", "RDY"])
  func theWaitIsOverWhereTheModemHasDoneWithTheAttempt(line: String) {
    var modem = Self.unanswered()
    let since = modem.now
    modem.say(line)
    for _ in 0..<20 where !modem.actions.contains(.ready) && modem.now < since + .seconds(5) {
      modem.passTime()
    }
    #expect(modem.actions.contains(.ready))
    #expect(modem.now < since + .seconds(5))
    #expect(Self.proofs(modem).isEmpty)
  }

  /// One answer behind, the message of a place would be taken for that of the next, which would be
  /// deleted unread.
  @Test func anErrorIsNotTakenForTheAnswerToACommand() {
    var modem = Self.unanswered()
    let message = "+CMGR: 0,,24\r\n\(ReceivingTests.pdu)\r\n\r\nOK"
    modem.messages = [1: ReceivingTests.pdu, 2: ReceivingTests.otherPDU]
    modem.answers["AT+CMGR=1"] = "+CMS ERROR: 42\r\n\r\n\(message)"
    modem.written = []
    for index in [1, 2] {
      modem.say("+CMTI: \"ME\",\(index)")
      let received = ReceivingTests.received(modem)
      #expect(received.last?.location == ReceivingTests.location(index))
      #expect(
        received.last?.hexadecimal == (index == 1 ? ReceivingTests.pdu : ReceivingTests.otherPDU)
      )
      for each in received.suffix(1) { modem.handle(.stored(each)) }
    }
    #expect(
      modem.written.prefix(4) == ["AT+CMGR=1", "AT+CMGD=1", "AT+CMGR=2", "AT+CMGD=2"]
    )
    #expect(modem.messages.isEmpty)
    #expect(modem.actions.contains(.ready))
    #expect(Self.proofs(modem).isEmpty)
  }

  @Test func anErrorIsTheCommandsOwnWhereNoOtherAnswerComes() {
    var modem = Self.unanswered()
    let since = modem.now
    modem.answers["AT+CMGR=1"] = "+CMS ERROR: 321"
    modem.written = []
    modem.say("+CMTI: \"ME\",1")
    #expect(modem.written == ["AT+CMGR=1"])
    modem.passTime()
    #expect(modem.written.prefix(2) == ["AT+CMGR=1", "AT+CPMS?"])
    #expect(modem.now > since)
    #expect(!modem.actions.contains(.ready))
  }

  @Test func anOKAloneDoesNotEndTheWait() {
    var modem = Self.unanswered()
    modem.say("OK")
    #expect(!modem.actions.contains(.ready))
    #expect(modem.session.phase == .awaitingLateAnswer)
  }

  @Test func whatTheModemForgotByItsResetIsNotWaitedFor() {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.say("RDY")
    #expect(modem.actions.contains(.finished(token: 1, .unknown(.modemReset))))
    #expect(modem.session.pendingAnswer == nil)
  }

  @Test func anErrorThatNobodyWaitsForIsTheSecondAnswerOfTwo() {
    var modem = Self.answeredSince()
    modem.say("+CMS ERROR: 42")
    #expect(Self.proofs(modem) == [.conflictingAnswers(older: 1, newer: 2)])
    modem.say("+CMS ERROR: 42")
    #expect(Self.proofs(modem).count == 1)
  }

  @Test func anErrorInPlaceOfThePromptIsTheSecondAnswerOfTwo() {
    var modem = Self.answeredSince()
    modem.answers["AT+CMGS=20"] = "+CMS ERROR: 1"
    modem.submit(3)
    #expect(Self.proofs(modem) == [.conflictingAnswers(older: 1, newer: 2)])
    // The prompt follows, and nothing was refused.
    modem.handle(.received(Array("\r\n> ".utf8)))
    #expect(modem.actions.contains(.recordAttempt(token: 3)))
    #expect(!modem.actions.contains { if case .finished = $0 { true } else { false } })
  }

  @Test func anErrorAtThePromptSaysNothingOfTheSegmentThatWaitsThere() {
    var modem = Self.answeredSince()
    modem.submit(3)
    modem.say("+CMS ERROR: 1")
    #expect(Self.proofs(modem) == [.conflictingAnswers(older: 1, newer: 2)])
    modem.handle(.attemptRecorded(token: 3))
    #expect(modem.actions.contains(.finished(token: 3, .refused(.bare(afterControlZ: nil)))))
    #expect(!modem.written.suffix(3).contains("\u{1A}"))
  }

  @Test func aRefusalIsARefusalOnceTheAnsweredAttemptCannotBeAnsweredAgain() {
    var modem = Self.answeredSince()
    modem.now += .seconds(181)
    modem.answers["AT+CMGS=20"] = "+CMS ERROR: 302"
    modem.submit(3)
    #expect(Self.proofs(modem).isEmpty)
    let refusal = SubmissionError.cms(code: 302, afterControlZ: nil)
    #expect(modem.actions.contains(.finished(token: 3, .refused(refusal))))
  }

  @Test func aPortThatHangsUpLeavesTheRestOfTheTimeToTheNextSession() {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.now += .seconds(30)
    modem.handle(.hungUp)
    #expect(modem.actions.contains(.finished(token: 1, .unknown(.hangUp))))
    let pending = PendingAnswer(token: 1, remaining: .seconds(150))
    #expect(modem.session.pendingAnswer == pending)
    var next = ScriptedModem()
    next.handle(.opened(unresolved: pending))
    next.now = .seconds(20)
    next.handle(.hungUp)
    #expect(next.session.pendingAnswer == PendingAnswer(token: 1, remaining: .seconds(130)))
  }

  @Test func afterTheSilenceTheAnswerIsOverdueAndNothingIsSubmittedYet() {
    var modem = ScriptedModem()
    modem.handle(.opened(unresolved: PendingAnswer(token: 5, remaining: .seconds(90))))
    for _ in 0..<20 where modem.session.phase != .awaitingLateAnswer { modem.passTime() }
    #expect(modem.now < .seconds(100))
    #expect(modem.session.pendingAnswer?.remaining == .seconds(90) - modem.now)
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(modem.now == .seconds(150))
    #expect(modem.session.pendingAnswer == nil)
  }

  @Test func aBootEndsTheSilence() {
    var modem = ScriptedModem()
    modem.handle(.opened(unresolved: PendingAnswer(token: 5, remaining: .seconds(90))))
    modem.say("RDY")
    #expect(modem.written.first == "\u{1B}")
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(modem.now < .seconds(30))
  }

  @Test func itMayTurnOutLaterThatAnAttemptIsOpenOnThisModem() {
    var modem = ModemSessionTests.ready()
    let since = modem.now
    modem.actions = []
    modem.handle(.answerPending(PendingAnswer(token: 7, remaining: .seconds(20))))
    #expect(modem.session.phase == .awaitingLateAnswer)
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    #expect(modem.now == since + .seconds(80))
    modem.say("+CMGS: 44")
    #expect(Self.proofs(modem) == [.lateProof(token: 7, messageReference: 44)])
  }

  @Test func saysNothingWhereNoAttemptIsOpen() {
    var modem = ModemSessionTests.ready()
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem).isEmpty)
    modem.submit(1)
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem).isEmpty)
  }
}
