import Messaging
import Storage
import Testing

@Suite struct TrafficTests {
  @Test func `Acceptances and ends are counted by class, in quarters of an hour`() async throws {
    let fixture = try await Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let first = submission()
    let second = submission(.otp)
    _ = try await store.accept([first, second], at: noon)
    _ = try await store.cancel(first.id, at: noon + .seconds(1000))
    let tallies = try await store.traffic(since: noon)
    let counted = tallies.map { "\($0.messageClass) \($0.state) \($0.count)" }
    #expect(counted == ["notification queued 1", "otp queued 1", "notification cancelled 1"])
    #expect(tallies[2].from - tallies[0].from == MessageStore.trafficStep)
    #expect(try await store.traffic(since: noon + .seconds(3600)).isEmpty)
  }

  @Test func `A message that goes back to the queue is not accepted twice`() async throws {
    let fixture = try await Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let message = submission()
    _ = try await store.accept(message)
    _ = try await store.cancel(message.id, at: noon)
    _ = try await store.retry(message.id, at: noon)
    let queued = try await store.traffic(since: noon).filter { $0.state == .queued }
    #expect(queued.map(\.count) == [1])
  }

  @Test func `Counts are kept for four hundred days`() async throws {
    let fixture = try await Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    _ = try await store.accept(submission())
    try await store.prune(Retention(), at: noon + .seconds(399 * 86_400))
    #expect(try await store.traffic(since: noon).count == 1)
    try await store.prune(Retention(), at: noon + .seconds(402 * 86_400))
    #expect(try await store.traffic(since: noon).isEmpty)
  }
}
