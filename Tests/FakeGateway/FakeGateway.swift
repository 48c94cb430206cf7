internal import Foundation
public import Gateway
public import LocalAPI
public import Messaging

/// A gateway without modems, storage or clock, which does to its own lists what the routes ask.
public actor FakeGateway: GatewayOperations {
  /// What `status` answers.
  public var report: StatusReport
  /// The messages, the oldest first.
  public private(set) var messages: [MessageView] = []
  /// The received messages, the oldest first.
  public var received: [InboundMessageView] = []
  /// The opt-outs, in the order in which they came.
  public private(set) var optOuts: [OptOutView] = []
  /// The consents, as they were recorded.
  public private(set) var consents: [ConsentView] = []
  /// Everything that happened, in order; the id of an event is its place from 1.
  public private(set) var events: [GatewayEvent] = []
  /// Thrown by whatever is asked next, and forgotten then.
  public var failure: (any Error)?
  /// What was handed in, in order, and who by.
  public private(set) var submissions: [MessageSubmission] = []
  /// What becomes of a message right after it was accepted; it stays queued where empty.
  public var fate: [MessageState] = []
  /// What an operator asked for, in order.
  public private(set) var log: [String] = []

  private var kept: [TokenView] = []
  private var keys: [String: (submission: MessageSubmission, answer: [SubmittedMessage])] = [:]
  private var listeners: [Int: AsyncThrowingStream<GatewayEvent, any Error>.Continuation] = [:]
  private var paused: Set<MessageClass> = []
  private var clock: Int64 = 1_777_801_260_000
  private var random = SystemRandomNumberGenerator()

  /// A gateway with nothing in it.
  public init(
    report: StatusReport = StatusReport(
      state: .ok,
      version: "0.0.0",
      startedAt: WireTime(Timestamp(milliseconds: 1_777_801_260_000)),
      queue: QueueSummary()
    )
  ) {
    self.report = report
  }

  /// Changes the gateway in one step.
  public func change(_ change: @Sendable (isolated FakeGateway) -> Void) {
    change(self)
  }

  /// Moves a message to a state, as a modem would.
  public func move(_ id: MessageID, to state: MessageState, reason: String? = nil) {
    guard let index = messages.firstIndex(where: { $0.id == id }) else { return }
    messages[index].state = state
    messages[index].reason = reason
    messages[index].updatedAt = now()
    messages[index].modem = "front-desk"
    messages[index].history?.append(HistoryView(at: now(), state: state, reason: reason))
    publish("message.\(state.rawValue)", message: messages[index])
  }

  /// Stores a received message.
  public func receive(_ message: InboundMessageView) {
    received.append(message)
    publish("message.received", inbound: message)
  }

  private func now() -> WireTime {
    clock += 1
    return WireTime(Timestamp(milliseconds: clock))
  }

  private func publish(
    _ type: String,
    message: MessageView? = nil,
    inbound: InboundMessageView? = nil
  ) {
    let event = GatewayEvent(
      id: String(events.count + 1),
      type: type,
      at: now(),
      summary: type,
      message: message,
      inbound: inbound
    )
    events.append(event)
    for key in listeners.keys.sorted() { listeners[key]?.yield(event) }
  }

  private func check() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }
}

extension FakeGateway {
  /// What `GatewayOperations` asks for.
  public func status() async throws -> StatusReport {
    try check()
    return report
  }

  /// What `GatewayOperations` asks for.
  public func modems() async throws -> [ModemView] { report.modems }

  /// What `GatewayOperations` asks for.
  public func pauseModem(
    named name: String,
    _ request: PauseRequest,
    by submitter: Submitter
  ) async throws -> ModemView {
    try change(name) {
      $0.state = .paused
      $0.reason = request.reason
      $0.until = request.until
    }
  }

  /// What `GatewayOperations` asks for.
  public func resumeModem(named name: String, by submitter: Submitter) async throws -> ModemView {
    try change(name) {
      $0.state = .ready
      $0.reason = nil
    }
  }

  /// What `GatewayOperations` asks for.
  public func resetModem(named name: String, by submitter: Submitter) async throws -> ModemView {
    try change(name) { $0.state = .recovering }
  }

