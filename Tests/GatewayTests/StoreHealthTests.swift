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
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let secret = directory + "/secret"
    try "correct horse battery staple\n".write(toFile: secret, atomically: true, encoding: .utf8)
    let webhooks = try ConfigurationFile(
      text: """
        [[webhook]]
        name = "shop"
        url = "http://127.0.0.1:9/"
        secret_file = "\(secret)"
        events = ["message.queued"]
        """,
      file: "h.toml"
    ).configuration.webhooks
    let store = try await MessageStore.open(directory: directory)
    try await store.subscribe(webhooks.map(\.subscription))
    let clock = WallClock()
    let submission = Submission(
      id: clock.newID(),
      recipient: PhoneNumber(normalForm: "+447700900123"),
      content: .text("hello"),
      encoding: "gsm7",
      expiresAt: clock.now + .seconds(3600),
      submitter: "test",
      origin: .api
    )
    _ = try await store.accept([submission], at: clock.now)
    try renameTable("messages", to: "messages_away", in: store.path)

    let log = LogLines()
    let service = WebhookService(
      store: store,
      webhooks: webhooks,
      clock: clock,
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
    let owed = try await store.dueDeliveries(to: "shop", at: clock.now, limit: 10)
    #expect(owed.map(\.attempts) == [0])
    try await store.close()
  }
}
