import Foundation
import LocalAPI
import Messaging
import Storage
import Testing

@testable import Gateway

/// The events of the real store: each once, in order, whatever became of the listener meanwhile.
@Suite(.timeLimit(.minutes(1))) struct EventFeedTests {
  private final class Fixture: Sendable {
    let directory: URL

    init() throws {
      directory = FileManager.default.temporaryDirectory
        .appendingPathComponent("hermod-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func open() async throws -> (MessageStore, EventFeed) {
      let store = try await MessageStore.open(directory: directory.path)
      return (store, EventFeed(store: store, clock: WallClock()))
    }
  }

  @discardableResult
  private func accept(_ count: Int, in store: MessageStore) async throws -> [String] {
    let clock = WallClock()
    let submissions = (0..<count).map { _ in
      Submission(
        id: clock.newID(),
        recipient: PhoneNumber(normalForm: "+447700900123"),
        messageClass: .notification,
        content: .text("hello"),
        encoding: "gsm7",
        expiresAt: clock.now + .seconds(3600),
        submitter: "uid:1000",
        origin: .api
      )
    }
    _ = try await store.accept(submissions, at: clock.now)
    return submissions.map(\.id.description)
  }

  private func take(
    _ count: Int,
    of stream: AsyncThrowingStream<GatewayEvent, any Error>
  ) async throws -> [GatewayEvent] {
    var events: [GatewayEvent] = []
    for try await event in stream {
      events.append(event)
      if events.count == count { break }
    }
    return events
  }

  @Test func `what happened while nobody listened, and before a restart, is told`() async throws {
    let fixture = try Fixture()
    var (store, feed) = try await fixture.open()
    let live = try await feed.stream(after: nil)
    let first = try await accept(1, in: store)
    let heard = try await take(1, of: live)
    #expect(heard.map(\.message?.id.description) == first)
    let missed = try await accept(700, in: store)
    try await store.close()

    (store, feed) = try await fixture.open()
    let stream = try await feed.stream(after: heard.last?.id)
    let later = try await accept(1, in: store)
    let events = try await take(701, of: stream)
    #expect(events.compactMap(\.message?.id.description) == missed + later)
    #expect(events.allSatisfy { $0.type == "message.accepted" })
    try await store.close()
  }

  @Test func `two hundred listeners at once hear everything in order`() async throws {
    let fixture = try Fixture()
    let (store, feed) = try await fixture.open()
    var streams: [AsyncThrowingStream<GatewayEvent, any Error>] = []
    for _ in 0..<200 { streams.append(try await feed.stream(after: nil)) }
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for stream in streams {
        group.addTask { try await take(300, of: stream).compactMap(\.message?.id.description) }
      }
      var ids: [String] = []
      for _ in 0..<30 { ids += try await accept(10, in: store) }
      for try await heard in group {
        let isWhole = heard == ids
        #expect(isWhole, "\(heard.count) of \(ids.count)")
      }
      return ids
    }
    #expect(ids.count == 300)
    try await store.close()
  }

  @Test func `a listener who is far behind gets all of it`() async throws {
    let fixture = try Fixture()
    let (store, feed) = try await fixture.open()
    let slow = try await feed.stream(after: nil)
    let ids = try await accept(1, in: store)
    let start = try await take(1, of: slow).last?.id
    var expected = ids
    for _ in 0..<10 {
      let more = try await accept(500, in: store)
      expected += more
      // Somebody who keeps up drives what is at hand forward.
      _ = try await take(500, of: feed.stream(after: start))
    }
    let all = try await take(5000, of: feed.stream(after: start))
    #expect(all.compactMap(\.message?.id.description) == Array(expected.dropFirst()))
    try await store.close()
  }

  @Test func `an event of the past keeps the state of its time`() async throws {
    let fixture = try Fixture()
    let (store, feed) = try await fixture.open()
    let start = try await feed.stream(after: nil)
    let id = try #require(MessageID(try await accept(1, in: store)[0]))
    let first = try #require(try await take(1, of: start).first)
    _ = try await store.cancel(id, at: WallClock().now)
    let events = try await take(1, of: feed.stream(after: first.id))
    #expect(events.map(\.type) == ["message.cancelled"])
    #expect(events.map(\.message?.state) == [.cancelled])
    #expect(first.message?.state == .queued)
    try await store.close()
  }

  @Test(arguments: [
    ("7", "7 is not the id of an event; what follows is what happens from now on"),
    (
      "00000000-3",
      "00000000-3 is an event of another database; what follows is what happens from now on"
    ),
    ("nonsense", "nonsense is not the id of an event; what follows is what happens from now on"),
  ])
  func `an event of another log is a gap`(id: String, summary: String) async throws {
    let fixture = try Fixture()
    let (store, feed) = try await fixture.open()
    try await accept(2, in: store)
    let stream = try await feed.stream(after: id)
    let accepted = try await accept(1, in: store)
    let events = try await take(2, of: stream)
    #expect(events.map(\.type) == ["gateway.gap", "message.accepted"])
    #expect(events.first?.summary == summary)
    #expect(events.last?.message?.id.description == accepted.first)
    // Whoever goes on behind the gap misses nothing more.
    let again = try await take(1, of: feed.stream(after: events.first?.id))
    #expect(again.first?.id == events.last?.id)
    try await store.close()
  }
}
