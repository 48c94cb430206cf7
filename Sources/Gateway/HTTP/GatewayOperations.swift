public import LocalAPI
public import Messaging

/// What the routes of the local API ask of the gateway: one method for each route.
///
/// The routes check who asks, and the shape of what is asked; the methods do it. They throw
/// `ProblemDocument` for what the caller can put right; any other error is logged, and answered as
/// an internal one. Numbers come as they were written: the gateway's numbering plan reads them.
public protocol GatewayOperations: Sendable {
  /// `GET /v1/status`.
  func status() async throws -> StatusReport
  /// `GET /healthz`.
  func health() async throws -> StatusReport.State

  /// `GET /v1/modems`.
  func modems() async throws -> [ModemView]
  /// `GET /v1/modems/NAME`; nil where there is none of that name.
  func modem(named name: String) async throws -> ModemView?
  /// `POST /v1/modems/NAME/pause`.
  func pauseModem(
    named name: String,
    _ request: PauseRequest,
    by submitter: Submitter
  ) async throws -> ModemView
  /// `POST /v1/modems/NAME/resume`.
  func resumeModem(named name: String, by submitter: Submitter) async throws -> ModemView
  /// `POST /v1/modems/NAME/reset`.
  func resetModem(named name: String, by submitter: Submitter) async throws -> ModemView
  /// `POST /v1/modems/NAME/ussd`.
  func sendUSSD(
    _ request: USSDRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> USSDAnswer
  /// `POST /v1/modems/NAME/at`.
  func sendCommand(
    _ request: ATRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> ATAnswer
  /// `GET /v1/modems/NAME/trace`: what crosses its line from now on, secrets and texts masked.
  ///
  /// A reader that is too slow loses the oldest lines.
  func traceModem(named name: String) async throws -> AsyncStream<TraceLine>

  /// `POST /v1/messages`: the messages, in the order of `to`, once they are durable.
  ///
  /// `submission.idempotencyKey` holds the key, whether it came as a header or in the body.
  func submit(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage]
  /// `POST /v1/messages?dry_run=true`: what `submit` would answer; nothing is kept.
  func tryOut(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage]
  /// `GET /v1/messages`.
  func messages(_ filter: MessageFilter) async throws -> MessageList
  /// `GET /v1/messages/ID`, with segments, attempts and history; nil where there is none.
  func message(_ id: MessageID) async throws -> MessageView?
  /// `DELETE /v1/messages/ID`.
  func cancelMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView
  /// `POST /v1/messages/ID/retry`.
  func retryMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView
  /// `POST /v1/messages/ID/resolve`.
  func resolveMessage(
    _ id: MessageID,
    as resolution: Resolution,
    by submitter: Submitter
  ) async throws -> MessageView

  /// `GET /v1/queue`.
  func queue() async throws -> QueueSummary
  /// `POST /v1/queue/pause`; nil pauses every class.
  func pauseQueue(_ messageClass: MessageClass?, by submitter: Submitter) async throws
    -> QueueSummary
  /// `POST /v1/queue/resume`; nil resumes every class.
  func resumeQueue(_ messageClass: MessageClass?, by submitter: Submitter) async throws
    -> QueueSummary

  /// `POST /v1/queue/release`; nil releases every message that is held.
  func releaseHeld(_ id: MessageID?, by submitter: Submitter) async throws -> ReleaseAnswer
  /// `GET /v1/backup`: a copy of the database in which what waits is held.
  func backup(by submitter: Submitter) async throws -> BackupFile

  /// `GET /v1/inbox`.
  func inbox(_ filter: InboxFilter) async throws -> Inbox

  /// `GET /v1/optouts`.
  func optOuts(_ page: PageRequest) async throws -> OptOutList
  /// `GET /v1/optouts/NUMBER`.
  func optOut(of number: String) async throws -> OptOutCheck
  /// `PUT /v1/optouts/NUMBER`; once it is durable.
  func addOptOut(
    of number: String,
    _ request: OptOutRequest,
    by submitter: Submitter
  ) async throws -> OptOutCheck
  /// `DELETE /v1/optouts/NUMBER`; once it is durable.
  func removeOptOut(of number: String, by submitter: Submitter) async throws -> OptOutCheck
  /// `GET /v1/optouts/NUMBER/history`.
  func optOutHistory(of number: String) async throws -> OptOutHistory

  /// `GET /v1/consents`.
  func consents(_ page: PageRequest) async throws -> ConsentList
  /// `GET /v1/consents/NUMBER`.
  func consent(of number: String) async throws -> ConsentCheck
  /// `PUT /v1/consents/NUMBER`; once it is durable.
  func addConsent(
    of number: String,
    _ request: ConsentRequest,
    by submitter: Submitter
  ) async throws -> ConsentCheck
  /// `DELETE /v1/consents/NUMBER`; once it is durable.
  func removeConsent(of number: String, by submitter: Submitter) async throws -> ConsentCheck

  /// `GET /v1/tokens`.
  func tokens() async throws -> [TokenView]
  /// `POST /v1/tokens`; once it is durable.
  func createToken(_ request: TokenRequest, by submitter: Submitter) async throws -> NewToken
  /// `DELETE /v1/tokens/NAME`; once it is durable.
  func revokeToken(named name: String, by submitter: Submitter) async throws -> TokenView
  /// `GET /v1/traffic`.
  func traffic(hours: Int) async throws -> TrafficView

  /// `POST /v1/config/reload`.
  func reloadConfiguration(by submitter: Submitter) async throws -> ReloadAnswer

  /// `GET /v1/events`: what happens, as it happens, from behind the event of that id.
  ///
  /// Where the id is too old to go on from, the first event is of type `gateway.gap`. A reader that
  /// is too slow finds its stream finished, and takes it up again with the last id that it has.
  func events(after id: String?) async throws -> AsyncThrowingStream<GatewayEvent, any Error>
  /// `GET /metrics`, beside what the status report tells.
  func metrics() async throws -> [MetricFamily]
}

extension GatewayOperations {
  /// The headline of the status report.
  public func health() async throws -> StatusReport.State {
    try await status().state
  }

  /// The modem of that name among all of them.
  public func modem(named name: String) async throws -> ModemView? {
    try await modems().first { $0.name == name }
  }

  /// Nothing beside what the status report tells.
  public func metrics() async throws -> [MetricFamily] { [] }
}
