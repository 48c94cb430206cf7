internal import ATProtocol
internal import LocalAPI
internal import Logging
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import Synchronization

/// A place for a modem: what it is called, what is known of it, and what it is doing.
///
/// It outlives the sessions and the ports, so that an operator sees one modem come and go.
final class ModemSlot: Sendable {
  /// What is seen of a slot at one moment.
  struct View: Sendable {
    var name: String
    var condition: Condition
    var facts: ModemFacts
    var device: String?
    var accepted: Int
    var refused: Int
    /// Whether the operator seems to bar the SIM.
    var isQuarantined = false
    /// Messages a minute over the last minutes; nil where none went out.
    var perMinute: Double?
  }

  private struct Contents {
    var facts = ModemFacts()
    var condition = Condition(state: .absent)
    var device: String?
    /// The configuration of this modem or its SIM; nil until the modem is recognised.
    var adopted: ModemConfiguration?
    var mailbox: Mailbox<ModemDriver.Event>?
    var accepted = 0
    var refused = 0
    var rate = RateMeter()
  }

  /// The name from the configuration, where that names the place: a port or a socket.
  let configuredName: String?
  /// The modems that the configuration tells by IMEI or ICCID, and that may turn up here.
  private let wanted: [ModemConfiguration]
  let logger: Logger
  /// What crosses its line, for those who look.
  let trace = WireTrace()
  /// What is known of its messages and is not durable yet.
  let keptOutcomes = KeptOutcomes()
  private let configuration: CurrentConfiguration
  private let notices: NoticeBoard
  private let clock: WallClock
  private let pauses: PauseBook
  private let simHealth: SIMHealthBook
  private let contents = Mutex(Contents())

  init(
    configuredName: String?,
    device: String?,
    wanted: [ModemConfiguration] = [],
    services: ModemServices
  ) {
    self.configuredName = configuredName
    self.wanted = wanted
    configuration = services.configuration
    notices = services.notices
    clock = services.clock
    pauses = services.pauses
    simHealth = services.simHealth
    var logger = services.logger
    logger[metadataKey: "modem"] = "\(configuredName ?? device ?? "?")"
    self.logger = logger
    contents.withLock { $0.device = device }
  }

  /// The configured name, else one from the IMEI, which is the same in every socket; else that of
  /// the port, until the IMEI is known.
  var name: String {
    contents.withLock { name($0) }
  }

  private func name(_ contents: borrowing Contents) -> String {
    if let configuredName { return configuredName }
    if let adopted = contents.adopted { return adopted.name }
    if let imei = contents.facts.imei { return "modem-\(imei.suffix(6))" }
    return contents.device.flatMap { $0.split(separator: "/").last.map(String.init) } ?? "modem"
  }

  /// What is seen now.
  var view: View {
    contents.withLock { contents in
      var condition = contents.condition
      if condition.state == .ready, condition.reason == nil {
        condition.reason = contents.facts.warningText
      }
      let rest = simHealth.rest(of: contents.facts.sim, at: clock.now)
      if condition.state == .ready, let rest { condition = Condition(rest) }
      if contents.condition.state == .ready, let pause = pauses.pause(of: name(contents)) {
        condition = Condition(pause)
      }
      return View(
        name: name(contents),
        condition: condition,
        facts: contents.facts,
        device: contents.device,
        accepted: contents.accepted,
        refused: contents.refused,
        isQuarantined: rest?.isQuarantine ?? false,
        perMinute: contents.rate.perMinute(at: clock.now)
      )
    }
  }

  /// The SIM that would send the next message; nil before it is known.
  var claimant: Claimant? {
    contents.withLock { contents in
      contents.facts.sim.map { Claimant(iccid: $0, modem: name(contents)) }
    }
  }

  /// The SIM that a received message came to; nil before it is known.
  var receiver: InboundReceiver? {
    contents.withLock { contents in
      contents.facts.sim.map {
        InboundReceiver(
          iccid: $0,
          modem: name(contents),
          plan: configuration.current.numberingPlan.completed(fromIMSI: contents.facts.imsi)
        )
      }
    }
  }

  /// The record of an attempt at the segment in hand.
  ///
  /// - Parameters:
  ///   - work: The message and the segment.
  ///   - lastUsedReference: EF-SMSS, where it is known.
  /// - Returns: The record; nil where the SIM is not known.
  func record(
    of work: SubmissionDesk<AttemptID>.Work,
    lastUsedReference: UInt8? = nil
  ) -> AttemptRecord? {
    contents.withLock { contents in
      contents.facts.sim.map {
        AttemptRecord(
          message: work.message,
          segment: work.segment,
          modem: name(contents),
          iccid: $0,
          imei: contents.facts.imei,
          make: contents.facts.make,
          messageReferenceBaseline: contents.facts.firmware == nil ? nil : lastUsedReference,
          firmware: contents.facts.firmware,
          uptime: clock.uptime
        )
      }
    }
  }

  /// Whether it takes no messages: somebody paused it, or its SIM rests.
  var isPaused: Bool {
    pauses.pause(of: name) != nil || rest?.until != nil
  }

  private var rest: SIMHealthBook.Rest? {
    simHealth.rest(of: contents.withLock { $0.facts.sim }, at: clock.now)
  }

  /// A mailbox for a new driver; what is asked of the modem from now on goes there.
  func openMailbox() -> Mailbox<ModemDriver.Event> {
    let mailbox = Mailbox<ModemDriver.Event>()
    contents.withLock { $0.mailbox = mailbox }
    return mailbox
  }

  /// The driver has ended: nothing more can be asked of it.
  ///
  /// The modem may have come back on another port meanwhile, and what is asked goes to its new driver.
  func close(_ mailbox: Mailbox<ModemDriver.Event>) {
    contents.withLock { contents in
      if contents.mailbox == mailbox { contents.mailbox = nil }
    }
  }

