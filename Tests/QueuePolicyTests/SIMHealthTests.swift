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

  @Test func threeFailuresForTheSIMsSakePauseItLongerEachTime() {
    var health = SIMHealth()
    var now = start
    for seconds in [60, 300, 1800, 1800] {
      for _ in 0..<2 {
        health.record(noService, recipient: number(1), at: now)
        #expect(health.standing == .usable)
      }
      health.record(noService, recipient: number(1), at: now)
      guard case .paused(let until, let reason) = health.standing else {
        Issue.record("not paused after \(seconds) s")
        return
      }
      #expect(until - now == .seconds(seconds))
      #expect(reason.contains("331"))
      health.advance(to: until - .milliseconds(1))
      #expect(health.standing != .usable)
      now = until
      health.advance(to: now)
      #expect(health.standing == .usable)
    }
  }

  @Test func aSuccessStartsTheCountAfresh() {
    var health = SIMHealth()
    for _ in 0..<2 { health.record(noService, recipient: number(1), at: start) }
    health.record(.accepted(messageReference: 1), recipient: number(1), at: start)
    for _ in 0..<2 { health.record(noService, recipient: number(1), at: start) }
    #expect(health.standing == .usable)
  }

  @Test func whatTheNetworkCannotDoNowIsNotTheSIMsFault() {
    var health = SIMHealth()
    for _ in 0..<9 { health.record(busy, recipient: number(1), at: start) }
    health.record(.notSubmitted(.noPrompt), recipient: number(1), at: start)
    health.record(.unknown(.noAnswer), recipient: number(1), at: start)
    #expect(health.standing == .usable)
  }

  @Test func refusalsForSeveralRecipientsInARowQuarantine() {
    var health = SIMHealth()
    health.record(barred, recipient: number(1), at: start)
    health.record(barred, recipient: number(2), at: start)
    #expect(health.standing == .usable)
    health.record(barred, recipient: number(3), at: start)
    guard case .quarantined(let reason) = health.standing else {
      Issue.record("not quarantined")
      return
    }
    #expect(reason.contains("3 recipients"))
    health.advance(to: start + .seconds(1_000_000))
    #expect(health.standing != .usable)
    health.release()
    #expect(health.standing == .usable)
  }

  @Test func oneBadNumberDoesNotQuarantine() {
    var health = SIMHealth()
    for _ in 0..<20 { health.record(barred, recipient: number(1), at: start) }
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

  @Test func aQuarantineSurvivesARestart() {
    let health = SIMHealth(quarantinedFor: "barred")
    #expect(health.standing == .quarantined(reason: "barred"))
  }
}
