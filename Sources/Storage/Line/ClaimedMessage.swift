public import Messaging
public import QueuePolicy

/// Who asks for the next message.
public struct Claimant: Sendable {
  /// The SIM that would send it.
  public var iccid: ICCID
  /// The modem it sits in, by name.
  public var modem: String
  /// Classes that this SIM may not send now (quota, quiet hours, pause).
  public var excludedClasses: Set<MessageClass>
  /// The SIMs that are at work, by serial number: their usual recipients are left to them for a
  /// while.
  public var workingSIMs: Set<String> = []
  /// What else this SIM may not send now; nil where nothing is excluded.
  ///
  /// Messages that are passed over stay at the head of the line and are looked at again each
  /// time: push those that will not be eligible for long back with `postpone(_:until:)`.
  public var isEligible: (@Sendable (ClaimCandidate) -> Bool)?

  /// A claimant.
  public init(
    iccid: ICCID,
    modem: String,
    excludedClasses: Set<MessageClass> = [],
    isEligible: (@Sendable (ClaimCandidate) -> Bool)? = nil
  ) {
    self.iccid = iccid
    self.modem = modem
    self.excludedClasses = excludedClasses
    self.isEligible = isEligible
  }
}

/// A message that may be next.
public struct ClaimCandidate: Hashable, Sendable {
  /// Its name.
  public var id: MessageID
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// How many segments it takes.
  public var segmentCount: Int
}

/// A message that one modem has in hand: everything that its TPDUs are built from.
public struct ClaimedMessage: Hashable, Sendable {
  /// Its name.
  public var id: MessageID
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// What is sent.
  public var content: MessageContent
  /// How the sender wants text coded.
  public var requestedEncoding: RequestedEncoding
  /// The language whose shift tables were chosen at acceptance; nil where none were.
  public var language: String?
  /// Whether look-alikes were chosen at acceptance for some of its characters.
  public var isTransliterated: Bool
  /// The class of the display (3GPP TS 23.038 §4), 0 to 3.
  public var displayClass: UInt8?
  /// Fields of the SMS-SUBMIT that only special messages set; TP-RD is already off where the
  /// network took a new message for a duplicate.
  public var transferOptions: TransferOptions
  /// Whether to ask for a status report (TP-SRR).
  public var wantsStatusReport: Bool
  /// Whether TP-VP is left out, because the service centre refused it.
  public var omitsValidityPeriod: Bool
  /// When its time is over; what remains is TP-VP.
  public var expiresAt: Timestamp
  /// Where each segment is, in order.
  public var segments: [SegmentState]
  /// The segment to send now, from 1.
  public var nextSegment: Int
  /// The reference of a concatenated message (3GPP TS 23.040 §9.2.3.24.1); nil for one segment.
  public var concatenationReference: UInt8?
  /// How many attempts were made so far.
  public var attemptCount: Int
  /// Whether an earlier attempt may have arrived.
  public var isPossibleDuplicate: Bool
  /// When it was accepted.
  public var acceptedAt: Timestamp

  /// A message in hand.
  public init(
    id: MessageID,
    recipient: PhoneNumber,
    messageClass: MessageClass,
    content: MessageContent,
    requestedEncoding: RequestedEncoding,
    language: String?,
    isTransliterated: Bool,
    displayClass: UInt8?,
    transferOptions: TransferOptions,
    wantsStatusReport: Bool,
    omitsValidityPeriod: Bool,
    expiresAt: Timestamp,
    segments: [SegmentState],
    nextSegment: Int,
    concatenationReference: UInt8?,
    attemptCount: Int,
    isPossibleDuplicate: Bool,
    acceptedAt: Timestamp
  ) {
    self.id = id
    self.recipient = recipient
    self.messageClass = messageClass
    self.content = content
    self.requestedEncoding = requestedEncoding
    self.language = language
    self.isTransliterated = isTransliterated
    self.displayClass = displayClass
    self.transferOptions = transferOptions
    self.wantsStatusReport = wantsStatusReport
    self.omitsValidityPeriod = omitsValidityPeriod
    self.expiresAt = expiresAt
    self.segments = segments
    self.nextSegment = nextSegment
    self.concatenationReference = concatenationReference
    self.attemptCount = attemptCount
    self.isPossibleDuplicate = isPossibleDuplicate
    self.acceptedAt = acceptedAt
  }
}
