internal import GRDB
internal import Messaging
internal import QueuePolicy

/// A row of `attempts`.
struct AttemptRow {
  let id: AttemptID
  let message: Int64
  let segment: Int
  /// Which concatenated message of its message it was part of.
  let concatenation: Int
  let modem: String
  let iccid: ICCID
  let imei: String?
  let make: ModemMake?
  let recipient: PhoneNumber
  /// The firmware it went through, where the modem says all of it.
  let firmware: Firmware?
  let baseline: UInt8?
  let recordedAt: Timestamp
  let cost: Money
  /// Whether it was in doubt when the copy was made that this database is: what its SIM has done since
  /// is not known.
  let isCopied: Bool
  var outcome: SubmissionOutcome?
  var outcomeAt: Timestamp?
  var messageReference: UInt8?
  var settlement: AttemptSettlement?
  var settledAt: Timestamp?
  var evidence: String?
  var delivery: DeliveryCategory?
  var deliveryStatus: UInt8?
  var deliveredAt: Timestamp?

  /// What `init(_:)` reads, in its order.
  static let columns = """
    id, message, segment, concatenation, modem, iccid, imei, manufacturer, model, revision,
    recipient, baseline, recorded_at, cost, copied, message_reference, outcome, detail, error_code,
    error_delay, outcome_at, settlement, settled_at, evidence, delivery, delivery_status,
    delivered_at
    """

  init(_ columns: inout ColumnReader) throws {
    id = AttemptID(try columns.value())
    message = try columns.value()
    segment = try columns.value()
    concatenation = try columns.value()
    modem = try columns.value()
    iccid = try columns.iccid()
    imei = columns.optional()
    make = Self.make(&columns)
    firmware = Self.firmware(make, revision: columns.optional())
    recipient = try columns.phoneNumber()
    baseline = try columns.octet()
    recordedAt = try columns.timestamp()
    cost = Money(tenThousandths: try columns.value())
    isCopied = try columns.value()
    messageReference = try columns.octet()
    outcome = try Self.outcome(&columns, messageReference)
    outcomeAt = columns.optionalTimestamp()
    settlement = try columns.optionallyNamed()
    settledAt = columns.optionalTimestamp()
    evidence = columns.optional()
    delivery = try columns.optionallyNamed()
    deliveryStatus = try columns.octet()
    deliveredAt = columns.optionalTimestamp()
  }

  /// An attempt that has just been recorded.
  init(
    _ record: AttemptRecord,
    id: AttemptID,
    of message: MessageRow,
    baseline: UInt8?,
    cost: Money,
    at now: Timestamp
  ) {
    self.id = id
    self.message = message.row
    segment = record.segment
    concatenation = message.concatenation
    modem = record.modem
    iccid = record.iccid
    imei = record.imei
    make = record.make
    firmware = record.firmware
    recipient = message.recipient
    self.baseline = baseline
    recordedAt = now
    self.cost = cost
    isCopied = false
  }

  private static func make(_ columns: inout ColumnReader) -> ModemMake? {
    let manufacturer: String? = columns.optional()
    let model: String? = columns.optional()
    return manufacturer.map { ModemMake(manufacturer: $0, model: model ?? "") }
  }

  private static func firmware(_ make: ModemMake?, revision: String?) -> Firmware? {
    guard let make, let revision else { return nil }
    return Firmware(manufacturer: make.manufacturer, model: make.model, revision: revision)
  }

