import Messaging
import QueuePolicy
import Storage
import Testing

/// Of the messages of one file all are accepted, or none.
@Suite struct JointIntakeTests {
  private func member(
    _ number: Int,
    key: String? = nil,
    _ body: String = "body",
    to recipient: PhoneNumber = anna
  ) -> Submission {
    submission(
      to: recipient,
      origin: .spool(name: "list.json", member: number, headers: "")
    ) {
      if let key { $0.idempotency = IdempotencyKey(key: key, fingerprint: body, member: 0) }
    }
  }

  private func count(_ fixture: Fixture) throws -> Int? {
    try fixture.peek(Int.self, "SELECT count(*) FROM messages")
  }

  @Test func `one conflict keeps all of its file from being accepted, and no other file`()
    async throws
  {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(member(0, key: "k", "other"))
    let file = [member(0), member(1, key: "k"), member(2, key: "l")]
    let good = [member(0)]
    let answers = try await fixture.store.accept(together: [file, good], at: noon)
    #expect(
      answers == [.refused([nil, .refused(.conflict), nil]), .kept([.accepted(good[0].id)])]
    )
    #expect(try count(fixture) == 2)
    // Corrected and dropped again, every message goes once.
    let corrected = [member(0), member(1, key: "m"), member(2, key: "l")]
    let again = try await fixture.store.accept(together: [corrected], at: noon)
    #expect(again == [.kept(corrected.map { .accepted($0.id) })])
    #expect(try count(fixture) == 5)
  }

  @Test func `so does a message that was accepted before under its key`() async throws {
    let fixture = try await Fixture()
    let before = member(0, key: "k")
    _ = try await fixture.store.accept(before)
    let answers = try await fixture.store.accept(
      together: [[member(0), member(1, key: "k")]],
      at: noon
    )
    #expect(answers == [.refused([nil, .alreadyAccepted(before.id, .queued)])])
    #expect(try count(fixture) == 1)
  }

  @Test func `of two files in one batch the second meets the keys of the first`() async throws {
    let fixture = try await Fixture()
    let first = [member(0, key: "k")]
    let answers = try await fixture.store.accept(
      together: [first, [member(0), member(1, key: "k", "other")]],
      at: noon
    )
    #expect(answers == [.kept([.accepted(first[0].id)]), .refused([nil, .refused(.conflict)])])
  }

  @Test func `whoever has opted out is kept as withdrawn, and the others go`() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(ben))
    let file = [member(0), member(1, to: ben)]
    let answers = try await fixture.store.accept(together: [file], at: noon)
    #expect(answers == [.kept([.accepted(file[0].id), .withdrawn(file[1].id)])])
  }

  @Test func `the keys of a large file are its own before its last message is kept`() async throws {
    let fixture = try await Fixture()
    let file = (0..<5).map { member($0, key: "k\($0)") }
    let answers = try await fixture.store.accept(together: [file], first: 2, at: noon)
    #expect(answers == [.kept(file.prefix(2).map { .accepted($0.id) })])
    // Another request can neither take a key, nor make the rest of the file fail.
    #expect(
      try await fixture.store.accept(member(0, key: "k4")) == .alreadyAccepted(file[4].id, .queued)
    )
    #expect(try await fixture.store.accept(member(0, key: "k3", "x")) == .refused(.conflict))

    // A crash in between: the claim comes again, under the same ids.
    let reopened = try await fixture.reopened()
    let replay = try await reopened.accept(together: [file], first: 2, at: noon)
    #expect(replay == [.kept(file.prefix(2).map { .alreadyAccepted($0.id, .queued) })])
    let rest = try await reopened.accept(Array(file.dropFirst(2)), at: noon)
    #expect(rest == file.dropFirst(2).map { .accepted($0.id) })
    #expect(try count(fixture) == 5)
    let whole = try await reopened.accept(together: [file], at: noon)
    #expect(whole == [.kept(file.map { .alreadyAccepted($0.id, .queued) })])
  }
}

/// A request that comes again is told the truth about its message.
@Suite struct RepeatedRequestTests {
  private func keyed(_ key: String) -> Submission {
    submission {
      $0.idempotency = IdempotencyKey(key: key, fingerprint: "body", member: 0)
    }
  }

  @Test func `also when the message is gone before its key`() async throws {
    let fixture = try await Fixture()
    let (failed, sent, cancelled) = (keyed("a"), keyed("b"), keyed("c"))
    _ = try await fixture.store.accept([failed, sent, cancelled], at: noon)
    try await fixture.store.submit(failed.id, .refused(.cms(code: 1, afterControlZ: .seconds(1))))
    try await fixture.store.submit(sent.id, .accepted(messageReference: 1))
    _ = try await fixture.store.cancel(cancelled.id, at: noon)
    let day: Duration = .seconds(86_400)
    try await fixture.store.prune(Retention(messages: day), at: noon + day + .seconds(1))
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 0)

    let later = noon + .seconds(2 * 86_400)
    var answers: [Acceptance] = []
    for key in ["a", "b", "c"] {
      answers.append(try await fixture.store.accept(keyed(key), at: later))
    }
    #expect(
      answers == [
        .alreadyAccepted(failed.id, .failed), .alreadyAccepted(sent.id, .sent),
        .alreadyAccepted(cancelled.id, .cancelled),
      ]
    )
  }

  @Test func `a state that nobody knows is an error and not another state`() async throws {
    let fixture = try await Fixture()
    let one = keyed("a")
    _ = try await fixture.store.accept(one)
    try fixture.tamper("PRAGMA ignore_check_constraints = 1; UPDATE messages SET state = 'lost'")
    await #expect(throws: StoreError.self) { try await fixture.store.accept(one) }
    await #expect(throws: StoreError.self) { try await fixture.store.accept(keyed("a")) }
    try fixture.tamper("DELETE FROM messages")
    await #expect(throws: StoreError.self) { try await fixture.store.accept(keyed("a")) }
  }
}
