internal import GRDB
public import Messaging
internal import QueuePolicy

/// One received SMS-DELIVER (3GPP TS 23.040 §9.2.2.1), where it lies in the modem and what joins it
/// with others.
public struct InboundPart: Hashable, Sendable {
  /// The SIM that received it.
  public var iccid: ICCID
  /// The modem it was read from, by name.
  public var modem: String
  /// The storage it lies in (`SM`, `ME`; 3GPP TS 27.005 §3.2.2), or `direct` for `+CMT`.
  public var storage: String
  /// Its place in that storage.
  public var index: Int
  /// The whole PDU as received.
  public var rawPDU: [UInt8]
  /// TP-OA, in the normal form.
  public var sender: PhoneNumber
  /// The reference of a concatenated message (§9.2.3.24.1); nil for one of a single part.
  public var reference: ConcatenationKey?
  /// The place of this part, from 1; 1 for a single part.
  public var number: Int
  /// TP-SCTS, §9.2.3.11.
  public var serviceCentreTimeStamp: Timestamp?
  /// When it was read.
  public var receivedAt: Timestamp

  /// A part.
  public init(
    iccid: ICCID,
    modem: String,
    storage: String,
    index: Int,
    rawPDU: [UInt8],
    sender: PhoneNumber,
    reference: ConcatenationKey? = nil,
    number: Int = 1,
    serviceCentreTimeStamp: Timestamp? = nil,
    receivedAt: Timestamp
  ) {
    self.iccid = iccid
    self.modem = modem
    self.storage = storage
    self.index = index
    self.rawPDU = rawPDU
    self.sender = sender
    self.reference = reference
    self.number = number
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.receivedAt = receivedAt
  }
}

/// What parts of one concatenated message share, beside sender and SIM.
public struct ConcatenationKey: Hashable, Sendable, Codable {
  /// The reference.
  public var reference: UInt16
  /// Whether it was carried in 16 bits (IEI 08) and not in 8 (IEI 00).
  public var isWide: Bool
  /// How many parts there are.
  public var total: Int

  /// A key.
  public init(reference: UInt16, isWide: Bool, total: Int) {
    self.reference = reference
    self.isWide = isWide
    self.total = total
  }
}

/// What a set of parts makes: the answer of the caller's pure judgement.
public struct InboundAssembly: Hashable, Sendable {
  /// The joined body.
  public var content: MessageContent
  /// Which of the given parts it used, by their place in the list; the others stay for later.
  public var usedParts: [Int]
  /// How many parts are missing; 0 for a whole message.
  public var missingParts: Int
  /// What the message means for the opt-out list.
  public var verdict: InboundVerdict

  /// A message made of parts.
  public init(
    content: MessageContent,
    usedParts: [Int],
    missingParts: Int = 0,
    verdict: InboundVerdict = .nothing
  ) {
    self.content = content
    self.usedParts = usedParts
    self.missingParts = missingParts
    self.verdict = verdict
  }
}

/// What a received message means for the opt-out list.
public enum InboundVerdict: Hashable, Sendable, Codable {
  /// Nothing.
  case nothing
  /// The sender wants no more messages.
  case optOut(scope: OptOutScope, rule: String)
  /// The sender wants messages again.
  case optIn(rule: String)
  /// The sender asks for help.
  case help(rule: String)
  /// It may be an opt-out; somebody should look.
  case suspected(rule: String)
}

/// A received message.
public struct InboundMessage: Hashable, Sendable {
  /// Its name, which never changes.
  public var id: MessageID
  /// Who sent it.
  public var sender: PhoneNumber
  /// The SIM that received it.
  public var iccid: ICCID
  /// The modem that it came through, by name.
  public var modem: String
  /// The body.
  public var content: MessageContent
  /// When it was complete.
  public var receivedAt: Timestamp
  /// TP-SCTS of its first part.
  public var serviceCentreTimeStamp: Timestamp?
  /// How many parts it has.
  public var segmentCount: Int
  /// How many of them never came.
  public var missingParts: Int
  /// What it means for the opt-out list.
  public var verdict: InboundVerdict
}

/// What became of a received part, which may now be deleted from the modem.
public struct InboundRecording: Hashable, Sendable {
  /// Whether the part was known already; it may be deleted, and nothing else changed.
  public var isDuplicate: Bool
  /// The message that the part completed.
  public var message: InboundMessage?
  /// What the message did to the opt-out list.
  public var optOut: OptOutChange?
  /// Whether the sender is due an answer: at most one a day.
  public var isConfirmationDue: Bool
}

