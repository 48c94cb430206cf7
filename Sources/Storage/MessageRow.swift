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
  /// Which concatenated message is being sent, counted from 0: a new one has a new reference.
  var concatenation: Int
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
  private var asRead: AsRead?

  /// A message as it was read.
  private final class AsRead {
    let message: MessageRow

    init(_ message: MessageRow) {
      self.message = message
    }
  }

  /// What `init(_:)` reads, in its order.
  static let columns = """
    row, id, recipient, class, text, data, requested_encoding, encoding, language, transliterated,
    segment_count, display_class, protocol_identifier, data_coding_scheme, reply_path,
    reject_duplicates, user_data_header, status_report, duplicates, accepted_at, modem, only_sim,
    reference, submitter, purpose, spool_name, spool_member, spool_headers, rank, held,
    result_written, home_route, deferred, state, reason, expires_at, route, sim, due_at, avoid_sim,
    avoid_until, attempt_count, accepted_count, forgiven_attempts, concatenation,
    concatenation_reference, concatenation_sim, without_validity, without_reject_duplicates, cancel_requested,
    possible_duplicate, decide_at, resume_by, report_by, finished_at, result_due, report_due
    """

  init(_ columns: inout ColumnReader) throws {
    row = try columns.value()
    id = try columns.messageID()
    recipient = try columns.phoneNumber()
    messageClass = try columns.named()
    content = try Self.content(&columns)
    requestedEncoding = try columns.named()
    encoding = try columns.value()
    language = columns.optional()
    isTransliterated = try columns.value()
    segmentCount = try columns.value()
    displayClass = try columns.octet()
    transferOptions = TransferOptions(
      protocolIdentifier: try columns.octet(),
      dataCodingScheme: try columns.octet(),
      replyPath: try columns.value(),
      rejectDuplicates: try columns.value(),
      userDataHeader: columns.octets() ?? []
    )
    wantsStatusReport = try columns.value()
    duplicates = try columns.named()
    acceptedAt = try columns.timestamp()
    modem = columns.optional()
    onlySIM = columns.optional()
    reference = columns.optional()
    submitter = try columns.value()
    purpose = try columns.named()
    origin = Self.origin(&columns)
    isUrgent = try columns.value(Int.self) % 2 == 0
    isHeld = try columns.value()
    resultWritten = columns.optional()
    homeRoute = try columns.value()
    isKeptBack = try columns.value()
    state = try columns.named()
    reason = columns.optional()
    expiresAt = try columns.timestamp()
    route = try columns.value()
    sim = columns.optional()
    dueAt = try columns.timestamp()
    avoidedSIM = try Self.avoidedSIM(&columns)
    attemptCount = try columns.value()
    acceptedCount = try columns.value()
    forgivenAttempts = try columns.value()
    concatenation = try columns.value()
    concatenationReference = try columns.octet()
    concatenationSIM = columns.optional()
    omitsValidityPeriod = try columns.value()
    omitsRejectDuplicates = try columns.value()
    isCancelRequested = try columns.value()
    isPossibleDuplicate = try columns.value()
    decideAt = columns.optionalTimestamp()
    resumeBy = columns.optionalTimestamp()
    reportBy = columns.optionalTimestamp()
    finishedAt = columns.optionalTimestamp()
    isResultDue = try columns.value()
    isReportDue = try columns.value()
    asRead = AsRead(self)
  }

  private static func content(_ columns: inout ColumnReader) throws -> MessageContent {
    let text: String? = columns.optional()
    let data = columns.octets()
    return text.map(MessageContent.text) ?? .data(data ?? [])
  }

  private static func origin(_ columns: inout ColumnReader) -> MessageOrigin {
    let name: String? = columns.optional()
    let member: Int? = columns.optional()
    let headers: String? = columns.optional()
    return name.map { .spool(name: $0, member: member, headers: headers ?? "") } ?? .api
  }

  private static func avoidedSIM(_ columns: inout ColumnReader) throws -> AvoidedSIM? {
    let iccid = columns.optional(String.self).flatMap { ICCID($0) }
    guard let until = columns.optionalTimestamp(), let iccid else { return nil }
    return AvoidedSIM(iccid: iccid, until: until)
  }

  private static let byID = "SELECT \(columns) FROM messages WHERE id = ?"
  private static let byRow = "SELECT \(columns) FROM messages WHERE row = ?"

  static func find(_ id: MessageID, in db: Database) throws -> MessageRow? {
    try db.first(byID, [id.description], as: MessageRow.init)
  }

  static func find(row: Int64, in db: Database) throws -> MessageRow? {
    try db.first(byRow, [row], as: MessageRow.init)
  }

  /// Writes what has changed; a column that is written as it was costs an entry in each index anew.
  func save(in db: Database) throws {
    var assignments = isKeptBack ? ["deferred = 0"] : []
    var values: [(any DatabaseValueConvertible)?] = []
    let before = asRead?.message.changing ?? []
    for (column, (value, previous)) in zip(Self.changingColumns, zip(changing, before))
    where value != previous {
      assignments.append("\(column) = ?")
      values.append(value)
    }
    guard !assignments.isEmpty else { return }
    try db.run(
      "UPDATE messages SET \(assignments.joined(separator: ", ")) WHERE row = ?",
      StatementArguments(values + [row])
    )
  }

  private static let changingColumns = [
    "state", "reason", "expires_at", "route", "sim", "due_at", "avoid_sim", "avoid_until",
    "attempt_count", "accepted_count", "forgiven_attempts", "concatenation",
    "concatenation_reference",
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
      concatenation.databaseValue,
      concatenationReference.databaseValue, concatenationSIM.databaseValue,
      omitsValidityPeriod.databaseValue, omitsRejectDuplicates.databaseValue,
      isCancelRequested.databaseValue, isPossibleDuplicate.databaseValue,
      (decideAt?.milliseconds).databaseValue, (resumeBy?.milliseconds).databaseValue,
      (reportBy?.milliseconds).databaseValue, (finishedAt?.milliseconds).databaseValue,
      isResultDue.databaseValue, isReportDue.databaseValue,
    ]
  }
}
