import ATProtocol
import Foundation
import Logging
import Messaging
import Storage
import Testing

@testable import Gateway

/// Which SIM a message came to that lay in the modem's own memory.
@Suite(.timeLimit(.minutes(1))) struct SIMHistoryBookTests {
  private let memory: SIMHistoryBook
  private let imei = "350123451234560"
  private let doubtful = ReceivedPDU(
    location: StorageLocation(memory: "ME", index: 1),
    hexadecimal: "00",
    mayPredateSIM: true
  )

  init() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    memory = SIMHistoryBook(
      store: try await MessageStore.open(directory: directory.path),
      health: StoreHealth(logger: Logger(label: "test"))
    )
  }

  private func receiver(_ number: Int) throws -> InboundReceiver {
    InboundReceiver(
      iccid: try #require(ICCID("894410000000000001\(number)")),
      modem: "modem1",
      plan: NumberingPlan()
    )
  }

  @Test func `A SIM of before is a candidate until all that it may have left is durable`()
    async throws
  {
    let (first, second) = (try receiver(1), try receiver(2))
    await memory.note(of: imei) { $0.inserted(first.iccid) }
    await memory.note(of: imei) { $0.settled(first.iccid) }
    let own = try #require(await memory.receiver(of: doubtful, first, imei: imei))
    #expect(own.iccid == first.iccid && own.otherSIM == nil)
    await memory.note(of: imei) { $0.inserted(second.iccid) }
    let before = try #require(await memory.receiver(of: doubtful, second, imei: imei))
    #expect(before.iccid == first.iccid && before.otherSIM == second.iccid)
    await memory.note(of: imei) { $0.settled(second.iccid) }
    let after = try #require(await memory.receiver(of: doubtful, second, imei: imei))
    #expect(after.iccid == second.iccid && after.otherSIM == nil)
  }

  @Test func `A modem that was never seen may hold what came to SIMs that nobody knows`()
    async throws
  {
    let first = try receiver(1)
    await memory.note(of: imei) { $0.inserted(first.iccid) }
    let found = try #require(await memory.receiver(of: doubtful, first, imei: imei))
    #expect(found.iccid.description == imei && found.otherSIM == first.iccid)
  }

  @Test func `Only what changes something is news, and what could not be written is news still`()
    async throws
  {
    let first = try receiver(1)
    #expect(memory.isNews(of: imei) { $0.inserted(first.iccid) })
    await memory.note(of: imei) { $0.inserted(first.iccid) }
    #expect(!memory.isNews(of: imei) { $0.inserted(first.iccid) })
    #expect(memory.isNews(of: imei) { $0.settled(first.iccid) })
    try await memory.store.close()
    await memory.note(of: imei) { $0.settled(first.iccid) }
    #expect(memory.isNews(of: imei) { $0.settled(first.iccid) })
  }

  @Test func `Where the database cannot be asked the message stays in the modem`() async throws {
    let first = try receiver(1)
    try await memory.store.close()
    #expect(await memory.receiver(of: doubtful, first, imei: imei) == nil)
  }
}
