import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct ReportTests {
  private func report(
    to recipient: PhoneNumber = anna,
    sim: Int = 1,
    _ reference: UInt8,
    status: UInt8 = 0,
    scts: Timestamp = noon + .seconds(2),
    pdu: [UInt8]? = nil
  ) throws -> StatusReportRecord {
    StatusReportRecord(
      iccid: try serialNumber(sim),
      recipient: recipient,
      messageReference: reference,
      status: status,
      serviceCentreTimeStamp: scts,
      dischargeTime: scts + .seconds(3),
      rawPDU: pdu ?? [6, reference, status, UInt8.random(in: 0...255), UInt8.random(in: 0...255)]
    )
  }

  private func sent(_ fixture: Fixture, _ reference: UInt8 = 9) async throws -> MessageID {
    let one = submission(origin: .spool(name: "a", member: nil, headers: ""))
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .accepted(messageReference: reference))
    return one.id
  }

  @Test func aReportMovesItsMessage() async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    let recording = try await fixture.store.recordReport(report(9), at: noon + .seconds(5))
    #expect(recording.changes.map(\.to) == [.delivered])
    #expect(recording.report.message == id)
    let attempt = try #require(try await fixture.store.message(id)?.attempts.first)
    #expect(attempt.delivery == .delivered)
    #expect(attempt.deliveryStatus == 0)
    #expect(attempt.deliveredAt == noon + .seconds(5))
  }

  /// An attempt without a baseline, whose outcome nobody knows.
  private func doubtful(_ fixture: Fixture, at time: Timestamp) async throws -> MessageID {
    let one = submission(expiresAt: time + .seconds(86_400))
    _ = try await fixture.store.accept(one, at: time)
    try await fixture.store.submit(one.id, .unknown(.noAnswer), at: time)
    return one.id
  }

  @Test func aReportMonthsLaterProvesNothingAndAnOldDoubtDoesNotHinderNewProof() async throws {
    let fixture = try await Fixture()
    let months = noon + .seconds(90 * 86_400)
    let old = try await doubtful(fixture, at: noon)
    // Another device sent this one with the same SIM, to the same person.
    let foreign = try report(200, scts: months - .seconds(86_400))
    let first = try await fixture.store.recordReport(foreign, at: months)
    #expect(first.changes.isEmpty)
    #expect(try await fixture.store.state(old) == .unknown)

    let new = try await doubtful(fixture, at: months)
    let own = try report(201, scts: months + .seconds(2))
    let second = try await fixture.store.recordReport(own, at: months + .seconds(5))
    #expect(second.report.message == new)
    #expect(try await fixture.store.state(new) == .delivered)
    #expect(try await fixture.store.state(old) == .unknown)
  }

  @Test func whatAnOperatorVouchedForLongAgoDoesNotHinderNewProof() async throws {
    let fixture = try await Fixture()
    let old = try await doubtful(fixture, at: noon)
    _ = try await fixture.store.resolve(old, .sent, at: noon)
    let days = noon + .seconds(3 * 86_400)
    let new = try await doubtful(fixture, at: days)
    let own = try report(201, scts: days + .seconds(2))
    _ = try await fixture.store.recordReport(own, at: days + .seconds(5))
    #expect(try await fixture.store.state(new) == .delivered)
  }

  @Test("segments with two references do not make one message")
  func aReportOfASegmentThatCountsNoMoreDoesNotMakeItCount() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 3, duplicates: .allow)
    _ = try await fixture.store.accept(one)
    for segment in 1...2 {
      try await fixture.store.submit(
        one.id,
        segment: segment,
        .accepted(messageReference: UInt8(segment))
      )
    }
    fixture.store.release(one.id)
    let late = noon + .seconds(120)
    #expect(try await fixture.store.expire(at: late).map(\.to) == [.queued])
    try await fixture.store.submit(one.id, .accepted(messageReference: 11), at: late)
    let recording = try await fixture.store.recordReport(report(2), at: late)
    #expect(recording.report.message == one.id)
    fixture.store.release(one.id)
    let claimed = try #require(try await fixture.store.claim(at: late))
    #expect(claimed.nextSegment == 2)
    #expect(try await fixture.store.message(one.id)?.acceptedSegments == 1)
  }

  /// What lay in a modem's own memory when its SIM was changed may have come to either SIM.
  @Test func aReportInDoubtAboutItsSIMFindsItsOwnerButProvesNothing() async throws {
    let fixture = try await Fixture()
    let doubtful = submission()
    _ = try await fixture.store.accept(doubtful)
    try await fixture.store.submit(doubtful.id, .unknown(.noAnswer))
    var other = try report(200)
    other.otherSIM = try serialNumber(2)
    let recording = try await fixture.store.recordReport(other, at: noon + .seconds(5))
    #expect(recording.changes.isEmpty)
    #expect(try await fixture.store.message(doubtful.id)?.state == .unknown)

    let id = try await sent(fixture)
    var owned = try report(sim: 2, 9)
    owned.otherSIM = try serialNumber(1)
    let second = try await fixture.store.recordReport(owned, at: noon + .seconds(6))
    #expect(second.report.message == id)
    #expect(second.changes.map(\.to) == [.delivered])
  }

  @Test("TP-ST 0x46: the service centre gave up", arguments: [UInt8(0x46), 0x60, 0x05, 0x80])
  func aFailureMovesItToUndelivered(status: UInt8) async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    let recording = try await fixture.store.recordReport(
      report(9, status: status),
      at: noon + .seconds(5)
    )
    #expect(recording.changes.map(\.to) == [.undelivered])
    #expect(try await fixture.store.message(id)?.reason?.contains("TP-ST 0x") == true)
    #expect(try await fixture.store.message(id)?.attempts.first?.deliveryStatus == status)
  }

  @Test func aTemporaryReportIsFollowedByAFinalOne() async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    let pending = try await fixture.store.recordReport(report(9, status: 0x20), at: noon)
    #expect(pending.changes.isEmpty)
    #expect(try await fixture.store.state(id) == .sent)
    let final = try await fixture.store.recordReport(report(9), at: noon)
    #expect(final.changes.map(\.to) == [.delivered])
  }

  @Test func deliveryAfterFailureCounts() async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    _ = try await fixture.store.recordReport(report(9, status: 0x46), at: noon)
    #expect(try await fixture.store.state(id) == .undelivered)
    _ = try await fixture.store.recordReport(report(9), at: noon)
    #expect(try await fixture.store.state(id) == .delivered)
  }

  @Test func theSameReportTwiceIsOneReport() async throws {
    let fixture = try await Fixture()
    _ = try await sent(fixture)
    let one = try report(9, status: 0x20, pdu: [6, 9, 1])
    #expect(!(try await fixture.store.recordReport(one, at: noon).isDuplicate))
    #expect(try await fixture.store.recordReport(one, at: noon).isDuplicate)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM reports") == 1)
  }

  /// A memory that is read again after a change of SIMs tells the same report under the next SIM.
  @Test(
    "A report that was read in doubt about its SIM is known for both",
    arguments: [[(1, 2), (2, nil)], [(1, 2), (2, 1)], [(1, nil), (1, 2), (2, nil)]]
      as [[(sim: Int, other: Int?)]]
  )
  func aReportInDoubtIsKnownForBothSIMs(readings: [(sim: Int, other: Int?)]) async throws {
    let fixture = try await Fixture()
    let doubtful = submission()
    _ = try await fixture.store.accept(doubtful)
    try await fixture.store.submit(doubtful.id, sim: 2, .unknown(.noAnswer))
    for (place, reading) in readings.enumerated() {
      var record = try report(sim: reading.sim, 200, pdu: [6, 200, 1])
      record.otherSIM = try reading.other.map { try serialNumber($0) }
      let recording = try await fixture.store.recordReport(record, at: noon + .seconds(5 + place))
      #expect(recording.isDuplicate == (place > 0))
    }
    #expect(try await fixture.store.state(doubtful.id) == .unknown)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM reports") == 1)
  }

  /// Two SIMs may well send to one recipient in the same second, with the same reference.
  @Test func theSameReportUnderAnotherSIMWithoutDoubtIsItsOwn() async throws {
    let fixture = try await Fixture()
    _ = try await sent(fixture)
    let other = submission()
    _ = try await fixture.store.accept(other)
    try await fixture.store.submit(other.id, sim: 2, .accepted(messageReference: 9))
    for sim in 1...2 {
      let recording = try await fixture.store.recordReport(
        report(sim: sim, 9, pdu: [6, 9, 1]),
        at: noon + .seconds(5)
      )
      #expect(recording.changes.map(\.to) == [.delivered])
    }
  }

  @Test func aReportForAnotherSIMRecipientOrReferenceMatchesNothing() async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    for other in [
      try report(sim: 2, 9), try report(to: ben, 9), try report(10),
    ] {
      let recording = try await fixture.store.recordReport(other, at: noon)
      #expect(recording.report.attempt == nil)
      #expect(recording.changes.isEmpty)
    }
    #expect(try await fixture.store.state(id) == .sent)
  }

  @Test("TP-MR wraps: the newest unmatched attempt gets the report")
  func theNewestUnmatchedAttemptIsMeant() async throws {
    let fixture = try await Fixture()
    let old = try await sent(fixture)
    let new = try await sent(fixture)
    let first = try await fixture.store.recordReport(report(9), at: noon)
    #expect(first.report.message == new)
    let second = try await fixture.store.recordReport(report(9), at: noon)
    #expect(second.report.message == old)
  }

  @Test func aReportFromBeforeTheNewestAttemptIsOfAnOlderOne() async throws {
    let fixture = try await Fixture()
    let old = try await sent(fixture)
    let one = submission()
    _ = try await fixture.store.accept(one)
    let later = noon + .seconds(7200)
    try await fixture.store.submit(one.id, .accepted(messageReference: 9), at: later)
    let recording = try await fixture.store.recordReport(
      report(9, scts: noon + .seconds(2)),
      at: later
    )
    #expect(recording.report.message == old)
  }

  @Test func aReportThatPrecedesItsAnswerWaitsForIt() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id)
    let early = try await fixture.store.recordReport(report(77), at: noon + .seconds(2))
    #expect(early.report.attempt == nil)
    _ = try await fixture.store.recordOutcome(
      of: attempt,
      .accepted(messageReference: 77),
      at: noon + .seconds(3),
      jitter: 0.5
    )
    #expect(try await fixture.store.state(one.id) == .delivered)
  }

  @Test func aReportProvesAnUnknownAttempt() async throws {
    let fixture = try await Fixture()
    let one = submission(duplicates: .allow)
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, baseline: 76, .unknown(.noAnswer))
    let recording = try await fixture.store.recordReport(report(77), at: noon + .seconds(300))
    #expect(recording.changes.map(\.to) == [.sent, .delivered])
    let detail = try #require(try await fixture.store.message(one.id))
    #expect(detail.attempts.first?.evidence == "status report")
    #expect(detail.attempts.first?.messageReference == 77)
    // The pending resend is off.
    #expect(try await fixture.store.expire(at: noon + .seconds(3600)).isEmpty)
  }

  @Test func aReportThatIsNotItsOwnProvesNothing() async throws {
    let fixture = try await Fixture()
    _ = try await sent(fixture, 77)
    let one = submission()
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .unknown(.noAnswer))
    _ = try await fixture.store.recordReport(report(77), at: noon)
    _ = try await fixture.store.recordReport(report(77, status: 0x20), at: noon)
    #expect(try await fixture.store.state(one.id) == .unknown)
  }

  /// The report may be that of the message that an operator called sent.
  @Test func aReportProvesNothingWhereAnotherWasCalledSent() async throws {
    let fixture = try await Fixture()
    let declared = submission()
    _ = try await fixture.store.accept(declared)
    try await fixture.store.submit(declared.id, .unknown(.noAnswer))
    let one = submission()
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .unknown(.noAnswer))
    _ = try await fixture.store.resolve(declared.id, .sent, at: noon)
    _ = try await fixture.store.recordReport(report(77), at: noon + .seconds(300))
    #expect(try await fixture.store.state(one.id) == .unknown)
  }

  @Test func aReportDuringAResendMovesTheMessageToSent() async throws {
    let fixture = try await Fixture()
    let one = submission(duplicates: .allow)
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, baseline: 76, .unknown(.noAnswer))
    let later = noon + .seconds(900)
    _ = try await fixture.store.expire(at: later)
    let resend = try await fixture.store.attempt(one.id, baseline: 80, at: later)
    _ = try await fixture.store.recordReport(report(77), at: later)
    #expect(try await fixture.store.state(one.id) == .delivered)
    let change = try await fixture.store.recordOutcome(
      of: resend,
      .accepted(messageReference: 81),
      at: later,
      jitter: 0.5
    )
    #expect(change.to == .delivered)
    #expect(try await fixture.store.message(one.id)?.isPossibleDuplicate == true)
  }

  @Test func deliveryNeedsEverySegment() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2)
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, segment: 1, .accepted(messageReference: 1))
    try await fixture.store.submit(one.id, segment: 2, .accepted(messageReference: 2))
    #expect(try await fixture.store.recordReport(report(2), at: noon).changes.isEmpty)
    #expect(try await fixture.store.message(one.id)?.segments == [.accepted, .delivered])
    let last = try await fixture.store.recordReport(report(1), at: noon)
    #expect(last.changes.map(\.to) == [.delivered])
  }

  @Test func theWindowForReportsCloses() async throws {
    let fixture = try await Fixture()
    let id = try await sent(fixture)
    let over = noon + .seconds(3 * 86_400)
    #expect(try await fixture.store.nextDeadline() == over)
    #expect(try await fixture.store.expire(at: over).isEmpty)
    #expect(try await fixture.store.nextDeadline() == nil)
    #expect(try await fixture.store.state(id) == .sent)
  }
}
