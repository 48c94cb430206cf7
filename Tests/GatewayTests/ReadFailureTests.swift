import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

/// Damage that only a reader meets stops the gateway as damage that a writer meets does.
@Suite(.timeLimit(.minutes(1))) struct ReadFailureTests {
  @Test func `a damaged page that a claim meets is not taken for an empty queue`() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    try await store.acceptSample(text: String(repeating: "x", count: 20_000))
    try await store.close()
    try damageTexts(directory + "/" + MessageStore.fileName)

    let damaged = try await MessageStore.open(directory: directory)
    // Nothing that is written meets the text.
    try await damaged.set("anything", "at all")
    let log = LogLines()
    let health = StoreHealth(logger: log.logger)
    let dispatcher = Dispatcher(store: damaged, clock: WallClock())
    await health.guards(dispatcher)
    let claimant = Claimant(
      iccid: try #require(ICCID("8944110000000000001")),
      modem: "modem1"
    )
    let request = Task { await dispatcher.next(for: claimant) }
    guard case .corrupt = await health.failure() else {
      Issue.record("another failure, or none")
      return
    }
    #expect(await dispatcher.obstacle?.contains("is damaged") == true)
    await dispatcher.close()
    #expect(await request.value == nil)
    #expect(log.forPeople.map(\.message) == ["the database failed"])
    try await damaged.close()
  }

  /// Makes the pages that hold nothing but text lead to pages that are not there.
  private func damageTexts(_ path: String) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    defer { try? handle.close() }
    let size = try handle.seekToEnd()
    var count = 0
    for offset in stride(from: UInt64(0), to: size, by: 4096) {
      try handle.seek(toOffset: offset + 4)
      guard try handle.read(upToCount: 64) == Data(repeating: 0x78, count: 64) else { continue }
      try handle.seek(toOffset: offset)
      try handle.write(contentsOf: [0x7F, 0xFF, 0xFF, 0xFF])
      count += 1
    }
    try #require(count > 0)
  }
}
