internal import Dispatch
internal import GRDB
internal import Glibc

/// The database file: how it is created, opened and checked.
struct DatabaseFile {
  /// The one connection that writes, and the connections that read.
  let pool: DatabasePool
  /// A reader of its own for claims, so that they never wait for a long query.
  let claims: DatabaseQueue
  let path: String

  /// Opens the database, makes it durable, and brings its schema up to date.
  init(path: String) throws(StoreError) {
    self.path = path
    let wasUsed = SpaceReserve.isThere(besides: path)
    if wasUsed { try Self.refuseEmpty(path) }
    try Self.create(path)
    BackupMark.removeStrangeLog(beside: path)
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.maximumReaderCount = 4
      configuration.label = "hermod"
      // GRDB asks for more than the default, which a service may not give its threads.
      configuration.qos = .default
      configuration.prepareDatabase { db in
        // Works on a new file only: freed pages go back to the disk in small steps, never by a
        // VACUUM that everybody waits for.
        guard !db.configuration.readonly else { return }
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      // GRDB sets NORMAL when it opens WAL, so FULL is set afterwards.
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
        // The pages that every message changes go to the file once for thousands of messages, and
        // not once for a few hundred.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4096")
        try db.execute(sql: "PRAGMA cache_size = -8192")
        try Self.assertDurable(db, path: path)
        try BackupMark.clear(on: db)
      }
      guard try !wasUsed || Self.hasTables(pool) else { throw Self.emptied(path) }
      try Schema.migrate(pool, path: path)
      configuration.readonly = true
      claims = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func close() throws {
    try claims.close()
    // The last connection to be closed may be one that only reads, and then the log would stay.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try pool.close()
  }

  /// A database that has vanished from where a gateway worked with it is not begun anew: those who have opted
  /// out would be written to.
  private static func refuseEmpty(_ path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 ? status.st_size == 0 : errno == ENOENT else { return }
    throw emptied(path)
  }

  private static func hasTables(_ pool: DatabasePool) throws -> Bool {
    try pool.read { try !Schema.migrator.appliedIdentifiers($0).isEmpty }
  }

  private static func emptied(_ path: String) -> StoreError {
    .corrupt(path: path, detail: "a gateway has worked with it, and now there is nothing in it")
  }

  /// Creates the file as 0600 before SQLite would create it as the umask has it.
  private static func create(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let number = errno
      switch number {
      case EROFS, EACCES, EPERM: throw .readOnly(path: path)
      case ENOSPC, EDQUOT: throw .diskFull(path: path)
      case EIO: throw .inputOutput(path: path, detail: String(cString: strerror(number)))
      default: throw .cannotOpen(path: path, detail: String(cString: strerror(number)))
      }
    }
    defer { Glibc.close(descriptor) }
    // A message body is nobody else's business.
    guard fchmod(descriptor, 0o600) == 0 else { throw .readOnly(path: path) }
  }

  /// A library that changes what the promises rest on is caught here.
  private static func assertDurable(_ db: Database, path: String) throws {
    let found = try Durability(db)
    guard found.synchronous == 2 else {
      throw StoreError.notDurable(
        path: path,
        detail: "PRAGMA synchronous is \(found.synchronous), not 2 (FULL)"
      )
    }
    guard found.journalMode == "wal" else {
      throw StoreError.notDurable(
        path: path,
        detail: "PRAGMA journal_mode is \(found.journalMode), not wal"
      )
    }
    guard found.foreignKeys else {
      throw StoreError.notDurable(path: path, detail: "PRAGMA foreign_keys is off")
    }
  }
}

/// The settings that the promises rest on.
public struct Durability: Hashable, Sendable {
  /// `PRAGMA synchronous`; 2 is FULL: every commit is on the disk before it counts.
  public var synchronous: Int
  /// `PRAGMA journal_mode`.
  public var journalMode: String
  /// `PRAGMA foreign_keys`.
  public var foreignKeys: Bool

  init(_ db: Database) throws {
    synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
    journalMode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
    foreignKeys = try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false
  }
}
