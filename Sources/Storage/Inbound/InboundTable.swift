internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Received messages, as a transaction sees them.
struct InboundTable {
  let db: Database
  let rules: MessageRules
  let now: Timestamp

  /// How long a sender waits at least for a second answer of the same kind.
  static let confirmationRest: Duration = .seconds(24 * 60 * 60)
  /// How many parts of one key are looked at; what lies beyond is some sender's flood.
  static let partLimit = 600

  func record(
    _ part: InboundPart,
    newID: () -> MessageID,
    assemble: ([InboundPart]) -> InboundAssembly?,
    in context: inout WriteContext
  ) throws -> InboundRecording {
    guard try !isKnown(part), try !rename(part), try insert(part) else {
      return InboundRecording(isDuplicate: true)
    }
    let (ids, parts) = try waiting(like: part, .newest)
    guard let assembly = assemble(parts) else {
      return InboundRecording(isDuplicate: false)
    }
    return try finish(assembly, ids, parts, newID: newID, in: &context)
  }

  func recordIncomplete(
    before limit: Timestamp,
    newID: () -> MessageID,
    assemble: ([InboundPart]) -> [InboundAssembly],
    in context: inout WriteContext
  ) throws -> [InboundRecording] {
    // Those first of which all are overdue: they are gone afterwards, and others get their turn.
    let keys = try db.rows(
      """
      SELECT * FROM inbound_parts WHERE message IS NULL
      GROUP BY iccid, sender, reference, reference_width, total
      HAVING min(received_at) < ? ORDER BY max(received_at) LIMIT 100
      """,
      [limit.milliseconds]
    )
    var recordings: [InboundRecording] = []
    for row in keys {
      let (ids, parts) = try waiting(like: try InboundPart(row), .oldest)
      for assembly in assemble(parts) {
        recordings.append(try finish(assembly, ids, parts, newID: newID, in: &context))
      }
    }
    return recordings
  }

  /// Whether a part of a long message is there already, in whatever place.
  ///
  /// The same part may come to two SIMs, if their sender wrote to both at once; but what lies in a
  /// modem's own memory may be taken for either of the SIMs that it has held.
  private func isKnown(_ part: InboundPart) throws -> Bool {
    guard let reference = part.reference else { return false }
    let arguments: [(any DatabaseValueConvertible)?] = [
      part.sender.description, Int(reference.reference), reference.total, part.number,
      part.serviceCentreTimeStamp?.milliseconds, reference.isWide ? 16 : 8, part.rawPDU.blob,
      part.iccid.description, part.modem, ["SM", "direct"].contains(part.storage),
    ]
    return try db.row(
      """
      SELECT id FROM inbound_parts WHERE reference IS NOT NULL AND sender = ?
        AND reference = ? AND total = ? AND number = ? AND service_centre_time IS ?
        AND reference_width = ? AND pdu = ?
        AND (iccid = ? OR modem = ? AND NOT ? AND storage NOT IN ('SM', 'direct')) LIMIT 1
      """,
      StatementArguments(arguments)
    ) != nil
  }

  /// Knows a part by its present place from now on that was stored in another, for `MT` shows what lies
  /// in the other memories too (3GPP TS 27.005 §3.1).
  ///
  /// Of two equal messages that lie there, each takes its own part along.
  ///
  /// - Returns: Whether it was there under another name.
  private func rename(_ part: InboundPart) throws -> Bool {
    guard part.storage != "direct" else { return false }
    try db.run(
      """
      UPDATE OR IGNORE inbound_parts SET storage = ?2, slot = ?3
      WHERE id = (
          SELECT min(id) FROM inbound_parts
          WHERE iccid = ?1 AND is_deleted = 0 AND pdu = ?4 AND modem = ?5
            AND storage NOT IN (?2, 'direct') AND 'MT' IN (storage, ?2)
        ) AND NOT EXISTS (
          SELECT 1 FROM inbound_parts
          WHERE iccid = ?1 AND storage = ?2 AND slot = ?3 AND pdu = ?4 AND is_deleted = 0
        )
      """,
      [part.iccid.description, part.storage, part.index, part.rawPDU.blob, part.modem]
    )
    return db.changesCount > 0
  }

  /// - Returns: Whether the part is new.
  private func insert(_ part: InboundPart) throws -> Bool {
    let arguments: [(any DatabaseValueConvertible)?] = [
      part.iccid.description, part.modem, part.storage, part.index, part.rawPDU.blob,
      part.sender.description, part.reference.map { Int($0.reference) },
      part.reference.map { $0.isWide ? 16 : 8 }, part.reference?.total ?? 1, part.number,
      part.serviceCentreTimeStamp?.milliseconds, part.receivedAt.milliseconds,
    ]
    try db.run(
      """
      INSERT INTO inbound_parts (iccid, modem, storage, slot, pdu, sender, reference,
        reference_width, total, number, service_centre_time, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """,
      StatementArguments(arguments)
    )
    return db.changesCount > 0
  }

  /// Which parts are looked at where there are too many.
  private enum PartChoice: String {
    case newest = "DESC"
    case oldest = "ASC"
  }

  /// The parts that wait with the same key, oldest first.
  private func waiting(
    like part: InboundPart,
    _ choice: PartChoice
  ) throws -> ([Int64], [InboundPart]) {
    var rows: [Row]
    if let reference = part.reference {
      rows = try db.rows(
        """
        SELECT * FROM inbound_parts WHERE message IS NULL AND iccid = ? AND sender = ?
          AND reference = ? AND total = ? AND reference_width = ?
        ORDER BY id \(choice.rawValue) LIMIT ?
        """,
        [
          part.iccid.description, part.sender.description, Int(reference.reference),
          reference.total, reference.isWide ? 16 : 8, Self.partLimit,
        ]
      )
      if choice == .newest { rows.reverse() }
    } else {
      rows = try db.rows(
        """
        SELECT * FROM inbound_parts WHERE message IS NULL AND iccid = ? AND storage = ?
          AND slot = ? AND pdu = ? AND is_deleted = 0
        """,
        [part.iccid.description, part.storage, part.index, part.rawPDU.blob]
      )
    }
    return (rows.map { $0["id"] }, try rows.map(InboundPart.init))
  }

