internal import GRDB
internal import Glibc

/// What tells a copy that no gateway has worked with yet: `PRAGMA application_id` in the header of its file.
///
/// SQLite would take a log (`-wal`) that lies beside such a file for the file's own, though it is what another
/// database left there, and mix the two. So a marked file has no log, and whatever claims to be one goes.
/// The mark goes before anything else is written: where it still is, the log holds nothing that counts.
enum BackupMark {
  /// "HRMB".
  private static let value: UInt32 = 0x4852_4D42
  /// Where the header of a database has its `application_id` (SQLite file format §1.3.17).
  private static let offset = 68

  /// Marks a copy.
  static func set(on db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(value)")
  }

  /// Takes away what another database has left beside a copy that nobody has worked with.
  static func removeStrangeLog(beside path: String) {
    guard isSet(in: path) else { return }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Takes the mark off, in the file itself and not in its log alone.
  static func clear(on db: Database) throws {
    guard try UInt32.fetchOne(db, sql: "PRAGMA application_id") == value else { return }
    try db.execute(sql: "PRAGMA application_id = 0")
    _ = try db.checkpoint(.truncate)
  }

  /// Whether a file has the mark, read without SQLite, which would open the log.
  static func isSet(in path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var octets = [UInt8](repeating: 0, count: 4)
    guard pread(descriptor, &octets, octets.count, off_t(offset)) == octets.count else {
      return false
    }
    return octets.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == value
  }
}
