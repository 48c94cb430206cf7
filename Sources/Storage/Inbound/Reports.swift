internal import GRDB
public import Messaging
public import QueuePolicy

/// A status report as it was received (SMS-STATUS-REPORT, 3GPP TS 23.040 §9.2.2.3).
public struct StatusReportRecord: Hashable, Sendable {
  /// The SIM that received it.
  public var iccid: ICCID
  /// Another SIM that may have received it instead; nil where there is no doubt.
  public var otherSIM: ICCID?
  /// TP-RA, §9.2.3.14, in the normal form.
  public var recipient: PhoneNumber
  /// TP-MR, §9.2.3.6.
  public var messageReference: UInt8
  /// What TP-ST means.
  public var category: DeliveryCategory
  /// TP-ST, §9.2.3.15, as received.
  public var status: UInt8
  /// TP-SCTS, §9.2.3.11.
  public var serviceCentreTimeStamp: Timestamp
  /// TP-DT, §9.2.3.13.
  public var dischargeTime: Timestamp?
  /// The whole PDU as received.
  public var rawPDU: [UInt8]

  /// A status report; its category follows from TP-ST.
  public init(
    iccid: ICCID,
    otherSIM: ICCID? = nil,
    recipient: PhoneNumber,
    messageReference: UInt8,
    status: UInt8,
    serviceCentreTimeStamp: Timestamp,
    dischargeTime: Timestamp? = nil,
    rawPDU: [UInt8]
  ) {
    self.iccid = iccid
    self.otherSIM = otherSIM
    self.recipient = recipient
    self.messageReference = messageReference
    category = DeliveryCategory(status: status)
    self.status = status
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.dischargeTime = dischargeTime
    self.rawPDU = rawPDU
  }
}

/// A delivery report, and the message it is about.
public struct DeliveryReport: Hashable, Sendable {
  /// What was received.
  public var record: StatusReportRecord
  /// When.
  public var receivedAt: Timestamp
  /// The attempt it is about; nil while none is found.
  public var attempt: AttemptID?
  /// The message it is about; nil while none is found.
  public var message: MessageID?
}

/// What became of a status report.
public struct ReportRecording: Hashable, Sendable {
  /// Whether it had been received before; nothing changed then.
  public var isDuplicate: Bool
  /// The report.
  public var report: DeliveryReport
  /// What it did to its message, step by step.
  public var changes: [MessageChange]
}

extension MessageStore {
  /// Records a status report; it may be deleted from the modem when this returns.
  ///
  /// It belongs to the newest attempt of that SIM to that recipient with that reference that has
  /// no final report. One that comes before the outcome of its attempt waits for it. One that is
  /// evidence for an unknown attempt settles it.
  ///
  /// - Parameters:
  ///   - record: The report.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`; it must not be deleted from the modem then.
  public func recordReport(
    _ record: StatusReportRecord,
    at now: Timestamp
  ) async throws(StoreError) -> ReportRecording {
    let rules = rules
    let recording = try await writer.write { context in
      try ReportTable(db: context.db, rules: rules, now: now).record(record, in: &context)
    }
    for change in recording.changes where change.to != .queued { release(change.id) }
    return recording
  }
}

/// Status reports, as a transaction sees them.
struct ReportTable {
  let db: Database
  let rules: MessageRules
  let now: Timestamp

  /// How far the service centre's clock may be behind ours.
  static let clockTolerance: Duration = .seconds(600)

