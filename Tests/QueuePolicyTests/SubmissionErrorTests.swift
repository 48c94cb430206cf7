import Messaging
import QueuePolicy
import Testing

/// One row of the table of errors, as the specification of the gateway has it.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  let code: Int
  let errorClass: SubmissionErrorClass
  var retries: Int?
  var then: SubmissionErrorClass?
  var late: Bool
  var barring: Bool
  var pace: RetryPace
  var adaptation: SubmissionAdaptation?

  /// What an error does to the SIM that it came to.
  enum EffectOnSIM: Sendable {
    case none
    /// It rests at once.
    case rests
    /// It rests when it has come three times in a row.
    case restsIfRepeated
    /// It is quarantined when it has come for three recipients in a row.
    case quarantined
  }

  init(
    _ code: Int,
    _ errorClass: SubmissionErrorClass,
    retries: Int? = nil,
    then: SubmissionErrorClass? = nil,
    late: Bool = false,
    barring: Bool = false,
    pace: RetryPace = .stepwise,
    adaptation: SubmissionAdaptation? = nil
  ) {
    self.code = code
    self.errorClass = errorClass
    self.retries = retries
    self.then = then
    self.late = late
    self.barring = barring
    self.pace = pace
    self.adaptation = adaptation
  }

  var effectOnSIM: EffectOnSIM {
    if barring { return .quarantined }
    if errorClass == .pauseSIM { return .rests }
    return then == .pauseSIM ? .restsIfRepeated : .none
  }

  var testDescription: String { "\(code) is \(errorClass)" }
}

private let cmsCases: [ErrorCase] = [
  .init(1, .permanent), .init(8, .retryElsewhere, barring: true),
  .init(10, .retryElsewhere, barring: true), .init(17, .retryHere),
  .init(21, .retryElsewhere, retries: 1, barring: true), .init(22, .retryHere),
  .init(27, .retryHere), .init(28, .pauseSIM, barring: true),
  .init(29, .retryElsewhere, barring: true), .init(30, .pauseSIM, barring: true),
  .init(38, .retryElsewhere, late: true, pace: .patient),
  .init(41, .retryHere, late: true, pace: .atOnce),
  .init(42, .retryHere, late: true), .init(47, .retryHere, late: true),
  .init(50, .pauseSIM, barring: true), .init(69, .retryElsewhere, retries: 1, barring: true),
  .init(81, .permanent), .init(95, .permanent), .init(96, .permanent), .init(97, .permanent),
  .init(98, .retryHere, retries: 1), .init(99, .permanent),
  .init(111, .retryHere, retries: 1, late: true),
  .init(127, .retryHere, retries: 2, late: true),
  .init(0x80, .permanent), .init(0x81, .permanent), .init(0x82, .permanent),
  .init(0x8F, .permanent), .init(0x90, .permanent), .init(0x91, .permanent),
  .init(0x9F, .permanent), .init(0xA0, .permanent), .init(0xA1, .permanent),
  .init(0xAF, .permanent), .init(0xB0, .permanent), .init(0xC0, .retryHere),
  .init(0xC1, .pauseSIM), .init(0xC2, .retryHere), .init(0xC3, .permanent),
  .init(0xC4, .retryElsewhere, retries: 1),
  .init(0xC5, .countsAsSent, adaptation: .withoutRejectDuplicates),
  .init(0xC6, .retryHere, retries: 1, pace: .atOnce, adaptation: .withoutValidityPeriod),
  .init(0xC7, .retryHere, retries: 1, pace: .atOnce, adaptation: .withoutValidityPeriod),
  .init(0xD0, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xD1, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xD2, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xD3, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xD4, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xD5, .retryHere, retries: 2, then: .pauseSIM),
  .init(0xFF, .retryHere, retries: 2, then: .retryElsewhere, late: true),
  .init(300, .retryHere, retries: 2, then: .pauseSIM, late: true), .init(301, .retryHere),
  .init(302, .retryHere, retries: 1, then: .pauseSIM), .init(303, .pauseSIM),
  .init(304, .permanent),
  .init(305, .permanent), .init(310, .pauseSIM), .init(311, .pauseSIM), .init(312, .pauseSIM),
  .init(313, .pauseSIM), .init(314, .retryHere, pace: .atOnce), .init(315, .pauseSIM),
  .init(316, .pauseSIM),
  .init(317, .pauseSIM), .init(318, .pauseSIM), .init(320, .retryHere), .init(321, .retryHere),
  .init(322, .pauseSIM), .init(330, .pauseSIM), .init(331, .pauseSIM), .init(332, .unknown),
  .init(340, .unknown), .init(350, .unknown), .init(500, .unknown),
]

