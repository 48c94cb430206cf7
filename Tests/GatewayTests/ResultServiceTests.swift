import Foundation
import Logging
import Messaging
import Spool
import Storage
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct ResultServiceTests {
  private static let now = Timestamp(seconds: 1_800_000_000)
  private static let recipient = PhoneNumber(normalForm: "+447700900001")

  /// A service that has a number of results to write, over a spool.
  private func withResults(
    _ count: Int,
    pause: Duration,
    logger: Logger,
    _ body: (ResultService, _ spool: String) async throws -> Void
  ) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try await MessageStore.open(directory: directory.path)
    _ = try await store.recordOptOut(
      OptOutEntry(number: Self.recipient, action: .optOut, at: Self.now, actor: "uid:0")
    )
    let clock = WallClock { Self.now }
    let submissions = (0..<count).map { number in
      Submission(
        id: clock.newID(),
        recipient: Self.recipient,
        content: .text("Hello"),
        encoding: "gsm7",
        expiresAt: Self.now + .seconds(3600),
        submitter: "uid:0",
        origin: .spool(name: "m\(number)", member: nil, headers: "To: +447700900001\n")
      )
    }
    _ = try await store.accept(submissions, at: Self.now)
    let spool = directory.appendingPathComponent("spool").path
    try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
    let service = ResultService(
      store: store,
      files: ResultFiles(directories: try SpoolDirectories(path: spool, submitGroup: nil)),
      clock: clock,
      fleet: FleetDirectory(),
      health: StoreHealth(logger: logger),
      calls: nil,
      logger: logger,
      pause: pause
    )
    try await body(service, spool)
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool + "/failed").count == count)
    #expect(try await store.pendingResults(limit: 1).isEmpty)
  }

  /// The pause after a failure must not come between two batches that succeed.
  @Test func `More results than one batch takes are written without a pause`() async throws {
    try await withResults(
      2 * ResultService.batch + 1,
      pause: .seconds(3600),
      logger: Logger(label: "test")
    ) { service, _ in
      await service.writeAll()
    }
  }

  @Test func `A spool that cannot be written is tried again and again, and complained of once`()
    async throws
  {
    let log = LogLines()
    try await withResults(1, pause: .milliseconds(1), logger: log.logger) { service, spool in
      try FileManager.default.removeItem(atPath: spool + "/failed")
      try "in the way".write(toFile: spool + "/failed", atomically: false, encoding: .utf8)
      let writing = Task { await service.writeAll() }
      var levels: [Logger.Level] = []
      for await line in log.stream where line.message == "a result cannot be written" {
        levels.append(line.level)
        if levels.count == 3 { break }
      }
      #expect(levels == [.error, .debug, .debug])
      try FileManager.default.removeItem(atPath: spool + "/failed")
      await writing.value
    }
  }
}
