internal import GRDB

extension MessageStore {
  /// Reads the whole database and compares it with itself; it takes long for a large one.
  ///
  /// - Returns: What is wrong, in SQLite's words; nothing where all is well.
  /// - Throws: `StoreError`.
  public func check() async throws(StoreError) -> [String] {
    try await read { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
        "a row of \(row[0] as String? ?? "?") refers to nothing"
      }
      return found + orphans
    }
  }
}
