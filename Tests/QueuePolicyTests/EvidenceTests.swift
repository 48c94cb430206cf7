import Messaging
import QueuePolicy
import Testing

@Suite struct EvidenceTests {
  private let recipient = PhoneNumber(normalForm: "+447700900001")
  private let start = Timestamp(seconds: 1_800_000_000)

  private func unresolved(baseline: UInt8? = 40) throws -> UnresolvedAttempt {
    UnresolvedAttempt(
      segment: 1,
      iccid: try #require(firstSIM),
      recipient: recipient,
      baseline: baseline,
      recordedAt: start
    )
  }

  private func report(
    sim: ICCID? = firstSIM,
    to number: String = "+447700900001",
    reference: UInt8 = 41,
    at time: Timestamp? = nil,
    isOwned: Bool = false,
    unresolved: Int = 1
  ) throws -> Evidence {
    .statusReport(
      StatusReportEvidence(
        iccid: try #require(sim),
        recipient: PhoneNumber(normalForm: number),
        messageReference: reference,
        serviceCentreTimeStamp: time ?? start + .seconds(3),
        isOwnedByAnotherAttempt: isOwned,
        possibleAttempts: unresolved
      )
    )
  }

  @Test func aLateAnswerBelongsToTheOnlyOpenAttempt() throws {
    let attempt = try unresolved()
    #expect(
      attempt.conclusion(from: .lateReference(7, openAttempts: 1, count: 1))
        == .sent(messageReference: 7)
    )
    #expect(attempt.conclusion(from: .lateReference(7, openAttempts: 2, count: 1)) == .nothing)
    #expect(attempt.conclusion(from: .lateReference(7, openAttempts: 1, count: 2)) == .nothing)
  }

  @Test func aStatusReportOfItsOwnProvesThatItWasSent() throws {
    #expect(try unresolved().conclusion(from: report()) == .sent(messageReference: 41))
  }

  @Test func aStatusReportOfAnotherProvesNothing() throws {
    let attempt = try unresolved()
    #expect(try attempt.conclusion(from: report(sim: secondSIM)) == .nothing)
    #expect(try attempt.conclusion(from: report(to: "+447700900002")) == .nothing)
    #expect(try attempt.conclusion(from: report(reference: 42)) == .nothing)
    #expect(try attempt.conclusion(from: report(isOwned: true)) == .nothing)
    #expect(
      try attempt.conclusion(from: report(at: start - .seconds(121))) == .nothing
    )
  }

  @Test("TP-SCTS is when the service centre took it: long after the attempt it is another's")
  func aReportOfWhatWasTakenLongAfterwardsProvesNothing() throws {
    for baseline in [nil, 40] as [UInt8?] {
      let attempt = try unresolved(baseline: baseline)
      // The modem may answer for 180 s, and the service centre's clock may be 120 s ahead.
      #expect(
        try attempt.conclusion(from: report(at: start + .seconds(300)))
          == .sent(messageReference: 41)
      )
      #expect(try attempt.conclusion(from: report(at: start + .seconds(301))) == .nothing)
      #expect(
        try attempt.conclusion(from: report(at: start + .seconds(90 * 86_400))) == .nothing
      )
    }
  }

  @Test func anAttemptStandsInTheWayOfOthersForADay() throws {
    let attempt = try unresolved(baseline: nil)
    let day: Duration = .seconds(86_400 + 180)
    #expect(attempt.mayBeMeant(by: 200, takenAt: start - day))
    #expect(attempt.mayBeMeant(by: 200, takenAt: start + day))
    #expect(!attempt.mayBeMeant(by: 200, takenAt: start + day + .seconds(1)))
    #expect(try unresolved().mayBeMeant(by: 41, takenAt: start))
    #expect(try !unresolved().mayBeMeant(by: 42, takenAt: start))
  }

  @Test func withoutABaselineOnlyTheLoneAttemptIsProved() throws {
    let attempt = try unresolved(baseline: nil)
    #expect(
      try attempt.conclusion(from: report(reference: 200)) == .sent(messageReference: 200)
    )
    #expect(try attempt.conclusion(from: report(reference: 200, unresolved: 2)) == .nothing)
  }

  @Test("TP-MR after 255 is 0, 3GPP TS 23.040 §9.2.3.6")
  func theReferenceWraps() throws {
    #expect(
      try unresolved(baseline: 255).conclusion(from: report(reference: 0))
        == .sent(messageReference: 0)
    )
  }

  @Test("EF-SMSS, 3GPP TS 31.102 §4.2.28: only trusted, same SIM, unchanged proves absence")
  func theLastUsedReference() throws {
    let first = try #require(firstSIM)
    let second = try #require(secondSIM)
    let attempt = try unresolved()
    func conclusion(_ value: UInt8, _ sim: ICCID, _ trusted: Bool) -> EvidenceConclusion {
      attempt.conclusion(
        from: .lastUsedReference(value, iccid: sim, firmwareIsTrusted: trusted)
      )
    }
    #expect(conclusion(40, first, true) == .notSubmitted)
    #expect(conclusion(40, first, false) == .nothing)
    #expect(conclusion(40, second, true) == .nothing)
    #expect(conclusion(41, first, true) == .nothing)
    #expect(conclusion(90, first, true) == .nothing)
    #expect(
      try unresolved(baseline: nil).conclusion(
        from: .lastUsedReference(40, iccid: first, firmwareIsTrusted: true)
      ) == .nothing
    )
  }

  @Test("CMS 197 proves only an attempt of that segment, SIM and TP-MR")
  func aDuplicateRejection() throws {
    let first = try #require(firstSIM)
    let second = try #require(secondSIM)
    let attempt = try unresolved()
    func conclusion(_ segment: Int, _ sim: ICCID, _ value: UInt8?) -> EvidenceConclusion {
      attempt.conclusion(
        from: .duplicateRejected(segment: segment, iccid: sim, messageReference: value)
      )
    }
    #expect(conclusion(1, first, 41) == .sent(messageReference: 41))
    #expect(conclusion(2, first, 41) == .nothing)
    #expect(conclusion(1, second, 41) == .nothing)
    #expect(conclusion(1, first, 42) == .nothing)
    #expect(conclusion(1, first, nil) == .nothing)
  }
}
