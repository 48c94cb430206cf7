import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct ResultTests {
  private func accepted(_ fixture: Fixture) async throws -> MessageID {
    let one = submission(origin: .spool(name: "a.txt", member: nil, headers: ""))
    _ = try await fixture.store.accept(one)
    return one.id
  }

  private func folders(_ store: MessageStore) async throws -> [ResultFolder] {
    try await store.pendingResults(limit: 100).compactMap { result in
      guard case .message(_, let folder, _) = result else { return nil }
      return folder
    }
  }

  @Test func aResultIsPendingUntilItIsWritten() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    #expect(try await folders(fixture.store).isEmpty)
    try await fixture.store.submit(id, .accepted(messageReference: 1))
    let reopened = try await fixture.reopened()
    let pending = try await reopened.pendingResults(limit: 10)
    #expect(try await folders(reopened) == [.sent])
    try await reopened.resultsWritten(pending)
    #expect(try await folders(reopened).isEmpty)
  }

  @Test func aResultOfTheAPIIsNotWritten() async throws {
    let fixture = try await Fixture()
    let one = submission(origin: .api)
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    #expect(try await fixture.store.pendingResults(limit: 10).isEmpty)
  }

  @Test func lateProofMovesAResult() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    let attempt = try await fixture.store.attempt(id)
    let unknown = SubmissionOutcome.unknown(.noAnswer)
    _ = try await fixture.store.recordOutcome(of: attempt, unknown, at: noon, jitter: 0)
    #expect(try await folders(fixture.store) == [.unknown])
    try await fixture.store.resultsWritten(try await fixture.store.pendingResults(limit: 10))
    let evidence = Evidence.lateReference(4, openAttempts: 1, count: 1)
    _ = try await fixture.store.recordEvidence(evidence, about: attempt, at: noon)
    let pending = try await fixture.store.pendingResults(limit: 10)
    guard case .message(_, folder: .sent, previous: .unknown) = pending.first else {
      Issue.record("the result did not move: \(pending)")
      return
    }
  }

  @Test func aMessageThatChangedWhileItsResultWasWrittenIsWrittenAgain() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    let attempt = try await fixture.store.attempt(id)
    let unknown = SubmissionOutcome.unknown(.noAnswer)
    _ = try await fixture.store.recordOutcome(of: attempt, unknown, at: noon, jitter: 0)
    let old = try await fixture.store.pendingResults(limit: 10)
    let evidence = Evidence.lateReference(4, openAttempts: 1, count: 1)
    _ = try await fixture.store.recordEvidence(evidence, about: attempt, at: noon)
    try await fixture.store.resultsWritten(old)
    #expect(try await folders(fixture.store) == [.sent])
  }

  @Test func closingAnUnknownMessageDoesNotMoveItsResult() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    try await fixture.store.submit(id, .unknown(.noAnswer))
    try await fixture.store.resultsWritten(try await fixture.store.pendingResults(limit: 10))
    _ = try await fixture.store.resolve(id, .drop, at: noon)
    #expect(try await folders(fixture.store).isEmpty)
  }

  @Test func aMessageThatIsTriedAgainHasNoResultMeanwhile() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    try await fixture.store.submit(id, .refused(.cms(code: 1, afterControlZ: .seconds(1))))
    let old = try await fixture.store.pendingResults(limit: 10)
    _ = try await fixture.store.retry(id, at: noon)
    #expect(try await folders(fixture.store).isEmpty)
    try await fixture.store.resultsWritten(old)
    #expect(try await folders(fixture.store).isEmpty)
    try await fixture.store.submit(id, .refused(.cms(code: 1, afterControlZ: .seconds(1))))
    #expect(try await folders(fixture.store).isEmpty)
    _ = try await fixture.store.retry(id, at: noon)
    try await fixture.store.submit(id, .accepted(messageReference: 1))
    #expect(try await folders(fixture.store) == [.sent])
  }

  @Test func aDeliveryReportIsWrittenBesideTheResult() async throws {
    let fixture = try await Fixture()
    let id = try await accepted(fixture)
    try await fixture.store.submit(id, .accepted(messageReference: 9))
    try await fixture.store.resultsWritten(try await fixture.store.pendingResults(limit: 10))
    let record = StatusReportRecord(
      iccid: try serialNumber(),
      recipient: anna,
      messageReference: 9,
      status: 0,
      serviceCentreTimeStamp: noon,
      rawPDU: [1]
    )
    _ = try await fixture.store.recordReport(record, at: noon)
    let pending = try await fixture.store.pendingResults(limit: 10)
    guard case .report(let detail) = pending.first, pending.count == 1 else {
      Issue.record("no report: \(pending)")
      return
    }
    #expect(detail.state == .delivered)
    try await fixture.store.resultsWritten(pending)
    #expect(try await fixture.store.pendingResults(limit: 10).isEmpty)
  }
}

