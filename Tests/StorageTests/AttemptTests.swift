import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct AttemptTests {
  private func accepted(_ fixture: Fixture, _ one: Submission = submission()) async throws
    -> MessageID
  {
    _ = try await fixture.store.accept(one)
    return one.id
  }

  @Test func aRecordedAttemptIsThereAfterACrash() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    let attempt = try await fixture.store.attempt(id, baseline: 7)
    let detail = try #require(try await fixture.reopened().message(id))
    #expect(detail.state == .submitting)
    #expect(detail.attempts.map(\.id) == [attempt])
    #expect(detail.attempts.first?.messageReferenceBaseline == 7)
    #expect(detail.attempts.first?.outcome == nil)
  }

  @Test(arguments: [nil, Uptime(boot: -7, milliseconds: 5_000)])
  func howLongTheMachineHadBeenUpIsThereAfterACrash(uptime: Uptime?) async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    let record = AttemptRecord(
      message: id,
      segment: 1,
      modem: "modem1",
      iccid: try serialNumber(),
      uptime: uptime
    )
    _ = try await fixture.store.recordAttempt(record, at: noon)
    let recovery = try await fixture.reopened().recover(at: noon + .seconds(3600))
    let recording = ClockReading(wall: noon, uptime: uptime)
    #expect(recovery.unresolved.map(\.recording) == [recording])
  }

  @Test func anOptOutIsFoundWhenTheAttemptIsRecorded() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    _ = try await fixture.store.claim()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: noon
    )
    #expect(decision == .refused(.optedOut))
    #expect(try await fixture.store.state(id) == .withdrawn)
  }

  @Test func theRecordItselfAsksTheListOfOptOuts() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    // The list changed behind the store's back: nothing was withdrawn, and still nothing leaves.
    try fixture.tamper("INSERT INTO opt_outs VALUES ('+447700900001', 'all', 0)")
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: noon
    )
    #expect(decision == .refused(.optedOut))
    #expect(try await fixture.store.state(id) == .withdrawn)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM attempts") == 0)
  }

  @Test func noAttemptIsRecordedWhileTheListOfOptOutsCannotBeRead() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    try fixture.tamper("DROP TABLE opt_outs")
    let record = AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: try serialNumber())
    await #expect(throws: StoreError.self) {
      try await fixture.store.recordAttempt(record, at: noon)
    }
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM attempts") == 0)
    #expect(try await fixture.store.state(id) == .queued)
  }

  @Test func aCancellationIsFoundWhenTheAttemptIsRecorded() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    _ = try await fixture.store.claim()
    _ = try await fixture.store.cancel(id, at: noon)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: noon
    )
    #expect(decision == .refused(.cancelled))
  }

  @Test func expiryIsFoundWhenTheAttemptIsRecorded() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture, submission(expiresAt: noon + .seconds(5)))
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: noon + .seconds(5)
    )
    #expect(decision == .refused(.expired))
    #expect(try await fixture.store.state(id) == .expired)
  }

  @Test func expiryBetweenTwoSegmentsEndsTheMessageAndSaysWhatIsThere() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2, expiresAt: noon + .seconds(5))
    let id = try await accepted(fixture, one)
    #expect(try await fixture.store.submit(id, .accepted(messageReference: 1)).continues)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: id, segment: 2, modem: "modem1", iccid: try serialNumber()),
      at: noon + .seconds(5)
    )
    #expect(decision == .refused(.expired))
    let message = try #require(try await fixture.store.message(id))
    #expect(message.state == .expired)
    #expect(message.segments == [.accepted, .unsent])
  }

  @Test func onlyTheNextSegmentOfAQueuedMessageMayBeTried() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture, submission(segments: 2))
    func record(_ segment: Int, _ sim: Int = 1, _ id: MessageID) async throws -> AttemptDecision {
      try await fixture.store.recordAttempt(
        AttemptRecord(message: id, segment: segment, modem: "m", iccid: try serialNumber(sim)),
        at: noon
      )
    }
    #expect(try await record(2, 1, id) == .refused(.superseded))
    #expect(try await record(1, 1, newID()) == .refused(.superseded))
    try await fixture.store.submit(id, .accepted(messageReference: 1))
    #expect(try await record(1, 1, id) == .refused(.superseded))
    #expect(try await record(2, 2, id) == .refused(.superseded))
    let second = try await record(2, 1, id)
    guard case .recorded = second else {
      Issue.record("\(second)")
      return
    }
    #expect(try await record(2, 1, id) == .refused(.superseded))
  }

  @Test func sentNeedsEverySegment() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture, submission(segments: 2))
    let claimed = try #require(try await fixture.store.claim(1))
    #expect(claimed.nextSegment == 1)
    let first = try await fixture.store.submit(id, .accepted(messageReference: 1))
    #expect(first.to == .queued)
    #expect(first.continues)
    #expect(first.acceptedSegments == 1)
    // The claim stays with its modem.
    #expect(try await fixture.store.claim(1) == nil)
    let second = try await fixture.store.submit(id, segment: 2, .accepted(messageReference: 2))
    #expect(second.to == .sent)
    #expect(!second.continues)
    #expect(try await fixture.store.message(id)?.segments == [.accepted, .accepted])
  }

  @Test func theRestOfALongMessageWaitsForItsSIM() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture, submission(segments: 2))
    let reference = try await fixture.store.claim(1)?.concatenationReference
    try await fixture.store.submit(id, .accepted(messageReference: 1))
    let busy = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))
    #expect(try await fixture.store.submit(id, segment: 2, busy).to == .queued)
    let later = noon + .seconds(30)
    #expect(try await fixture.store.claim(2, at: later) == nil)
    let claimed = try #require(try await fixture.store.claim(1, at: later))
    #expect(claimed.nextSegment == 2)
    #expect(claimed.segments == [.accepted, .unsent])
    #expect(claimed.concatenationReference == reference)
    #expect(claimed.attemptCount == 2)
  }

  @Test func afterARestartALongMessageResumesAtItsFirstUnsentSegment() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture, submission(segments: 3))
    _ = try await fixture.store.claim(1)
    try await fixture.store.submit(id, .accepted(messageReference: 1))
    let reopened = try await fixture.reopened()
    _ = try await reopened.recover(at: noon)
    #expect(try await reopened.claim(1)?.nextSegment == 2)
  }

  @Test func refusalsAreCountedAndNamed() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    let change = try await fixture.store.submit(
      id,
      .refused(.cms(code: 1, afterControlZ: .seconds(1)))
    )
    #expect(change.to == .failed)
    #expect(change.reason == "+CMS ERROR: 1 (no such number)")
    #expect(change.verdict?.errorClass == .permanent)
    #expect(change.modem == "modem1")
    let detail = try #require(try await fixture.store.message(id))
    #expect(
      detail.attempts.first?.outcome == .refused(.cms(code: 1, afterControlZ: .seconds(1)))
    )
    #expect(detail.finishedAt == noon)
  }

  @Test(arguments: [
    SubmissionOutcome.accepted(messageReference: 255), .notSubmitted(.noPrompt),
    .unknown(.modemReset), .refused(.cms(code: 17, afterControlZ: nil)),
    .refused(.cme(code: 30, afterControlZ: .milliseconds(1500))),
    .refused(.bare(afterControlZ: .seconds(3))),
  ])
  func everyOutcomeIsKeptAsItWas(outcome: SubmissionOutcome) async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    try await fixture.store.submit(id, outcome)
    #expect(try await fixture.store.message(id)?.attempts.first?.outcome == outcome)
  }

  @Test("TP-VP is left out after CMS 199")
  func whatTheNetworkRefusedIsLeftOut() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(
      fixture,
      submission { $0.transferOptions.rejectDuplicates = true }
    )
    try await fixture.store.submit(id, .refused(.cms(code: 199, afterControlZ: .seconds(1))))
    let later = noon + .seconds(60)
    let claimed = try #require(try await fixture.store.claim(at: later))
    #expect(claimed.omitsValidityPeriod)
    #expect(claimed.transferOptions.rejectDuplicates)
    try await fixture.store.submit(
      id,
      .refused(.cms(code: 197, afterControlZ: .seconds(1))),
      at: later
    )
    let again = try #require(try await fixture.store.claim(at: later + .seconds(600)))
    #expect(!again.transferOptions.rejectDuplicates)
  }
}