  func record(
    _ record: StatusReportRecord,
    in context: inout WriteContext
  ) throws -> ReportRecording {
    var report = DeliveryReport(record: record, receivedAt: now)
    guard try !isKnown(record) else {
      return ReportRecording(isDuplicate: true, report: report, changes: [])
    }
    let arguments: [(any DatabaseValueConvertible)?] = [
      record.iccid.description, record.otherSIM?.description, record.recipient.description,
      Int(record.messageReference), record.category.rawValue, Int(record.status),
      record.serviceCentreTimeStamp.milliseconds, record.dischargeTime?.milliseconds,
      record.rawPDU.blob, now.milliseconds,
    ]
    try db.run(
      """
      INSERT INTO reports (iccid, other_iccid, recipient, message_reference, category,
        status, service_centre_time, discharge_time, pdu, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(arguments)
    )
    let id = db.lastInsertedRowID
    var changes: [MessageChange] = []
    if let attempt = try attempt(for: record, in: &context, &changes) {
      changes += try attach(id, record, to: attempt, in: &context)
      report.attempt = attempt.id
      report.message = try MessageRow.find(row: attempt.message, in: db)?.id
    }
    context.events.append(.report(report))
    return ReportRecording(isDuplicate: false, report: report, changes: changes)
  }

  /// Whether a report was received before, for any SIM that either record names.
  ///
  /// What lies in a modem's memory while the SIM is changed may be read again, first in doubt about its
  /// SIM, and then under the next one without: the doubt is kept.
  private func isKnown(_ record: StatusReportRecord) throws -> Bool {
    let sim = record.iccid.description
    let other = record.otherSIM?.description ?? sim
    let earlier = try db.row(
      """
      SELECT id, iccid FROM reports WHERE iccid IN (?, ?) AND pdu = ?
      UNION ALL SELECT id, iccid FROM reports WHERE other_iccid IN (?, ?) AND pdu = ? LIMIT 1
      """,
      [sim, other, record.rawPDU.blob, sim, other, record.rawPDU.blob]
    )
    guard let earlier else { return false }
    if sim != other {
      try db.run(
        "UPDATE reports SET other_iccid = ? WHERE id = ? AND other_iccid IS NULL",
        [earlier["iccid"] == sim ? other : sim, earlier["id"] as Int64]
      )
    }
    return true
  }

  /// The attempt that a report is about; an unknown one that it proves is settled on the way.
  private func attempt(
    for record: StatusReportRecord,
    in context: inout WriteContext,
    _ changes: inout [MessageChange]
  ) throws -> AttemptRow? {
    let owners = try db.all(
      """
      SELECT \(AttemptRow.columns) FROM attempts WHERE iccid IN (?, ?) AND recipient = ? AND message_reference = ?
      ORDER BY id DESC LIMIT 64
      """,
      [
        record.iccid.description, (record.otherSIM ?? record.iccid).description,
        record.recipient.description, Int(record.messageReference),
      ],
      as: AttemptRow.init
    ).filter { $0.facts.standing == .accepted }
    let waiting = owners.filter { !($0.delivery?.isFinal ?? false) }
    let timely = waiting.first {
      $0.recordedAt <= record.serviceCentreTimeStamp + Self.clockTolerance
    }
    if let attempt = timely ?? waiting.first { return attempt }
    // A report that may have come to another SIM proves nothing about an unknown attempt.
    if record.otherSIM == nil,
      let proved = try settle(record, isOwned: !owners.isEmpty, in: &context, &changes)
    {
      return proved
    }
    // A second final report about the same attempt: delivery outweighs failure.
    return owners.first {
      $0.recordedAt <= record.serviceCentreTimeStamp + Self.clockTolerance
    }
  }

  /// Settles an unknown attempt that the report proves to have arrived.
  private func settle(
    _ record: StatusReportRecord,
    isOwned: Bool,
    in context: inout WriteContext,
    _ changes: inout [MessageChange]
  ) throws -> AttemptRow? {
    let doubtful = try db.all(
      """
      SELECT \(AttemptRow.columns) FROM attempts WHERE iccid = ? AND recipient = ?
        AND (unresolved = 1 OR settlement = 'disregarded') ORDER BY id DESC LIMIT 64
      """,
      [record.iccid.description, record.recipient.description],
      as: AttemptRow.init
    ).filter(\.facts.isOpenToEvidence)
    let possible = doubtful.filter { $0.mayBeMeant(by: record) }
    let evidence = Evidence.statusReport(
      StatusReportEvidence(
        iccid: record.iccid,
        recipient: record.recipient,
        messageReference: record.messageReference,
        serviceCentreTimeStamp: record.serviceCentreTimeStamp,
        isOwnedByAnotherAttempt: isOwned,
        possibleAttempts: try possible.count + declared(record)
      )
    )
    let table = AttemptTable(db: db, rules: rules, now: now)
    // An attempt still open gets its own answer first; the report waits for it. A database that was
    // restored does not know what else its SIM has sent: there the reference must be the attempt's own.
    for attempt in possible
    where attempt.facts.standing != .open && (!attempt.isCopied || attempt.baseline != nil) {
      let conclusion = attempt.unresolved.conclusion(from: evidence)
      guard conclusion != .nothing else { continue }
      let change = try table.conclude(
        conclusion,
        about: attempt,
        evidence: .statusReport,
        in: &context
      )
      if let change { changes.append(change) }
      return try AttemptRow.find(attempt.id, in: db)
    }
    return nil
  }

  /// How many attempts an operator vouches for, whose own reports would look like this one.
  private func declared(_ record: StatusReportRecord) throws -> Int {
    try db.all(
      """
      SELECT \(AttemptRow.columns) FROM attempts WHERE iccid = ? AND recipient = ?
        AND message_reference IS NULL AND settlement = 'declaredSent' ORDER BY id DESC LIMIT 64
      """,
      [record.iccid.description, record.recipient.description],
      as: AttemptRow.init
    ).count { $0.mayBeMeant(by: record) }
  }

  /// Gives the reports that came since an attempt was recorded, and have no owner yet, to theirs.
  ///
  /// That may be long ago: an outcome may come after 180 s, after a restart, or when the disk has room.
  func matchEarly(_ attempt: AttemptRow, in context: inout WriteContext) throws {
    let early = try db.all(
      """
      SELECT id FROM reports WHERE attempt IS NULL AND ? IN (iccid, other_iccid) AND recipient = ?
        AND received_at >= ? ORDER BY id
      """,
      [
        attempt.iccid.description, attempt.recipient.description,
        attempt.recordedAt.milliseconds,
      ]
    ) { try $0.value(Int64.self) }
    for id in early {
      guard let row = try db.row("SELECT * FROM reports WHERE id = ?", [id]) else { continue }
      let record = try StatusReportRecord(row)
      var changes: [MessageChange] = []
      guard let owner = try self.attempt(for: record, in: &context, &changes) else { continue }
      _ = try attach(id, record, to: owner, in: &context)
    }
  }

  /// Ties a report to its attempt, and rolls the message up.
  private func attach(
    _ id: Int64,
    _ record: StatusReportRecord,
    to attempt: AttemptRow,
    in context: inout WriteContext
  ) throws -> [MessageChange] {
    var attempt = attempt
    try db.run("UPDATE reports SET attempt = ? WHERE id = ?", [attempt.id.value, id])
    let category = attempt.delivery?.merged(with: record.category) ?? record.category
    if category == record.category {
      attempt.deliveryStatus = record.status
      attempt.deliveredAt = record.dischargeTime ?? now
    }
    attempt.delivery = category
    try attempt.save(in: db)
    guard let message = try MessageRow.find(row: attempt.message, in: db) else { return [] }
    let attempts = try AttemptRow.all(of: message.row, in: db)
    let ledger = message.ledger(attempts)
    let event: MessageEvent
    switch ledger.delivery {
    case .delivered: event = .delivered
    case .undeliverable, .gaveUp: event = .undelivered
    case .pending, nil: return []
    }
    let transitions = Transitions(db: db, rules: rules)
    let change = try transitions.apply(
      event,
      to: message,
      attempts,
      try transitions.facts(message, attempts),
      at: now,
      reason: event == .undelivered ? record.failureText : nil,
      in: &context
    )
    return change.map { $0.from == $0.to ? [] : [$0] } ?? []
  }
}

extension AttemptRow {
  fileprivate func mayBeMeant(by record: StatusReportRecord) -> Bool {
    unresolved.mayBeMeant(by: record.messageReference, takenAt: record.serviceCentreTimeStamp)
  }
}

extension StatusReportRecord {
  init(_ row: Row) throws {
    self.init(
      iccid: try row.iccid("iccid"),
      otherSIM: (row["other_iccid"] as String?).flatMap { ICCID($0) },
      recipient: row.phoneNumber("recipient"),
      messageReference: row.octet("message_reference") ?? 0,
      status: row.octet("status") ?? 0,
      serviceCentreTimeStamp: row.timestamp("service_centre_time"),
      dischargeTime: row.optionalTimestamp("discharge_time"),
      rawPDU: row.octets("pdu") ?? []
    )
  }

  /// Why the service centre gave up, in words for people.
  var failureText: String {
    let digits = String(status, radix: 16, uppercase: true)
    return "the service centre gave up (TP-ST 0x\(digits.count < 2 ? "0" : "")\(digits))"
  }
}
