import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct OperationsTests {
  private func outcome(_ result: OperationResult) -> MessageState? {
    guard case .done(let change) = result else { return nil }
    return change.to
  }

  @Test func aQueuedMessageIsCancelledAtOnce() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    #expect(outcome(try await fixture.store.cancel(one.id, at: noon)) == .cancelled)
    #expect(try await fixture.store.claim() == nil)
    #expect(try await fixture.store.cancel(one.id, at: noon) == .refused(.cancelled))
    #expect(try await fixture.store.cancel(newID(), at: noon) == .notFound)
  }

  @Test func anOpenAttemptIsLeftToEndAndThenCounts() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id)
    #expect(outcome(try await fixture.store.cancel(one.id, at: noon)) == .submitting)
    let busy = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))
    let change = try await fixture.store.recordOutcome(of: attempt, busy, at: noon, jitter: 0)
    #expect(change.to == .cancelled)
  }

  @Test func aSentMessageCannotBeCancelled() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    #expect(try await fixture.store.cancel(one.id, at: noon) == .refused(.sent))
  }

  @Test func aFailedMessageIsTriedAgain() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let barred = SubmissionOutcome.refused(.cms(code: 1, afterControlZ: .seconds(1)))
    try await fixture.store.submit(one.id, barred)
    #expect(outcome(try await fixture.store.retry(one.id, at: noon)) == .queued)
    #expect(try await fixture.store.claim()?.id == one.id)
    #expect(try await fixture.store.message(one.id)?.finishedAt == nil)
  }

  @Test func anExpiredMessageGetsNewTimeWithItsRetry() async throws {
    let fixture = try await Fixture()
    let one = submission(.otp, expiresAt: noon + .seconds(60))
    _ = try await fixture.store.accept(one)
    let later = noon + .seconds(60)
    #expect(try await fixture.store.expire(at: later).map(\.to) == [.expired])
    #expect(outcome(try await fixture.store.retry(one.id, at: later)) == .queued)
    #expect(try await fixture.store.message(one.id)?.expiresAt == later + .seconds(600))
  }

  /// The first segment is with the service centre, and the second was refused.
  private func partial(_ fixture: Fixture, duplicates: DuplicatePolicy) async throws -> MessageID {
    let one = submission(segments: 2, duplicates: duplicates)
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    let barred = SubmissionOutcome.refused(.cms(code: 1, afterControlZ: .seconds(1)))
    let change = try await fixture.store.submit(one.id, segment: 2, barred)
    #expect(change.to == .failed)
    #expect(change.acceptedSegments == 1)
    return one.id
  }

  @Test("DESIGN §3: a long message that is tried again too late begins anew, and is marked")
  func aPartialMessageIsTriedAgainWhole() async throws {
    for duplicates in DuplicatePolicy.allCases {
      let fixture = try await Fixture()
      let id = try await partial(fixture, duplicates: duplicates)
      let before = try fixture.peek(Int.self, "SELECT concatenation_reference FROM messages")
      let late = noon + .seconds(3600)
      #expect(outcome(try await fixture.store.retry(id, at: late)) == .queued)
      let claimed = try #require(try await fixture.store.claim(2, at: late))
      #expect(claimed.nextSegment == 1)
      #expect(claimed.isPossibleDuplicate)
      fixture.store.release(id)
      // By the SIM of the first segment too.
      let again = try #require(try await fixture.store.claim(1, at: late))
      #expect(again.nextSegment == 1)
      #expect(again.concatenationReference.map { Int($0) } != before)
      try await fixture.store.submit(id, .accepted(messageReference: 7), at: late)
      let end = try await fixture.store.submit(
        id,
        segment: 2,
        .accepted(messageReference: 8),
        at: late
      )
      #expect(end.to == .sent)
      #expect(end.isPossibleDuplicate)
    }
  }

  @Test func aPartialMessageThatIsTriedAgainAtOnceGoesOn() async throws {
    let fixture = try await Fixture()
    let id = try await partial(fixture, duplicates: .hold)
    #expect(outcome(try await fixture.store.retry(id, at: noon + .seconds(60))) == .queued)
    let claimed = try #require(try await fixture.store.claim(at: noon + .seconds(60)))
    #expect(claimed.nextSegment == 2)
    #expect(!claimed.isPossibleDuplicate)
    // Where nobody sends it in time all the same, it ends as it was.
    fixture.store.release(id)
    let changes = try await fixture.store.expire(at: noon + .seconds(120))
    #expect(changes.map(\.to) == [.failed])
  }

  @Test("what is sent again is not held to the window of a segment that counts no more")
  func aResendAfterADoubtedAnswerIsNotEndedByTheWindow() async throws {
    let fixture = try await Fixture()
    let other = submission()
    _ = try await fixture.store.accept(other)
    let older = try await fixture.store.attempt(other.id)
    _ = try await fixture.store.recordOutcome(of: older, .unknown(.noAnswer), at: noon, jitter: 0.5)
    let one = submission(to: ben, segments: 2)
    _ = try await fixture.store.accept(one)
    let newer = try await fixture.store.attempt(one.id)
    let accepted = SubmissionOutcome.accepted(messageReference: 1)
    _ = try await fixture.store.recordOutcome(of: newer, accepted, at: noon, jitter: 0.5)
    fixture.store.release(one.id)
    _ = try await fixture.store.recordConflict(older, newer, at: noon)
    #expect(try await fixture.store.state(one.id) == .unknown)
    let later = noon + .seconds(3600)
    #expect(outcome(try await fixture.store.resolve(one.id, .resend, at: later)) == .queued)
    #expect(try await fixture.store.expire(at: later).filter { $0.id == one.id }.isEmpty)
    #expect(try await fixture.store.claim(at: later)?.nextSegment == 1)
  }

  @Test func whoOptedOutIsNotTriedAgain() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.cancel(one.id, at: noon)
    _ = try await fixture.store.recordOptOut(.stop(anna))
    #expect(try await fixture.store.retry(one.id, at: noon) == .optedOut)
  }

  @Test func aMessageThatCannotBeSentFailsWithItsReason() async throws {
    let fixture = try await Fixture()
    let one = submission(.otp)
    _ = try await fixture.store.accept(one)
    let result = try await fixture.store.fail(one.id, reason: "no time left", at: noon)
    #expect(outcome(result) == .failed)
    #expect(try await fixture.store.message(one.id)?.reason == "no time left")
  }

  @Test func anOperatorSettlesAnUnknownMessage() async throws {
    let fixture = try await Fixture()
    var ids: [MessageID] = []
    for _ in 0..<3 {
      let one = submission()
      _ = try await fixture.store.accept(one)
      try await fixture.store.submit(one.id, .unknown(.noAnswer))
      ids.append(one.id)
    }
    #expect(outcome(try await fixture.store.resolve(ids[0], .sent, at: noon)) == .sent)
    #expect(outcome(try await fixture.store.resolve(ids[1], .drop, at: noon)) == .closed)
    #expect(outcome(try await fixture.store.resolve(ids[2], .resend, at: noon)) == .queued)
    let resent = try #require(try await fixture.store.claim())
    #expect(resent.id == ids[2])
    #expect(resent.isPossibleDuplicate)
    #expect(
      try await fixture.store.message(ids[0])?.attempts.first?.settlement == .declaredSent
    )
    #expect(try await fixture.store.resolve(ids[1], .resend, at: noon) == .refused(.closed))
    #expect(outcome(try await fixture.store.resolve(ids[1], .sent, at: noon)) == .sent)
  }

  @Test func aLongMessageIsSentAgainWholeByItsOperator() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2)
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    try await fixture.store.submit(one.id, segment: 2, .unknown(.noAnswer))
    let later = noon + .seconds(3600)
    #expect(outcome(try await fixture.store.resolve(one.id, .resend, at: later)) == .queued)
    let claimed = try #require(try await fixture.store.claim(2, at: later))
    #expect(claimed.segments == [.unsent, .unsent])
    #expect(claimed.isPossibleDuplicate)
  }
}

