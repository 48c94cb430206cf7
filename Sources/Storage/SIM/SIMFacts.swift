internal import GRDB
public import Messaging

/// Something that is remembered of a SIM: why it is quarantined, which PIN it refused.
public struct SIMFact: Hashable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// What kind of fact.
  public var name: String
  /// The fact.
  public var value: String
  /// Since when.
  public var at: Timestamp
}

extension MessageStore {
  /// Remembers something of a SIM, or forgets it.
  ///
  /// - Parameters:
  ///   - name: What kind of fact.
  ///   - value: The fact; nil forgets it.
  ///   - iccid: The SIM.
  ///   - now: The time.
  /// - Throws: `StoreError`.
  public func remember(
    _ name: String,
    _ value: String?,
    of iccid: ICCID,
    at now: Timestamp
  ) async throws(StoreError) {
    try await writer.write(.essential) { context in
      if let value {
        try context.db.run(
          "INSERT OR REPLACE INTO sim_facts VALUES (?, ?, ?, ?)",
          [iccid.description, name, value, now.milliseconds]
        )
      } else {
        try context.db.run(
          "DELETE FROM sim_facts WHERE iccid = ? AND name = ?",
          [iccid.description, name]
        )
      }
    }
  }

  /// What is remembered of SIMs.
  ///
  /// - Parameter iccid: The SIM; nil for all.
  /// - Returns: The facts, by SIM and name.
  /// - Throws: `StoreError`.
  public func facts(of iccid: ICCID? = nil) async throws(StoreError) -> [SIMFact] {
    try await read { db in
      try db.rows(
        "SELECT * FROM sim_facts WHERE ?1 IS NULL OR iccid = ?1 ORDER BY iccid, name",
        [iccid?.description]
      ).map { row in
        SIMFact(
          iccid: try row.iccid("iccid"),
          name: row["name"],
          value: row["value"],
          at: row.timestamp("at")
        )
      }
    }
  }
}
