internal import Glibc
internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage
internal import Synchronization

/// Where copies of the database are made, one at a time: each needs as much room as the database.
final class BackupDesk: Sendable {
  private let path: String
  private let isTaken = Mutex(false)

  /// A desk in the state directory; what a crash has left there is cleared away.
  init(stateDirectory: String) {
    path = stateDirectory + "/backup.db"
    for leftover in [path, path + ".partial"] { unlink(leftover) }
  }

  /// Makes a copy; nil where another is being made.
  func copy(_ store: MessageStore) async throws -> BackupFile? {
    let isOurs = isTaken.withLock { isTaken in
      defer { isTaken = true }
      return !isTaken
    }
    guard isOurs else { return nil }
    defer { isTaken.withLock { $0 = false } }
    try await store.backup(to: path)
    return try BackupFile(taking: path)
  }
}

// Backups: GET /v1/backup, POST /v1/queue/release.
extension GatewayControl {
  func backup(by submitter: Submitter) async throws -> BackupFile {
    let file: BackupFile?
    do {
      file = try await backups.copy(store)
    } catch {
      // The database itself is well: a disk that is too full for a second one stops nothing.
      throw ProblemDocument(.unavailable, "no backup was made: \(error)")
    }
    guard let file else {
      throw ProblemDocument(.conflict, "another backup is being made; try again when it is done")
    }
    logger.notice(
      "backup made",
      metadata: ["octets": "\(file.size)", "by": "\(submitter.account)"]
    )
    return file
  }

  func releaseHeld(_ id: MessageID?, by submitter: Submitter) async throws -> ReleaseAnswer {
    let now = clock.now
    let count = try await stored { () async throws(StoreError) in
      try await store.releaseHeld(id, at: now)
    }
    logger.notice(
      "messages are held no longer",
      metadata: ["count": "\(count)", "by": "\(submitter.account)"]
    )
    return ReleaseAnswer(released: count)
  }

  /// What an operator has to decide after a backup was restored; nil where nothing is held.
  func heldReason() async throws -> String? {
    let count = try await stored { () async throws(StoreError) in try await store.heldCount() }
    guard count > 0 else { return nil }
    return "\(count) \(count == 1 ? "message is" : "messages are") held since a backup was "
      + "restored: look at them, then \"hermod queue release\""
  }
}
