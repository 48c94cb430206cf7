internal import Foundation
internal import GRDB
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// Accepts messages: when this returns, those that are kept are durable.
  ///
  /// All of one call are kept or none. The opt-out list is asked inside the transaction.
  ///
  /// - Parameters:
  ///   - submissions: The messages, one for each recipient.
  ///   - now: The time.
  /// - Returns: What became of each, in order.
  /// - Throws: `StoreError`; nothing was accepted then. `optOutListUnreadable` where the list of
  ///   opt-outs could not be asked.
  public func accept(
    _ submissions: [Submission],
    at now: Timestamp
  ) async throws(StoreError) -> [Acceptance] {
    guard !submissions.isEmpty else { return [] }
    let sending = sendingRules
    return try await writer.write { context in
      try Intake(db: context.db, now: now, rules: sending).accept(submissions[...], in: &context)
    }
  }
}

/// The acceptance of messages inside one transaction.
struct Intake {
  let db: Database
  let now: Timestamp
  let rules: SendingRules

  func accept(
    _ submissions: ArraySlice<Submission>,
    in context: inout WriteContext
  ) throws -> [Acceptance] {
    var answers: [Acceptance] = []
    answers.reserveCapacity(submissions.count)
    var due: Timestamp?
    for submission in submissions {
      let answer = try accept(submission, in: &context)
      answers.append(answer)
      guard case .accepted = answer else { continue }
      let own = dueAt(submission)
      due = due.map { min($0, own) } ?? own
    }
    if let due { context.events.append(.due(due)) }
    return answers
  }

  func accept(
    _ submission: Submission,
    in context: inout WriteContext
  ) throws -> Acceptance {
    if let state = try state(of: submission.id) { return .alreadyAccepted(submission.id, state) }
    if let answer = try known(submission) { return answer }
    let objection = try OptOutTable.objection(
      to: submission.recipient,
      submission.messageClass,
      submission.purpose,
      in: db
    )
    switch (objection, submission.origin) {
    case (let objection?, .api):
      return .refused(objection.refusal)
    case (let objection?, .spool):
      try insert(submission, state: .withdrawn, reason: objection.reason, in: &context)
      return .withdrawn(submission.id)
    case (nil, .api), (nil, .spool):
      return try acceptUnderRules(submission, in: &context)
    }
  }

  private func acceptUnderRules(
    _ submission: Submission,
    in context: inout WriteContext
  ) throws -> Acceptance {
    let rules = IntakeRules(db: db, rules: rules, now: now)
    guard let reason = rules.refusal(of: submission) else {
      try insert(submission, state: .queued, in: &context)
      try rules.place(submission)
      return .accepted(submission.id)
    }
    switch submission.origin {
    case .api:
      return .ruledOut(nil, reason: reason)
    case .spool:
      try insert(submission, state: .failed, reason: reason, in: &context)
      return .ruledOut(submission.id, reason: reason)
    }
  }

  func dueAt(_ submission: Submission) -> Timestamp { max(submission.notBefore ?? now, now) }

  /// The state of a message that is kept; nil where there is none of that name.
  private func state(of id: MessageID) throws -> MessageState? {
    try db.first("SELECT state FROM messages WHERE id = ?", [id.description]) { try $0.named() }
  }

  /// The answer to a request that came before under the same idempotency key; nil where none did.
  func known(_ submission: Submission) throws -> Acceptance? {
    guard let idempotency = submission.idempotency else { return nil }
    let earlier = try db.all(
      """
      SELECT member, fingerprint, message, state FROM idempotency_keys
      WHERE submitter = ? AND key = ? AND at > ?
      """,
      [
        submission.submitter, idempotency.key,
        (now - Retention.idempotencyKeys).milliseconds,
      ]
    ) {
      (
        member: try $0.value(Int.self),
        fingerprint: try $0.value(String.self),
        message: try $0.messageID(),
        lastState: $0.optional(String.self)
      )
    }
    guard let first = earlier.first else { return nil }
    guard first.fingerprint == idempotency.fingerprint else { return .refused(.conflict) }
    guard let row = earlier.first(where: { $0.member == idempotency.member }) else {
      return nil
    }
    if let state = try state(of: row.message) { return .alreadyAccepted(row.message, state) }
    guard let last = row.lastState else {
      // Its file has the key, and this message of it has its turn only now.
      return row.message == submission.id ? nil : .alreadyAccepted(row.message, .queued)
    }
    // The message is gone, and its key remembers how it ended.
    guard let state = MessageState(rawValue: last) else {
      throw StoreError.unexpected(detail: "the message \(row.message) was \(last) at its end")
    }
    return .alreadyAccepted(row.message, state)
  }

