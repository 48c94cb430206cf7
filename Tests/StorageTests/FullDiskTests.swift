import Foundation
import Messaging
import QueuePolicy
import Storage
import Testing

/// A file system of its own, a few megabytes large; mounting it takes root.
private final class SmallDisk: Sendable {
  let directory: String

  /// Nil where nothing may be mounted here.
  init?(octets: Int) throws {
    directory = try Fixture.makeDirectory()
    guard try Self.run("mount", "-t", "tmpfs", "-o", "size=\(octets)", "tmpfs", directory) else {
      print("skipped: a small file system cannot be mounted here (root is needed)")
      try FileManager.default.removeItem(atPath: directory)
      return nil
    }
  }

  deinit {
    _ = try? Self.run("umount", "-l", directory)
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Takes all the room that is left.
  func fill() throws {
    _ = FileManager.default.createFile(atPath: directory + "/filler", contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: directory + "/filler"))
    for size in [65_536, 4096, 1] {
      while (try? handle.write(contentsOf: Data(count: size))) != nil {}
    }
    try handle.close()
  }

  /// A file of somebody else, that is in the way from the beginning.
  func occupy(octets: Int) throws {
    try Data(count: octets).write(to: URL(fileURLWithPath: directory + "/other"))
  }

  func free() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: directory)
    where ["filler", "other"].contains(name) {
      try FileManager.default.removeItem(atPath: directory + "/" + name)
    }
  }

  func makeReadOnly() throws -> Bool {
    try Self.run("mount", "-o", "remount,ro", directory)
  }

  private static func run(_ arguments: String...) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

@Suite struct FullDiskTests {
  private let large = String(repeating: "x", count: 20_000)

  /// Accepts until the disk says no.
  private func acceptUntilFull(_ store: MessageStore) async throws -> [MessageID] {
    var kept: [MessageID] = []
    for _ in 0..<2000 {
      let one = submission { $0.content = .text(large) }
      do {
        _ = try await store.accept([one], at: noon)
        kept.append(one.id)
      } catch {
        guard case .diskFull = error else { throw error }
        return kept
      }
    }
    Issue.record("the disk never was full")
    return kept
  }

