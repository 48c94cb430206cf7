/// A number that has opted out.
public struct OptOutView: Codable, Hashable, Sendable {
  /// The number in normal form.
  public var number: String
  /// What it is closed to: `all`, or the name of a class.
  public var scope: String
  /// Since when.
  public var since: WireTime
  /// How it came about: `sms`, `api`, `import` or the like.
  public var source: String
  /// What the person wrote, or why somebody added it.
  @Nullable public var detail: String?

  /// A number that has opted out.
  public init(
    number: String,
    scope: String = "all",
    since: WireTime,
    source: String,
    detail: String? = nil
  ) {
    self.number = number
    self.scope = scope
    self.since = since
    self.source = source
    self.detail = detail
  }
}

/// What `GET /v1/optouts` answers.
public struct OptOutList: Codable, Hashable, Sendable {
  /// The numbers, in order.
  public var optOuts: [OptOutView]
  /// What to give as `after` for the page that follows; nil on the last.
  @Nullable public var next: String?

  /// A page of opt-outs.
  public init(optOuts: [OptOutView], next: String? = nil) {
    self.optOuts = optOuts
    self.next = next
  }

  private enum CodingKeys: String, CodingKey {
    case optOuts = "optouts"
    case next
  }
}

/// What `GET`, `PUT` and `DELETE /v1/optouts/NUMBER` answer: whether the number is blocked.
///
/// A number that has not opted out is an answer too, not an error: whoever treats an error as
/// "not blocked" would send when the list cannot be read.
public struct OptOutCheck: Codable, Hashable, Sendable {
  /// The number in normal form.
  public var number: String
  /// Whether it has opted out of anything.
  public var optedOut: Bool
  /// What it has opted out of.
  public var optOuts: [OptOutView]

  /// An answer.
  public init(number: String, optOuts: [OptOutView]) {
    self.number = number
    self.optedOut = !optOuts.isEmpty
    self.optOuts = optOuts
  }

  private enum CodingKeys: String, CodingKey {
    case number
    case optedOut = "opted_out"
    case optOuts = "optouts"
  }
}

/// The body of `PUT /v1/optouts/NUMBER`; it may be left out.
public struct OptOutRequest: Codable, Hashable, Sendable {
  /// What to close: `all` where nothing is said, or the name of a class.
  public var scope: String?
  /// Why, in words.
  public var reason: String?
  /// How it came about; `api` where nothing is said.
  public var source: String?
  /// Since when it has held, in a list from elsewhere; now, where nothing is said.
  public var since: WireTime?

  /// A request to add a number.
  public init(
    scope: String? = nil,
    reason: String? = nil,
    source: String? = nil,
    since: WireTime? = nil
  ) {
    self.scope = scope
    self.reason = reason
    self.source = source
    self.since = since
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case scope, reason, source, since
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    scope = try container.decodeIfPresent(String.self, forKey: .scope)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    since = try container.decodeIfPresent(WireTime.self, forKey: .since)
  }
}

/// What `GET /v1/optouts/NUMBER/history` answers.
public struct OptOutHistory: Codable, Hashable, Sendable {
  /// One change.
  public struct Entry: Codable, Hashable, Sendable {
    /// When it happened.
    public var at: WireTime
    /// `opt-out`, `opt-in`, `consent` or `consent-withdrawn`.
    public var action: String
    /// What it was about: `all`, or the name of a class.
    public var scope: String
    /// How it came about: `sms`, `api`, `import` or the like.
    public var source: String
    /// What the person wrote, or why somebody did it.
    @Nullable public var detail: String?
    /// Who did it: `recipient`, or a user of the machine, `uid:1000`.
    @Nullable public var by: String?
    /// Since when it has held, where a list from elsewhere said so.
    @Nullable public var since: WireTime?
    /// The rule that the text matched, as `hermod optout classify` names it.
    @Nullable public var rule: String?
    /// The word that matched.
    @Nullable public var word: String?
    /// The SIM that received the text.
    @Nullable public var iccid: String?
    /// The received message.
    @Nullable public var inbound: String?
    /// The message that it answered: the last one sent to the number.
    @Nullable public var answered: String?

    /// A change.
    public init(
      at: WireTime,
      action: String,
      scope: String = "all",
      source: String,
      detail: String? = nil,
      by: String? = nil,
      since: WireTime? = nil,
      rule: String? = nil,
      word: String? = nil,
      iccid: String? = nil,
      inbound: String? = nil,
      answered: String? = nil
    ) {
      self.at = at
      self.action = action
      self.scope = scope
      self.source = source
      self.detail = detail
      self.by = by
      self.since = since
      self.rule = rule
      self.word = word
      self.iccid = iccid
      self.inbound = inbound
      self.answered = answered
    }
  }

  /// The number in normal form.
  public var number: String
  /// The changes, the newest first.
  public var entries: [Entry]

  /// The changes of one number.
  public init(number: String, entries: [Entry]) {
    self.number = number
    self.entries = entries
  }
}