  /// Starts the modem anew where that is safe, else sets it up again.
  ///
  /// - Returns: Whether there is a session to do it.
  func restart() -> Bool {
    guard let mailbox = contents.withLock({ $0.mailbox }) else { return false }
    mailbox.put(.session(.restart))
    return true
  }

  /// Wants something beside messages of the modem.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - deadline: How long to wait for the answer.
  /// - Returns: The answer.
  func answer(to request: SessionRequest, within deadline: Duration) async -> RequestAnswer {
    guard let mailbox = contents.withLock({ $0.mailbox }) else { return .notReady }
    let (answers, continuation) = AsyncStream.makeStream(of: RequestAnswer.self)
    mailbox.put(.request(request) { continuation.yield($0) })
    let timer = Task {
      try? await Task.sleep(for: deadline)
      continuation.yield(.noAnswer)
    }
    defer { timer.cancel() }
    for await answer in answers { return answer }
    return .noAnswer
  }

  /// Takes no more messages until it is resumed, also after a restart of the gateway.
  ///
  /// - Throws: `StoreError` where that cannot be kept; it is paused all the same.
  func pause(_ pause: ModemPause) async throws(StoreError) {
    let name = name
    pauses.note(pause, of: name)
    contents.withLock { $0.mailbox }?.put(.pause)
    tell(Condition(pause))
    try await pauses.keep(pause, of: name)
  }

  /// Takes messages again, also with a SIM that rests.
  ///
  /// - Throws: `StoreError` where that cannot be kept; it is resumed all the same.
  func resume() async throws(StoreError) {
    if let sim = contents.withLock({ $0.facts.sim }) { simHealth.release(sim) }
    try await endPause()
  }

  /// The rest of its SIM is over.
  func endRest() {
    contents.withLock { $0.mailbox }?.put(.resume)
    tell(view.condition)
  }

  /// The pause that somebody set is over.
  ///
  /// - Throws: `StoreError` where that cannot be kept; it is over all the same.
  func endPause() async throws(StoreError) {
    let name = name
    pauses.note(nil, of: name)
    contents.withLock { $0.mailbox }?.put(.resume)
    tell(view.condition)
    try await pauses.keep(nil, of: name)
  }

  /// Ends the session when what is in flight has ended.
  func finish() {
    contents.withLock { $0.mailbox }?.put(.finish)
  }

  /// The port has come, under this path.
  func found(device: String) {
    contents.withLock { $0.device = device }
  }

  /// The entry of the configuration that the modem or its SIM has turned out to be.
  var adopted: ModemConfiguration? { contents.withLock { $0.adopted } }

  /// Something was learned about the modem and its SIM; by these it gets its name wherever it is.
  func learn(_ facts: ModemFacts) {
    let mailbox = contents.withLock { contents -> Mailbox<ModemDriver.Event>? in
      contents.facts = facts
      let before = contents.adopted
      contents.adopted = wanted.adoption(of: facts, now: before)
      guard contents.adopted != before else { return nil }
      // The PIN, and what else a session is told at its start, takes a new one.
      let changes = [before, contents.adopted].contains { $0?.changesSession ?? false }
      return changes ? contents.mailbox : nil
    }
    mailbox?.put(.finish)
  }

  func show(_ condition: Condition) {
    let before = contents.withLock { contents in
      defer { contents.condition = condition }
      return contents.condition
    }
    guard before.state != condition.state || before.reason != condition.reason else { return }
    switch condition.state {
    case .sending,
      .ready where before.state == .sending:
      logger.debug("\(condition.state.rawValue)")
    case .absent, .probing, .initialising, .pinRequired, .searching, .ready, .waiting, .paused,
      .recovering, .failed:
      logger.info(
        "\(condition.state.rawValue)",
        metadata: condition.reason.map { ["reason": "\($0)"] }
      )
      tell(condition)
    }
  }

  /// Tells those who listen to events what the modem does from now on.
  private func tell(_ condition: Condition) {
    let name = name
    let state = condition.state.rawValue
    let reason = condition.reason.map { ": \($0)" } ?? ""
    notices.post(
      Notice(
        type: "modem.\(state)",
        modem: name,
        summary: "\(name) is \(state)\(reason)",
        at: clock.now
      )
    )
  }

  func show(_ phase: SessionPhase) {
    show(Condition(phase))
  }

  /// Counts an attempt.
  ///
  /// - Parameters:
  ///   - outcome: How it ended.
  ///   - recipient: Whom it was for.
  ///   - isLast: Whether it was for the last segment of its message.
  func count(_ outcome: SubmissionOutcome, for recipient: PhoneNumber?, isLast: Bool) {
    let now = clock.now
    if let recipient { judge(outcome, for: recipient, at: now) }
    contents.withLock { contents in
      switch outcome {
      case .accepted:
        contents.accepted += 1
        if isLast { contents.rate.count(at: now) }
      case .refused: contents.refused += 1
      case .notSubmitted, .unknown: break
      }
    }
  }

  /// Notes what an outcome says of the SIM, and tells when it rests from now on, or no longer.
  private func judge(_ outcome: SubmissionOutcome, for recipient: PhoneNumber, at now: Timestamp) {
    let facts = contents.withLock { $0.facts }
    guard let sim = facts.sim,
      simHealth.record(outcome, from: facts.make, on: sim, recipient: recipient, at: now)
    else { return }
    contents.withLock { $0.mailbox }?.put(.resume)
    let rest = simHealth.rest(of: sim, at: now)
    if let rest { logger.warning("the SIM rests", metadata: ["reason": "\(rest.reason)"]) }
    tell(rest.map { Condition($0) } ?? Condition(state: .ready))
  }
}