extension MessageStore {
  /// Records a received part, and the message that it completes, with all that follows from it, in
  /// one transaction.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - newID: The name that the message gets, if it is complete.
  ///   - assemble: Judges all parts with the same key, oldest first, the new one last; nil where
  ///     parts are missing. It runs inside the transaction and may be run only once.
  /// - Returns: What became of it; the part may now be deleted from the modem.
  /// - Throws: `StoreError`; the part must not be deleted from the modem then.
  public func recordInbound(
    _ part: InboundPart,
    newID: MessageID,
    assemble: @escaping @Sendable ([InboundPart]) -> InboundAssembly?
  ) async throws(StoreError) -> InboundRecording {
    let rules = rules
    return try await writer.write { context in
      try InboundTable(db: context.db, rules: rules, now: part.receivedAt)
        .record(part, newID: newID, assemble: assemble, in: &context)
    }
  }

  /// Notes that a part is gone from the modem: an equal one in the same place is a new one.
  ///
  /// - Parameters:
  ///   - iccid: The SIM.
  ///   - storage: The storage.
  ///   - index: The place in it.
  /// - Throws: `StoreError`.
  public func recordDeleted(
    iccid: ICCID,
    storage: String,
    index: Int
  ) async throws(StoreError) {
    try await writer.write { context in
      try context.db.run(
        """
        UPDATE inbound_parts SET is_deleted = 1
        WHERE iccid = ? AND storage = ? AND slot = ? AND is_deleted = 0
        """,
        [iccid.description, storage, index]
      )
    }
  }

  /// Delivers what is there of messages whose missing parts are overdue.
  ///
  /// - Parameters:
  ///   - limit: Parts received before this moment wait no longer.
  ///   - now: The time.
  ///   - newID: Draws a name for each message.
  ///   - assemble: Joins what is there; nil leaves the parts waiting.
  /// - Returns: The messages.
  /// - Throws: `StoreError`.
  public func recordIncomplete(
    receivedBefore limit: Timestamp,
    at now: Timestamp,
    newID: @escaping @Sendable () -> MessageID,
    assemble: @escaping @Sendable ([InboundPart]) -> InboundAssembly?
  ) async throws(StoreError) -> [InboundRecording] {
    let rules = rules
    return try await writer.write { context in
      try InboundTable(db: context.db, rules: rules, now: now)
        .recordIncomplete(before: limit, newID: newID, assemble: assemble, in: &context)
    }
  }
}

/// Received messages, as a transaction sees them.
struct InboundTable {
  let db: Database
  let rules: MessageRules
  let now: Timestamp

  /// How often a sender is answered at most.
  static let confirmationRest: Duration = .seconds(24 * 60 * 60)
  /// How many parts of one key are looked at; what lies beyond is some sender's flood.
  static let partLimit = 600

  func record(
    _ part: InboundPart,
    newID: MessageID,
    assemble: ([InboundPart]) -> InboundAssembly?,
    in context: inout WriteContext
  ) throws -> InboundRecording {
    guard try insert(part) else {
      return InboundRecording(isDuplicate: true, isConfirmationDue: false)
    }
    let (ids, parts) = try waiting(like: part)
    guard let assembly = assemble(parts) else {
      return InboundRecording(isDuplicate: false, isConfirmationDue: false)
    }
    return try finish(assembly, ids, parts, newID: newID, in: &context)
  }

