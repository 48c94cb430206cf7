import Messaging
import QueuePolicy
import Storage
import Testing

/// 3GPP TS 23.040 §9.2.3.24.1: a phone puts together what came from one number under one reference.
@Suite struct ConcatenationTests {
  @Test func tooLateToResumeEndsAsPartial() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2, origin: .spool(name: "a", member: nil, headers: ""))
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    fixture.store.release(one.id)
    let late = noon + .seconds(120)
    #expect(try await fixture.store.claim(at: late) == nil)
    let changes = try await fixture.store.expire(at: late)
    #expect(changes.map(\.to) == [.failed])
    #expect(changes.first?.acceptedSegments == 1)
    #expect(changes.first?.segmentCount == 2)
  }

  @Test func underAllowALongMessageStartsAgainWithANewReference() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2, duplicates: .allow)
    _ = try await fixture.store.accept(one)
    let first = try await fixture.store.claim()?.concatenationReference
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    fixture.store.release(one.id)
    let late = noon + .seconds(120)
    #expect(try await fixture.store.expire(at: late).map(\.to) == [.queued])
    let claimed = try #require(try await fixture.store.claim(2, at: late))
    #expect(claimed.nextSegment == 1)
    #expect(claimed.isPossibleDuplicate)
    #expect(claimed.concatenationReference != nil)
    fixture.store.release(one.id)
    #expect(try await fixture.store.claim(1, at: late)?.concatenationReference != first)
  }

  /// Part 1 is with the service centre, nobody knows of part 2, and all of it is to be sent again.
  private func restarted(
    _ fixture: Fixture,
    segments: Int
  ) async throws -> (id: MessageID, doubtful: AttemptID, at: Timestamp) {
    let one = submission(segments: segments, duplicates: .allow)
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    let doubtful = try await unanswered(one.id, segment: 2, fixture)
    let late = noon + MessageRules().evidenceWait
    #expect(try await fixture.store.expire(at: late).last?.to == .queued)
    return (one.id, doubtful, late)
  }

  private func unanswered(
    _ id: MessageID,
    segment: Int,
    _ fixture: Fixture
  ) async throws -> AttemptID {
    let attempt = try await fixture.store.attempt(id, segment: segment)
    _ = try await fixture.store.recordOutcome(
      of: attempt,
      .unknown(.noAnswer),
      at: noon,
      jitter: 0.5
    )
    return attempt
  }

  private func prove(
    _ attempt: AttemptID,
    _ fixture: Fixture,
    at now: Timestamp
  ) async throws -> MessageChange? {
    try await fixture.store.recordEvidence(
      .lateReference(41, openAttempts: 1, count: 1),
      about: attempt,
      at: now
    )
  }

  @Test("late proof of a part that was sent under another reference does not complete the new one")
  func lateProofOfAnEarlierCopyIsNoPartOfTheNewOne() async throws {
    let fixture = try await Fixture()
    let (id, doubtful, late) = try await restarted(fixture, segments: 3)
    #expect(try await fixture.store.claim(at: late)?.nextSegment == 1)
    try await fixture.store.submit(id, .accepted(messageReference: 3), at: late)
    _ = try await prove(doubtful, fixture, at: late)
    let detail = try #require(try await fixture.store.message(id))
    #expect(detail.segments == [.accepted, .unsent, .unsent])
    let end = try await fixture.store.submit(
      id,
      segment: 2,
      .accepted(messageReference: 4),
      at: late
    )
    #expect(end.to == .queued)
    #expect(
      try await fixture.store.submit(id, segment: 3, .accepted(messageReference: 5), at: late).to
        == .sent
    )
  }

  @Test("late proof of the last part of an earlier copy shows that the phone can have the message")
  func lateProofCompletesTheCopyThatItBelongsTo() async throws {
    let fixture = try await Fixture()
    let (id, doubtful, late) = try await restarted(fixture, segments: 2)
    _ = try await fixture.store.claim(at: late)
    try await fixture.store.submit(id, .accepted(messageReference: 3), at: late)
    let change = try await prove(doubtful, fixture, at: late)
    #expect(change?.to == .sent)
    #expect(change?.isPossibleDuplicate == true)
    #expect(change?.acceptedSegments == 2)
    fixture.store.release(id)
    #expect(try await fixture.store.claim(at: late) == nil)
  }

  @Test("another SIM sends under a reference of its own, so an earlier SIM's part is not its first")
  func lateProofThroughOneSIMIsNoPartOfAnothers() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2, duplicates: .allow)
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim(1)
    let doubtful = try await unanswered(one.id, segment: 1, fixture)
    fixture.store.release(one.id)
    let late = noon + MessageRules().evidenceWait
    _ = try await fixture.store.expire(at: late)
    #expect(try await fixture.store.claim(2, at: late)?.nextSegment == 1)
    let barred = SubmissionOutcome.refused(.cms(code: 38, afterControlZ: .seconds(1)))
    try await fixture.store.submit(one.id, sim: 2, barred, at: late)
    fixture.store.release(one.id)
    let change = try await prove(doubtful, fixture, at: late)
    #expect(change?.acceptedSegments != 1)
    #expect(try await fixture.store.message(one.id)?.segments == [.unsent, .unsent])
    let again = try #require(try await fixture.store.claim(1, at: late + .seconds(3600)))
    #expect(again.nextSegment == 1)
  }

  @Test("a modem that held a part while another SIM got the message does not send it any more")
  func aPartUnderAnEarlierReferenceIsNotSent() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2)
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim(1)
    fixture.store.release(one.id)
    _ = try await fixture.store.claim(2)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: one.id, segment: 1, modem: "modem1", iccid: try serialNumber(1)),
      at: noon
    )
    #expect(decision == .refused(.superseded))
    try await fixture.store.submit(one.id, sim: 2, .accepted(messageReference: 1))
  }
}
