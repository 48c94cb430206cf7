import Foundation
import Logging
import Storage
import Testing

@testable import Gateway

/// What stopped because nothing could be written goes on by itself, and soon.
@Suite(.timeLimit(.minutes(3))) struct StoreRecoveryTests {
  private func withRecovery(
    _ body: (MessageStore, StoreHealth, _ database: String) async throws -> Void
  ) async throws {
    let directory = NSTemporaryDirectory() + "hermod-recovery-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    let health = StoreHealth(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let recovery = Task {
      await StoreRecovery(store: store, clock: WallClock(), health: health).run()
    }
    try await body(store, health, directory + "/" + MessageStore.fileName)
    await health.close()
    await recovery.value
    try await store.close()
  }

  /// Waits for something that comes by itself, and not for ever.
  private func eventually(
    _ what: Comment,
    _ holds: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !holds() {
      try #require(ContinuousClock.now < deadline, what)
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  @Test func `a disk that has room again is noticed without anybody's doing`() async throws {
    try await withRecovery { _, health, _ in
      for _ in 1...2 {
        await health.report(.diskFull(path: "/var"))
        #expect(await health.isObstructed)
        try await eventually("it goes on") { await !health.isObstructed }
      }
    }
  }

  @Test func `while the list of opt-outs cannot be read, nothing goes on`() async throws {
    try await withRecovery { store, health, database in
      try renameTable("opt_outs", to: "opt_outs_away", in: database)
      await #expect(throws: StoreError.self) { try await store.checkOptOutList() }
      await health.report(.diskFull(path: "/var"))
      // There is room: the probe is written, twice, and is not enough.
      var probes: Set<String> = []
      try await eventually("two probes") {
        if let probe = try await store.setting("written_at") { probes.insert(probe) }
        return probes.count >= 2
      }
      #expect(await health.isObstructed)
      try renameTable("opt_outs_away", to: "opt_outs", in: database)
      try await eventually("it goes on") { await !health.isObstructed }
    }
  }
}