@Suite struct UnknownOutcomeTests {
  private func unknown(
    _ fixture: Fixture,
    _ policy: DuplicatePolicy,
    baseline: UInt8? = 40
  ) async throws -> (MessageID, AttemptID) {
    let one = submission(duplicates: policy, origin: .spool(name: "a", member: nil, headers: ""))
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id, baseline: baseline)
    let change = try await fixture.store.recordOutcome(
      of: attempt,
      .unknown(.hangUp),
      at: noon,
      jitter: 0.5
    )
    #expect(change.to == .unknown)
    return (one.id, attempt)
  }

  private let afterWait = noon + .seconds(15 * 60)

  @Test("a message that was sent in the end does not carry the error of an earlier attempt")
  func whatWasSentHasNoReasonLeft() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let busy = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))
    #expect(try await fixture.store.submit(one.id, busy).reason != nil)
    let later = noon + .seconds(3600)
    let end = try await fixture.store.submit(one.id, .accepted(messageReference: 1), at: later)
    #expect(end.to == .sent)
    #expect(end.reason == nil)
    #expect(try await fixture.store.message(one.id)?.reason == nil)
  }

  @Test func holdWaitsForAnOperator() async throws {
    let fixture = try await Fixture()
    let (id, _) = try await unknown(fixture, .hold)
    #expect(try await fixture.store.expire(at: afterWait).isEmpty)
    #expect(try await fixture.store.state(id) == .unknown)
    #expect(try await fixture.store.nextDeadline() == nil)
    #expect(try await fixture.store.claim(at: afterWait) == nil)
  }

  @Test func avoidPutsItToRest() async throws {
    let fixture = try await Fixture()
    let (id, _) = try await unknown(fixture, .avoid)
    #expect(try await fixture.store.nextDeadline() == afterWait)
    #expect(try await fixture.store.expire(at: afterWait - .milliseconds(1)).isEmpty)
    #expect(try await fixture.store.expire(at: afterWait).map(\.to) == [.closed])
    #expect(try await fixture.store.state(id) == .closed)
  }

  @Test func allowSendsItAgainMarked() async throws {
    let fixture = try await Fixture()
    let (id, _) = try await unknown(fixture, .allow)
    #expect(try await fixture.store.claim(at: afterWait) == nil)
    #expect(try await fixture.store.expire(at: afterWait).map(\.to) == [.queued])
    let claimed = try #require(try await fixture.store.claim(at: afterWait))
    #expect(claimed.id == id)
    #expect(claimed.isPossibleDuplicate)
    try await fixture.store.submit(id, .accepted(messageReference: 42), at: afterWait)
    let detail = try #require(try await fixture.store.message(id))
    #expect(detail.state == .sent)
    #expect(detail.isPossibleDuplicate)
    #expect(detail.attempts.map(\.settlement) == [.disregarded, nil])
  }

  @Test func allowDoesNotSendAgainWhatHasExpired() async throws {
    let fixture = try await Fixture()
    let one = submission(duplicates: .allow, expiresAt: noon + .seconds(60))
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .unknown(.noAnswer))
    #expect(try await fixture.store.expire(at: afterWait).map(\.to) == [.closed])
  }

  @Test(arguments: DuplicatePolicy.allCases)
  func aLateAnswerMovesItToSent(policy: DuplicatePolicy) async throws {
    let fixture = try await Fixture()
    let (id, attempt) = try await unknown(fixture, policy)
    _ = try await fixture.store.expire(at: afterWait)
    let change = try await fixture.store.recordEvidence(
      .lateReference(41, openAttempts: 1, count: 1),
      about: attempt,
      at: afterWait
    )
    #expect(change?.to == .sent)
    #expect(try await fixture.store.claim(at: afterWait) == nil)
    #expect(try await fixture.store.message(id)?.attempts.first?.settlement == .provedSent)
    #expect(try await fixture.store.message(id)?.attempts.first?.evidence == "late answer")
  }

  @Test func anOutcomeAfterTheFactCountsAsEvidence() async throws {
    let fixture = try await Fixture()
    let (id, attempt) = try await unknown(fixture, .hold)
    let refused = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))
    #expect(
      try await fixture.store.recordOutcome(of: attempt, refused, at: noon, jitter: 0).to
        == .unknown
    )
    let sent = SubmissionOutcome.accepted(messageReference: 41)
    #expect(
      try await fixture.store.recordOutcome(of: attempt, sent, at: noon, jitter: 0).to == .sent
    )
    #expect(try await fixture.store.state(id) == .sent)
  }

  @Test("EF-SMSS unchanged on the same SIM: it was never submitted")
  func theLastUsedReferenceSendsItBackIntoTheQueue() async throws {
    let fixture = try await Fixture()
    let (id, attempt) = try await unknown(fixture, .avoid)
    let untrusted = Evidence.lastUsedReference(
      40,
      iccid: try serialNumber(),
      firmwareIsTrusted: false
    )
    #expect(try await fixture.store.recordEvidence(untrusted, about: attempt, at: noon) == nil)
    let trusted = Evidence.lastUsedReference(40, iccid: try serialNumber(), firmwareIsTrusted: true)
    #expect(
      try await fixture.store.recordEvidence(trusted, about: attempt, at: noon)?.to == .queued
    )
    let claimed = try #require(try await fixture.store.claim())
    #expect(claimed.id == id)
    #expect(!claimed.isPossibleDuplicate)
  }

  @Test("CMS 197 on the resend of an unknown attempt means sent")
  func aDuplicateRejectionProvesTheFirstAttempt() async throws {
    let fixture = try await Fixture()
    let (id, _) = try await unknown(fixture, .allow)
    _ = try await fixture.store.expire(at: afterWait)
    let change = try await fixture.store.submit(
      id,
      baseline: 40,
      .refused(.cms(code: 197, afterControlZ: .seconds(1))),
      at: afterWait
    )
    #expect(change.to == .sent)
    #expect(try await fixture.store.message(id)?.attempts.first?.settlement == .provedSent)
  }

  @Test func aDuplicateRejectionWithAnotherReferenceIsTriedOnceMore() async throws {
    let fixture = try await Fixture()
    let (id, _) = try await unknown(fixture, .allow)
    _ = try await fixture.store.expire(at: afterWait)
    let change = try await fixture.store.submit(
      id,
      baseline: 55,
      .refused(.cms(code: 197, afterControlZ: .seconds(1))),
      at: afterWait
    )
    #expect(change.to == .queued)
  }

  @Test func anUnknownSegmentWithholdsTheRest() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 3)
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    let attempt = try await fixture.store.attempt(one.id, segment: 2)
    _ = try await fixture.store.recordOutcome(
      of: attempt,
      .unknown(.noAnswer),
      at: noon,
      jitter: 0.5
    )
    #expect(try await fixture.store.claim() == nil)
    // The answer came in time to go on with the third segment.
    let change = try await fixture.store.recordEvidence(
      .lateReference(2, openAttempts: 1, count: 1),
      about: attempt,
      at: noon + .seconds(60)
    )
    #expect(change?.to == .queued)
    #expect(change?.acceptedSegments == 2)
    #expect(try await fixture.store.claim(at: noon + .seconds(60))?.nextSegment == 3)
  }
}
