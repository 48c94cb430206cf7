internal import GRDB
public import Messaging
public import QueuePolicy

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

  /// Adds what was seen of EF-SMSS on one firmware.
  ///
  /// - Parameters:
  ///   - observation: What was seen.
  ///   - firmware: The firmware.
  /// - Returns: All that has been seen of it so far.
  /// - Throws: `StoreError`.
  @discardableResult
  public func record(
    _ observation: FirmwareObservation,
    of firmware: Firmware
  ) async throws(StoreError) -> FirmwareTrust {
    try await writer.write { context in
      try FirmwareTrust.add(observation, of: firmware, in: context.db)
    }
  }

  /// What has been seen of EF-SMSS on one firmware.
  ///
  /// - Parameter firmware: The firmware.
  /// - Returns: What was seen, and whether that is enough to trust it.
  /// - Throws: `StoreError`.
  public func trust(in firmware: Firmware) async throws(StoreError) -> FirmwareTrust {
    try await read { db in try FirmwareTrust.find(firmware, in: db) }
  }

  /// When the last message was accepted, by the clock as it was then; nil where there is none.
  ///
  /// - Returns: The time.
  /// - Throws: `StoreError`.
  public func lastAcceptance() async throws(StoreError) -> Timestamp? {
    try await read { db in
      try db.value(Int64.self, "SELECT accepted_at FROM messages ORDER BY row DESC LIMIT 1")
        .map(Timestamp.init(milliseconds:))
    }
  }

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
