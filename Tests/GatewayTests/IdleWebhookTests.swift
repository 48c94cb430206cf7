import AsyncHTTPClient
import Foundation
import Logging
import Messaging
import Storage
import Synchronization
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct IdleWebhookTests {
  private let directory = NSTemporaryDirectory() + "hermod-idle-" + UUID().uuidString

  private func webhook() throws -> WebhookConfiguration {
    try .unheard(of: "message.failed", in: directory)
  }

  @Test func `a webhook that is owed nothing is looked at when something happens, and then rests`()
    async throws
  {
    let webhook = try webhook()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    let looks = Looks()
    let service = WebhookService(
      store: store,
      webhooks: [webhook],
      clock: WallClock { looks.take() },
      health: StoreHealth(logger: LogLines().logger),
      meters: GatewayMeters(),
      logger: LogLines().logger
    )
    let run = Task { try await service.run() }
    await looks.wait(for: 1)
    try await store.acceptSample()
    await looks.wait(for: 2)
    let restless = Task { await looks.wait(for: 30) }
    let patience = Task {
      try? await Task.sleep(for: .seconds(1))
      restless.cancel()
    }
    await restless.value
    patience.cancel()
    #expect(looks.count < 30)
    run.cancel()
    try await run.value
    try await store.close()
  }

  @Test func `a receiver that is down is told of in plain words`() async throws {
    let webhook = try webhook()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    let post = WebhookPost(
      client: client,
      webhook: webhook,
      signature: try WebhookSignature(file: webhook.secretFile),
      trust: try WebhookTrust(file: nil),
      clock: WallClock()
    )
    let refusal = WebhookPost.Answer.failed("Connection refused")
    var answer = refusal
    // A machine that is too busy to hear of the refusal within the second is asked again.
    for _ in 1...10 {
      answer = await post.send([], id: "1", type: "message.failed")
      if answer == refusal { break }
    }
    try await client.shutdown()
    #expect(answer == refusal)
  }
}

/// A clock that counts how often it is read.
private final class Looks: Sendable {
  private let taken = Mutex(0)
  private let changes = AsyncStream.makeStream(of: Int.self)

  var count: Int { taken.withLock { $0 } }

  func take() -> Timestamp {
    let count = taken.withLock { count in
      count += 1
      return count
    }
    changes.continuation.yield(count)
    return WallClock.system()
  }

  /// Returns when it has been read so often, or when nobody waits any more.
  func wait(for number: Int) async {
    for await count in changes.stream where count >= number { return }
  }
}
