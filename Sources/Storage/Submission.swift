public import Messaging

/// One message for one recipient, ready to be accepted: every way in ends here.
public struct Submission: Hashable, Sendable {
  /// Its name; a second acceptance of the same name changes nothing.
  public var id: MessageID
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// What is sent.
  public var content: MessageContent
  /// How the sender wants text coded.
  public var requestedEncoding: RequestedEncoding
  /// How it is coded, as people are told: `gsm7`, `ucs2`, `data`.
  public var encoding: String
  /// The language whose shift tables it is coded with (3GPP TS 23.038 §A); nil where none are used.
  public var language: String?
  /// Whether look-alikes stand for some of its characters.
  public var isTransliterated: Bool
  /// How many segments it takes, 1 to 255.
  public var segmentCount: Int
  /// The class of the display (3GPP TS 23.038 §4), 0 to 3.
  public var displayClass: UInt8?
  /// Fields of the SMS-SUBMIT that only special messages set.
  public var transferOptions: TransferOptions
  /// Whether to ask for a status report (TP-SRR).
  public var wantsStatusReport: Bool
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy
  /// When it may leave at the earliest.
  public var notBefore: Timestamp?
  /// When its time is over.
  public var expiresAt: Timestamp
  /// The only modem that may send it, by name.
  public var modem: String?
  /// The only SIM that may send it.
  public var onlySIM: ICCID?
  /// The application's own name for it.
  public var reference: String?
  /// Who asked for it.
  public var submitter: String
  /// Which way it came in.
  public var origin: MessageOrigin
  /// What makes a repeated request the same request; kept 7 days.
  public var idempotency: IdempotencyKey?
  /// Whether it goes before others of its class.
  public var isUrgent: Bool
  /// Whether it is an ordinary message or the answer to an opt-out.
  public var purpose: MessagePurpose

  /// A submission.
  public init(
    id: MessageID,
    recipient: PhoneNumber,
    messageClass: MessageClass = .notification,
    content: MessageContent,
    requestedEncoding: RequestedEncoding = .auto,
    encoding: String,
    language: String? = nil,
    isTransliterated: Bool = false,
    segmentCount: Int = 1,
    displayClass: UInt8? = nil,
    transferOptions: TransferOptions = TransferOptions(),
    wantsStatusReport: Bool = true,
    duplicates: DuplicatePolicy = .hold,
    notBefore: Timestamp? = nil,
    expiresAt: Timestamp,
    modem: String? = nil,
    onlySIM: ICCID? = nil,
    reference: String? = nil,
    submitter: String,
    origin: MessageOrigin,
    idempotency: IdempotencyKey? = nil,
    isUrgent: Bool = false,
    purpose: MessagePurpose = .ordinary
  ) {
    self.id = id
    self.recipient = recipient
    self.messageClass = messageClass
    self.content = content
    self.requestedEncoding = requestedEncoding
    self.encoding = encoding
    self.language = language
    self.isTransliterated = isTransliterated
    self.segmentCount = segmentCount
    self.displayClass = displayClass
    self.transferOptions = transferOptions
    self.wantsStatusReport = wantsStatusReport
    self.duplicates = duplicates
    self.notBefore = notBefore
    self.expiresAt = expiresAt
    self.modem = modem
    self.onlySIM = onlySIM
    self.reference = reference
    self.submitter = submitter
    self.origin = origin
    self.idempotency = idempotency
    self.isUrgent = isUrgent
    self.purpose = purpose
  }
}

/// Which way a message came in: it decides where its result goes.
public enum MessageOrigin: Hashable, Sendable, Codable {
  /// A file in the spool: the name it was dropped under, the place of the message in it where there
  /// are several, and the headers that its result repeats.
  case spool(name: String, member: Int?, headers: String)
  /// The local API.
  case api
}

/// Whether the opt-out list binds a message.
public enum MessagePurpose: String, Hashable, Sendable, Codable, CaseIterable {
  /// It does.
  case ordinary
  /// The one answer to an opt-out, a help request or an opt-in: it does not.
  case confirmation
}

/// What makes a repeated request the same request.
public struct IdempotencyKey: Hashable, Sendable, Codable {
  /// The application's key; it counts within one submitter.
  public var key: String
  /// What the request said, in short; another body under the same key is a conflict.
  public var fingerprint: String
  /// The place of the message in its request, from 0.
  public var member: Int

  /// A key.
  public init(key: String, fingerprint: String, member: Int = 0) {
    self.key = key
    self.fingerprint = fingerprint
    self.member = member
  }
}

/// What became of a submission.
///
/// Only the first four, and the fourth only with a name, mean that the message is kept.
public enum Acceptance: Hashable, Sendable {
  /// Durable and waiting.
  case accepted(MessageID)
  /// It was accepted before, under this name, and is in this state now.
  case alreadyAccepted(MessageID, MessageState)
  /// Durable, but the recipient has opted out or never opted in: its result says so.
  case withdrawn(MessageID)
  /// The rules of considerate sending never let it go: kept as failed under this name, so that its
  /// result says so, or, without a name, not kept.
  case ruledOut(MessageID?, reason: String)
  /// Not kept.
  case refused(AcceptanceRefusal)
}

/// Why a submission was not kept.
public enum AcceptanceRefusal: String, Hashable, Sendable, Codable {
  /// The recipient has opted out.
  case optedOut
  /// The message is marketing, and no consent of the recipient is recorded.
  case noConsent
  /// The idempotency key was used for another request.
  case conflict
}
