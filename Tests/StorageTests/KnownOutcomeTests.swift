import Messaging
import QueuePolicy
import Storage
import Testing

/// What is known of a message is written down, however late, and whatever else cannot be read.
@Suite struct KnownOutcomeTests {
  private func report(_ reference: UInt8, to recipient: PhoneNumber = anna) throws
    -> StatusReportRecord
  {
    StatusReportRecord(
      iccid: try serialNumber(),
      recipient: recipient,
      messageReference: reference,
      status: 0,
      serviceCentreTimeStamp: noon + .seconds(2),
      rawPDU: [6, reference]
    )
  }

  @Test func `an outcome is written although the list of opt-outs cannot be read`() async throws {
    let fixture = try await Fixture()
    let store = fixture.store
    let messages = (0..<4).map { _ in submission() }
    _ = try await store.accept(messages, at: noon)
    var attempts: [AttemptID] = []
    for one in messages { attempts.append(try await store.attempt(one.id)) }
    try fixture.tamper("ALTER TABLE opt_outs RENAME TO opt_outs_away")

    let outcomes: [SubmissionOutcome] = [
      .accepted(messageReference: 7), .refused(.cms(code: 1, afterControlZ: .seconds(1))),
      .refused(.cms(code: 331, afterControlZ: .seconds(1))), .unknown(.noAnswer),
    ]
    var states: [MessageState] = []
    for (attempt, outcome) in zip(attempts, outcomes) {
      let change = try await store.recordOutcome(of: attempt, outcome, at: noon, jitter: 0)
      states.append(change.to)
    }
    #expect(states == [.sent, .failed, .queued, .unknown])
    let proof = Evidence.lateReference(8, openAttempts: 1, count: 1)
    #expect(try await store.recordEvidence(proof, about: attempts[3], at: noon)?.to == .sent)
    #expect(try await store.recordReport(report(7), at: noon).changes.map(\.to) == [.delivered])

    // Nothing leaves on what was written: the list is asked again, and must answer.
    let again = AttemptRecord(
      message: messages[2].id,
      segment: 1,
      modem: "modem1",
      iccid: try serialNumber()
    )
    let later = noon + .seconds(600)
    do {
      _ = try await store.recordAttempt(again, at: later)
      Issue.record("an attempt was recorded")
    } catch {
      guard case .optOutListUnreadable = error else { throw error }
    }
    try fixture.tamper("ALTER TABLE opt_outs_away RENAME TO opt_outs")
    guard case .recorded = try await store.recordAttempt(again, at: later) else {
      Issue.record("it does not go on")
      return
    }
  }

  @Test func `what was open is unknown after a restart, although the list cannot be read`()
    async throws
  {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.attempt(one.id)
    try fixture.tamper("ALTER TABLE opt_outs RENAME TO opt_outs_away")
    #expect(try await fixture.reopened().recover(at: noon).interrupted.map(\.id) == [one.id])
  }

  /// The modem's answer is lost, and the report came in long before the wait for it is over.
  @Test(arguments: [Duration.seconds(180), .seconds(7200)])
  func `a report that came while the attempt was open proves it`(_ wait: Duration) async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id)
    let recording = try await fixture.store.recordReport(report(9), at: noon + .seconds(5))
    #expect(recording.report.message == nil)
    _ = try await fixture.store.recordOutcome(
      of: attempt,
      .unknown(.noAnswer),
      at: noon + wait,
      jitter: 0
    )
    #expect(try await fixture.store.state(one.id) == .delivered)
  }

  @Test func `a report that came before a crash proves what was open`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.attempt(one.id)
    _ = try await fixture.store.recordReport(report(9), at: noon + .seconds(5))
    let reopened = try await fixture.reopened()
    _ = try await reopened.recover(at: noon + .seconds(3600))
    #expect(try await reopened.state(one.id) == .delivered)
  }

  @Test func `a report that fitted two attempts finds its own when one is proved`() async throws {
    let fixture = try await Fixture()
    let messages = [submission(), submission()]
    _ = try await fixture.store.accept(messages, at: noon)
    var attempts: [AttemptID] = []
    for one in messages {
      let attempt = try await fixture.store.attempt(one.id)
      attempts.append(attempt)
      _ = try await fixture.store.recordOutcome(
        of: attempt,
        .unknown(.noAnswer),
        at: noon,
        jitter: 0
      )
    }
    #expect(try await fixture.store.recordReport(report(9), at: noon).changes.isEmpty)
    let proof = Evidence.lateReference(9, openAttempts: 1, count: 1)
    _ = try await fixture.store.recordEvidence(proof, about: attempts[1], at: noon)
    #expect(try await fixture.store.state(messages[0].id) == .unknown)
    #expect(try await fixture.store.state(messages[1].id) == .delivered)
  }

  @Test func `a report from before the attempt is not its own`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.recordReport(report(9), at: noon - .seconds(1))
    try await fixture.store.submit(one.id, .unknown(.noAnswer))
    #expect(try await fixture.store.state(one.id) == .unknown)
  }
}