  /// What `GatewayOperations` asks for.
  public func sendUSSD(
    _ request: USSDRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> USSDAnswer {
    _ = try change(name) { _ in }
    return USSDAnswer(text: "You dialled \(request.code)")
  }

  /// What `GatewayOperations` asks for.
  public func traceModem(named name: String) async throws -> AsyncStream<TraceLine> {
    _ = try change(name) { _ in }
    return AsyncStream { continuation in
      continuation.yield(
        TraceLine(at: WireTime(Timestamp(milliseconds: 0)), direction: .out, line: "AT")
      )
      continuation.finish()
    }
  }

  /// What `GatewayOperations` asks for.
  public func sendCommand(
    _ request: ATRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> ATAnswer {
    _ = try change(name) { _ in }
    return ATAnswer(lines: [request.command], result: "OK")
  }

  private func change(_ name: String, _ body: (inout ModemView) -> Void) throws -> ModemView {
    guard let index = report.modems.firstIndex(where: { $0.name == name }) else {
      throw ProblemDocument.notFound("there is no modem named \(name)")
    }
    body(&report.modems[index])
    return report.modems[index]
  }
}

extension FakeGateway {
  /// What `GatewayOperations` asks for.
  public func submit(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage] {
    try check()
    submissions.append(submission)
    if let key = submission.idempotencyKey, let earlier = keys[key] {
      guard earlier.submission == submission else {
        throw ProblemDocument(.keyReused, "the key \(key) was used with another body")
      }
      return earlier.answer
    }
    let answer = try submission.requests().map { request in
      let message = accept(request, by: submitter)
      return SubmittedMessage(
        id: message.state == .withdrawn ? nil : message.id,
        to: message.to,
        state: message.state,
        reason: message.reason,
        encoding: message.encoding,
        segments: message.segments
      )
    }
    if let key = submission.idempotencyKey { keys[key] = (submission, answer) }
    return answer
  }

  /// What `GatewayOperations` asks for.
  public func tryOut(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage] {
    try submission.requests().map { request in
      SubmittedMessage(id: nil, to: request.recipient, encoding: "gsm7", segments: 1)
    }
  }

  private func accept(_ request: MessageRequest, by submitter: Submitter) -> MessageView {
    let at = now()
    let isBlocked = optOuts.contains { $0.number == request.recipient }
    let state: MessageState = isBlocked ? .withdrawn : .queued
    let message = MessageView(
      id: MessageID(timestamp: at.timestamp, using: &random),
      state: state,
      reason: isBlocked ? "the recipient has opted out" : nil,
      to: request.recipient,
      messageClass: request.messageClass ?? .notification,
      text: request.content.text,
      encoding: "gsm7",
      segments: 1,
      acceptedAt: at,
      updatedAt: at,
      reference: request.reference,
      submitter: submitter.token.map { .init(uid: nil, token: $0, via: "api") }
        ?? .init(uid: submitter.uid, via: "api"),
      segmentDetails: [],
      attempts: [],
      history: [HistoryView(at: at, state: state)]
    )
    messages.append(message)
    publish("message.accepted", message: message)
    if state == .queued {
      let fate = fate
      Task { for state in fate { move(message.id, to: state, reason: "as the test says") } }
    }
    return message
  }

  /// What `GatewayOperations` asks for.
  public func messages(_ filter: MessageFilter) async throws -> MessageList {
    let all = messages.reversed().filter { message in
      (filter.states.isEmpty || filter.states.contains(message.state))
        && (filter.to == nil || filter.to == message.to)
        && (filter.submitter == nil || filter.submitter == message.submitter.account)
    }
    let (page, next) = Self.page(all, filter.page) { $0.id.description }
    return MessageList(messages: page, next: next)
  }

  /// What `GatewayOperations` asks for.
  public func message(_ id: MessageID) async throws -> MessageView? {
    messages.first { $0.id == id }
  }

  /// What `GatewayOperations` asks for.
  public func cancelMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView {
    try change(id, from: [.queued], to: .cancelled)
  }

  /// What `GatewayOperations` asks for.
  public func retryMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView {
    try change(id, from: [.failed, .expired, .cancelled], to: .queued)
  }

  /// What `GatewayOperations` asks for.
  public func resolveMessage(
    _ id: MessageID,
    as resolution: Resolution,
    by submitter: Submitter
  ) async throws -> MessageView {
    switch resolution {
    case .sent: try change(id, from: [.unknown], to: .sent)
    case .resend: try change(id, from: [.unknown], to: .queued)
    case .close: try change(id, from: [.unknown], to: .closed)
    }
  }

  private func change(
    _ id: MessageID,
    from states: [MessageState],
    to state: MessageState
  ) throws -> MessageView {
    guard let index = messages.firstIndex(where: { $0.id == id }) else {
      throw ProblemDocument.notFound("there is no message \(id)")
    }
    guard states.contains(messages[index].state) else {
      throw ProblemDocument(.conflict, "the message is \(messages[index].state.rawValue)")
    }
    move(id, to: state)
    return messages[index]
  }

  private static func page<Entry>(
    _ all: [Entry],
    _ page: PageRequest,
    id: (Entry) -> String
  ) -> ([Entry], next: String?) {
    var rest = all[...]
    if let after = page.after { rest = rest.drop { id($0) != after }.dropFirst() }
    let entries = Array(rest.prefix(page.limit))
    return (entries, rest.count > entries.count ? entries.last.map(id) : nil)
  }
}

extension FakeGateway {
  /// What `GatewayOperations` asks for.
  public func queue() async throws -> QueueSummary {
    QueueSummary(
      classes: MessageClass.allCases.map { messageClass in
        var states = StateCounts()
        for message in messages where message.messageClass == messageClass {
          states[message.state] += 1
        }
        return ClassSummary(
          messageClass: messageClass,
          isPaused: paused.contains(messageClass),
          states: states
        )
      }
    )
  }

  /// What `GatewayOperations` asks for.
  public func pauseQueue(_ messageClass: MessageClass?, by submitter: Submitter) async throws
    -> QueueSummary
  {
    paused.formUnion(messageClass.map { [$0] } ?? MessageClass.allCases)
    return try await queue()
  }

  /// What `GatewayOperations` asks for.
  public func resumeQueue(_ messageClass: MessageClass?, by submitter: Submitter) async throws
    -> QueueSummary
  {
    paused.subtract(messageClass.map { [$0] } ?? MessageClass.allCases)
    return try await queue()
  }

  /// What `GatewayOperations` asks for.
  public func releaseHeld(_ id: MessageID?, by submitter: Submitter) async throws -> ReleaseAnswer {
    log.append("release \(id?.description ?? "all")")
    return ReleaseAnswer(released: id == nil ? 2 : 1)
  }

  /// What `GatewayOperations` asks for.
  public func backup(by submitter: Submitter) async throws -> BackupFile {
    let path = "/tmp/hermod-backup-\(random.next())"
    let octets = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    _ = FileManager.default.createFile(atPath: path, contents: Data(octets))
    return try BackupFile(taking: path)
  }

  /// What `GatewayOperations` asks for.
  public func inbox(_ filter: InboxFilter) async throws -> Inbox {
    // Where the gateway is, a number that begins with 0 is one of +44.
    let sender = filter.from.map { written in
      let digits = written.filter { $0 != " " }
      return digits.hasPrefix("0") ? "+44" + digits.dropFirst() : digits
    }
    let all = received.reversed().filter { sender == nil || sender == $0.from }
    let (page, next) = Self.page(all, filter.page) { $0.id }
    return Inbox(messages: page, next: next, from: sender)
  }

  /// What `GatewayOperations` asks for.
  public func optOuts(_ page: PageRequest) async throws -> OptOutList {
    let (entries, next) = Self.page(optOuts.reversed(), page) { $0.number }
    return OptOutList(optOuts: entries, next: next)
  }

  /// What `GatewayOperations` asks for.
  public func optOut(of number: String) async throws -> OptOutCheck {
    OptOutCheck(number: number, optOuts: optOuts.filter { $0.number == number })
  }

  /// What `GatewayOperations` asks for.
  public func addOptOut(
    of number: String,
    _ request: OptOutRequest,
    by submitter: Submitter
  ) async throws -> OptOutCheck {
    guard number.contains(where: \.isNumber) else {
      throw ProblemDocument.invalid(field: "number", "'\(number)' is not a phone number")
    }
    if !optOuts.contains(where: { $0.number == number }) {
      optOuts.append(
        OptOutView(
          number: number,
          scope: request.scope ?? "all",
          since: now(),
          source: request.source ?? "api",
          detail: request.reason
        )
      )
      publish("optout.added")
    }
    return try await optOut(of: number)
  }

  /// What `GatewayOperations` asks for.
  public func removeOptOut(of number: String, by submitter: Submitter) async throws -> OptOutCheck {
    optOuts.removeAll { $0.number == number }
    publish("optout.removed")
    return try await optOut(of: number)
  }

  /// What `GatewayOperations` asks for.
  public func consents(_ page: PageRequest) async throws -> ConsentList {
    let (entries, next) = Self.page(consents, page) { $0.number }
    return ConsentList(consents: entries, next: next)
  }

  /// What `GatewayOperations` asks for.
  public func consent(of number: String) async throws -> ConsentCheck {
    ConsentCheck(number: number, consent: consents.first { $0.number == number })
  }

  /// What `GatewayOperations` asks for.
  public func addConsent(
    of number: String,
    _ request: ConsentRequest,
    by submitter: Submitter
  ) async throws -> ConsentCheck {
    consents.removeAll { $0.number == number }
    let since = WireTime(Timestamp(seconds: 0))
    consents.append(ConsentView(number: number, since: since, source: "api"))
    return try await consent(of: number)
  }

  /// What `GatewayOperations` asks for.
  public func removeConsent(of number: String, by submitter: Submitter) async throws
    -> ConsentCheck
  {
    consents.removeAll { $0.number == number }
    return try await consent(of: number)
  }

  /// What `GatewayOperations` asks for.
  public func optOutHistory(of number: String) async throws -> OptOutHistory {
    let added = optOuts.filter { $0.number == number }.map {
      OptOutHistory.Entry(at: $0.since, action: "opt-out", scope: $0.scope, source: $0.source)
    }
    return OptOutHistory(number: number, entries: added)
  }

  /// What `GatewayOperations` asks for.
  public func tokens() async throws -> [TokenView] { kept }

  /// What `GatewayOperations` asks for.
  public func createToken(
    _ request: TokenRequest,
    by submitter: Submitter
  ) async throws -> NewToken {
    kept.append(
      TokenView(
        name: request.name,
        scope: request.scope,
        createdAt: now(),
        createdBy: submitter.account
      )
    )
    return NewToken(token: "hermod_x_y", details: kept[kept.count - 1])
  }

  /// What `GatewayOperations` asks for.
  public func revokeToken(named name: String, by submitter: Submitter) async throws -> TokenView {
    guard let index = kept.firstIndex(where: { $0.name == name }) else {
      throw ProblemDocument.notFound("there is no token \(name)")
    }
    kept[index].revokedAt = now()
    return kept[index]
  }

  /// What `GatewayOperations` asks for.
  public func traffic(hours: Int) async throws -> TrafficView {
    TrafficView(stepSeconds: 900, steps: [TrafficView.Step(at: now())])
  }

  /// What `GatewayOperations` asks for.
  public func reloadConfiguration(by submitter: Submitter) async throws -> ReloadAnswer {
    log.append("reload by \(submitter.uid)")
    return ReloadAnswer(changes: [])
  }

  /// What `GatewayOperations` asks for.
  public func events(
    after id: String?
  ) async throws -> AsyncThrowingStream<GatewayEvent, any Error> {
    let (stream, continuation) = AsyncThrowingStream<GatewayEvent, any Error>.makeStream(
      bufferingPolicy: .bufferingOldest(1000)
    )
    if let id {
      guard let place = Int(id), (0...events.count).contains(place) else {
        throw ProblemDocument(.invalid, "there is no event \(id)")
      }
      for event in events[place...] { continuation.yield(event) }
    }
    let key = (listeners.keys.max() ?? 0) + 1
    listeners[key] = continuation
    continuation.onTermination = { _ in Task { await self.forget(key) } }
    return stream
  }

  /// How many readers of events there are.
  public var listenerCount: Int { listeners.count }

  private func forget(_ key: Int) {
    listeners[key] = nil
  }
}

extension MessageContent {
  fileprivate var text: String? {
    switch self {
    case .text(let text): text
    case .data: nil
    }
  }
}