private let cmsWithoutRow: [ErrorCase] = [
  .init(0, .retryHere, late: true, pace: .atOnce),
  .init(5, .retryHere, late: true, pace: .atOnce),
  .init(0xB5, .retryHere, retries: 2, then: .retryElsewhere, late: true),
  .init(0xE0, .retryHere, retries: 1),
  .init(0xFE, .retryHere, retries: 1), .init(256, .unknown), .init(400, .unknown),
  .init(512, .unknown), .init(515, .unknown), .init(-7, .unknown), .init(.max, .unknown),
]

private let cmeCases: [ErrorCase] = [
  .init(3, .pauseSIM), .init(4, .pauseSIM), .init(10, .pauseSIM), .init(11, .pauseSIM),
  .init(12, .pauseSIM), .init(13, .pauseSIM), .init(14, .retryHere, pace: .atOnce),
  .init(15, .pauseSIM),
  .init(16, .pauseSIM), .init(20, .pauseSIM), .init(30, .pauseSIM), .init(31, .unknown),
  .init(32, .pauseSIM), .init(100, .unknown), .init(103, .pauseSIM, barring: true),
  .init(106, .pauseSIM, barring: true), .init(107, .pauseSIM, barring: true),
  .init(111, .pauseSIM), .init(112, .pauseSIM), .init(113, .pauseSIM), .init(999, .unknown),
]

@Suite struct SubmissionErrorTests {
  @Test(
    "+CMS ERROR right after Ctrl-Z, 3GPP TS 27.005 §3.2.5",
    arguments: cmsCases + cmsWithoutRow
  )
  func aCMSErrorHasItsClass(row: ErrorCase) {
    let verdict = SubmissionError.cms(code: row.code, afterControlZ: .seconds(2)).verdict()
    #expect(verdict.errorClass == row.errorClass)
    #expect(verdict.retries == row.retries)
    #expect(verdict.afterRetries == row.then)
    #expect(verdict.isSignOfBarring == row.barring)
    #expect(verdict.pace == row.pace)
    #expect(verdict.adaptation == row.adaptation)
    #expect(verdict.text.contains(String(row.code)))
  }

  /// What a message goes through that is refused with one code again and again.
  @Test("refused with one code for ever", arguments: cmsCases)
  func whatComesOfAMessageThatIsRefusedAgainAndAgain(row: ErrorCase) throws {
    guard row.errorClass != .unknown, row.errorClass != .countsAsSent else { return }
    let error = SubmissionError.cms(code: row.code, afterControlZ: .seconds(2))
    let sim = try #require(ICCID("8944100000000000018"))
    var attempts: [AttemptFacts] = []
    for count in 1...5 {
      attempts.append(AttemptFacts(segment: 1, iccid: sim, outcome: .refused(error)))
      let decision = MessageRules().decide(
        .refused(error),
        ofAttempt: count - 1,
        for: MessageFacts(
          state: .submitting,
          ledger: SubmissionLedger(segmentCount: 1, attempts: attempts),
          expiresAt: Timestamp(seconds: 1_900_000_000)
        ),
        at: Timestamp(seconds: 1_800_000_000),
        jitter: 0.5
      )
      let isExhausted = row.retries.map { count > $0 } ?? false
      let now = isExhausted ? row.then ?? .permanent : row.errorClass
      #expect(decision.state == (now == .permanent ? .failed : .queued))
      if decision.state == .failed { return }
      #expect((decision.avoidedSIM != nil) == (now == .retryElsewhere || now == .pauseSIM))
    }
  }

