internal import GRDB
public import Messaging
public import QueuePolicy

/// What EF-SMSS (3GPP TS 31.102 §4.2.28) of a SIM holds: the TP-MR that was used last.
public struct LastUsedReference: Hashable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// The TP-MR.
  public var value: UInt8
  /// The firmware that read it.
  public var firmware: Firmware
  /// Whether it is what the answers since the reading before lead to expect; nil where there were
  /// none.
  public var agrees: Bool?

  /// A reading.
  public init(iccid: ICCID, value: UInt8, firmware: Firmware, agrees: Bool? = nil) {
    self.iccid = iccid
    self.value = value
    self.firmware = firmware
    self.agrees = agrees
  }
}

extension MessageStore {
  /// Records a reading of EF-SMSS: it may prove that an attempt came to nothing, and it is how trust
  /// in a firmware is earned and lost.
  ///
  /// Only the first reading after an attempt says anything about it, before another is made on that
  /// SIM: the number has one octet, and comes round again.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - now: The time.
  /// - Returns: The messages whose attempts it settled.
  /// - Throws: `StoreError`.
  public func record(
    _ reading: LastUsedReference,
    at now: Timestamp
  ) async throws(StoreError) -> [MessageChange] {
    let rules = rules
    return try await writer.write(.essential) { context in
      try AttemptTable(db: context.db, rules: rules, now: now).record(reading, in: &context)
    }
  }
}

extension AttemptTable {
  /// EF-SMSS before an attempt, as far as it can be relied on: a number that is wrong would keep a
  /// status report from proving anything.
  func baseline(of attempt: AttemptRecord) throws -> UInt8? {
    guard let baseline = attempt.messageReferenceBaseline, let firmware = attempt.firmware else {
      return attempt.messageReferenceBaseline
    }
    return try FirmwareTrust.find(firmware, in: db).keepsCount ? baseline : nil
  }

  fileprivate func record(
    _ reading: LastUsedReference,
    in context: inout WriteContext
  ) throws -> [MessageChange] {
    if let agrees = reading.agrees {
      try FirmwareTrust.add(agrees ? .agreed : .disagreed, of: reading.firmware, in: db)
    }
    let evidence = Evidence.lastUsedReference(
      reading.value,
      iccid: reading.iccid,
      firmwareIsTrusted: try FirmwareTrust.find(reading.firmware, in: db).isTrusted
    )
    guard let attempt = try lastUnknown(of: reading.iccid, by: reading.firmware) else { return [] }
    try keep(reading, after: attempt)
    let change = try conclude(
      attempt.unresolved.conclusion(from: evidence),
      about: attempt,
      evidence: .lastUsedReference,
      in: &context
    )
    return change.map { [$0] } ?? []
  }

  /// The attempt that a reading tells about: the last one of the SIM, if the same firmware made it.
  ///
  /// Another may have moved the number since, and trust in one firmware says nothing of what another did.
  private func lastUnknown(of iccid: ICCID, by firmware: Firmware) throws -> AttemptRow? {
    let latest = try db.first(
      """
      SELECT \(AttemptRow.columns) FROM attempts INDEXED BY attempts_unresolved
      WHERE unresolved = 1 AND iccid = ? ORDER BY id DESC LIMIT 1
      """,
      [iccid.description],
      as: AttemptRow.init
    )
    guard let attempt = latest, attempt.outcome != nil, attempt.baseline != nil, !attempt.isCopied,
      attempt.firmware == firmware,
      try db.row("SELECT 1 FROM readings WHERE attempt = ?", [attempt.id.value]) == nil,
      try db.row(
        "SELECT 1 FROM attempts WHERE id > ? AND +iccid = ? LIMIT 1",
        [attempt.id.value, iccid.description]
      ) == nil
    else { return nil }
    return attempt
  }

  private func keep(_ reading: LastUsedReference, after attempt: AttemptRow) throws {
    try db.run(
      "INSERT INTO readings VALUES (?, ?, ?)",
      [attempt.id.value, Int(reading.value), now.milliseconds]
    )
  }

  /// Learns whether EF-SMSS told of an attempt without an answer that turned out to have been sent.
  func learnFromReading(of attempt: AttemptRow, isAnsweredLate: Bool) throws {
    guard let baseline = attempt.baseline, let firmware = attempt.firmware,
      let row = try db.row("SELECT value FROM readings WHERE attempt = ?", [attempt.id.value]),
      let value = row.octet("value"),
      let observation = FirmwareObservation(
        reading: value,
        baseline: baseline,
        outcome: attempt.outcome,
        isAnsweredLate: isAnsweredLate
      )
    else { return }
    try FirmwareTrust.add(observation, of: firmware, in: db)
  }
}