  func recordIncomplete(
    before limit: Timestamp,
    newID: () -> MessageID,
    assemble: ([InboundPart]) -> InboundAssembly?,
    in context: inout WriteContext
  ) throws -> [InboundRecording] {
    let overdue = try db.rows(
      """
      SELECT * FROM inbound_parts WHERE message IS NULL
      GROUP BY iccid, sender, reference, reference_width, total
      HAVING max(received_at) < ? ORDER BY min(id) LIMIT 100
      """,
      [limit.milliseconds]
    )
    var recordings: [InboundRecording] = []
    for row in overdue {
      let (ids, parts) = try waiting(like: try InboundPart(row))
      guard let assembly = assemble(parts) else { continue }
      recordings.append(try finish(assembly, ids, parts, newID: newID(), in: &context))
    }
    return recordings
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

  /// The parts that wait with the same key, oldest first.
  private func waiting(like part: InboundPart) throws -> ([Int64], [InboundPart]) {
    let rows: [Row]
    if let reference = part.reference {
      rows = try db.rows(
        """
        SELECT * FROM inbound_parts WHERE message IS NULL AND iccid = ? AND sender = ?
          AND reference = ? AND total = ? AND reference_width = ? ORDER BY id LIMIT ?
        """,
        [
          part.iccid.description, part.sender.description, Int(reference.reference),
          reference.total, reference.isWide ? 16 : 8, Self.partLimit,
        ]
      )
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
    newID: MessageID,
    in context: inout WriteContext
  ) throws -> InboundRecording {
    let used = assembly.usedParts.filter(parts.indices.contains)
    guard let first = used.first.map({ parts[$0] }) else {
      return InboundRecording(isDuplicate: false, isConfirmationDue: false)
    }
    let message = InboundMessage(
      id: newID,
      sender: first.sender,
      iccid: first.iccid,
      modem: first.modem,
      content: assembly.content,
      receivedAt: now,
      serviceCentreTimeStamp: first.serviceCentreTimeStamp,
      segmentCount: first.reference?.total ?? 1,
      missingParts: assembly.missingParts,
      verdict: assembly.verdict
    )
    let row = try insert(message)
    for place in used {
      try db.run("UPDATE inbound_parts SET message = ? WHERE id = ?", [row, ids[place]])
    }
    context.events.append(.inbound(message))
    let optOut = try honour(message, in: &context)
    return InboundRecording(
      isDuplicate: false,
      message: message,
      optOut: optOut,
      isConfirmationDue: try isConfirmationDue(message)
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
      message.verdict.name, message.verdict.rule,
    ]
    try db.run(
      """
      INSERT INTO inbound (id, sender, iccid, modem, text, data, received_at,
        service_centre_time, segment_count, missing_count, verdict, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
      answered: try answered(message.sender)
    )
    return try OptOutTable.record(entry, rules: rules, in: &context)
  }

  /// The message that a sender most likely answers: the last one sent to it.
  private func answered(_ sender: PhoneNumber) throws -> MessageID? {
    try db.row(
      """
      SELECT id FROM messages WHERE recipient = ?
        AND state IN ('sent', 'delivered', 'undelivered') ORDER BY row DESC LIMIT 1
      """,
      [sender.description]
    )?.messageID("id")
  }

  private func isConfirmationDue(_ message: InboundMessage) throws -> Bool {
    switch message.verdict {
    case .nothing, .suspected: return false
    case .optOut, .optIn, .help: break
    }
    guard message.sender.kind != .alphanumeric else { return false }
    try db.run(
      """
      INSERT INTO confirmations VALUES (?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at WHERE at <= ?
      """,
      [
        message.sender.description, now.milliseconds,
        (now - Self.confirmationRest).milliseconds,
      ]
    )
    return db.changesCount > 0
  }
}

extension InboundPart {
  init(_ row: Row) throws {
    let reference: Int? = row["reference"]
    self.init(
      iccid: try row.iccid("iccid"),
      modem: row["modem"],
      storage: row["storage"],
      index: row["slot"],
      rawPDU: row.octets("pdu") ?? [],
      sender: row.phoneNumber("sender"),
      reference: reference.map {
        ConcatenationKey(
          reference: UInt16(truncatingIfNeeded: $0),
          isWide: row["reference_width"] == 16,
          total: row["total"]
        )
      },
      number: row["number"],
      serviceCentreTimeStamp: row.optionalTimestamp("service_centre_time"),
      receivedAt: row.timestamp("received_at")
    )
  }
}

extension InboundMessage {
  init(_ row: Row) throws {
    let content: MessageContent
    if let text: String = row["text"] {
      content = .text(text)
    } else {
      content = .data(row.octets("data") ?? [])
    }
    self.init(
      id: try row.messageID("id"),
      sender: row.phoneNumber("sender"),
      iccid: try row.iccid("iccid"),
      modem: row["modem"],
      content: content,
      receivedAt: row.timestamp("received_at"),
      serviceCentreTimeStamp: row.optionalTimestamp("service_centre_time"),
      segmentCount: row["segment_count"],
      missingParts: row["missing_count"],
      verdict: InboundVerdict(name: row["verdict"], rule: row["rule"] ?? "")
    )
  }
}

extension InboundVerdict {
  /// The rule that decided.
  public var rule: String? {
    switch self {
    case .nothing: nil
    case .optOut(_, let rule), .optIn(let rule), .help(let rule), .suspected(let rule): rule
    }
  }

  /// What the verdict is called: `nothing`, `optOut`, `optOutMarketing`, `optIn`, `help`,
  /// `suspected`.
  public var name: String {
    switch self {
    case .nothing: "nothing"
    case .optOut(.all, _): "optOut"
    case .optOut(.marketing, _): "optOutMarketing"
    case .optIn: "optIn"
    case .help: "help"
    case .suspected: "suspected"
    }
  }

  init(name: String, rule: String) {
    switch name {
    case "optOut": self = .optOut(scope: .all, rule: rule)
    case "optOutMarketing": self = .optOut(scope: .marketing, rule: rule)
    case "optIn": self = .optIn(rule: rule)
    case "help": self = .help(rule: rule)
    case "suspected": self = .suspected(rule: rule)
    default: self = .nothing
    }
  }
}
