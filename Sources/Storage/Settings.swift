internal import GRDB

extension MessageStore {
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
