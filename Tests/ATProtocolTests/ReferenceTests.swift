import Messaging
import Testing

@testable import ATProtocol

/// EF-SMSS (3GPP TS 31.102 §4.2.28): the TP-MR that was used last, read and followed.
@Suite struct ReferenceTests {
  static let command = "AT+CRSM=176,28483,0,0,2"

  static func modem(holding value: UInt8?) -> ScriptedModem {
    var modem = ScriptedModem()
    modem.answers[command] = answer(value)
    modem.bringUp()
    return modem
  }

  static func answer(_ value: UInt8?) -> String {
    guard let value else { return "+CRSM: 106,130\r\n\r\nOK" }
    return "+CRSM: 144,0,\"\(hexadecimal(value))FF\"\r\n\r\nOK"
  }

  private static func hexadecimal(_ value: UInt8) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
  }

  /// Submits a segment that the service centre answers so.
  static func submit(_ token: UInt64, _ answer: String, _ modem: inout ScriptedModem) {
    modem.submit(token)
    modem.handle(.attemptRecorded(token: token))
    modem.say(answer)
  }

  private static func readings(_ modem: ScriptedModem) -> [SessionAction] {
    modem.actions.filter { if case .lastUsedReference = $0 { true } else { false } }
  }

  /// Lets a minute pass, after which the modem's health is asked.
  private static func poll(_ modem: inout ScriptedModem) {
    let before = modem.written.count { $0 == "AT+CSQ" }
    for _ in 0..<20 where modem.written.count(where: { $0 == "AT+CSQ" }) == before {
      modem.passTime()
    }
  }

  @Test func isReadWhenTheModemIsSetUp() {
    let modem = Self.modem(holding: 0x40)
    #expect(Self.readings(modem) == [.lastUsedReference(0x40, agrees: nil)])
    #expect(modem.session.lastUsedReference == 0x40)
  }

  @Test func isNotAskedForAgainWhereTheSIMHasNoSuchFile() {
    var modem = Self.modem(holding: nil)
    Self.submit(1, "+CMGS: 7\r\n\r\nOK", &modem)
    Self.poll(&modem)
    #expect(modem.written.count { $0 == Self.command } == 1)
    #expect(modem.session.lastUsedReference == nil)
    #expect(Self.readings(modem).isEmpty)
  }

  @Test(
    "Every answer takes it one on, and the next reading says whether it did",
    arguments: [false, true]
  )
  func followsTheAnswers(agrees: Bool) {
    var modem = Self.modem(holding: 0xFF)
    Self.submit(1, "+CMGS: 0\r\n\r\nOK", &modem)
    Self.submit(2, "+CMGS: 1\r\n\r\nOK", &modem)
    #expect(modem.session.lastUsedReference == 1)
    modem.answers[Self.command] = Self.answer(agrees ? 1 : 0xFF)
    Self.poll(&modem)
    let value: UInt8 = agrees ? 1 : 0xFF
    #expect(Self.readings(modem).last == .lastUsedReference(value, agrees: agrees))
  }

  @Test func aReferenceOfTheModemsOwnIsADisagreement() {
    var modem = Self.modem(holding: 0x40)
    Self.submit(1, "+CMGS: 12\r\n\r\nOK", &modem)
    modem.answers[Self.command] = Self.answer(12)
    Self.poll(&modem)
    #expect(Self.readings(modem).last == .lastUsedReference(12, agrees: false))
  }

  @Test func isUnknownAfterARefusalUntilItIsReadAgain() {
    var modem = Self.modem(holding: 0x40)
    Self.submit(1, "+CMS ERROR: 42", &modem)
    #expect(modem.session.lastUsedReference == nil)
    modem.answers[Self.command] = Self.answer(0x41)
    Self.poll(&modem)
    #expect(Self.readings(modem).last == .lastUsedReference(0x41, agrees: nil))
  }

  @Test func isReadAnewBeforeAnythingElseAfterAnUnknownOutcome() {
    var modem = Self.modem(holding: 0x40)
    Self.submit(1, "ERROR", &modem)
    modem.actions = []
    for _ in 0..<20 where !modem.actions.contains(.ready) { modem.passTime() }
    let reading = modem.actions.firstIndex(of: .lastUsedReference(0x40, agrees: nil))
    let ready = modem.actions.firstIndex(of: .ready)
    #expect(reading.flatMap { before in ready.map { before < $0 } } == true)
  }

  @Test func isNeverReadBetweenTwoSegments() {
    var modem = Self.modem(holding: 0x40)
    modem.written = []
    for token in 1...50 {
      Self.submit(UInt64(token), "+CMGS: \(0x40 + token)\r\n\r\nOK", &modem)
    }
    #expect(!modem.written.contains(Self.command))
  }
}
