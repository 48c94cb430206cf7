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

  private func story(
    _ body: (MessageStore, MessageID, Timestamp) async throws -> Void
  ) async throws -> [HistoryView] {
    HistoryView.all(of: try await message(after: body))
  }

  /// A message of `uid:1000`, and what `body` does to it a minute after.
  private func message(
    segments: Int = 1,
    duplicates: DuplicatePolicy = .hold,
    after body: (MessageStore, MessageID, Timestamp) async throws -> Void
  ) async throws -> MessageDetail {
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
      segmentCount: segments,
      duplicates: duplicates,
      expiresAt: Self.start + .seconds(86_400),
      submitter: "uid:1000",
      origin: .api
    )
    _ = try await store.accept([submission], at: Self.start)
    try await body(store, submission.id, Self.start + .seconds(60))
    let detail = try #require(try await store.message(submission.id))
    try await store.close()
    return detail
  }

  @Test("what a phone cannot put together with the rest does not look like part of it")
  func anAttemptOfAnEarlierCopySaysSo() async throws {
    let detail = try await message(segments: 2, duplicates: .allow) { store, id, now in
      let iccid = try #require(ICCID("8944110064673223342"))
      _ = try await store.claim(Claimant(iccid: iccid, modem: "modem1"), at: now)
      let attempt = AttemptRecord(message: id, segment: 1, modem: "modem1", iccid: iccid)
      let decision = try await store.recordAttempt(attempt, at: now)
      guard case .recorded(let number) = decision else { throw StoreError.closed }
      _ = try await store.recordOutcome(
        of: number,
        .accepted(messageReference: 7),
        at: now,
        jitter: 0.5
      )
      _ = try await store.expire(at: now + MessageRules().resumeWindow)
    }
    let view = MessageView(detail, withHistory: true)
    #expect(view.segmentDetails?.map(\.state) == [.queued, .queued])
    #expect(view.segmentDetails?.compactMap(\.messageReference).isEmpty == true)
    let attempt = try #require(view.attempts?.first)
    #expect(attempt.messageReference == 7)
    #expect(attempt.detail == "part of another copy")
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
