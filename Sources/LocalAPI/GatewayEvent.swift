/// Something that happened: one Server-Sent Event of `GET /v1/events`.
public struct GatewayEvent: Codable, Hashable, Sendable {
  /// Its place in the order of events; `Last-Event-ID` takes it up again from there.
  public var id: String
  /// What happened: `message.accepted`, `message.` and a state, `message.received`,
  /// `report.received`, `modem.` and a state, `modem.call`, `modem.balance-low`, `optout.added`,
  /// `optout.removed`, `consent.recorded`, `consent.withdrawn`, `config.reloaded`, `gateway.gap`.
  public var type: String
  /// When.
  public var at: WireTime
  /// What happened, as one sentence.
  public var summary: String
  /// The message it is about, without its history, in the state that it had then.
  public var message: MessageView?
  /// The received message it is about.
  public var inbound: InboundMessageView?
  /// The modem it is about, by name.
  public var modem: String?
  /// The opt-out it is about: that began with `optout.added`, that ended with `optout.removed`.
  public var optOut: OptOutView?
  /// The consent to marketing it is about: given with `consent.recorded`, taken back with
  /// `consent.withdrawn`.
  public var consent: ConsentView?

  /// An event.
  public init(
    id: String,
    type: String,
    at: WireTime,
    summary: String,
    message: MessageView? = nil,
    inbound: InboundMessageView? = nil,
    modem: String? = nil,
    optOut: OptOutView? = nil,
    consent: ConsentView? = nil
  ) {
    self.id = id
    self.type = type
    self.at = at
    self.summary = summary
    self.message = message
    self.inbound = inbound
    self.modem = modem
    self.optOut = optOut
    self.consent = consent
  }

  private enum CodingKeys: String, CodingKey {
    case id, type, at, summary, message, inbound, modem, consent
    case optOut = "optout"
  }
}

/// What `POST /v1/config/reload` answers.
public struct ReloadAnswer: Codable, Hashable, Sendable {
  /// What changed, a sentence each; empty where nothing did.
  public var changes: [String]
  /// What changed and needs a restart.
  public var needsRestart: [String]

  /// An answer.
  public init(changes: [String], needsRestart: [String] = []) {
    self.changes = changes
    self.needsRestart = needsRestart
  }

  private enum CodingKeys: String, CodingKey {
    case changes
    case needsRestart = "needs_restart"
  }
}