  @Test func aFullDiskStopsIntakeAndSubmissionButNotTheResults() async throws {
    guard let disk = try SmallDisk(octets: 8 << 20) else { return }
    try disk.occupy(octets: 3 << 20)
    let store = try await MessageStore.open(directory: disk.directory, reservedSpace: 1 << 20)
    let first = submission()
    _ = try await store.accept([first], at: noon)
    let attempt = try await store.attempt(first.id)
    #expect(store.hasRoom)
    let kept = try await acceptUntilFull(store)
    try disk.fill()
    #expect(!kept.isEmpty)
    #expect(!store.hasRoom)
    #expect(try await store.checkRoom() == false)

    // Nothing more is accepted, nothing more is submitted.
    let record = AttemptRecord(
      message: try #require(kept.first),
      segment: 1,
      modem: "modem1",
      iccid: try serialNumber()
    )
    await #expect(throws: StoreError.self) { try await store.recordAttempt(record, at: noon) }
    #expect(store.failure == nil)
    try disk.free()
    #expect(try await store.checkRoom())
    #expect(store.hasRoom)
    guard case .recorded = try await store.recordAttempt(record, at: noon) else {
      Issue.record("submission did not resume")
      return
    }
    // Everything that was accepted is there.
    for id in kept { #expect(try await store.message(id) != nil) }
    let accepted = SubmissionOutcome.accepted(messageReference: 1)
    _ = try await store.recordOutcome(of: attempt, accepted, at: noon, jitter: 0)
    try await store.close()
  }

  @Test func theOutcomeOfAMessageInFlightIsWrittenOnAFullDisk() async throws {
    guard let disk = try SmallDisk(octets: 6 << 20) else { return }
    let store = try await MessageStore.open(directory: disk.directory, reservedSpace: 1 << 20)
    let messages = (0..<16).map { _ in submission() }
    _ = try await store.accept(messages, at: noon)
    var attempts: [AttemptID] = []
    for one in messages { attempts.append(try await store.attempt(one.id)) }
    try disk.fill()
    await #expect(throws: StoreError.self) {
      // The log still has some room of its own; sooner or later it ends.
      for _ in 0..<2000 {
        _ = try await store.accept([submission { $0.content = .text(large) }], at: noon)
      }
    }
    for (index, attempt) in attempts.enumerated() {
      let change = try await store.recordOutcome(
        of: attempt,
        .accepted(messageReference: UInt8(index)),
        at: noon,
        jitter: 0
      )
      #expect(change.to == .sent)
    }
    try await store.close()
    try disk.free()
    let reopened = try await MessageStore.open(
      directory: disk.directory,
      reservedSpace: 1 << 20
    )
    for one in messages { #expect(try await reopened.state(one.id) == .sent) }
    #expect(try await reopened.check().isEmpty)
    try await reopened.close()
  }

  /// What is old may stay a little longer; the results of messages in flight have nowhere else to go.
  @Test func pruningDoesNotSpendTheRoomThatIsKeptForResults() async throws {
    guard let disk = try SmallDisk(octets: 12 << 20) else { return }
    try disk.occupy(octets: 4 << 20)
    let store = try await MessageStore.open(directory: disk.directory, reservedSpace: 1 << 20)
    let flying = submission()
    _ = try await store.accept([flying], at: noon)
    let attempt = try await store.attempt(flying.id)
    let old = (0..<60).map { _ in submission { $0.content = .text(large) } }
    _ = try await store.accept(old, at: noon)
    for one in old { _ = try await store.cancel(one.id, at: noon) }
    _ = try await acceptUntilFull(store)
    let later = noon + .seconds(1)
    await #expect(throws: StoreError.diskFull(path: store.path)) {
      try await store.prune(Retention(messages: .zero), at: later)
    }
    let change = try await store.recordOutcome(
      of: attempt,
      .accepted(messageReference: 1),
      at: noon,
      jitter: 0
    )
    #expect(change.to == .sent)
    try disk.free()
    #expect(try await store.prune(Retention(messages: .zero), at: later) >= old.count)
    try await store.close()
  }

  @Test func aReadOnlyFileSystemIsNamed() async throws {
    guard let disk = try SmallDisk(octets: 6 << 20) else { return }
    guard try disk.makeReadOnly() else { return }
    do {
      _ = try await MessageStore.open(directory: disk.directory)
      Issue.record("it was opened")
    } catch {
      #expect(error == .readOnly(path: disk.directory + "/hermod.db"))
    }
  }
}

@Suite struct DamageTests {
  @Test func aDamagedPageStopsEverything() async throws {
    let fixture = try await Fixture()
    let messages = (0..<3000).map { _ in submission() }
    _ = try await fixture.store.accept(messages, at: noon)
    try await fixture.store.close()
    let handle = try #require(FileHandle(forUpdatingAtPath: fixture.path))
    let size = try handle.seekToEnd()
    // The beginning stays, so that the file opens and the damage is met at work.
    for page in (size / 4096 * 3 / 4)..<(size / 4096) {
      try handle.seek(toOffset: page * 4096)
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 2048))
    }
    try handle.close()
    let store = try await MessageStore.open(path: fixture.path)
    #expect(store.failure == nil)
    var found: StoreError?
    do {
      _ = try await store.accept([submission()], at: noon)
    } catch {
      found = error
    }
    // Whoever tries again gets the same answer, and nothing is written.
    #expect(store.failure == found)
    let error = try #require(found)
    await #expect(throws: error) { try await store.set("anything", "at all") }
    guard case .corrupt = found else {
      Issue.record("another error: \(String(describing: found))")
      return
    }
    #expect(found?.isFatal == true)
  }
}
