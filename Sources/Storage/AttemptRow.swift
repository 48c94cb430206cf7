internal import GRDB
internal import Messaging
internal import QueuePolicy

/// A row of `attempts`.
struct AttemptRow {
  let id: AttemptID
  let message: Int64
  let segment: Int
  let modem: String
  let iccid: ICCID
  let imei: String?
  let make: ModemMake?
  let recipient: PhoneNumber
  let baseline: UInt8?
  let recordedAt: Timestamp
  let cost: Money
  var outcome: SubmissionOutcome?
  var outcomeAt: Timestamp?
  var messageReference: UInt8?
  var settlement: AttemptSettlement?
  var settledAt: Timestamp?
  var evidence: String?
  var delivery: DeliveryCategory?
  var deliveryStatus: UInt8?
  var deliveredAt: Timestamp?

  init(_ row: Row) throws {
    id = AttemptID(row["id"])
    message = row["message"]
    segment = row["segment"]
    modem = row["modem"]
    iccid = try row.iccid("iccid")
    imei = row["imei"]
    make = (row["manufacturer"] as String?).map {
      ModemMake(manufacturer: $0, model: row["model"] ?? "")
    }
    recipient = row.phoneNumber("recipient")
    baseline = row.octet("baseline")
    recordedAt = row.timestamp("recorded_at")
    cost = Money(tenThousandths: row["cost"])
    messageReference = row.octet("message_reference")
    outcome = try Self.outcome(row)
    outcomeAt = row.optionalTimestamp("outcome_at")
    settlement = (row["settlement"] as String?).flatMap(AttemptSettlement.init(rawValue:))
    settledAt = row.optionalTimestamp("settled_at")
    evidence = row["evidence"]
    delivery = (row["delivery"] as String?).flatMap(DeliveryCategory.init(rawValue:))
    deliveryStatus = row.octet("delivery_status")
    deliveredAt = row.optionalTimestamp("delivered_at")
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
    modem = record.modem
    iccid = record.iccid
    imei = record.imei
    make = record.make
    recipient = message.recipient
    self.baseline = baseline
    recordedAt = now
    self.cost = cost
  }

  private static func outcome(_ row: Row) throws -> SubmissionOutcome? {
    guard let outcome: String = row["outcome"] else { return nil }
    let detail: String = row["detail"] ?? ""
    switch outcome {
    case "accepted":
      return .accepted(messageReference: row.octet("message_reference") ?? 0)
    case "refused":
      let delay = (row["error_delay"] as Int64?).map { Duration.milliseconds($0) }
      let code: Int = row["error_code"] ?? 0
      switch detail {
      case "cms": return .refused(.cms(code: code, afterControlZ: delay))
      case "cme": return .refused(.cme(code: code, afterControlZ: delay))
      default: return .refused(.bare(afterControlZ: delay))
      }
    case "notSubmitted":
      return .notSubmitted(NotSubmittedReason(rawValue: detail) ?? .notRecorded)
    case "unknown":
      return .unknown(UnknownReason(rawValue: detail) ?? .interrupted)
    default:
      throw StoreError.unexpected(detail: "attempt with outcome \(outcome)")
    }
  }

  /// What the rules need to know of it.
  var facts: AttemptFacts {
    AttemptFacts(
      segment: segment,
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

  static func find(_ id: AttemptID, in db: Database) throws -> AttemptRow? {
    try db.first("SELECT * FROM attempts WHERE id = ?", [id.value], as: AttemptRow.init)
  }

  /// All attempts of a message, oldest first.
  static func all(of message: Int64, in db: Database) throws -> [AttemptRow] {
    try db.all(
      "SELECT * FROM attempts WHERE message = ? ORDER BY id",
      [message],
      as: AttemptRow.init
    )
  }

  /// All attempts of the message that an attempt belongs to, oldest first.
  static func siblings(of id: AttemptID, in db: Database) throws -> [AttemptRow] {
    try db.all(
      """
      SELECT * FROM attempts WHERE message = (SELECT message FROM attempts WHERE id = ?)
      ORDER BY id
      """,
      [id.value],
      as: AttemptRow.init
    )
  }

  /// Writes the part that changes.
  func save(in db: Database) throws {
    let columns = OutcomeColumns(outcome)
    let isUnresolved: Bool
    switch facts.standing {
    case .open, .unknown: isUnresolved = true
    case .accepted, .refused, .notSubmitted, .disregarded: isUnresolved = false
    }
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
        isUnresolved, delivery?.rawValue, deliveryStatus.map { Int($0) },
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
