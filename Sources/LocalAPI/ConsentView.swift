import NIOHTTP1

/// A number whose owner has agreed to marketing.
public struct ConsentView: Codable, Hashable, Sendable {
  /// The number in normal form.
  public var number: String
  /// Since when.
  public var since: WireTime
  /// How it came about: `sms`, `api` or `import`.
  public var source: String
  /// What the person wrote, or how the agreement was given.
  @Nullable public var detail: String?

  /// A number whose owner has agreed.
  public init(number: String, since: WireTime, source: String, detail: String? = nil) {
    self.number = number
    self.since = since
    self.source = source
    self.detail = detail
  }
}

/// What `GET /v1/consents` answers.
public struct ConsentList: Codable, Hashable, Sendable {
  /// The numbers, in order.
  public var consents: [ConsentView]
  /// What to give as `after` for the page that follows; nil on the last.
  @Nullable public var next: String?

  /// A page of consents.
  public init(consents: [ConsentView], next: String? = nil) {
    self.consents = consents
    self.next = next
  }
}

/// What `GET`, `PUT` and `DELETE /v1/consents/NUMBER` answer.
public struct ConsentCheck: Codable, Hashable, Sendable {
  /// The number in normal form.
  public var number: String
  /// Whether its owner has agreed to marketing.
  public var consented: Bool
  /// The consent; nil where none is recorded.
  @Nullable public var consent: ConsentView?

  /// An answer.
  public init(number: String, consent: ConsentView? = nil) {
    self.number = number
    consented = consent != nil
    self.consent = consent
  }
}

/// The body of `PUT /v1/consents/NUMBER`; it may be left out.
public struct ConsentRequest: Codable, Hashable, Sendable {
  /// How the agreement was given, in words.
  public var reason: String?
  /// How it came here; `api` where nothing is said.
  public var source: String?
  /// Since when it has held; now, where nothing is said.
  public var since: WireTime?

  /// A request to record a consent.
  public init(reason: String? = nil, source: String? = nil, since: WireTime? = nil) {
    self.reason = reason
    self.source = source
    self.since = since
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case reason, source, since
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    since = try container.decodeIfPresent(WireTime.self, forKey: .since)
  }
}

/// The numbers whose owners have agreed to marketing.
extension GatewayClient {
  /// `GET /v1/consents`.
  public func consents(
    _ page: PageRequest = PageRequest()
  ) async throws(GatewayClientError) -> Answer<ConsentList> {
    try await get("/v1/consents", query: page.query)
  }

  /// `GET /v1/consents/NUMBER`.
  public func consent(of number: String) async throws(GatewayClientError) -> Answer<ConsentCheck> {
    try await get("/v1/consents/" + Self.escape(number))
  }

  /// `PUT /v1/consents/NUMBER`.
  public func addConsent(
    of number: String,
    _ request: ConsentRequest = ConsentRequest()
  ) async throws(GatewayClientError) -> Answer<ConsentCheck> {
    try await send(.PUT, "/v1/consents/" + Self.escape(number), body: request)
  }

  /// `DELETE /v1/consents/NUMBER`.
  public func removeConsent(
    of number: String
  ) async throws(GatewayClientError) -> Answer<ConsentCheck> {
    try await send(.DELETE, "/v1/consents/" + Self.escape(number))
  }
}
