public import Messaging
import NIOHTTP1

/// One method for each route of the local API.
extension GatewayClient {
  /// `GET /v1/status`.
  public func status() async throws(GatewayClientError) -> Answer<StatusReport> {
    try await get("/v1/status")
  }

  /// `GET /healthz`.
  public func health() async throws(GatewayClientError) -> Answer<HealthView> {
    try await get("/healthz")
  }

  /// `GET /metrics`.
  public func metrics() async throws(GatewayClientError) -> String {
    try await text("/metrics")
  }

  /// `POST /v1/config/reload`.
  public func reloadConfiguration() async throws(GatewayClientError) -> Answer<ReloadAnswer> {
    try await send(.POST, "/v1/config/reload")
  }
}

/// The messages to be sent.
extension GatewayClient {
  /// `POST /v1/messages`; the key goes into the `Idempotency-Key` header.
  public func submit(
    _ submission: MessageSubmission
  ) async throws(GatewayClientError) -> Answer<SubmissionAnswer> {
    var submission = submission
    let key = submission.idempotencyKey
    submission.idempotencyKey = nil
    return try await send(
      .POST,
      "/v1/messages",
      headers: key.map { [("Idempotency-Key", $0)] } ?? [],
      body: submission
    )
  }

  /// `POST /v1/messages?dry_run=true`.
  public func tryOut(
    _ submission: MessageSubmission
  ) async throws(GatewayClientError) -> Answer<SubmissionAnswer> {
    try await send(.POST, "/v1/messages", query: [("dry_run", "true")], body: submission)
  }

  /// `GET /v1/messages`; `submitter` of the filter is not asked for.
  public func messages(
    _ filter: MessageFilter = MessageFilter()
  ) async throws(GatewayClientError) -> Answer<MessageList> {
    var query = filter.page.query
    if !filter.states.isEmpty {
      query.append(("state", filter.states.map(\.rawValue).joined(separator: ",")))
    }
    if let to = filter.to { query.append(("to", to)) }
    return try await get("/v1/messages", query: query)
  }

  /// `GET /v1/messages/ID`.
  public func message(_ id: MessageID) async throws(GatewayClientError) -> Answer<MessageView> {
    try await get("/v1/messages/\(id)")
  }

  /// `DELETE /v1/messages/ID`.
  public func cancelMessage(
    _ id: MessageID
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await send(.DELETE, "/v1/messages/\(id)")
  }

  /// `POST /v1/messages/ID/retry`.
  public func retryMessage(
    _ id: MessageID
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await send(.POST, "/v1/messages/\(id)/retry")
  }

  /// `POST /v1/messages/ID/resolve`.
  public func resolveMessage(
    _ id: MessageID,
    as resolution: Resolution
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await send(
      .POST,
      "/v1/messages/\(id)/resolve",
      body: ResolveRequest(resolution: resolution)
    )
  }
}

/// The queue and the inbox.
extension GatewayClient {
  /// `GET /v1/queue`.
  public func queue() async throws(GatewayClientError) -> Answer<QueueSummary> {
    try await get("/v1/queue")
  }

  /// `POST /v1/queue/pause`; nil pauses every class.
  public func pauseQueue(
    _ messageClass: MessageClass?
  ) async throws(GatewayClientError) -> Answer<QueueSummary> {
    try await send(.POST, "/v1/queue/pause", body: QueueRequest(messageClass: messageClass))
  }

  /// `POST /v1/queue/resume`; nil resumes every class.
  public func resumeQueue(
    _ messageClass: MessageClass?
  ) async throws(GatewayClientError) -> Answer<QueueSummary> {
    try await send(.POST, "/v1/queue/resume", body: QueueRequest(messageClass: messageClass))
  }

  /// `GET /v1/inbox`.
  public func inbox(
    _ filter: InboxFilter = InboxFilter()
  ) async throws(GatewayClientError) -> Answer<Inbox> {
    var query = filter.page.query
    if let from = filter.from { query.append(("from", from)) }
    return try await get("/v1/inbox", query: query)
  }
}

/// The modems.
extension GatewayClient {
  /// `GET /v1/modems`.
  public func modems() async throws(GatewayClientError) -> Answer<ModemList> {
    try await get("/v1/modems")
  }

  /// `GET /v1/modems/NAME`.
  public func modem(
    named name: String
  ) async throws(GatewayClientError) -> Answer<ModemView> {
    try await get("/v1/modems/" + Self.escape(name))
  }

  /// `POST /v1/modems/NAME/pause`.
  public func pauseModem(
    named name: String,
    _ request: PauseRequest = PauseRequest()
  ) async throws(GatewayClientError) -> Answer<ModemView> {
    try await send(.POST, "/v1/modems/" + Self.escape(name) + "/pause", body: request)
  }

  /// `POST /v1/modems/NAME/resume`.
  public func resumeModem(
    named name: String
  ) async throws(GatewayClientError) -> Answer<ModemView> {
    try await send(.POST, "/v1/modems/" + Self.escape(name) + "/resume")
  }

  /// `POST /v1/modems/NAME/reset`.
  public func resetModem(
    named name: String
  ) async throws(GatewayClientError) -> Answer<ModemView> {
    try await send(.POST, "/v1/modems/" + Self.escape(name) + "/reset")
  }

  /// `POST /v1/modems/NAME/ussd`.
  public func sendUSSD(
    _ code: String,
    toModem name: String
  ) async throws(GatewayClientError) -> Answer<USSDAnswer> {
    try await send(
      .POST,
      "/v1/modems/" + Self.escape(name) + "/ussd",
      body: USSDRequest(code: code)
    )
  }

  /// `POST /v1/modems/NAME/at`.
  public func sendCommand(
    _ command: String,
    toModem name: String
  ) async throws(GatewayClientError) -> Answer<ATAnswer> {
    try await send(
      .POST,
      "/v1/modems/" + Self.escape(name) + "/at",
      body: ATRequest(command: command)
    )
  }
}

/// The numbers that want no more messages.
extension GatewayClient {
  /// `GET /v1/optouts`.
  public func optOuts(
    _ page: PageRequest = PageRequest()
  ) async throws(GatewayClientError) -> Answer<OptOutList> {
    try await get("/v1/optouts", query: page.query)
  }

  /// `GET /v1/optouts/NUMBER`.
  public func optOut(
    of number: String
  ) async throws(GatewayClientError) -> Answer<OptOutCheck> {
    try await get("/v1/optouts/" + Self.escape(number))
  }

  /// `PUT /v1/optouts/NUMBER`.
  public func addOptOut(
    of number: String,
    _ request: OptOutRequest = OptOutRequest()
  ) async throws(GatewayClientError) -> Answer<OptOutCheck> {
    try await send(.PUT, "/v1/optouts/" + Self.escape(number), body: request)
  }

  /// `DELETE /v1/optouts/NUMBER`.
  public func removeOptOut(
    of number: String
  ) async throws(GatewayClientError) -> Answer<OptOutCheck> {
    try await send(.DELETE, "/v1/optouts/" + Self.escape(number))
  }

  /// `GET /v1/optouts/NUMBER/history`.
  public func optOutHistory(
    of number: String
  ) async throws(GatewayClientError) -> Answer<OptOutHistory> {
    try await get("/v1/optouts/" + Self.escape(number) + "/history")
  }
}

extension PageRequest {
  var query: [(String, String)] {
    [("limit", String(limit))] + (after.map { [("after", $0)] } ?? [])
  }
}
