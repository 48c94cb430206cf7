internal import GRDB
public import Messaging

extension MessageStore {
  /// Keeps a new token.
  ///
  /// - Parameter token: The token.
  /// - Returns: Whether it was kept; false where its name is taken, be it by a revoked one.
  /// - Throws: `StoreError`.
  public func keepToken(_ token: StoredToken) async throws(StoreError) -> Bool {
    try await writer.write { context in
      try context.db.run(
        "INSERT OR IGNORE INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          token.name, token.id, token.hash.blob, token.scope.rawValue,
          token.createdAt.milliseconds, token.createdBy, token.expiresAt?.milliseconds,
          token.lastUsedAt?.milliseconds, token.revokedAt?.milliseconds,
        ]
      )
      return context.db.changesCount > 0
    }
  }

  /// Every token, also the revoked ones, by name.
  ///
  /// - Returns: The tokens.
  /// - Throws: `StoreError`.
  public func tokens() async throws(StoreError) -> [StoredToken] {
    try await read { db in
      try db.rows("SELECT * FROM tokens ORDER BY name").map(StoredToken.init)
    }
  }

  /// The token that says that it is this one.
  ///
  /// - Parameter id: The part of the token that says which one it is.
  /// - Returns: The token; nil where there is none.
  /// - Throws: `StoreError`.
  public func token(withID id: String) async throws(StoreError) -> StoredToken? {
    try await read { db in
      try db.row("SELECT * FROM tokens WHERE id = ?", [id]).map(StoredToken.init)
    }
  }

  /// Revokes a token, for good.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - now: The time.
  /// - Returns: The token as it is now; nil where there is none of that name.
  /// - Throws: `StoreError`.
  public func revokeToken(
    named name: String,
    at now: Timestamp
  ) async throws(StoreError) -> StoredToken? {
    try await writer.write { context in
      try context.db.run(
        "UPDATE tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
        [now.milliseconds, name]
      )
      return try context.db.row("SELECT * FROM tokens WHERE name = ?", [name])
        .map(StoredToken.init)
    }
  }

  /// Notes that a token was used.
  ///
  /// - Parameters:
  ///   - id: The part of the token that says which one it is.
  ///   - now: The time.
  /// - Throws: `StoreError`.
  public func tokenUsed(_ id: String, at now: Timestamp) async throws(StoreError) {
    try await writer.write { context in
      try context.db.run(
        "UPDATE tokens SET last_used_at = ? WHERE id = ?",
        [now.milliseconds, id]
      )
    }
  }
}

extension StoredToken {
  fileprivate init(_ row: Row) throws {
    self.init(
      name: row["name"],
      id: row["id"],
      hash: row.octets("hash") ?? [],
      scope: try row.required("scope"),
      createdAt: row.timestamp("created_at"),
      createdBy: row["created_by"],
      expiresAt: row.optionalTimestamp("expires_at"),
      lastUsedAt: row.optionalTimestamp("last_used_at"),
      revokedAt: row.optionalTimestamp("revoked_at")
    )
  }
}
