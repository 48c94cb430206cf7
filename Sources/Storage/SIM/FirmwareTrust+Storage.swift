internal import GRDB
public import QueuePolicy

extension MessageStore {
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
}

extension FirmwareTrust {
  /// What has been seen of one firmware.
  static func find(_ firmware: Firmware, in db: Database) throws -> FirmwareTrust {
    try db.first(
      """
      SELECT agreements, disagreements, unanswered_advances FROM firmware
      WHERE manufacturer = ? AND model = ? AND revision = ?
      """,
      [firmware.manufacturer, firmware.model, firmware.revision]
    ) { columns in
      FirmwareTrust(
        agreements: try columns.value(),
        disagreements: try columns.value(),
        unansweredAdvances: try columns.value()
      )
    } ?? FirmwareTrust()
  }

  /// Adds what was seen of one firmware.
  @discardableResult
  static func add(
    _ observation: FirmwareObservation,
    of firmware: Firmware,
    in db: Database
  ) throws -> FirmwareTrust {
    var trust = try find(firmware, in: db)
    trust.add(observation)
    try db.run(
      "INSERT OR REPLACE INTO firmware VALUES (?, ?, ?, ?, ?, ?)",
      [
        firmware.manufacturer, firmware.model, firmware.revision, trust.agreements,
        trust.disagreements, trust.unansweredAdvances,
      ]
    )
    return trust
  }
}
