import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct InboundTests {
  private func part(
    _ text: String,
    sim: Int = 1,
    modem: String = "modem1",
    storage: String = "SM",
    index: Int = 1,
    sender: PhoneNumber = anna,
    key: ConcatenationKey? = nil,
    number: Int = 1,
    at now: Timestamp = noon
  ) throws -> InboundPart {
    InboundPart(
      iccid: try serialNumber(sim),
      modem: modem,
      storage: storage,
      index: index,
      rawPDU: Array(text.utf8),
      sender: sender,
      reference: key,
      number: number,
      serviceCentreTimeStamp: noon,
      receivedAt: now
    )
  }

  /// Joins the parts once all are there; `STOP` is an opt-out.
  private static let assemble: @Sendable ([InboundPart]) -> InboundAssembly? = { parts in
    let total = parts.last?.reference?.total ?? 1
    guard Set(parts.map(\.number)).count == total else { return nil }
    let order = parts.indices.sorted { parts[$0].number < parts[$1].number }
    return join(parts, order)
  }

  private static func join(
    _ parts: [InboundPart],
    _ order: [Int],
    missing: Int = 0
  ) -> InboundAssembly {
    let text = order.map { String(decoding: parts[$0].rawPDU, as: UTF8.self) }.joined()
    return InboundAssembly(
      content: .text(text),
      usedParts: order,
      missingParts: missing,
      verdict: verdict(text),
      answer: InboundAnswer(
        text: "answer",
        encoding: "gsm7",
        segmentCount: 1,
        validity: .seconds(3600)
      )
    )
  }

  private static func verdict(_ text: String) -> InboundVerdict {
    switch text {
    case "STOP": .optOut(scope: .all, rule: "whole body")
    case "START": .optIn(rule: "whole body")
    case "HELP": .help(rule: "whole body")
    default: .nothing
    }
  }

  private func receive(
    _ fixture: Fixture,
    _ part: InboundPart
  ) async throws -> InboundRecording {
    try await fixture.store.recordInbound(part, newID: { newID() }, assemble: Self.assemble)
  }

  @Test func aReceivedMessageIsThereAfterACrashAndIsHandedOn() async throws {
    let fixture = try await Fixture()
    let message = try #require(try await receive(fixture, part("hello")).message)
    let reopened = try await fixture.reopened()
    #expect(try await reopened.inbox(limit: 10) == [message])
    #expect(try await reopened.pendingResults(limit: 10) == [.inbound(message)])
    try await reopened.resultsWritten([.inbound(message)])
    #expect(try await reopened.pendingResults(limit: 10).isEmpty)
  }

  @Test func aPartThatCouldNotBeDeletedIsNotTakenTwice() async throws {
    let fixture = try await Fixture()
    _ = try await receive(fixture, part("hello"))
    let again = try await receive(fixture, part("hello"))
    #expect(again.isDuplicate)
    #expect(again.message == nil)
    #expect(try await fixture.reopened().inbox(limit: 10).count == 1)
  }

  @Test func anEqualMessageInAnotherPlaceOrAfterDeletionIsAnother() async throws {
    let fixture = try await Fixture()
    _ = try await receive(fixture, part("hello", index: 1))
    #expect(try await receive(fixture, part("hello", index: 2)).message != nil)
    try await fixture.store.recordDeleted(
      iccid: try serialNumber(),
      modem: "modem1",
      storage: "SM",
      index: 1
    )
    #expect(try await receive(fixture, part("hello", index: 1)).message != nil)
    #expect(try await fixture.store.inbox(limit: 10).count == 3)
  }

  /// A deletion failed, and the SIM was changed meanwhile.
  @Test func whatLiesInAModemIsTheSameMessageWhateverSIMIsInIt() async throws {
    let fixture = try await Fixture()
    let first = try await receive(fixture, part("hello", sim: 1, storage: "ME"))
    #expect(first.message != nil)
    #expect(try await receive(fixture, part("hello", sim: 2, storage: "ME")).isDuplicate)
    let elsewhere = try part("hello", sim: 2, modem: "modem2", storage: "ME")
    #expect(try await receive(fixture, elsewhere).message != nil)
    #expect(try await fixture.store.inbox(limit: 10).count == 2)
  }

  @Test func whatLiesOnASIMIsAnotherMessageThanWhatLiesOnTheNext() async throws {
    let fixture = try await Fixture()
    #expect(try await receive(fixture, part("hello", sim: 1)).message != nil)
    #expect(try await receive(fixture, part("hello", sim: 2)).message != nil)
    #expect(try await receive(fixture, part("hello", sim: 1, modem: "modem2")).isDuplicate)
  }

  @Test func aPlaceInAModemIsEmptiedWhateverSIMIsInIt() async throws {
    let fixture = try await Fixture()
    _ = try await receive(fixture, part("hello", sim: 1, storage: "ME"))
    let sim = try serialNumber(2)
    try await fixture.store.recordDeleted(iccid: sim, modem: "modem2", storage: "ME", index: 1)
    #expect(try await receive(fixture, part("hello", sim: 1, storage: "ME")).isDuplicate)
    try await fixture.store.recordDeleted(iccid: sim, modem: "modem1", storage: "ME", index: 1)
    #expect(try await receive(fixture, part("hello", sim: 1, storage: "ME")).message != nil)
  }

  /// `MT` shows what lies in `ME` and `SM` too, under places of its own.
  @Test(arguments: [("ME", "MT"), ("MT", "ME"), ("SM", "MT")])
  func aMessageUnderAnotherNameOfItsMemoryIsTheSame(stored: String, seen: String) async throws {
    let fixture = try await Fixture()
    let first = try await receive(fixture, part("STOP", storage: stored, index: 3))
    #expect(first.message != nil)
    #expect(try await receive(fixture, part("STOP", storage: seen, index: 5)).isDuplicate)
    #expect(try await receive(fixture, part("STOP", storage: seen, index: 5)).isDuplicate)
    // An equal one beside it is another, and so is the next in the place that was emptied.
    #expect(try await receive(fixture, part("STOP", storage: seen, index: 6)).message != nil)
    let sim = try serialNumber(1)
    try await fixture.store.recordDeleted(iccid: sim, modem: "modem1", storage: seen, index: 5)
    #expect(try await receive(fixture, part("STOP", storage: seen, index: 5)).message != nil)
    #expect(try await fixture.store.inbox(limit: 10).count == 3)
  }

  @Test func partsAreJoinedInWhateverOrderTheyCome() async throws {
    let fixture = try await Fixture()
    let key = ConcatenationKey(reference: 7, isWide: false, total: 3)
    let parts = [
      try part("cc", index: 1, key: key, number: 3),
      try part("aa", index: 2, key: key, number: 1),
      try part("bb", index: 3, key: key, number: 2),
    ]
    #expect(try await receive(fixture, parts[0]).message == nil)
    #expect(try await receive(fixture, parts[1]).message == nil)
    let message = try #require(try await receive(fixture, parts[2]).message)
    #expect(message.content == .text("aabbcc"))
    #expect(message.segmentCount == 3)
    // The same parts again, from a modem that kept them: nothing new.
    for part in parts { #expect(try await receive(fixture, part).isDuplicate) }
  }

  @Test func partsOfDifferentMessagesAreNotMixed() async throws {
    let fixture = try await Fixture()
    let narrow = ConcatenationKey(reference: 7, isWide: false, total: 2)
    let wide = ConcatenationKey(reference: 7, isWide: true, total: 2)
    let longer = ConcatenationKey(reference: 7, isWide: false, total: 3)
    #expect(try await receive(fixture, part("a", index: 1, key: narrow)).message == nil)
    #expect(try await receive(fixture, part("b", index: 2, key: wide, number: 2)).message == nil)
    #expect(
      try await receive(fixture, part("c", index: 3, key: longer, number: 2)).message == nil
    )
    let other = try part("d", index: 4, sender: ben, key: narrow, number: 2)
    #expect(try await receive(fixture, other).message == nil)
    let last = try part("e", index: 5, key: narrow, number: 2)
    #expect(try await receive(fixture, last).message?.content == .text("ae"))
  }

  @Test func aReferenceUsedAgainMakesANewMessage() async throws {
    let fixture = try await Fixture()
    let key = ConcatenationKey(reference: 7, isWide: false, total: 2)
    for round in 0..<2 {
      _ = try await receive(fixture, part("a\(round)", index: 1, key: key, number: 1))
      let whole = try await receive(fixture, part("b\(round)", index: 2, key: key, number: 2))
      #expect(whole.message?.content == .text("a\(round)b\(round)"))
    }
  }

  /// The network hands a message over again whose acknowledgement got lost.
  @Test func aPartThatComesAgainAfterItsMessageIsKnown() async throws {
    let fixture = try await Fixture()
    let key = ConcatenationKey(reference: 7, isWide: false, total: 2)
    _ = try await receive(fixture, part("a", index: 1, key: key, number: 1))
    try await fixture.store.recordDeleted(
      iccid: try serialNumber(),
      modem: "modem1",
      storage: "SM",
      index: 1
    )
    #expect(try await receive(fixture, part("a", index: 3, key: key, number: 1)).isDuplicate)
    #expect(try await receive(fixture, part("b", index: 2, key: key, number: 2)).message != nil)
    #expect(try await receive(fixture, part("a", index: 1, key: key, number: 1)).isDuplicate)
    #expect(try await receive(fixture, part("b", index: 5, key: key, number: 2)).isDuplicate)
    let late = try await fixture.store.recordIncomplete(
      receivedBefore: noon + .seconds(600),
      at: noon + .seconds(600),
      newID: { newID() },
      assemble: { [Self.join($0, Array($0.indices))] }
    )
    #expect(late.isEmpty)
    #expect(try await fixture.store.inbox(limit: 10).count == 1)
  }

  @Test func whatNeverBecomesWholeIsDeliveredMarked() async throws {
    let fixture = try await Fixture()
    let key = ConcatenationKey(reference: 7, isWide: false, total: 3)
    _ = try await receive(fixture, part("a", index: 1, key: key, number: 1))
    _ = try await receive(fixture, part("c", index: 2, key: key, number: 3, at: noon))
    @Sendable func joinAll(_ parts: [InboundPart]) -> [InboundAssembly] {
      [Self.join(parts, Array(parts.indices), missing: 3 - parts.count)]
    }
    let early = try await fixture.store.recordIncomplete(
      receivedBefore: noon,
      at: noon + .seconds(600),
      newID: { newID() },
      assemble: joinAll
    )
    #expect(early.isEmpty)
    let late = try await fixture.store.recordIncomplete(
      receivedBefore: noon + .milliseconds(1),
      at: noon + .seconds(600),
      newID: { newID() },
      assemble: joinAll
    )
    #expect(late.map { $0.message?.content } == [.text("ac")])
    #expect(late.first?.message?.missingParts == 1)
    let again = try await fixture.store.recordIncomplete(
      receivedBefore: noon + .seconds(600),
      at: noon + .seconds(600),
      newID: { newID() },
      assemble: joinAll
    )
    #expect(again.isEmpty)
  }

  @Test func aStopWithdrawsWhatIsQueuedAndHeldInTheSameCommit() async throws {
    let fixture = try await Fixture()
    let queued = (0..<3).map { _ in submission() }
    let held = submission(duplicates: .allow)
    let asked = submission(duplicates: .hold)
    let other = submission(to: ben)
    let sent = submission()
    _ = try await fixture.store.accept(queued + [held, asked, other, sent], at: noon)
    try await fixture.store.submit(sent.id, .accepted(messageReference: 1))
    try await fixture.store.submit(held.id, .unknown(.hangUp))
    try await fixture.store.submit(asked.id, .unknown(.hangUp))
    let commits = fixture.store.commitCount
    let recording = try await receive(fixture, part("STOP"))
    #expect(fixture.store.commitCount == commits + 1)
    let change = try #require(recording.optOut)
    #expect(change.isNew)
    #expect(
      change.withdrawn.map(\.to) == [.withdrawn, .withdrawn, .withdrawn, .closed, .closed]
    )
    #expect(try await fixture.store.state(sent.id) == .sent)
    #expect(try await fixture.store.state(other.id) == .queued)
    // No resend, whatever the clock or an operator says; late proof still counts.
    #expect(try await fixture.store.expire(at: noon + .seconds(3599)).isEmpty)
    #expect(
      try await fixture.store.resolve(asked.id, .resend, at: noon) == .optedOut
    )
    // The answer to STOP goes first, and then what is for somebody else.
    #expect(try await fixture.store.claim()?.messageClass == .alert)
    #expect(try await fixture.store.claim()?.id == other.id)
    #expect(try await fixture.reopened().optOut(blocking: anna, .otp)?.scope == .all)
  }

  @Test func theHistorySaysWhoWhatAndWhy() async throws {
    let fixture = try await Fixture()
    let sent = submission()
    _ = try await fixture.store.accept(sent)
    try await fixture.store.submit(sent.id, .accepted(messageReference: 1))
    let message = try #require(try await receive(fixture, part("STOP")).message)
    let entry = try #require(try await fixture.store.optOutHistory(of: anna).first)
    #expect(entry.actor == "recipient")
    #expect(entry.action == .optOut)
    #expect(entry.text == "STOP")
    #expect(entry.rule == "whole body")
    #expect(entry.iccid == (try serialNumber()))
    #expect(entry.inbound == message.id)
    #expect(entry.answered == sent.id)
  }

  @Test func aStopDuringAnAttemptCountsWhenTheAttemptFails() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    let attempt = try await fixture.store.attempt(one.id)
    _ = try await receive(fixture, part("STOP"))
    #expect(try await fixture.store.state(one.id) == .submitting)
    let busy = SubmissionOutcome.refused(.cms(code: 42, afterControlZ: .seconds(1)))
    let change = try await fixture.store.recordOutcome(of: attempt, busy, at: noon, jitter: 0)
    #expect(change.to == .withdrawn)
  }

  @Test func theAnswerIsQueuedWithTheOptOutForTheSIMThatReceivedIt() async throws {
    let fixture = try await Fixture()
    let recording = try await receive(fixture, part("STOP"))
    let reopened = try await fixture.reopened()
    let answer = try #require(recording.answer)
    let message = try #require(try await reopened.message(answer))
    #expect(message.state == .queued)
    #expect(message.recipient == anna)
    #expect(message.reference == recording.message?.id.description)
    #expect(try await reopened.claim(2) == nil)
    #expect(try await reopened.claim(1)?.id == answer)
  }

  @Test func anAnswerWhoseOutcomeNobodyKnowsIsNotSentAgain() async throws {
    let fixture = try await Fixture()
    let answer = try #require(try await receive(fixture, part("STOP")).answer)
    _ = try await fixture.store.attempt(answer)
    let reopened = try await fixture.reopened()
    _ = try await reopened.recover(at: noon)
    _ = try await reopened.expire(at: noon + .seconds(7 * 86_400))
    #expect(try await reopened.state(answer) == .closed)
  }

  @Test func aSenderIsAnsweredOnceADayToEachKindOfReply() async throws {
    let fixture = try await Fixture()
    #expect(try await receive(fixture, part("STOP", index: 1)).answer != nil)
    let soon = noon + .seconds(86_399)
    #expect(try await receive(fixture, part("STOP", index: 2, at: soon)).answer == nil)
    #expect(try await receive(fixture, part("HELP", index: 3, at: soon)).answer != nil)
    #expect(try await receive(fixture, part("START", index: 4, at: soon)).answer != nil)
    let tomorrow = noon + .seconds(86_400)
    #expect(try await receive(fixture, part("STOP", index: 5, at: tomorrow)).answer != nil)
    #expect(try await receive(fixture, part("hello", index: 6)).answer == nil)
    let ben = try part("STOP", index: 7, sender: ben)
    #expect(try await receive(fixture, ben).answer != nil)
  }

  @Test func aReplyIsLinkedToTheMessageThatWasSentLast() async throws {
    let fixture = try await Fixture()
    let (first, second, waiting) = (submission(), submission(), submission())
    _ = try await fixture.store.accept([first, second, waiting], at: noon)
    #expect(try await receive(fixture, part("who?", index: 1)).message?.answers == nil)
    // Accepted first, sent last.
    try await fixture.store.submit(second.id, .accepted(messageReference: 1))
    try await fixture.store.submit(first.id, .accepted(messageReference: 2))
    let linked = try await receive(fixture, part("yes", index: 2))
    #expect(linked.message?.answers == first.id)
    #expect(try await fixture.reopened().inbox(limit: 1).first?.answers == first.id)
    let other = try part("yes", index: 3, sender: ben)
    #expect(try await receive(fixture, other).message?.answers == nil)
    _ = try await receive(fixture, part("STOP", index: 4))
    #expect(try await fixture.store.optOutHistory(of: anna).first?.answered == first.id)
  }

  @Test func nothingIsRecordedWhereTheOptOutCannotBe() async throws {
    let fixture = try await Fixture()
    try fixture.tamper("DROP TABLE opt_outs")
    let stop = try part("STOP")
    await #expect(throws: StoreError.self) { try await receive(fixture, stop) }
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM inbound_parts") == 0)
  }

  @Test(arguments: [
    InboundVerdict.nothing, .optOut(scope: .all, rule: "r"),
    .optOut(scope: .marketing, rule: "r"), .optIn(rule: "r"), .help(rule: "r"),
    .suspected(rule: "r"),
  ])
  func everyVerdictIsKept(verdict: InboundVerdict) async throws {
    let fixture = try await Fixture()
    let recording = try await fixture.store.recordInbound(
      try part("x"),
      newID: { newID() },
      assemble: { _ in
        InboundAssembly(content: .data([1, 2]), usedParts: [0], verdict: verdict)
      }
    )
    let kept = try #require(try await fixture.store.inbox(limit: 1).first)
    #expect(kept.verdict == verdict)
    #expect(kept == recording.message)
  }
}
