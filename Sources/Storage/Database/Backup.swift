internal import GRDB
internal import Glibc
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// Copies the database while the gateway runs.
  ///
  /// In the copy every message that is not done with is held: what happened after the copy was made
  /// is not known to it, and sending on would send twice. For the same reason EF-SMSS proves nothing of
  /// the attempts in doubt that it holds, and trust in a firmware has to be earned anew.
  ///
  /// - Parameter target: The file to make; there must be none of that name.
  /// - Throws: `StoreError`; there is no file of that name then, unless there was one before.
  public func backup(to target: String) async throws(StoreError) {
    let draft = target + ".partial"
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    try Self.reserve(target, draft)
    try await requireRoom(for: target)
    try await copy(to: draft)
    do {
      try Self.hold(draft)
      try Self.publish(draft, as: target)
    } catch {
      throw StoreError(error, path: target)
    }
  }

  /// A copy that fills the disk would stop the gateway that it is made of.
  private func requireRoom(for target: String) async throws(StoreError) {
    let pages = try await read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
      )
        ?? 0
    }
    var space = statvfs()
    guard statvfs(Self.directory(of: target), &space) == 0 else { return }
    let free = Int(clamping: space.f_bavail).multipliedReportingOverflow(by: Int(space.f_frsize))
    guard free.overflow || free.partialValue > pages + Self.spareRoom else {
      throw .diskFull(path: target)
    }
  }

  /// How much room a copy must leave to the gateway.
  private static let spareRoom = 16 << 20

  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// Copies what is committed; readers and the writer go on meanwhile.
  private func copy(to draft: String) async throws(StoreError) {
    let path = path
    let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
      do {
        var configuration = Configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: path, configuration: configuration)
        source.asyncWriteWithoutTransaction { db in
          let result = Result { try db.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
          continuation.resume(returning: result.mapError { StoreError($0, path: draft) })
        }
      } catch {
        continuation.resume(returning: .failure(StoreError(error, path: path)))
      }
    }
    try result.get()
  }

  /// Makes an empty draft that nobody else may read; VACUUM INTO fills it.
  private static func reserve(_ target: String, _ draft: String) throws(StoreError) {
    guard access(target, F_OK) != 0 else {
      throw .cannotOpen(path: target, detail: "there is a file of that name already")
    }
    let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: target, detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
  }

  private static func hold(_ draft: String) throws {
    let queue = try DatabaseQueue(path: draft)
    // A draft that a crash leaves unfinished is thrown away: it needs no journal, and no second room.
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    try queue.write { db in
      try db.execute(sql: "UPDATE messages SET held = 1 WHERE \(unfinished)")
      // The SIM has moved on since, and its octet comes round: it says nothing of these any more.
      try db.execute(
        sql: "UPDATE attempts SET copied = 1 WHERE unresolved = 1 OR settlement = 'disregarded'"
      )
      // What may have shaken it since is not known; what has shaken it before stays.
      try db.execute(sql: "DELETE FROM firmware WHERE disagreements = 0")
      try db.execute(sql: EventTable.rename)
      try BackupMark.set(on: db)
    }
    try queue.close()
  }

  /// Gives the draft its name once it is whole on the disk, never over another file.
  private static func publish(_ draft: String, as target: String) throws {
    let descriptor = Glibc.open(draft, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw StoreError.inputOutput(path: target, detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    guard link(draft, target) == 0 else {
      throw StoreError.cannotOpen(path: target, detail: String(cString: strerror(errno)))
    }
    let parent = Glibc.open(directory(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { return }
    fsync(parent)
    Glibc.close(parent)
  }

  /// The messages that can be held: those that are not done with.
  private static let unfinished = "state IN ('queued', 'submitting', 'unknown')"

  /// How many messages are held since a backup was restored.
  ///
  /// - Returns: The number.
  /// - Throws: `StoreError`.
  public func heldCount() async throws(StoreError) -> Int {
    try await read { db in
      try db.value(Int.self, "SELECT count(*) FROM messages WHERE held = 1 AND \(Self.unfinished)")
        ?? 0
    }
  }

  /// Lets held messages go on.
  ///
  /// - Parameters:
  ///   - id: The message; nil for all.
  ///   - now: The time.
  /// - Returns: How many were held.
  /// - Throws: `StoreError`.
  @discardableResult
  public func releaseHeld(
    _ id: MessageID? = nil,
    at now: Timestamp
  ) async throws(StoreError) -> Int {
    try await writer.write { context in
      try context.db.run(
        "UPDATE messages SET held = 0 WHERE held = 1 AND \(Self.unfinished) AND (?1 IS NULL OR id = ?1)",
        [id?.description]
      )
      let count = context.db.changesCount
      if count > 0 { context.events.append(.due(now)) }
      return count
    }
  }
}
