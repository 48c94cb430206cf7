import Messaging
import Testing

@testable import ATProtocol

/// `+CMGS` that comes when its attempt has been given up: whose it is, as far as that can be told.
@Suite struct LateAnswerTests {
  /// A session that is ready again after an attempt without an answer, under the token 1.
  private static func doubtful() -> ScriptedModem {
    var modem = ModemSessionTests.ready()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.passTime()
    modem.passTime()
    modem.actions = []
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    return modem
  }

  private static func proofs(_ modem: ScriptedModem) -> [SessionAction] {
    modem.actions.filter { action in
      switch action {
      case .lateProof, .conflictingAnswers: true
      case .write, .recordAttempt, .finished, .store, .deleted, .pinIsDue, .pinAnswered, .answered,
        .call, .lastUsedReference, .restarting, .learned, .phase, .ready, .cardIsSettled, .ended:
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

  @Test func saysNothingWhereNoAttemptIsOpen() {
    var modem = ModemSessionTests.ready()
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem).isEmpty)
    modem.submit(1)
    modem.say("+CMGS: 46")
    #expect(Self.proofs(modem).isEmpty)
  }
}
