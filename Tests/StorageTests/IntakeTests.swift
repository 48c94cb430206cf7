import GRDB
import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct IntakeTests {
  @Test func anAcceptedMessageIsThereAfterReopening() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2) {
      $0.reference = "order 7"
      $0.transferOptions = TransferOptions(replyPath: true, userDataHeader: [5, 0])
    }
    #expect(try await fixture.store.accept(one) == .accepted(one.id))
    let detail = try #require(try await fixture.reopened().message(one.id))
    #expect(detail.state == .queued)
    #expect(detail.recipient == anna)
    #expect(detail.content == .text("Hello"))
    #expect(detail.reference == "order 7")
    #expect(detail.submitter == "uid:1000")
    #expect(detail.origin == .api)
    #expect(detail.segments == [.unsent, .unsent])
  }

  @Test func replayingAClaimChangesNothing() async throws {
    let fixture = try await Fixture()
    let one = submission(origin: .spool(name: "a.txt", member: 2, headers: ""))
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.accept(one) == .alreadyAccepted(one.id, .queued))
    try await fixture.store.submit(one.id, .accepted(messageReference: 4))
    #expect(try await fixture.store.accept(one) == .alreadyAccepted(one.id, .sent))
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 1)
    #expect(
      try await fixture.store.message(one.id)?.origin
        == .spool(name: "a.txt", member: 2, headers: "")
    )
  }

  @Test func everyFieldReachesTheModem() async throws {
    let fixture = try await Fixture()
    let options = TransferOptions(
      protocolIdentifier: 0x41,
      dataCodingScheme: 0xF5,
      replyPath: true,
      rejectDuplicates: true,
      userDataHeader: [5, 4, 0x15, 0x8A]
    )
    let one = submission(.alert) {
      $0.content = .data([0, 0x1A, 0xFF])
      $0.displayClass = 0
      $0.transferOptions = options
      $0.wantsStatusReport = false
      $0.requestedEncoding = .ucs2
      $0.language = "turkish"
      $0.isTransliterated = true
    }
    _ = try await fixture.store.accept(one)
    let claimed = try #require(try await fixture.store.claim())
    #expect(claimed.content == .data([0, 0x1A, 0xFF]))
    #expect(claimed.displayClass == 0)
    #expect(claimed.transferOptions == options)
    #expect(!claimed.wantsStatusReport)
    #expect(claimed.requestedEncoding == .ucs2)
    #expect(claimed.language == "turkish" && claimed.isTransliterated)
    #expect(claimed.messageClass == .alert)
    #expect(claimed.expiresAt == one.expiresAt)
    #expect(claimed.nextSegment == 1)
    #expect(claimed.concatenationReference == nil)
  }

  @Test func anOptedOutRecipientIsRefusedOnTheAPIAndNothingIsStored() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    #expect(try await fixture.store.accept(submission()) == .refused(.optedOut))
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 0)
  }

  @Test func anOptedOutRecipientIsKeptAsWithdrawnFromTheSpool() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    let one = submission(origin: .spool(name: "a.txt", member: nil, headers: ""))
    #expect(try await fixture.store.accept(one) == .withdrawn(one.id))
    let pending = try await fixture.store.pendingResults(limit: 10)
    guard case .message(let detail, folder: .failed, previous: nil) = pending.first else {
      Issue.record("no result in failed/: \(pending)")
      return
    }
    #expect(detail.state == .withdrawn)
    #expect(detail.reason == "the recipient has opted out")
    #expect(try await fixture.store.claim() == nil)
  }

  @Test func anOptOutOfMarketingLetsOtherClassesPass() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna, scope: .marketing))
    #expect(try await fixture.store.accept(submission(.marketing)) == .refused(.optedOut))
    let otp = submission(.otp)
    #expect(try await fixture.store.accept(otp) == .accepted(otp.id))
  }

  @Test func theConfirmationOfAnOptOutPasses() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    let one = submission { $0.purpose = .confirmation }
    #expect(try await fixture.store.accept(one) == .accepted(one.id))
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    #expect(try await fixture.store.state(one.id) == .sent)
  }

  @Test func nothingIsAcceptedWhileTheListOfOptOutsCannotBeRead() async throws {
    let fixture = try await Fixture()
    try fixture.tamper("DROP TABLE opt_outs")
    await #expect(throws: StoreError.self) { try await fixture.store.accept(submission()) }
    do {
      _ = try await fixture.store.accept([submission()], at: noon)
    } catch {
      guard case .optOutListUnreadable = error else {
        Issue.record("another error: \(error)")
        return
      }
    }
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 0)
  }

  @Test func aCallIsKeptWholeOrNotAtAll() async throws {
    let fixture = try await Fixture()
    let broken = submission { $0.segmentCount = 0 }
    await #expect(throws: StoreError.self) {
      try await fixture.store.accept([submission(), broken], at: noon)
    }
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 0)
    // What failed took nothing with it.
    let one = submission()
    #expect(try await fixture.store.accept(one) == .accepted(one.id))
  }
}

@Suite struct IdempotencyTests {
  private func keyed(_ key: String, _ body: String, member: Int = 0) -> Submission {
    submission {
      $0.idempotency = IdempotencyKey(key: key, fingerprint: body, member: member)
    }
  }

  @Test func theSameRequestIsTheSameMessage() async throws {
    let fixture = try await Fixture()
    let one = keyed("k", "body")
    _ = try await fixture.store.accept(one)
    #expect(
      try await fixture.store.accept(keyed("k", "body")) == .alreadyAccepted(one.id, .queued)
    )
  }

  @Test func anotherBodyUnderTheKeyIsAConflict() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(keyed("k", "body"))
    #expect(try await fixture.store.accept(keyed("k", "other")) == .refused(.conflict))
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 1)
  }

  @Test func membersOfOneRequestAreToldApart() async throws {
    let fixture = try await Fixture()
    let members = (0..<3).map { keyed("k", "body", member: $0) }
    let first = try await fixture.store.accept(members, at: noon)
    #expect(first == members.map { .accepted($0.id) })
    let again = (0..<3).map { keyed("k", "body", member: $0) }
    #expect(
      try await fixture.store.accept(again, at: noon)
        == members.map { .alreadyAccepted($0.id, .queued) }
    )
  }

  @Test func keysOfTwoSubmittersAreTheirOwn() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(keyed("k", "body"))
    var other = keyed("k", "other")
    other.submitter = "uid:2000"
    #expect(try await fixture.store.accept(other) == .accepted(other.id))
  }

  @Test func aKeyIsForgottenAfterSevenDays() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(keyed("k", "body"))
    let week: Duration = .seconds(7 * 86_400)
    #expect(
      try await fixture.store.accept(keyed("k", "x"), at: noon + week - .milliseconds(1))
        == .refused(.conflict)
    )
    let later = keyed("k", "x")
    #expect(try await fixture.store.accept(later, at: noon + week) == .accepted(later.id))
  }
}

extension OptOutEntry {
  static func stop(_ number: PhoneNumber, scope: OptOutScope = .all) -> OptOutEntry {
    OptOutEntry(number: number, action: .optOut, scope: scope, at: noon, actor: "operator")
  }

  static func start(_ number: PhoneNumber) -> OptOutEntry {
    OptOutEntry(number: number, action: .optIn, at: noon, actor: "operator")
  }
}
