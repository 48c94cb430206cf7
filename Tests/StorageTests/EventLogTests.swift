import Messaging
import QueuePolicy
import Storage
import Testing

/// The log of events: written with what it tells, in order, and never endless.
@Suite struct EventLogTests {
  private func words(_ events: [LoggedEvent]) -> [String] {
    events.map { event in
      switch event.content {
      case .accepted: "accepted"
      case .message(let state, _, _): state.rawValue
      case .report: "report"
      case .inbound: "inbound"
      case .optOut(let entry): entry.action.rawValue
      case .notice(let notice): notice.type
      }
    }
  }

  @Test func whatHappenedIsStillToldAfterARestart() async throws {
    let fixture = try await Fixture()
    let one = submission()
    let two = submission(to: ben)
    _ = try await fixture.store.accept([one, two], at: noon)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    let optOut = OptOutEntry(number: ben, action: .optOut, at: noon, actor: "uid:0")
    _ = try await fixture.store.recordOptOut(optOut)
    try await fixture.store.record([Notice(type: "modem.call", summary: "a call", at: noon)])
    let before = try await fixture.store.events(after: 0, limit: 100)
    #expect(
      words(before) == [
        "accepted", "accepted", "submitting", "sent", "optOut", "withdrawn", "modem.call",
      ]
    )
    try await fixture.store.close()

    let restarted = try await fixture.reopened()
    #expect(try await restarted.events(after: 0, limit: 100) == before)
    #expect(try await restarted.eventExtent().end == before.last?.position)
    _ = try await restarted.accept(submission(), at: noon)
    let next = try await restarted.events(after: 7, limit: 100)
    #expect(next.map(\.position.number) == [8])
  }

  @Test func aChangeThatIsRefusedLeavesNoEvent() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.cancel(one.id, at: noon)
    _ = try await fixture.store.cancel(one.id, at: noon)
    #expect(words(try await fixture.store.events(after: 0, limit: 9)) == ["accepted", "cancelled"])
  }

  @Test func aSignalComesForEveryGrowth() async throws {
    let fixture = try await Fixture()
    var signals = fixture.store.eventSignals().makeAsyncIterator()
    _ = try await fixture.store.accept(submission())
    #expect(await signals.next() != nil)
    try await fixture.store.close()
    #expect(await signals.next() == nil)
  }

  @Test func theOldestAreForgottenAndTheirNumbersAreNotUsedAgain() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept([submission(), submission()], at: noon)
    // As if a quarter of a million had come between.
    try fixture.tamper("UPDATE sqlite_sequence SET seq = 250000 WHERE name = 'events'")
    _ = try await fixture.store.accept(submission())
    #expect(
      try await fixture.store.events(after: 0, limit: 9).map(\.position.number) == [2, 250_001]
    )
    let extent = try await fixture.store.eventExtent()
    #expect(extent.start.number == 1)
    #expect(extent.end.number == 250_001)
  }

  @Test func aRestoredCopyIsAnotherLog() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission())
    let target = fixture.directory + "/copy.db"
    try await fixture.store.backup(to: target)
    let restored = try await MessageStore.open(path: target)
    let own = try await fixture.store.eventExtent().end
    let others = try await restored.eventExtent().end
    #expect(own.number == others.number)
    #expect(own.log != others.log)
    try await restored.close()
  }

  @Test func aPlaceReadsAsItWasWritten() {
    let place = EventPosition(log: "0a1b2c3d", number: 17)
    #expect(EventPosition(place.description) == place)
    for text in ["", "17", "-17", "0a1b2c3d-", "0a1b2c3d--1", "a-b", "a-1-2"] {
      #expect(EventPosition(text) == nil)
    }
  }
}
