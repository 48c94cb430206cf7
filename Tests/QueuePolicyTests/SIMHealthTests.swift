import Messaging
import QueuePolicy
import Testing

@Suite struct SIMHealthTests {
  private let start = Timestamp(seconds: 1_800_000_000)
  private let noService = SubmissionOutcome.refused(.cms(code: 331, afterControlZ: .seconds(1)))
  private let barred = SubmissionOutcome.refused(.cms(code: 8, afterControlZ: .seconds(1)))
  private let busy = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))

  private func number(_ last: Int) -> PhoneNumber {
    PhoneNumber(normalForm: "+44770090000\(last)")
  }

  private func quarantined() -> SIMHealth {
    var health = SIMHealth()
    for last in 1...3 { health.record(barred, recipient: number(last), at: start) }
    return health
  }

  @Test func threeFailuresForTheSIMsSakePauseItLongerEachTime() throws {
    var health = SIMHealth()
    var now = start
    for seconds in [60, 300, 1800, 1800] {
      for short in [5, 30] {
        health.record(noService, recipient: number(1), at: now)
        let rest = try #require(health.rest(at: now))
        #expect(rest.until - now == .seconds(short))
        #expect(rest.reason == "failed with +CMS ERROR: 331 (no network service)")
        now = rest.until
      }
      health.record(noService, recipient: number(1), at: now)
      let rest = try #require(health.rest(at: now))
      #expect(rest.until - now == .seconds(seconds))
      #expect(rest.reason.contains("331"))
      #expect(health.rest(at: rest.until - .milliseconds(1)) != nil)
      now = rest.until
      #expect(health.rest(at: now) == nil)
    }
  }

  @Test func aRestUnderAClockThatWasAheadIsNoLongerThanRestsAre() throws {
    let ahead = start + .seconds(100_000)
    var paused = SIMHealth()
    for _ in 0..<3 { paused.record(noService, recipient: number(1), at: ahead) }
    paused.clockWentBack(to: start)
    #expect(paused.rest(at: start)?.until == start + .seconds(60))
    paused.clockWentBack(to: start - .milliseconds(1))
    #expect(paused.rest(at: start)?.until == start + .seconds(60) - .milliseconds(1))

    var barred = SIMHealth()
    for last in 1...3 { barred.record(self.barred, recipient: number(last), at: ahead) }
    barred.clockWentBack(to: start)
    #expect(barred.rest(at: start)?.until == start + .seconds(1800))
    // A rest that is shorter already stays as it is.
    barred.clockWentBack(to: start + .seconds(600))
    #expect(barred.rest(at: start)?.until == start + .seconds(1800))
    var clean = SIMHealth()
    clean.clockWentBack(to: start)
    #expect(clean.isClean)
  }

  @Test("a modem that fails again and again rests too", arguments: [300, 302, 0xD0, 0xD2])
  func aModemThatFailsAgainAndAgainRests(code: Int) {
    var health = SIMHealth()
    for _ in 0..<3 {
      health.record(
        .refused(.cms(code: code, afterControlZ: .seconds(1))),
        recipient: number(1),
        at: start
      )
    }
    #expect(health.rest(at: start)?.until == start + .seconds(60))
  }

  @Test func aSuccessStartsTheCountAfresh() {
    var health = SIMHealth()
    for _ in 0..<2 { health.record(noService, recipient: number(1), at: start) }
    health.record(.accepted(messageReference: 1), recipient: number(1), at: start)
    #expect(health.isClean)
    for _ in 0..<2 { health.record(noService, recipient: number(1), at: start) }
    #expect(health.rest(at: start)?.until == start + .seconds(30))
  }

  @Test func whatTheNetworkCannotDoNowIsNotTheSIMsFault() {
    var health = SIMHealth()
    for _ in 0..<9 { health.record(busy, recipient: number(1), at: start) }
    health.record(.notSubmitted(.noPrompt), recipient: number(1), at: start)
    health.record(.unknown(.noAnswer), recipient: number(1), at: start)
    #expect(health.isClean)
  }

  @Test func refusalsForSeveralRecipientsInARowQuarantine() throws {
    var health = SIMHealth()
    health.record(barred, recipient: number(1), at: start)
    health.record(barred, recipient: number(2), at: start)
    #expect(health.rest(at: start) == nil)
    health.record(barred, recipient: number(3), at: start)
    guard case .quarantined(_, let reason) = health.standing else {
      Issue.record("not quarantined")
      return
    }
    #expect(reason.contains("3 recipients"))
    #expect(reason.contains("+CMS ERROR: 8"))
    #expect(health.rest(at: start)?.until == start + .seconds(1800))
  }

  @Test("features.md C6: the codes that an operator bars a SIM with")
  func everySignOfBarringCounts() {
    for code in [8, 10, 21, 28, 29, 30, 50, 69] {
      var health = SIMHealth()
      let refusal = SubmissionOutcome.refused(.cms(code: code, afterControlZ: .seconds(1)))
      for last in 1...3 { health.record(refusal, recipient: number(last), at: start) }
      guard case .quarantined = health.standing else {
        Issue.record("\(code) does not quarantine")
        continue
      }
    }
  }

  @Test("one bad number pauses nothing", arguments: [8, 21, 28, 30, 50, 1, 27, 0xC4])
  func oneBadNumberDoesNothingToItsSIM(code: Int) {
    var health = SIMHealth()
    for _ in 0..<20 {
      health.record(
        .refused(.cms(code: code, afterControlZ: .seconds(1))),
        recipient: number(1),
        at: start
      )
    }
    #expect(health.standing == .usable)
  }

  @Test func aSuccessBetweenEndsTheRow() {
    var health = SIMHealth()
    health.record(barred, recipient: number(1), at: start)
    health.record(barred, recipient: number(2), at: start)
    health.record(.accepted(messageReference: 1), recipient: number(4), at: start)
    health.record(barred, recipient: number(3), at: start)
    #expect(health.standing == .usable)
  }

  @Test func probesComeLessAndLessOftenUntilOneIsAccepted() throws {
    var health = quarantined()
    var now = start
    for seconds in [1800, 7200, 21_600, 86_400, 86_400] {
      let rest = try #require(health.rest(at: now))
      #expect(rest.until - now == .seconds(seconds))
      now = rest.until
      #expect(health.rest(at: now) == nil)
      health.record(barred, recipient: number(7), at: now)
    }
    now = try #require(health.rest(at: now)).until
    health.record(.accepted(messageReference: 9), recipient: number(8), at: now)
    #expect(health.isClean)
  }

  @Test func aRefusalThatWasUnderWayDoesNotPutTheProbeOff() {
    var health = quarantined()
    health.record(barred, recipient: number(4), at: start + .seconds(60))
    #expect(health.rest(at: start)?.until == start + .seconds(1800))
  }

  @Test func aProbeThatGetsNowhereIsMadeAgain() {
    var health = quarantined()
    let now = start + .seconds(1800)
    health.record(.unknown(.noAnswer), recipient: number(7), at: now)
    #expect(health.rest(at: now) == nil)
    for _ in 0..<3 { health.record(noService, recipient: number(7), at: now) }
    #expect(health.rest(at: now)?.until == now + .seconds(60))
  }
}