  /// Makes a key belong to a message, so that nobody else is accepted under it.
  func reserve(_ idempotency: IdempotencyKey, for submission: Submission) throws {
    try db.run(
      """
      INSERT OR REPLACE INTO idempotency_keys (submitter, key, member, fingerprint, message, at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        submission.submitter, idempotency.key, idempotency.member, idempotency.fingerprint,
        submission.id.description, now.milliseconds,
      ]
    )
  }

  private func insert(
    _ submission: Submission,
    state: MessageState,
    reason: String? = nil,
    in context: inout WriteContext
  ) throws {
    try insertRow(submission, state: state, reason: reason)
    if let idempotency = submission.idempotency { try reserve(idempotency, for: submission) }
    try context.announce(
      .message(
        MessageChange(
          id: submission.id,
          recipient: submission.recipient,
          messageClass: submission.messageClass,
          from: nil,
          to: state,
          reason: reason,
          acceptedSegments: 0,
          segmentCount: submission.segmentCount,
          dueAt: state == .queued ? dueAt(submission) : nil,
          continues: false,
          verdict: nil,
          modem: nil,
          isPossibleDuplicate: false,
          at: now
        )
      ),
      at: now
    )
  }

  private func insertRow(
    _ submission: Submission,
    state: MessageState,
    reason: String?
  ) throws {
    let options = submission.transferOptions
    var text: String?
    var data: DatabaseValue = .null
    switch submission.content {
    case .text(let value): text = value
    case .data(let octets): data = octets.blob
    }
    var spoolName: String?
    var spoolMember: Int?
    var spoolHeaders: String?
    if case .spool(let name, let member, let headers) = submission.origin {
      spoolName = name
      spoolMember = member
      spoolHeaders = headers
    }
    let isFinished = state != .queued
    let arguments: [(any DatabaseValueConvertible)?] = [
      submission.id.description, state.rawValue, reason, submission.recipient.description,
      submission.messageClass.rawValue,
      QueueRank(submission.messageClass, isUrgent: submission.isUrgent).value, text, data,
      submission.requestedEncoding.rawValue, submission.encoding, submission.language,
      submission.isTransliterated, submission.segmentCount,
      submission.displayClass.map { Int($0) }, options.protocolIdentifier.map { Int($0) },
      options.dataCodingScheme.map { Int($0) }, options.replyPath, options.rejectDuplicates,
      options.userDataHeader.isEmpty ? nil : options.userDataHeader.blob,
      submission.wantsStatusReport, submission.duplicates.rawValue, now.milliseconds,
      submission.expiresAt.milliseconds, submission.modem, submission.onlySIM?.description,
      submission.onlySIM?.description, submission.reference,
      submission.submitter, submission.purpose.rawValue, spoolName, spoolMember, spoolHeaders,
      Route.of(modem: submission.modem, sim: submission.onlySIM?.description),
      dueAt(submission).milliseconds,
      isFinished ? now.milliseconds : nil, isFinished && spoolName != nil,
      submission.idempotency?.key, submission.idempotency?.member,
    ]
    try db.run(
      """
      INSERT INTO messages (id, state, reason, recipient, class, rank, text, data,
        requested_encoding, encoding, language, transliterated, segment_count, display_class,
        protocol_identifier, data_coding_scheme, reply_path, reject_duplicates, user_data_header, status_report,
        duplicates, accepted_at, expires_at, modem, only_sim, sim, reference, submitter, purpose,
        spool_name, spool_member, spool_headers, route, due_at, finished_at, result_due,
        idempotency_key, idempotency_member)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(arguments)
    )
  }
}

extension [UInt8] {
  /// The octets as a blob.
  var blob: DatabaseValue { withUnsafeBytes { Data($0) }.databaseValue }
}
