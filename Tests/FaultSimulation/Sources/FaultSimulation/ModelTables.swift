internal import Messaging
internal import QueuePolicy

/// The rows of the model store, as one snapshot: what the tables of `Storage` hold.
struct ModelTables: Equatable, Sendable {
  var messages: [ModelMessage] = []
  var attempts: [ModelAttempt] = []
  var reports: [ModelReport] = []
  var parts: [ModelInboundPart] = []
  var inbound: [ModelInbound] = []
  var optedOut: [PhoneNumber] = []
  var concatenations: [ModelConcatenation] = []
  var firmware: [ModelFirmware] = []
  /// The rule that is broken, where one is.
  var mutation: Mutation?
  /// How many transactions were committed; the snapshots of a disk are told apart by it.
  var commits = 0

  func place(of id: MessageID) -> Int? { messages.firstIndex { $0.id == id } }

  func attempts(of message: Int) -> [ModelAttempt] {
    attempts.filter { $0.message == message }
  }

  func ledger(of message: Int) -> SubmissionLedger {
    SubmissionLedger(
      segmentCount: messages[message].segmentCount,
      concatenation: messages[message].concatenation,
      attempts: attempts(of: message).map(\.facts)
    )
  }

  func facts(of message: Int) -> MessageFacts {
    let row = messages[message]
    return MessageFacts(
      state: row.state,
      ledger: ledger(of: message),
      forgivenAttempts: row.forgivenAttempts,
      duplicates: row.duplicates,
      expiresAt: row.expiresAt,
      resumeBy: row.resumeBy,
      isCancelRequested: row.isCancelRequested,
      isOptedOut: optedOut.contains(row.recipient)
    )
  }

  /// The attempts that nobody knows the outcome of, oldest first.
  var unresolved: [ModelAttempt] {
    attempts.filter(\.facts.isUnresolved)
  }
}

/// A row of `messages`.
struct ModelMessage: Equatable, Sendable {
  let id: MessageID
  let tag: Int
  let recipient: PhoneNumber
  let messageClass: MessageClass
  let text: String
  let segmentCount: Int
  let duplicates: DuplicatePolicy
  let hasKey: Bool
  /// The name of the dropped file.
  let name: String

  var state = MessageState.queued
  var expiresAt: Timestamp
  var dueAt: Timestamp
  var avoidedSIM: AvoidedSIM?
  var forgivenAttempts = 0
  var concatenation = 0
  var concatenationReference: UInt8?
  var concatenationSIM: ICCID?
  var sim: ICCID?
  var omitsValidityPeriod = false
  var isCancelRequested = false
  var isPossibleDuplicate = false
  var acceptedCount = 0
  var decideAt: Timestamp?
  var resumeBy: Timestamp?
  var reportBy: Timestamp?
  /// Where its result lies.
  var resultWritten: ModelFolder?
  var isResultDue = false
  var isReportDue = false
}

/// A row of `attempts`.
struct ModelAttempt: Equatable, Sendable {
  let id: Int64
  let message: Int
  let segment: Int
  let concatenation: Int
  let modem: String
  let iccid: ICCID
  let recipient: PhoneNumber
  let firmware: Firmware?
  let baseline: UInt8?
  let recordedAt: Timestamp
  let uptime: Uptime
  /// Which commit made it durable.
  let commit: Int

  var outcome: SubmissionOutcome?
  var settlement: AttemptSettlement?
  var messageReference: UInt8?
  var delivery: DeliveryCategory?
  /// The first reading of EF-SMSS after it, while nobody knew its outcome: a row of `readings`.
  var reading: UInt8?

  var facts: AttemptFacts {
    AttemptFacts(
      segment: segment,
      concatenation: concatenation,
      iccid: iccid,
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
}

/// A row of `firmware`.
struct ModelFirmware: Equatable, Sendable {
  let firmware: Firmware
  var trust: FirmwareTrust
}

/// A row of `reports`.
struct ModelReport: Equatable, Sendable {
  var record: ModelReportRecord
  let receivedAt: Timestamp
  var attempt: Int64?
}

/// A row of `inbound_parts`.
struct ModelInboundPart: Equatable, Sendable {
  var part: ModelPart
  let receivedAt: Timestamp
  var isDeleted = false
  var message: MessageID?
}

/// A row of `inbound`.
struct ModelInbound: Equatable, Sendable {
  let id: MessageID
  let sender: PhoneNumber
  let text: String
  var missing = 0
  var isFileDue = true
}

/// A row of `concatenations`.
struct ModelConcatenation: Equatable, Sendable {
  let iccid: ICCID
  let recipient: PhoneNumber
  let reference: UInt8
  let drawnAt: Timestamp
}
