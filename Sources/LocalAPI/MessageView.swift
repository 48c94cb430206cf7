public import Messaging

/// A message and what became of it.
public struct MessageView: Codable, Hashable, Sendable {
  /// Who handed a message in.
  public struct SubmitterView: Codable, Hashable, Sendable {
    /// The user, where one is known.
    @Nullable public var uid: UInt32?
    /// The token, by name, where it came with one.
    @Nullable public var token: String?
    /// The way in: `api`, `spool` or the like.
    public var via: String

    /// Who handed a message in.
    public init(uid: UInt32?, token: String? = nil, via: String) {
      self.uid = uid
      self.token = token
      self.via = via
    }

    /// `uid:` and the user, or `token:` and the name; nil where neither is known.
    public var account: String? {
      token.map { "token:" + $0 } ?? uid.map { "uid:\($0)" }
    }
  }

  /// Its name.
  public var id: MessageID
  /// Where it is in its life.
  public var state: MessageState
  /// Why it is there, where the state needs it.
  @Nullable public var reason: String?
  /// The recipient in normal form.
  public var to: String
  /// What it is for.
  public var messageClass: MessageClass
  /// The text; nil for data.
  @Nullable public var text: String?
  /// The octets in hexadecimal digits; nil for text.
  @Nullable public var data: String?
  /// How it is coded: `gsm7`, `ucs2` or `8bit`.
  public var encoding: String
  /// The language whose shift tables it is coded with (3GPP TS 23.038 §A); nil where none are used.
  @Nullable public var language: String?
  /// The characters that look-alikes stand for in what is sent; empty where it is sent as it came.
  public var replaced: [ReplacedCharacter]
  /// How many segments it has.
  public var segments: Int
  /// How many of them the service centre has.
  public var segmentsSent: Int
  /// The modem that sends it, sent it, or tried last.
  @Nullable public var modem: String?
  /// The only modem that may send it.
  @Nullable public var requestedModem: String?
  /// When it was accepted.
  public var acceptedAt: WireTime
  /// When its state last changed.
  public var updatedAt: WireTime
  /// When it may leave at the earliest.
  @Nullable public var notBefore: WireTime?
  /// When it will be given up.
  @Nullable public var expiresAt: WireTime?
  /// The application's own name for it.
  @Nullable public var reference: String?
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy
  /// Whether it was sent again although the service centre may have had it already.
  public var possibleDuplicate: Bool
  /// Who handed it in.
  public var submitter: SubmitterView
  /// Its segments; only where one message is asked for by name.
  public var segmentDetails: [SegmentView]?
  /// Every attempt, in order; only where one message is asked for by name.
  public var attempts: [AttemptView]?
  /// Every state it was in, in order; only where one message is asked for by name.
  public var history: [HistoryView]?

  /// A message.
  public init(
    id: MessageID,
    state: MessageState,
    reason: String? = nil,
    to: String,
    messageClass: MessageClass,
    text: String? = nil,
    data: String? = nil,
    encoding: String,
    language: String? = nil,
    replaced: [ReplacedCharacter] = [],
    segments: Int,
    segmentsSent: Int = 0,
    modem: String? = nil,
    requestedModem: String? = nil,
    acceptedAt: WireTime,
    updatedAt: WireTime,
    notBefore: WireTime? = nil,
    expiresAt: WireTime? = nil,
    reference: String? = nil,
    duplicates: DuplicatePolicy = .hold,
    possibleDuplicate: Bool = false,
    submitter: SubmitterView,
    segmentDetails: [SegmentView]? = nil,
    attempts: [AttemptView]? = nil,
    history: [HistoryView]? = nil
  ) {
    self.id = id
    self.state = state
    self.reason = reason
    self.to = to
    self.messageClass = messageClass
    self.text = text
    self.data = data
    self.encoding = encoding
    self.language = language
    self.replaced = replaced
    self.segments = segments
    self.segmentsSent = segmentsSent
    self.modem = modem
    self.requestedModem = requestedModem
    self.acceptedAt = acceptedAt
    self.updatedAt = updatedAt
    self.notBefore = notBefore
    self.expiresAt = expiresAt
    self.reference = reference
    self.duplicates = duplicates
    self.possibleDuplicate = possibleDuplicate
    self.submitter = submitter
    self.segmentDetails = segmentDetails
    self.attempts = attempts
    self.history = history
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, reason, to, text, data, encoding, language, replaced
    case segments, modem, reference, duplicates
    case submitter, attempts, history
    case messageClass = "class"
    case segmentsSent = "segments_sent"
    case requestedModem = "requested_modem"
    case acceptedAt = "accepted_at"
    case updatedAt = "updated_at"
    case notBefore = "not_before"
    case expiresAt = "expires_at"
    case possibleDuplicate = "possible_duplicate"
    case segmentDetails = "segment_details"
  }
}
