import Messaging
import QueuePolicy
import Storage
import Testing

/// Who has changed what becomes of a message.
@Suite struct InterventionTests {
  private let barred = SubmissionOutcome.refused(.cms(code: 1, afterControlZ: .seconds(1)))

  @Test func `whoever cancels and retries a message is named in it`() async throws {
    let fixture = try await Fixture()
    let store = fixture.store
    let one = submission()
    _ = try await store.accept(one)
    _ = try await store.cancel(one.id, by: "uid:1000", at: noon)
    _ = try await store.retry(one.id, by: "token:shop", at: noon + .seconds(60))
    let found = try #require(try await store.message(one.id)).interventions
    #expect(found.map(\.wish) == [.cancel, .retry])
    #expect(found.map(\.account) == ["uid:1000", "token:shop"])
    #expect(found.map(\.at) == [noon, noon + .seconds(60)])
    #expect(found.map(\.from) == [.queued, .cancelled])
    #expect(found.map(\.to) == [.cancelled, .queued])
    #expect(found.last?.earlierReason == "cancelled")
  }

  @Test(arguments: [
    (Resolution.sent, Intervention.Wish.declareSent, MessageState.sent),
    (.resend, .resend, .queued),
    (.drop, .close, .closed),
  ])
  func `whoever settles an unknown outcome is named, and why it was unknown stays`(
    resolution: Resolution,
    wish: Intervention.Wish,
    state: MessageState
  ) async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .unknown(.hangUp))
    let reason = try await fixture.store.message(one.id)?.reason
    _ = try await fixture.store.resolve(one.id, resolution, by: "uid:0", at: noon)
    let found = try #require(try await fixture.store.message(one.id)?.interventions.first)
    #expect(found.wish == wish)
    #expect(found.from == .unknown)
    #expect(found.to == state)
    #expect(found.earlierReason == reason)
    #expect(reason != nil)
  }

  @Test func `a wish that waits for the end of an attempt says so`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.attempt(one.id)
    _ = try await fixture.store.cancel(one.id, by: "uid:0", at: noon)
    #expect(try await fixture.store.message(one.id)?.interventions.map(\.to) == [.submitting])
  }

  @Test func `what is refused leaves nothing behind`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    #expect(try await fixture.store.cancel(one.id, by: "uid:0", at: noon) == .refused(.sent))
    #expect(try await fixture.store.message(one.id)?.interventions == [])
  }

  @Test func `what the gateway does itself is nobody's`() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.fail(one.id, reason: "there is no such modem", at: noon)
    #expect(try await fixture.store.message(one.id)?.interventions == [])
  }
}
