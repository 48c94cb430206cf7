internal import GRDB
internal import Messaging
internal import QueuePolicy

/// A row of `messages`, and the part of it that changes.
struct MessageRow {
  let row: Int64
  let id: MessageID
  let recipient: PhoneNumber
  let messageClass: MessageClass
  let content: MessageContent
  let requestedEncoding: RequestedEncoding
  let encoding: String
  let language: String?
  let isTransliterated: Bool
  let segmentCount: Int
  let displayClass: UInt8?
  let transferOptions: TransferOptions
  let wantsStatusReport: Bool
  let duplicates: DuplicatePolicy
  let acceptedAt: Timestamp
  let modem: String?
  let onlySIM: String?
  let reference: String?
  let submitter: String
  let purpose: MessagePurpose
  let origin: MessageOrigin
  let isUrgent: Bool
  let isHeld: Bool
  let resultWritten: String?
  let homeRoute: String
  /// Whether the rules of considerate sending keep it back; its reason says why.
  let isKeptBack: Bool

  var state: MessageState
  var reason: String?
  var expiresAt: Timestamp
  var route: String
  var sim: String?
  var dueAt: Timestamp
  var avoidedSIM: AvoidedSIM?
  var attemptCount: Int
  var acceptedCount: Int
  var forgivenAttempts: Int
  var concatenationReference: UInt8?
  var concatenationSIM: String?
  var omitsValidityPeriod: Bool
  var omitsRejectDuplicates: Bool
  var isCancelRequested: Bool
  var isPossibleDuplicate: Bool
  var decideAt: Timestamp?
  var resumeBy: Timestamp?
  var reportBy: Timestamp?
  var finishedAt: Timestamp?
  var isResultDue: Bool
  var isReportDue: Bool
  /// The part that changes, as it was read.
  private var stored: [DatabaseValue] = []

  init(_ row: Row) throws {
    self.row = row["row"]
    id = try row.messageID("id")
    recipient = row.phoneNumber("recipient")
    messageClass = try row.required("class")
    if let text: String = row["text"] {
      content = .text(text)
    } else {
      content = .data(row.octets("data") ?? [])
    }
    requestedEncoding = try row.required("requested_encoding")
    encoding = row["encoding"]
    language = row["language"]
    isTransliterated = row["transliterated"]
    segmentCount = row["segment_count"]
    displayClass = row.octet("display_class")
    transferOptions = TransferOptions(
      protocolIdentifier: row.octet("protocol_identifier"),
      dataCodingScheme: row.octet("data_coding_scheme"),
      replyPath: row["reply_path"],
      rejectDuplicates: row["reject_duplicates"],
      userDataHeader: row.octets("user_data_header") ?? []
    )
    wantsStatusReport = row["status_report"]
    duplicates = try row.required("duplicates")
    acceptedAt = row.timestamp("accepted_at")
    modem = row["modem"]
    onlySIM = row["only_sim"]
    reference = row["reference"]
    submitter = row["submitter"]
    purpose = try row.required("purpose")
    if let name: String = row["spool_name"] {
      origin = .spool(
        name: name,
        member: row["spool_member"],
        headers: row["spool_headers"] ?? ""
      )
    } else {
      origin = .api
    }
    let rank: Int = row["rank"]
    isUrgent = rank % 2 == 0
    isHeld = row["held"]
    resultWritten = row["result_written"]
    homeRoute = row["home_route"]
    isKeptBack = row["deferred"]
    state = try row.required("state")
    reason = row["reason"]
    expiresAt = row.timestamp("expires_at")
    route = row["route"]
    sim = row["sim"]
    dueAt = row.timestamp("due_at")
    if let until = row.optionalTimestamp("avoid_until") {
      avoidedSIM = AvoidedSIM(iccid: try row.iccid("avoid_sim"), until: until)
    }
    attemptCount = row["attempt_count"]
    acceptedCount = row["accepted_count"]
    forgivenAttempts = row["forgiven_attempts"]
    concatenationReference = row.octet("concatenation_reference")
    concatenationSIM = row["concatenation_sim"]
    omitsValidityPeriod = row["without_validity"]
    omitsRejectDuplicates = row["without_reject_duplicates"]
    isCancelRequested = row["cancel_requested"]
    isPossibleDuplicate = row["possible_duplicate"]
    decideAt = row.optionalTimestamp("decide_at")
    resumeBy = row.optionalTimestamp("resume_by")
    reportBy = row.optionalTimestamp("report_by")
    finishedAt = row.optionalTimestamp("finished_at")
    isResultDue = row["result_due"]
    isReportDue = row["report_due"]
    stored = changing
  }

  static func find(_ id: MessageID, in db: Database) throws -> MessageRow? {
    try db.first("SELECT * FROM messages WHERE id = ?", [id.description], as: MessageRow.init)
  }

  static func find(row: Int64, in db: Database) throws -> MessageRow? {
    try db.first("SELECT * FROM messages WHERE row = ?", [row], as: MessageRow.init)
  }

  /// Writes what has changed; a column that is written as it was costs an entry in each index anew.
  func save(in db: Database) throws {
    var assignments = isKeptBack ? ["deferred = 0"] : []
    var values: [DatabaseValue] = []
    for (column, (value, before)) in zip(Self.changingColumns, zip(changing, stored))
    where value != before {
      assignments.append("\(column) = ?")
      values.append(value)
    }
    guard !assignments.isEmpty else { return }
    try db.run(
      "UPDATE messages SET \(assignments.joined(separator: ", ")) WHERE row = ?",
      StatementArguments(values + [row.databaseValue])
    )
  }

  private static let changingColumns = [
    "state", "reason", "expires_at", "route", "sim", "due_at", "avoid_sim", "avoid_until",
    "attempt_count", "accepted_count", "forgiven_attempts", "concatenation_reference",
    "concatenation_sim", "without_validity", "without_reject_duplicates", "cancel_requested",
    "possible_duplicate", "decide_at", "resume_by", "report_by", "finished_at", "result_due",
    "report_due",
  ]

  /// The part that changes, in the order of `changingColumns`.
  private var changing: [DatabaseValue] {
    [
      state.rawValue.databaseValue, reason.databaseValue, expiresAt.milliseconds.databaseValue,
      route.databaseValue, sim.databaseValue, dueAt.milliseconds.databaseValue,
      (avoidedSIM?.iccid.description).databaseValue,
      (avoidedSIM?.until.milliseconds).databaseValue,
      attemptCount.databaseValue, acceptedCount.databaseValue, forgivenAttempts.databaseValue,
      concatenationReference.databaseValue, concatenationSIM.databaseValue,
      omitsValidityPeriod.databaseValue, omitsRejectDuplicates.databaseValue,
      isCancelRequested.databaseValue, isPossibleDuplicate.databaseValue,
      (decideAt?.milliseconds).databaseValue, (resumeBy?.milliseconds).databaseValue,
      (reportBy?.milliseconds).databaseValue, (finishedAt?.milliseconds).databaseValue,
      isResultDue.databaseValue, isReportDue.databaseValue,
    ]
  }
}
