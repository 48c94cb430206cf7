internal import GRDB
public import Messaging
public import QueuePolicy

extension Schema {
  /// What speaks against a SIM; one that nothing speaks against has no row.
  static let simHealth = """
    CREATE TABLE sim_health (
      iccid TEXT PRIMARY KEY,
      standing TEXT NOT NULL CHECK (standing IN ('usable', 'paused', 'quarantined')),
      until INTEGER,
      reason TEXT,
      failures INTEGER NOT NULL,
      rests INTEGER NOT NULL,
      recipients TEXT NOT NULL,
      CHECK (standing = 'usable' OR (until IS NOT NULL AND reason IS NOT NULL))
    ) STRICT, WITHOUT ROWID
    """
}

extension MessageStore {
  /// What speaks against the SIMs, by SIM.
  ///
  /// - Returns: Their histories.
  /// - Throws: `StoreError`.
  public func simHealth() async throws(StoreError) -> [ICCID: SIMHealth] {
    try await read { db in
      let rows = try db.rows("SELECT * FROM sim_health")
      return Dictionary(try rows.map { (try $0.iccid("iccid"), SIMHealth($0)) }) { $1 }
    }
  }

  /// Keeps what speaks against a SIM.
  ///
  /// - Parameters:
  ///   - health: Its history.
  ///   - iccid: The SIM.
  /// - Throws: `StoreError`.
  public func keep(_ health: SIMHealth, of iccid: ICCID) async throws(StoreError) {
    try await writer.write { context in
      guard !health.isClean else {
        try context.db.run("DELETE FROM sim_health WHERE iccid = ?", [iccid.description])
        return
      }
      let (standing, until, reason) = health.standing.columns
      try context.db.run(
        "INSERT OR REPLACE INTO sim_health VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          iccid.description, standing, until?.milliseconds, reason, health.failures, health.rests,
          health.barredRecipients.map(\.description).joined(separator: "\n"),
        ]
      )
    }
  }
}

extension SIMHealth {
  fileprivate init(_ row: Row) {
    let recipients: String = row["recipients"]
    self.init(
      standing: Standing(row),
      failures: row["failures"],
      rests: row["rests"],
      barredRecipients: recipients.split(separator: "\n").map {
        PhoneNumber(normalForm: String($0))
      }
    )
  }
}

extension SIMHealth.Standing {
  fileprivate init(_ row: Row) {
    guard let until = row.optionalTimestamp("until"), let reason: String = row["reason"] else {
      self = .usable
      return
    }
    self =
      row["standing"] == "quarantined"
      ? .quarantined(until: until, reason: reason) : .paused(until: until, reason: reason)
  }

  fileprivate var columns: (String, Timestamp?, String?) {
    switch self {
    case .usable: ("usable", nil, nil)
    case .paused(let until, let reason): ("paused", until, reason)
    case .quarantined(let until, let reason): ("quarantined", until, reason)
    }
  }
}
