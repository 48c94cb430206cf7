import Foundation
import GRDB
import Messaging
import Storage
import Testing

/// What lies in the state directory is not what the gateway left there.
@Suite struct LostDatabaseTests {
  /// A store that has a message and an opt-out, closed.
  private func used() async throws -> Fixture {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission(), at: noon)
    try await fixture.store.close()
    return fixture
  }

  /// What may have become of the file.
  enum Loss: CaseIterable {
    case gone, emptied, replaced
  }

  @Test(arguments: Loss.allCases)
  func aDatabaseThatVanishedIsNotBegunAnew(loss: Loss) async throws {
    let fixture = try await used()
    try FileManager.default.removeItem(atPath: fixture.path)
    switch loss {
    case .gone: break
    case .emptied: #expect(FileManager.default.createFile(atPath: fixture.path, contents: nil))
    case .replaced: try fixture.tamper("CREATE TABLE strange (x)")
    }
    let error = await #expect(throws: StoreError.self) { try await fixture.reopened() }
    #expect(error?.description.contains("\(fixture.path) is damaged (a gateway has worked") == true)
    #expect(FileManager.default.fileExists(atPath: fixture.path) == (loss != .gone))

    // As it says: the directory moved away is a start.
    try FileManager.default.removeItem(atPath: fixture.directory)
    try FileManager.default.createDirectory(
      atPath: fixture.directory,
      withIntermediateDirectories: true
    )
    let fresh = try await fixture.reopened()
    #expect(try await fresh.messages(limit: 9).isEmpty)
    try await fresh.close()
  }

  /// The log of the database before lies beside a backup that was copied over it.
  @Test func aBackupDoesNotTakeTheLogOfAnother() async throws {
    let fixture = try await Fixture()
    let kept = submission()
    _ = try await fixture.store.accept(kept, at: noon)
    let copy = fixture.directory + "/copy.db"
    try await fixture.store.backup(to: copy)
    let later = (0..<50).map { _ in submission() }
    _ = try await fixture.store.accept(later, at: noon)
    // As after a crash: nothing is closed, and the log stays.
    let other = fixture.directory + "/other.db"
    try FileManager.default.copyItem(atPath: fixture.path + "-wal", toPath: other + "-wal")
    try FileManager.default.copyItem(atPath: copy, toPath: other)

    for _ in 1...2 {
      let restored = try await MessageStore.open(path: other)
      #expect(try await restored.check().isEmpty)
      #expect(try await restored.heldCount() == 1)
      _ = try await restored.accept(submission(), at: noon)
      try await restored.close()
    }
    let restored = try await MessageStore.open(path: other)
    #expect(try await restored.messages(limit: 9).count == 3, "its own log counts from then on")
    try await restored.close()
  }

  /// The same, and its own log is there when the gateway dies.
  @Test func aRestoredBackupKeepsItsOwnLog() async throws {
    let fixture = try await Fixture()
    let copy = fixture.directory + "/copy.db"
    try await fixture.store.backup(to: copy)
    let restored = try await MessageStore.open(path: copy)
    _ = try await restored.accept(submission(), at: noon)
    let crashed = fixture.directory + "/crashed.db"
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: copy + suffix, toPath: crashed + suffix)
    }
    try await restored.close()
    let again = try await MessageStore.open(path: crashed)
    #expect(try await again.messages(limit: 9).count == 1)
    try await again.close()
  }

  @Test func aRowThatCannotBeReadIsDamageAndStopsTheGateway() async throws {
    let fixture = try await used()
    try fixture.tamper("PRAGMA ignore_check_constraints = ON; UPDATE messages SET class = 'bulk'")
    let store = try await fixture.reopened()
    let error = await #expect(throws: StoreError.self) { try await store.claim() }
    #expect(error?.isFatal == true)
    try await store.close()
  }
}
