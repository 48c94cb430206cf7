import Foundation
import LocalAPI
import Messaging
import QueuePolicy
import Storage
import Testing

@testable import Gateway

/// The history of a message: who did what, in order.
@Suite struct MessageStoryTests {
  private static let start = Timestamp(seconds: 1_800_000_000)

  /// A message of `uid:1000`, and what `body` does to it a minute after.
  private func story(
    _ body: (MessageStore, MessageID, Timestamp) async throws -> Void
  ) async throws -> [HistoryView] {
    let directory = NSTemporaryDirectory() + "hermod-story-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    var random = SystemRandomNumberGenerator()
    let submission = Submission(
      id: MessageID(timestamp: Self.start, using: &random),
      recipient: PhoneNumber(normalForm: "+447700900123"),
      messageClass: .notification,
      content: .text("Hello"),
      requestedEncoding: .auto,
      encoding: "gsm7",
      segmentCount: 1,
      expiresAt: Self.start + .seconds(86_400),
      submitter: "uid:1000",
      origin: .api
    )
    _ = try await store.accept([submission], at: Self.start)
    try await body(store, submission.id, Self.start + .seconds(60))
    let detail = try #require(try await store.message(submission.id))
    try await store.close()
    return HistoryView.all(of: detail)
  }

  @Test func `a cancelled message says who took it back, once`() async throws {
    let story = try await story { store, id, now in
      _ = try await store.cancel(id, by: "token:shop", at: now)
    }
    #expect(story.map(\.state) == [.queued, .cancelled])
    #expect(story.map(\.by) == ["uid:1000", "token:shop"])
    #expect(story.last?.reason == "taken back")
  }

  @Test func `a message that was tried again says what it was before`() async throws {
    let story = try await story { store, id, now in
      _ = try await store.fail(id, reason: "there is no modem \"x\"", at: now)
      _ = try await store.retry(id, by: "uid:0", at: now + .seconds(5))
    }
    #expect(story.map(\.state) == [.queued, .queued])
    #expect(story.last?.by == "uid:0")
    #expect(story.last?.reason == "tried again; it was failed: there is no modem \"x\"")
  }

  @Test func `what time does is nobody's`() async throws {
    let story = try await story { store, _, now in
      _ = try await store.expire(at: now + .seconds(86_400))
    }
    #expect(story.map(\.state) == [.queued, .expired])
    #expect(story.last?.by == nil)
  }
}
