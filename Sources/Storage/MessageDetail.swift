internal import GRDB
public import Messaging
public import QueuePolicy

/// Everything that is known of a message.
public struct MessageDetail: Hashable, Sendable {
  /// Its name.
  public var id: MessageID
  /// Where it is.
  public var state: MessageState
  /// Why, in words for people.
  public var reason: String?
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// Whether it goes before others of its class.
  public var isUrgent: Bool
  /// What is sent.
  public var content: MessageContent
  /// How it is coded, as people are told.
  public var encoding: String
  /// The language whose shift tables it is coded with (3GPP TS 23.038 §A); nil where none are used.
  public var language: String?
  /// Whether look-alikes stand for some of its characters.
  public var isTransliterated: Bool
  /// How many segments it takes.
  public var segmentCount: Int
  /// How many of them the service centre has.
  public var acceptedSegments: Int
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy
  /// Whether a copy may have arrived before.
  public var isPossibleDuplicate: Bool
  /// Whether status reports are asked for.
  public var wantsStatusReport: Bool
  /// Whether it waits for an operator after a backup was restored.
  public var isHeld: Bool
  /// When it was accepted.
  public var acceptedAt: Timestamp
  /// When it may be sent next; nil unless it is queued.
  public var dueAt: Timestamp?
  /// When its time is over.
  public var expiresAt: Timestamp
  /// When it came to rest; nil before.
  public var finishedAt: Timestamp?
  /// The only modem that may send it.
  public var modem: String?
  /// The application's own name for it.
  public var reference: String?
  /// Who asked for it.
  public var submitter: String
  /// Which way it came in.
  public var origin: MessageOrigin
  /// Where each segment is, in order.
  public var segments: [SegmentState]
  /// Which concatenated message those segments are of, counted from 0: it is another after each whole
  /// restart, and with each SIM.
  public var concatenation: Int
  /// Every attempt, oldest first.
  public var attempts: [AttemptDetail]
  /// What people have done to it, oldest first.
  public var interventions: [Intervention]
}

/// Everything that is known of an attempt.
public struct AttemptDetail: Hashable, Sendable {
  /// Its number.
  public var id: AttemptID
  /// Which segment it carried, from 1.
  public var segment: Int
  /// Which concatenated message that was part of, counted from 0.
  public var concatenation: Int
  /// The modem, by name.
  public var modem: String
  /// The SIM.
  public var iccid: ICCID
  /// The serial number of the modem.
  public var imei: String?
  /// Who made the modem, where it says so.
  public var make: ModemMake?
  /// EF-SMSS before it, where it was read.
  public var messageReferenceBaseline: UInt8?
  /// When it was recorded.
  public var recordedAt: Timestamp
  /// How it ended; nil while it is open.
  public var outcome: SubmissionOutcome?
  /// When it ended.
  public var outcomeAt: Timestamp?
  /// TP-MR, where it is known.
  public var messageReference: UInt8?
  /// What became of it later.
  public var settlement: AttemptSettlement?
  /// What proved it.
  public var evidence: String?
  /// What status reports said.
  public var delivery: DeliveryCategory?
  /// TP-ST of the report that counts.
  public var deliveryStatus: UInt8?
  /// When the report says that it happened.
  public var deliveredAt: Timestamp?
}

extension MessageDetail {
  init(_ message: MessageRow, in db: Database) throws {
    let rows = message.attemptCount == 0 ? [] : try AttemptRow.all(of: message.row, in: db)
    let ledger = message.ledger(rows)
    self.init(
      id: message.id,
      state: message.state,
      reason: message.reason,
      recipient: message.recipient,
      messageClass: message.messageClass,
      isUrgent: message.isUrgent,
      content: message.content,
      encoding: message.encoding,
      language: message.language,
      isTransliterated: message.isTransliterated,
      segmentCount: message.segmentCount,
      acceptedSegments: message.acceptedCount,
      duplicates: message.duplicates,
      isPossibleDuplicate: message.isPossibleDuplicate,
      wantsStatusReport: message.wantsStatusReport,
      isHeld: message.isHeld,
      acceptedAt: message.acceptedAt,
      dueAt: message.state == .queued ? message.dueAt : nil,
      expiresAt: message.expiresAt,
      finishedAt: message.finishedAt,
      modem: message.modem,
      reference: message.reference,
      submitter: message.submitter,
      origin: message.origin,
      segments: ledger.segments,
      concatenation: ledger.counted,
      attempts: rows.map(AttemptDetail.init),
      interventions: try InterventionTable.all(of: message.row, in: db)
    )
  }
}

extension AttemptDetail {
  init(_ row: AttemptRow) {
    self.init(
      id: row.id,
      segment: row.segment,
      concatenation: row.concatenation,
      modem: row.modem,
      iccid: row.iccid,
      imei: row.imei,
      make: row.make,
      messageReferenceBaseline: row.baseline,
      recordedAt: row.recordedAt,
      outcome: row.outcome,
      outcomeAt: row.outcomeAt,
      messageReference: row.messageReference,
      settlement: row.settlement,
      evidence: row.evidence,
      delivery: row.delivery,
      deliveryStatus: row.deliveryStatus,
      deliveredAt: row.deliveredAt
    )
  }
}