@Suite struct QueryTests {
  @Test func messagesComeInPagesNewestFirst() async throws {
    let fixture = try await Fixture()
    let messages = (0..<5).map { index in
      submission(to: index < 3 ? anna : ben, index == 4 ? .otp : .notification) {
        $0.submitter = "uid:\(index)"
      }
    }
    _ = try await fixture.store.accept(messages, at: noon)
    let ids = Array(messages.map(\.id).reversed())
    let store = fixture.store
    let first = try await store.messages(limit: 2)
    #expect(first.map(\.id) == Array(ids.prefix(2)))
    #expect(
      try await store.messages(limit: 9, after: first.last?.id).map(\.id)
        == Array(ids.suffix(3))
    )
    try await store.submit(messages[1].id, .accepted(messageReference: 1))
    #expect(
      try await store.messages(MessageFilter(state: .queued), limit: 3).map(\.id)
        == [messages[4].id, messages[3].id, messages[2].id]
    )
    #expect(
      try await store.messages(MessageFilter(state: .queued, recipient: anna), limit: 9)
        .map(\.id) == [messages[2].id, messages[0].id]
    )
    #expect(
      try await store.messages(MessageFilter(recipient: ben), limit: 9).map(\.id)
        == [messages[4].id, messages[3].id]
    )
    #expect(
      try await store.messages(MessageFilter(submitter: "uid:3"), limit: 9).map(\.id)
        == [messages[3].id]
    )
    #expect(
      try await store.messages(
        MessageFilter(state: .queued),
        limit: 9,
        after: messages[3].id
      ).map(\.id) == [messages[2].id, messages[0].id]
    )
  }

  @Test func talliesFollowEveryChange() async throws {
    let fixture = try await Fixture()
    let messages = [submission(), submission(), submission(.otp)]
    for (index, one) in messages.enumerated() {
      _ = try await fixture.store.accept(one, at: noon + .seconds(index))
    }
    try await fixture.store.submit(messages[0].id, .accepted(messageReference: 1))
    let tallies = try await fixture.store.tallies()
    #expect(tallies.map(\.state) == [.queued, .queued, .sent])
    #expect(tallies.map(\.messageClass) == [.otp, .notification, .notification])
    #expect(tallies.map(\.count) == [1, 1, 1])
    #expect(
      tallies.map(\.oldestAcceptedAt) == [noon + .seconds(2), noon + .seconds(1), nil]
    )
  }

  @Test func activityIsCountedByModemAndSIM() async throws {
    let fixture = try await Fixture()
    let messages = (0..<4).map { _ in submission() }
    _ = try await fixture.store.accept(messages, at: noon)
    try await fixture.store.submit(messages[0].id, .accepted(messageReference: 1))
    try await fixture.store.submit(messages[1].id, sim: 2, .accepted(messageReference: 1))
    let wrong = SubmissionOutcome.refused(.cms(code: 1, afterControlZ: .seconds(1)))
    try await fixture.store.submit(messages[2].id, wrong)
    try await fixture.store.submit(messages[3].id, .unknown(.hangUp))
    let tallies = try await fixture.store.activity(since: noon - .seconds(60))
    #expect(tallies.map(\.modem) == ["modem1", "modem2"])
    #expect(tallies.map(\.sent) == [1, 1])
    #expect(tallies.map(\.failed) == [1, 0])
    #expect(try await fixture.store.activity(since: noon + .seconds(3600)).isEmpty)
  }

  @Test func thereIsNothingToSayOfAnUnknownName() async throws {
    let fixture = try await Fixture()
    #expect(try await fixture.store.message(newID()) == nil)
  }
}