  /// Writes a message that is complete, or as complete as it will be.
  private func finish(
    _ assembly: InboundAssembly,
    _ ids: [Int64],
    _ parts: [InboundPart],
    newID: () -> MessageID,
    in context: inout WriteContext
  ) throws -> InboundRecording {
    let used = assembly.usedParts.filter(parts.indices.contains)
    guard let first = used.first.map({ parts[$0] }) else {
      return InboundRecording(isDuplicate: false)
    }
    let message = InboundMessage(
      id: newID(),
      sender: first.sender,
      iccid: first.iccid,
      modem: first.modem,
      content: assembly.content,
      receivedAt: now,
      serviceCentreTimeStamp: first.serviceCentreTimeStamp,
      segmentCount: first.reference?.total ?? 1,
      missingParts: assembly.missingParts,
      verdict: assembly.verdict,
      answers: try answered(first.sender)
    )
    let row = try insert(message)
    for place in used {
      try db.run("UPDATE inbound_parts SET message = ? WHERE id = ?", [row, ids[place]])
    }
    try context.announce(.inbound(message), at: now)
    let optOut = try honour(message, in: &context)
    return InboundRecording(
      isDuplicate: false,
      message: message,
      optOut: optOut,
      answer: try assembly.answer.flatMap {
        try answer(message, with: $0, as: newID, in: &context)
      }
    )
  }

  private func insert(_ message: InboundMessage) throws -> Int64 {
    var text: String?
    var data: DatabaseValue = .null
    switch message.content {
    case .text(let value): text = value
    case .data(let octets): data = octets.blob
    }
    let arguments: [(any DatabaseValueConvertible)?] = [
      message.id.description, message.sender.description, message.iccid.description,
      message.modem, text, data, message.receivedAt.milliseconds,
      message.serviceCentreTimeStamp?.milliseconds, message.segmentCount, message.missingParts,
      message.verdict.name, message.verdict.rule, message.answers?.description,
    ]
    try db.run(
      """
      INSERT INTO inbound (id, sender, iccid, modem, text, data, received_at,
        service_centre_time, segment_count, missing_count, verdict, rule, answers)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      StatementArguments(arguments)
    )
    return db.lastInsertedRowID
  }

  /// Does what the message says about the opt-out list.
  private func honour(
    _ message: InboundMessage,
    in context: inout WriteContext
  ) throws -> OptOutChange? {
    let action: OptOutAction
    var scope = OptOutScope.all
    switch message.verdict {
    case .nothing, .help, .suspected: return nil
    case .optIn: action = .optIn
    case .optOut(let stated, _):
      action = .optOut
      scope = stated
    }
    var text: String?
    if case .text(let body) = message.content { text = body }
    let entry = OptOutEntry(
      number: message.sender,
      action: action,
      scope: scope,
      at: now,
      actor: "recipient",
      text: text,
      rule: message.verdict.rule,
      iccid: message.iccid,
      inbound: message.id,
      answered: message.answers
    )
    return try OptOutTable.record(entry, rules: rules, in: &context)
  }

  /// The message that a sender most likely answers: the last one that was sent to it.
  private func answered(_ sender: PhoneNumber) throws -> MessageID? {
    try db.row(
      """
      SELECT m.id FROM messages m JOIN attempts a ON a.message = m.row
      WHERE m.recipient = ? AND m.purpose = 'ordinary' AND a.outcome IS NOT NULL
        AND (a.outcome = 'accepted' OR a.outcome = 'unknown' AND m.state IN ('sent', 'unknown'))
      ORDER BY a.id DESC LIMIT 1
      """,
      [sender.description]
    )?.messageID("id")
  }

  /// Queues the answer to a message, unless its sender had one of the same kind within a day: two
  /// machines that answer each other must come to an end.
  private func answer(
    _ message: InboundMessage,
    with answer: InboundAnswer,
    as newID: () -> MessageID,
    in context: inout WriteContext
  ) throws -> MessageID? {
    guard let kind = message.verdict.answerKind else { return nil }
    try db.run(
      """
      INSERT INTO confirmations VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at WHERE at <= ?
      """,
      [
        message.sender.description, kind, now.milliseconds,
        (now - Self.confirmationRest).milliseconds,
      ]
    )
    guard db.changesCount > 0 else { return nil }
    let submission = Submission(
      id: newID(),
      recipient: message.sender,
      messageClass: .alert,
      content: .text(answer.text),
      encoding: answer.encoding,
      segmentCount: answer.segmentCount,
      wantsStatusReport: false,
      duplicates: .avoid,
      expiresAt: now + answer.validity,
      onlySIM: message.iccid,
      reference: message.id.description,
      submitter: "hermod",
      origin: .api,
      isUrgent: true,
      purpose: .confirmation
    )
    // What answers a reply is bound by no rule of considerate sending.
    _ = try Intake(db: db, now: now, rules: SendingRules()).accept(submission, in: &context)
    context.events.append(.due(now))
    return submission.id
  }
}

extension InboundVerdict {
  /// The kind of answer that is due; nil where none is.
  fileprivate var answerKind: String? {
    switch self {
    case .nothing, .suspected: nil
    case .optOut: "optOut"
    case .optIn: "optIn"
    case .help: "help"
    }
  }
}
