import ATProtocol
import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

/// Equal messages one after the other in the same place of a modem's memory.
@Suite(.timeLimit(.minutes(1))) struct EmptiedPlacesTests {
  private static func record(
    _ iccid: ICCID,
    in store: MessageStore
  ) async throws -> InboundRecording {
    let clock = WallClock()
    let part = InboundPart(
      iccid: iccid,
      modem: "a",
      storage: "SM",
      index: 1,
      rawPDU: [0, 1, 2],
      sender: PhoneNumber(normalForm: "+447700900123"),
      receivedAt: clock.now
    )
    return try await store.recordInbound(
      part,
      newID: { clock.newID() },
      assemble: { _ in InboundAssembly(content: .text("yes"), usedParts: [0]) }
    )
  }

  @Test func `one that comes before the deletion of the first is written down is another one`()
    async throws
  {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let store = try await MessageStore.open(directory: directory.path)
    let iccid = try #require(ICCID("8944110068900000019"))
    let place = StorageLocation(memory: "SM", index: 1)
    #expect(try await Self.record(iccid, in: store).message != nil)

    var places = EmptiedPlaces()
    let (gate, opener) = AsyncStream<Void>.makeStream()
    let note = places.emptied(place) {
      for await _ in gate {}
      try? await store.recordDeleted(iccid: iccid, modem: "a", storage: "SM", index: 1)
    }
    let earlier = places.note(of: place)
    let second = Task {
      await earlier?.value
      return try await Self.record(iccid, in: store)
    }
    // Whoever does not wait has recorded it by now, and has taken it for the first.
    for _ in 0..<10_000 { await Task.yield() }
    opener.finish()
    let recording = try await second.value
    #expect(!recording.isDuplicate && recording.message != nil)
    await note.value
    #expect(try await store.inbox(limit: 10).count == 2)
    #expect(places.note(of: StorageLocation(memory: "SM", index: 2)) == nil)
    #expect(places.note(of: nil) == nil)
  }
}
