import Messaging
import Storage
import Testing

@Suite struct WebhookQueueTests {
  private static let all = WebhookSubscription(name: "a", kinds: Set(WebhookKind.allCases))

  @Test func `What a message goes through is owed from the commit on, and survives a crash`()
    async throws
  {
    let fixture = try await Fixture()
    try await fixture.store.subscribe([Self.all])
    let message = submission()
    _ = try await fixture.store.accept(message)
    let again = try await fixture.reopened()
    let owed = try await again.dueDeliveries(to: "a", at: noon, limit: 10)
    #expect(owed.map(\.kind) == [.message(.queued)])
    #expect(owed.map(\.subject) == [message.id.description])
    #expect(owed.map(\.at) == [noon])
    try await again.close()
  }

  @Test func `A webhook is owed what it wants to know and nothing else, under one id for all`()
    async throws
  {
    let fixture = try await Fixture()
    try await fixture.store.subscribe([
      Self.all, WebhookSubscription(name: "b", kinds: [.optedOut]),
      WebhookSubscription(name: "c", kinds: [.message(.delivered)]),
    ])
    _ = try await fixture.store.accept(submission())
    let entry = OptOutEntry(number: anna, action: .optOut, at: noon, actor: "uid:0")
    _ = try await fixture.store.recordOptOut(entry)
    let first = try await fixture.store.dueDeliveries(to: "a", at: noon, limit: 10)
    let second = try await fixture.store.dueDeliveries(to: "b", at: noon, limit: 10)
    #expect(Set(first.map(\.kind)) == [.message(.queued), .optedOut, .message(.withdrawn)])
    #expect(second.map(\.kind) == [.optedOut])
    #expect(first.filter { $0.kind == .optedOut }.map(\.event) == second.map(\.event))
    #expect(Set(first.map(\.event)).count == 3)
    #expect(try await fixture.store.dueDeliveries(to: "c", at: noon, limit: 10).isEmpty)
  }

  @Test func `What was refused comes again later, and at once when its receiver is back`()
    async throws
  {
    let fixture = try await Fixture()
    try await fixture.store.subscribe([Self.all])
    _ = try await fixture.store.accept([submission(), submission(to: ben)], at: noon)
    let owed = try await fixture.store.dueDeliveries(to: "a", at: noon, limit: 10)
    #expect(owed.count == 2)
    try await fixture.store.settle([owed[0]])
    try await fixture.store.postpone(owed[1], until: noon + .seconds(60), because: "asleep")
    #expect(try await fixture.store.dueDeliveries(to: "a", at: noon, limit: 10).isEmpty)
    #expect(try await fixture.store.nextDelivery(to: "a") == noon + .seconds(60))
    let lag = try #require(try await fixture.store.webhookLags().first)
    #expect(lag.pending == 1 && lag.oldestAt == noon && lag.lastError == "asleep")
    #expect(lag.age(at: noon + .seconds(5)) == .seconds(5))
    // The clock was set back.
    #expect(lag.age(at: noon - .seconds(3600)) == .zero)
    try await fixture.store.hasten("a", at: noon + .seconds(1))
    let due = try await fixture.store.dueDeliveries(to: "a", at: noon + .seconds(1), limit: 10)
    #expect(due.map(\.event) == [owed[1].event])
    #expect(due.map(\.attempts) == [1])
  }

  @Test func `A webhook that is none any more is owed nothing, and the others keep theirs`()
    async throws
  {
    let fixture = try await Fixture()
    try await fixture.store.subscribe([
      Self.all, WebhookSubscription(name: "b", kinds: Self.all.kinds),
    ])
    _ = try await fixture.store.accept(submission())
    #expect(try await fixture.store.subscribe([Self.all]) == 1)
    #expect(try await fixture.store.dueDeliveries(to: "a", at: noon, limit: 10).count == 1)
    #expect(try await fixture.store.dueDeliveries(to: "b", at: noon, limit: 10).isEmpty)
  }

  @Test func `Every kind has a name of its own that leads back to it`() {
    #expect(Set(WebhookKind.allCases.map(\.name)).count == WebhookKind.allCases.count)
    for kind in WebhookKind.allCases { #expect(WebhookKind(name: kind.name) == kind) }
    #expect(WebhookKind(name: "message.*") == nil)
  }
}
