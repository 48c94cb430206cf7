/// A message that somebody sent to one of the SIMs.
public struct InboundMessageView: Codable, Hashable, Sendable {
  /// Its name: stable, however often it is handed over.
  public var id: String
  /// The sender: a number in normal form, or a name.
  public var from: String
  /// The text; nil for data.
  @Nullable public var text: String?
  /// The octets in hexadecimal digits; nil for text.
  @Nullable public var data: String?
  /// When the service centre took it (TP-SCTS); nil where that is no time.
  @Nullable public var sentAt: WireTime?
  /// When the gateway stored it.
  public var receivedAt: WireTime
  /// The modem it came in by.
  @Nullable public var modem: String?
  /// The SIM it was sent to.
  @Nullable public var iccid: String?
  /// How many segments it came in.
  public var segments: Int
  /// How many segments never came; the text shows where.
  public var segmentsMissing: Int
  /// What it meant to the opt-out list: `stop`, `start`, `help`, `review`, or nil for nothing.
  @Nullable public var optOut: String?
  /// The message that it most likely answers: the last one sent to the sender.
  @Nullable public var answers: String?

  /// A received message.
  public init(
    id: String,
    from: String,
    text: String? = nil,
    data: String? = nil,
    sentAt: WireTime? = nil,
    receivedAt: WireTime,
    modem: String? = nil,
    iccid: String? = nil,
    segments: Int = 1,
    segmentsMissing: Int = 0,
    optOut: String? = nil,
    answers: String? = nil
  ) {
    self.id = id
    self.from = from
    self.text = text
    self.data = data
    self.sentAt = sentAt
    self.receivedAt = receivedAt
    self.modem = modem
    self.iccid = iccid
    self.segments = segments
    self.segmentsMissing = segmentsMissing
    self.optOut = optOut
    self.answers = answers
  }

  private enum CodingKeys: String, CodingKey {
    case id, from, text, data, modem, iccid, segments, answers
    case sentAt = "sent_at"
    case receivedAt = "received_at"
    case segmentsMissing = "segments_missing"
    case optOut = "optout"
  }
}

/// Which received messages `GET /v1/inbox` answers with.
public struct InboxFilter: Hashable, Sendable {
  /// Only those from this number, as it was written.
  public var from: String?
  /// The page.
  public var page: PageRequest

  /// A filter; as it is, the newest of all.
  public init(from: String? = nil, page: PageRequest = PageRequest()) {
    self.from = from
    self.page = page
  }
}

/// What `GET /v1/inbox` answers.
public struct Inbox: Codable, Hashable, Sendable {
  /// The messages, the newest first.
  public var messages: [InboundMessageView]
  /// What to give as `after` for the page that follows; nil on the last.
  @Nullable public var next: String?
  /// The sender that was asked for, in the form in which messages have it; nil for all.
  @Nullable public var from: String?

  /// A page of received messages.
  public init(messages: [InboundMessageView], next: String? = nil, from: String? = nil) {
    self.messages = messages
    self.next = next
    self.from = from
  }
}
