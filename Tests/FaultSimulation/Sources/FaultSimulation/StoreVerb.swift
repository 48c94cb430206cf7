public import Messaging
public import QueuePolicy

/// What the gateway asks of the store: the verbs of `MessageStore`, as values.
///
/// As values they can be written into a log, and carried out again on the real store.
public enum StoreVerb: Equatable, Sendable {
  /// `accept(_:at:)`.
  case accept(ModelSubmission)
  /// The part of `claim(_:at:)` that writes: the reference of a concatenated message.
  case drawReference(MessageID, ICCID)
  /// `recordAttempt(_:at:)`.
  case recordAttempt(ModelAttemptRecord)
  /// `recordFailedAttempt(_:_:at:jitter:)`.
  case recordFailedAttempt(ModelAttemptRecord, SubmissionOutcome, jitter: Double)
  /// `recordOutcome(of:_:at:jitter:)`.
  case recordOutcome(Int64, SubmissionOutcome, jitter: Double)
  /// `recordEvidence(_:about:at:)`.
  case recordEvidence(Evidence, about: Int64)
  /// `recordConflict(_:_:at:)`.
  case recordConflict(Int64, Int64)
  /// `recordReport(_:at:)`.
  case recordReport(ModelReportRecord)
  /// `record(_:at:)` of a reading of EF-SMSS.
  case recordReference(ModelReference)
  /// `record(_:of:)`, as often as it takes: what was seen of a firmware before.
  case remember(Firmware, FirmwareTrust)
  /// `resultsWritten(_:calls:)`.
  case resultsWritten([ModelResult])
  /// `recordInbound(_:newID:assemble:)`.
  case recordInbound(ModelPart, newID: MessageID)
  /// `recordIncomplete(receivedBefore:at:newID:assemble:)`; the seed is for the ids.
  case recordIncomplete(before: Timestamp, seed: UInt64)
  /// `recordDeleted(iccid:modem:storage:index:)`.
  case recordDeleted(ICCID, modem: String, storage: String, index: Int)
  /// `expire(at:)`.
  case expire
  /// `recover(at:)`.
  case recover
  /// `cancel(_:at:)`.
  case cancel(MessageID)
  /// `retry(_:at:)`.
  case retry(MessageID)
  /// `resolve(_:_:at:)`.
  case resolve(MessageID, ModelResolution)

  /// Whether it may use the room that is kept for the results of messages in flight.
  var isEssential: Bool {
    switch self {
    case .recordOutcome, .recordEvidence, .recordConflict, .recordReference, .resultsWritten,
      .recover:
      true
    case .accept, .drawReference, .recordAttempt, .recordFailedAttempt, .recordReport,
      .remember, .recordInbound, .recordIncomplete, .recordDeleted, .expire, .cancel, .retry,
      .resolve:
      false
    }
  }
}

/// What an operator says of a message whose outcome is unknown.
public enum ModelResolution: String, Equatable, Sendable, CaseIterable {
  /// It was sent.
  case sent
  /// Send it again.
  case resend
  /// Put it to rest.
  case drop
}

/// A message as it is handed in.
public struct ModelSubmission: Equatable, Sendable {
  /// Its name.
  public var id: MessageID
  /// What the producer calls it; it stands in every segment of the text.
  public var tag: Int
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// The text.
  public var text: String
  /// How many segments it takes.
  public var segmentCount: Int
  /// What to do in doubt.
  public var duplicates: DuplicatePolicy
  /// When its time is over.
  public var expiresAt: Timestamp
  /// Whether a repeated request for the tag is the same request: the API, not the spool.
  public var hasKey: Bool
  /// The name of the dropped file.
  public var name: String
}

/// An attempt that is about to be made.
public struct ModelAttemptRecord: Equatable, Sendable {
  /// The message.
  public var message: MessageID
  /// The segment, from 1.
  public var segment: Int
  /// The modem.
  public var modem: String
  /// The SIM.
  public var iccid: ICCID
  /// EF-SMSS before it, where it is known.
  public var baseline: UInt8?
  /// The firmware that read it.
  public var firmware: Firmware?
  /// How long the machine has been up.
  public var uptime: Uptime
}

/// What EF-SMSS of a SIM held when it was read.
public struct ModelReference: Equatable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// The TP-MR that was used last.
  public var value: UInt8
  /// The firmware that read it.
  public var firmware: Firmware
  /// Whether it is what the answers before lead to expect; nil where there were none.
  public var agrees: Bool?
}

/// A status report as it came.
public struct ModelReportRecord: Equatable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// Another SIM that it may have come to instead.
  public var otherSIM: ICCID?
  /// TP-RA.
  public var recipient: PhoneNumber
  /// TP-MR.
  public var messageReference: UInt8
  /// TP-ST.
  public var status: UInt8
  /// TP-SCTS.
  public var serviceCentreTimeStamp: Timestamp
  /// TP-DT.
  public var dischargeTime: Timestamp?
  /// The whole PDU.
  public var rawPDU: [UInt8]

  /// The SIMs that it may have come to.
  var possibleSIMs: Set<ICCID> { Set([iccid, otherSIM].compactMap(\.self)) }
}

/// A received SMS-DELIVER.
public struct ModelPart: Equatable, Sendable {
  /// The SIM.
  public var iccid: ICCID
  /// The modem.
  public var modem: String
  /// The memory it lies in, or `direct`.
  public var storage: String
  /// Its place there.
  public var index: Int
  /// The whole PDU.
  public var rawPDU: [UInt8]
  /// TP-OA.
  public var sender: PhoneNumber
  /// The concatenation reference; nil for a single part.
  public var reference: UInt16?
  /// Whether the reference has 16 bits.
  public var isWide: Bool
  /// How many parts there are.
  public var total: Int
  /// Which of them this is, from 1.
  public var number: Int
  /// TP-SCTS.
  public var serviceCentreTimeStamp: Timestamp?
}

/// What the store answers.
public enum StoreAnswer: Equatable, Sendable {
  /// The message is kept under this name and in this state.
  case accepted(MessageID, MessageState)
  /// The message is not kept: its recipient has opted out.
  case optedOut
  /// The reference; nil where none is free.
  case reference(UInt8?)
  /// The attempt is recorded.
  case recorded(Int64)
  /// The attempt must not be made.
  case refused(NotSubmittedReason)
  /// What became of a message; nil where nothing changed.
  case changed(ModelChange?)
  /// Done, or nothing to do.
  case done
  /// The disk is full: nothing changed.
  case failed
}

/// What became of a message.
public struct ModelChange: Equatable, Sendable {
  /// The message.
  public var message: MessageID
  /// Where it is now.
  public var state: MessageState
  /// Whether its next segment may follow at once.
  public var continues: Bool

  /// What became of a message.
  public init(message: MessageID, state: MessageState, continues: Bool) {
    self.message = message
    self.state = state
    self.continues = continues
  }
}
