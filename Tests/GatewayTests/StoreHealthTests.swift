import Foundation
import Logging
import Messaging
import Storage
import Testing

@testable import Gateway

/// A database that fails makes a line in the log when it begins to, and not one for each who notices.
@Suite(.timeLimit(.minutes(1))) struct StoreHealthTests {
  private static let failed = LogLines.Line(level: .error, message: "the database failed")

  @Test func `what lasts is said once, until it is over`() async {
    let log = LogLines()
    let health = StoreHealth(logger: log.logger)
    for _ in 1...3 {
      await health.report(.diskFull(path: "/var"))
      await health.report(.optOutListUnreadable(detail: "it is away"))
    }
    #expect(log.forPeople == [Self.failed, Self.failed])
    await health.recovered()
    await health.recovered()
    await health.report(.diskFull(path: "/var"))
    #expect(
      log.forPeople.dropFirst(2) == [
        .init(level: .notice, message: "the database works again"), Self.failed,
      ]
    )
    await health.close()
  }

  @Test func `another failure is another line, and the same one soon after is none`() async {
    let log = LogLines()
    let health = StoreHealth(logger: log.logger)
    for detail in ["one", "other", "one", "other"] {
      await health.report(.unexpected(detail: detail))
    }
    #expect(log.all.map(\.level) == [.error, .error, .debug, .debug])
    // Nothing was in the way, so that nothing is over.
    await health.recovered()
    await health.report(.unexpected(detail: "one"))
    #expect(log.all.map(\.level).dropFirst(4) == [.debug])
    await health.close()
  }

  @Test func `a webhook is not blamed for a database that fails`() async throws {
    let directory = NSTemporaryDirectory() + "hermod-blame-" + UUID().uuidString
    let webhook = try WebhookConfiguration.unheard(of: "message.queued", in: directory)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    try await store.subscribe([webhook.subscription])
    try await store.acceptSample()
    try renameTable("messages", to: "messages_away", in: store.path)

    let log = LogLines()
    let service = WebhookService(
      store: store,
      webhooks: [webhook],
      clock: WallClock(),
      health: StoreHealth(logger: log.logger),
      meters: GatewayMeters(),
      logger: log.logger,
      pause: .milliseconds(1)
    )
    let run = Task { try await service.run() }
    // It is tried again, and what is owed is owed still.
    for await line in log.stream where line.level == .debug && line.message == Self.failed.message {
      break
    }
    run.cancel()
    try await run.value
    #expect(log.forPeople == [Self.failed])
    let owed = try await store.dueDeliveries(to: "shop", at: WallClock().now, limit: 10)
    #expect(owed.map(\.attempts) == [0])
    try await store.close()
  }
}