@Suite struct RecoveryTests {
  @Test func whatWasBeingSubmittedIsUnknownAfterARestart() async throws {
    let fixture = try await Fixture()
    let one = submission()
    let other = submission(to: ben)
    _ = try await fixture.store.accept([one, other], at: noon)
    let attempt = try await fixture.store.attempt(one.id, baseline: 3)
    let reopened = try await fixture.reopened()
    let recovery = try await reopened.recover(at: noon + .seconds(10))
    #expect(recovery.interrupted.map(\.id) == [one.id])
    #expect(recovery.interrupted.map(\.to) == [.unknown])
    let open = try #require(recovery.unresolved.first)
    #expect(open.id == attempt)
    #expect(open.message == one.id)
    #expect(open.iccid == (try serialNumber()))
    #expect(open.deadline == noon + .seconds(180))
    #expect(open.messageReferenceBaseline == 3)
    #expect(try await reopened.claim()?.id == other.id)
    #expect(try await reopened.recover(at: noon + .seconds(20)).interrupted.isEmpty)
    #expect(try await reopened.unresolvedAttempts(of: try serialNumber(2)).isEmpty)
    #expect(try await reopened.unresolvedAttempts(of: try serialNumber(1)).count == 1)
  }

  @Test func aSweepMovesAnyNumberOfMessages() async throws {
    let fixture = try await Fixture()
    let messages = (0..<450).map { _ in submission(expiresAt: noon + .seconds(1)) }
    _ = try await fixture.store.accept(messages, at: noon)
    let changes = try await fixture.store.expire(at: noon + .seconds(1))
    #expect(changes.count == 450)
    #expect(changes.allSatisfy { $0.to == .expired && $0.reason == "its time was over" })
    #expect(try await fixture.store.nextDeadline() == nil)
  }
}
