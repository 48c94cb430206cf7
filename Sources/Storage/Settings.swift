internal import GRDB

extension MessageStore {
  /// Remembers something of the gateway itself, such as that the queue is paused, or forgets it.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - value: The value; nil forgets it.
  /// - Throws: `StoreError`.
  public func set(_ name: String, _ value: String?) async throws(StoreError) {
    try await writer.write { context in
      if let value {
        try context.db.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", [name, value])
      } else {
        try context.db.run("DELETE FROM settings WHERE name = ?", [name])
      }
    }
  }

  /// Something that is remembered of the gateway itself.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The value; nil where nothing is remembered.
  /// - Throws: `StoreError`.
  public func setting(_ name: String) async throws(StoreError) -> String? {
    try await read { db in
      try db.value(String.self, "SELECT value FROM settings WHERE name = ?", [name])
    }
  }

  /// What is remembered of the gateway itself under names that begin alike.
  ///
  /// - Parameter prefix: How the names begin; no pattern characters.
  /// - Returns: The values by their whole names.
  /// - Throws: `StoreError`.
  public func settings(
    beginningWith prefix: String
  ) async throws(StoreError) -> [String: String] {
    try await read { db in
      let rows = try db.rows(
        "SELECT name, value FROM settings WHERE substr(name, 1, length(?1)) = ?1",
        [prefix]
      )
      return Dictionary(rows.map { ($0["name"] as String, $0["value"] as String) }) { $1 }
    }
  }
}
