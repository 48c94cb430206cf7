import Messaging
import QueuePolicy
import Storage
import Testing

/// Two answers where two attempts were open: both are unknown.
@Suite struct AnswerConflictTests {
  private static let text = "two answers came where two attempts were open"

  /// An attempt without an answer, and one after it that was answered so.
  private func open(
    _ fixture: Fixture,
    _ outcome: SubmissionOutcome,
    segments: Int = 1,
    duplicates: DuplicatePolicy = .hold
  ) async throws -> (older: (MessageID, AttemptID), newer: (MessageID, AttemptID)) {
    let older = submission(duplicates: duplicates)
    let newer = submission(to: ben, segments: segments, duplicates: duplicates)
    for one in [older, newer] { _ = try await fixture.store.accept(one) }
    let first = try await fixture.store.attempt(older.id)
    let unknown = SubmissionOutcome.unknown(.noAnswer)
    _ = try await fixture.store.recordOutcome(of: first, unknown, at: noon, jitter: 0.5)
    let second = try await fixture.store.attempt(newer.id)
    _ = try await fixture.store.recordOutcome(of: second, outcome, at: noon, jitter: 0.5)
    return ((older.id, first), (newer.id, second))
  }

  static let answers: [(SubmissionOutcome, before: MessageState)] = [
    (.accepted(messageReference: 9), .sent),
    (.refused(.cms(code: 42, afterControlZ: .seconds(1))), .queued),
    (.refused(.cms(code: 1, afterControlZ: .seconds(1))), .failed),
    (.refused(.cms(code: 500, afterControlZ: .seconds(1))), .unknown),
  ]

  @Test(arguments: answers)
  func bothAreUnknownAndSayWhy(outcome: SubmissionOutcome, before: MessageState) async throws {
    let fixture = try await Fixture()
    let (older, newer) = try await open(fixture, outcome)
    #expect(try await fixture.store.state(newer.0) == before)
    let changes = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    #expect(changes.map(\.id) == [older.0, newer.0])
    for id in [older.0, newer.0] {
      let detail = try #require(try await fixture.reopened().message(id))
      #expect(detail.state == .unknown)
      #expect(detail.reason == Self.text)
      #expect(detail.attempts.map(\.outcome) == [.unknown(.conflictingAnswers)])
      #expect(detail.acceptedSegments == 0)
    }
    #expect(try await fixture.store.unresolvedAttempts().map(\.id) == [older.1, newer.1])
  }

  @Test func whatFollowsIsThePolicyOfEach() async throws {
    for (policy, rest) in [
      (.hold, .unknown), (.avoid, .closed), (.allow, .queued),
    ] as [(DuplicatePolicy, MessageState)] {
      let fixture = try await Fixture()
      let accepted = SubmissionOutcome.accepted(messageReference: 9)
      let (older, newer) = try await open(fixture, accepted, duplicates: policy)
      _ = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
      _ = try await fixture.store.expire(at: noon + .seconds(16 * 60))
      #expect(try await fixture.store.state(newer.0) == rest)
      #expect(try await fixture.store.state(older.0) == rest)
    }
  }

  @Test func aSegmentThatIsDoubtedWithholdsTheRest() async throws {
    let fixture = try await Fixture()
    let (older, newer) = try await open(fixture, .accepted(messageReference: 9), segments: 2)
    #expect(try await fixture.store.state(newer.0) == .queued)
    _ = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    #expect(try await fixture.store.state(newer.0) == .unknown)
    let record = AttemptRecord(
      message: newer.0,
      segment: 2,
      modem: "modem1",
      iccid: try serialNumber()
    )
    #expect(try await fixture.store.recordAttempt(record, at: noon) == .refused(.superseded))
  }

  @Test func aSegmentOnItsWayKeepsTheAnswerOfTheOneBefore() async throws {
    let fixture = try await Fixture()
    let (older, newer) = try await open(fixture, .accepted(messageReference: 9), segments: 2)
    _ = try await fixture.store.attempt(newer.0, segment: 2)
    let changes = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    #expect(changes.map(\.id) == [older.0])
    #expect(try await fixture.store.state(newer.0) == .submitting)
    #expect(try await fixture.store.message(newer.0)?.acceptedSegments == 1)
  }

  @Test func anOperatorsWordStands() async throws {
    let fixture = try await Fixture()
    let (older, newer) = try await open(fixture, .accepted(messageReference: 9))
    _ = try await fixture.store.resolve(older.0, .sent, at: noon)
    let changes = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    #expect(changes.map(\.id) == [newer.0])
    #expect(try await fixture.store.state(older.0) == .sent)
  }

  @Test func twiceChangesNothingMore() async throws {
    let fixture = try await Fixture()
    let (older, newer) = try await open(fixture, .accepted(messageReference: 9))
    _ = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    _ = try await fixture.store.recordConflict(older.1, newer.1, at: noon)
    #expect(try await fixture.store.state(newer.0) == .unknown)
    #expect(try await fixture.store.message(newer.0)?.attempts.count == 1)
  }
}