  @Test(
    "+CMS ERROR 30 s after Ctrl-Z may be the modem's own timer",
    arguments: cmsCases + cmsWithoutRow
  )
  func aLateCMSErrorIsUnknownWhereItsRowSaysSo(row: ErrorCase) {
    let late = SubmissionError.cms(code: row.code, afterControlZ: .seconds(30)).verdict()
    #expect(late.errorClass == (row.late ? .unknown : row.errorClass))
    let justInTime = SubmissionError.cms(code: row.code, afterControlZ: .milliseconds(29_999))
    #expect(justInTime.verdict().errorClass == row.errorClass)
  }

  @Test func exactlyTheseErrorsDependOnTheirTime() {
    let late = SubmissionErrorTable.cmsRows.filter(\.isUnknownWhenLate).map(\.code)
    #expect(late == [38, 41, 42, 47, 111, 127, 255, 300])
  }

  @Test(arguments: cmsCases + cmsWithoutRow)
  func nothingIsInDoubtBeforeControlZ(row: ErrorCase) {
    let verdict = SubmissionError.cms(code: row.code, afterControlZ: nil).verdict()
    switch row.errorClass {
    case .unknown, .countsAsSent: #expect(verdict.errorClass == .retryHere)
    case .retryHere, .retryElsewhere, .pauseSIM, .permanent:
      #expect(verdict.errorClass == row.errorClass)
    }
  }

  @Test("+CME ERROR, 3GPP TS 27.007 §9.2", arguments: cmeCases)
  func aCMEErrorHasItsClass(row: ErrorCase) {
    let verdict = SubmissionError.cme(code: row.code, afterControlZ: .seconds(2)).verdict()
    #expect(verdict.errorClass == row.errorClass)
    #expect(verdict.isSignOfBarring == row.barring)
    #expect(verdict.pace == row.pace)
    #expect(verdict.adaptation == row.adaptation)
  }

  @Test("+CMS ERROR and its SIM", arguments: cmsCases + cmsWithoutRow)
  func aCMSErrorDoesToItsSIMWhatItsRowSays(row: ErrorCase) {
    expectEffect(of: .cms(code: row.code, afterControlZ: .seconds(2)), row.effectOnSIM)
  }

  @Test("+CME ERROR and its SIM", arguments: cmeCases)
  func aCMEErrorDoesToItsSIMWhatItsRowSays(row: ErrorCase) {
    expectEffect(of: .cme(code: row.code, afterControlZ: .seconds(2)), row.effectOnSIM)
  }

  /// After one refusal, after three for one recipient, and after three for different ones.
  private func expectEffect(of error: SubmissionError, _ effect: ErrorCase.EffectOnSIM) {
    let now = Timestamp(seconds: 1_800_000_000)
    func health(after recipients: [Int]) -> SIMHealth {
      var health = SIMHealth()
      for last in recipients {
        let recipient = PhoneNumber(normalForm: "+44770090000\(last)")
        health.record(.refused(error), recipient: recipient, at: now)
      }
      return health
    }
    let one = health(after: [1]).rest(at: now)?.until
    let same = health(after: [1, 1, 1]).rest(at: now)?.until
    let different = health(after: [1, 2, 3]).rest(at: now)?.until
    switch effect {
    case .none: #expect([one, same, different] == [nil, nil, nil])
    case .rests:
      #expect(one == now + .seconds(5))
      #expect([same, different] == [now + .seconds(60), now + .seconds(60)])
    case .restsIfRepeated:
      #expect(one == nil)
      #expect([same, different] == [now + .seconds(60), now + .seconds(60)])
    case .quarantined: #expect([one, same, different] == [nil, nil, now + .seconds(1800)])
    }
  }

  @Test func everyRowIsTested() {
    #expect(cmsCases.map(\.code) == SubmissionErrorTable.cmsRows.map(\.code))
    #expect(cmeCases.dropLast().map(\.code) == SubmissionErrorTable.cmeRows.map(\.code))
  }

  @Test func anErrorWithoutACodeIsUnknownAfterControlZ() {
    #expect(SubmissionError.bare(afterControlZ: .seconds(1)).verdict().errorClass == .unknown)
    #expect(SubmissionError.bare(afterControlZ: nil).verdict().errorClass == .retryHere)
  }

  @Test func theTextSaysWhatHappened() {
    let text = SubmissionError.cms(code: 38, afterControlZ: .seconds(40)).verdict().text
    #expect(
      text == "+CMS ERROR: 38 (network out of order), so late that it may be the modem's own timer"
    )
  }
}