  private static func outcome(
    _ columns: inout ColumnReader,
    _ messageReference: UInt8?
  ) throws -> SubmissionOutcome? {
    let outcome: String? = columns.optional()
    let detail: String? = columns.optional()
    let code: Int? = columns.optional()
    let delay = columns.optional(Int64.self).map { Duration.milliseconds($0) }
    guard let outcome else { return nil }
    let found: SubmissionOutcome? =
      switch (outcome, detail) {
      case ("accepted", _): messageReference.map { .accepted(messageReference: $0) }
      case ("refused", "cms"): code.map { .refused(.cms(code: $0, afterControlZ: delay)) }
      case ("refused", "cme"): code.map { .refused(.cme(code: $0, afterControlZ: delay)) }
      case ("refused", "bare"): .refused(.bare(afterControlZ: delay))
      case ("notSubmitted", let detail?):
        NotSubmittedReason(rawValue: detail).map { .notSubmitted($0) }
      case ("unknown", let detail?): UnknownReason(rawValue: detail).map { .unknown($0) }
      default: nil
      }
    // What cannot be read is no fact: with a guess in its place something could be sent twice.
    guard let found else {
      throw StoreError.unreadable(
        detail: "attempt with outcome \(outcome), detail \(detail ?? "none"), "
          + "code \(code.map { "\($0)" } ?? "none")"
      )
    }
    return found
  }

  /// What the rules need to know of it.
  var facts: AttemptFacts {
    AttemptFacts(
      segment: segment,
      concatenation: concatenation,
      iccid: iccid,
      make: make,
      outcome: outcome,
      settlement: settlement,
      messageReference: messageReference ?? baseline.map { $0 &+ 1 },
      delivery: delivery
    )
  }

  var unresolved: UnresolvedAttempt {
    UnresolvedAttempt(
      segment: segment,
      iccid: iccid,
      recipient: recipient,
      baseline: baseline,
      recordedAt: recordedAt
    )
  }

  private static let byID = "SELECT \(columns) FROM attempts WHERE id = ?"
  private static let byMessage = "SELECT \(columns) FROM attempts WHERE message = ? ORDER BY id"
  private static let bySibling = """
    SELECT \(columns) FROM attempts WHERE message = (SELECT message FROM attempts WHERE id = ?)
    ORDER BY id
    """

  static func find(_ id: AttemptID, in db: Database) throws -> AttemptRow? {
    try db.first(byID, [id.value], as: AttemptRow.init)
  }

  /// All attempts of a message, oldest first.
  static func all(of message: Int64, in db: Database) throws -> [AttemptRow] {
    try db.all(byMessage, [message], as: AttemptRow.init)
  }

  /// All attempts of the message that an attempt belongs to, oldest first.
  static func siblings(of id: AttemptID, in db: Database) throws -> [AttemptRow] {
    try db.all(bySibling, [id.value], as: AttemptRow.init)
  }

  /// Writes the part that changes.
  func save(in db: Database) throws {
    let columns = OutcomeColumns(outcome)
    try db.run(
      """
      UPDATE attempts SET outcome = ?, outcome_at = ?, detail = ?, error_code = ?,
        error_delay = ?, message_reference = ?, settlement = ?, settled_at = ?, evidence = ?,
        unresolved = ?, delivery = ?, delivery_status = ?, delivered_at = ?
      WHERE id = ?
      """,
      [
        columns.outcome, outcomeAt?.milliseconds, columns.detail, columns.code, columns.delay,
        messageReference.map { Int($0) }, settlement?.rawValue, settledAt?.milliseconds, evidence,
        facts.isUnresolved, delivery?.rawValue, deliveryStatus.map { Int($0) },
        deliveredAt?.milliseconds, id.value,
      ]
    )
  }
}

/// An outcome, spread over its columns.
private struct OutcomeColumns {
  var outcome: String?
  var detail: String?
  var code: Int?
  var delay: Int64?

  init(_ value: SubmissionOutcome?) {
    switch value {
    case nil: break
    case .accepted: outcome = "accepted"
    case .notSubmitted(let reason):
      outcome = "notSubmitted"
      detail = reason.rawValue
    case .unknown(let reason):
      outcome = "unknown"
      detail = reason.rawValue
    case .refused(let error):
      outcome = "refused"
      switch error {
      case .cms(let code, let delay):
        detail = "cms"
        self.code = code
        self.delay = delay?.wholeMilliseconds
      case .cme(let code, let delay):
        detail = "cme"
        self.code = code
        self.delay = delay?.wholeMilliseconds
      case .bare(let delay):
        detail = "bare"
        self.delay = delay?.wholeMilliseconds
      }
    }
  }
}
