import Foundation
import GRDB
import Messaging
import QueuePolicy
import Storage
import Synchronization
import Testing

/// Counts callers from several tasks.
private final class Counter: Sendable {
  private let value = Mutex(0)

  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }
}

@Suite struct DurabilityTests {
  @Test func theWriterSyncsEveryCommitOfItsLog() async throws {
    let fixture = try await Fixture()
    let settings = try await fixture.store.durability()
    #expect(settings.synchronous == 2)
    #expect(settings.journalMode == "wal")
    #expect(settings.foreignKeys)
  }

  @Test func theDatabaseIsNobodyElsesBusiness() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission())
    for suffix in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path + suffix)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
    }
  }

  @Test func aWideModeIsNarrowed() async throws {
    let fixture = try await Fixture()
    try await fixture.store.close()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644],
      ofItemAtPath: fixture.path
    )
    _ = try await fixture.reopened()
    let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func callersAtTheSameTimeShareCommits() async throws {
    let fixture = try await Fixture()
    let before = fixture.store.commitCount
    // While another program holds the database everybody has to wait, and then shares.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: fixture.path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let callers = 300
    let started = Counter()
    let accepted = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<callers {
        group.addTask {
          if started.next() == callers {
            try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
          }
          return try await fixture.store.accept([submission()], at: noon).count
        }
      }
      return try await group.reduce(0, +)
    }
    let commits = fixture.store.commitCount - before
    print("\(callers) callers shared \(commits) commits")
    #expect(accepted == callers)
    #expect(commits < callers / 2)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == callers)
  }

  @Test func oneBadRequestDoesNotSpoilTheCommitOfOthers() async throws {
    let fixture = try await Fixture()
    let results = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<60 {
        group.addTask {
          var one = submission()
          if index % 3 == 0 { one.segmentCount = 999 }
          return (try? await fixture.store.accept([one], at: noon)) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(results == 40)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 40)
  }

  @Test func aCancelledCallerIsServedAllTheSame() async throws {
    let fixture = try await Fixture()
    let one = submission()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await fixture.store.accept(one)
    }
    #expect(try await task.value == .accepted(one.id))
    #expect(try await fixture.store.state(one.id) == .queued)
  }

  @Test func eventsComeAfterTheirCommitAndInItsOrder() async throws {
    let fixture = try await Fixture()
    var events = fixture.store.events().makeAsyncIterator()
    let one = submission()
    _ = try await fixture.store.accept(one)
    guard case .message(let change) = await events.next() else {
      Issue.record("no event")
      return
    }
    #expect(change.id == one.id)
    #expect(change.from == nil)
    #expect(change.to == .queued)
    #expect(await events.next() == .due(noon))
    _ = try await fixture.store.cancel(one.id, at: noon)
    guard case .message(let cancelled) = await events.next() else {
      Issue.record("no event")
      return
    }
    #expect(cancelled.from == .queued)
    #expect(cancelled.to == .cancelled)
    try await fixture.store.close()
    #expect(await events.next() == nil)
  }

  @Test func aClosedStoreSaysSo() async throws {
    let fixture = try await Fixture()
    try await fixture.store.close()
    await #expect(throws: StoreError.closed) { try await fixture.store.accept(submission()) }
    await #expect(throws: StoreError.self) { try await fixture.store.message(newID()) }
  }

  @Test func aDatabaseFromANewerVersionIsNotTouched() async throws {
    let fixture = try await Fixture()
    try await fixture.store.close()
    try fixture.tamper("INSERT INTO grdb_migrations VALUES ('99')")
    do {
      _ = try await fixture.reopened()
      Issue.record("it was opened")
    } catch let error as StoreError {
      guard case .newerVersion(_, let found, let known) = error else {
        Issue.record("another error: \(error)")
        return
      }
      #expect(found == "99")
      #expect(known == "1")
      #expect(error.description.contains("newer hermod"))
    }
  }

  @Test func whatIsNoDatabaseIsNotOverwritten() async throws {
    let directory = try Fixture.makeDirectory()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/" + MessageStore.fileName
    let text = String(repeating: "not a database at all\n", count: 400)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try await MessageStore.open(path: path)
      Issue.record("it was opened")
    } catch {
      guard case .corrupt = error else {
        Issue.record("another error: \(error)")
        return
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aSymbolicLinkIsNotFollowed() async throws {
    let directory = try Fixture.makeDirectory()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try FileManager.default.createSymbolicLink(
      atPath: directory + "/" + MessageStore.fileName,
      withDestinationPath: directory + "/elsewhere"
    )
    await #expect(throws: StoreError.self) { try await MessageStore.open(directory: directory) }
    #expect(!FileManager.default.fileExists(atPath: directory + "/elsewhere"))
  }

  @Test func aMissingDirectoryIsNamed() async throws {
    do {
      _ = try await MessageStore.open(directory: "/nonexistent/hermod")
      Issue.record("it was opened")
    } catch {
      #expect(error.description.contains("/nonexistent/hermod/hermod.db"))
      #expect(!error.isFatal)
    }
  }
}

@Suite struct SignalTests {
  @Test func aSlowListenerIsToldOnceHoweverMuchHappened() async throws {
    let fixture = try await Fixture()
    let signals = fixture.store.signals { event in
      if case .due = event { return true }
      return false
    }
    for _ in 0..<50 { _ = try await fixture.store.accept(submission()) }
    try await fixture.store.close()
    // Whatever has not been listened to by then was one signal.
    #expect(await signals.reduce(0) { count, _ in count + 1 } == 1)
  }

  @Test func whatHappensWhileAListenerIsBusyIsTold() async throws {
    let fixture = try await Fixture()
    let signals = fixture.store.signals { event in
      if case .message = event { return true }
      return false
    }
    var iterator = signals.makeAsyncIterator()
    for _ in 0..<3 {
      _ = try await fixture.store.accept(submission())
      #expect(await iterator.next() != nil)
    }
  }
}
