internal import ATProtocol
internal import LocalAPI
internal import Logging
internal import Messaging
internal import NIOCore
internal import SerialIO
internal import Storage

/// Drives one modem on an open port: performs what its session wants, and tells it what came of it.
///
/// All of it happens on one task; everything else that happens is put in the mailbox.
struct ModemDriver {
  /// What is put in the mailbox.
  enum Event: Sendable {
    /// Something for the session.
    case session(SessionInput)
    /// The timer that was set this many times ago has fired.
    case timer(UInt64)
    /// A message was assigned; nil when the request came to nothing.
    case assigned(Dispatcher.Assignment?)
    /// The modem sent octets; the next come when these have been dealt with.
    case input([UInt8])
    /// Somebody wants something beside messages, and waits for the answer.
    case request(SessionRequest, @Sendable (RequestAnswer) -> Void)
    /// The store knows the attempt under this id.
    case attempt(token: UInt64, AttemptID)
    /// The message that lies here came to the SIM that was in the modem before.
    case predecessor(StorageLocation, InboundReceiver)
    /// Take no more messages.
    case pause
    /// Take messages again.
    case resume
    /// End when what is in flight has ended, within the time that a shutdown may take.
    case finish
  }

  /// How a session ended.
  struct End: Sendable {
    /// Why; nil where it was asked to.
    var failure: SessionFailure?
    /// Whether the modem was ready at some time.
    var wasReady: Bool
    /// Whether the modem was told to start anew.
    var hasRestarted: Bool
  }

  /// How long a write may take before the line counts as dead.
  static let writeDeadline: Duration = .seconds(10)
  /// How long the end waits for an answer in flight.
  static let finishDeadline: TimeAmount = .seconds(60)

  private let port: SerialPort
  private let services: ModemServices
  private let slot: ModemSlot
  private let mailbox: Mailbox<Event>
  private let lane = StoreLane()
  private let epoch = ContinuousClock.now

  private var session: ModemSession
  private var job: SegmentJob?
  private var attempts: [UInt64: AttemptID] = [:]
  private var lastToken: UInt64 = 0
  private var currentToken: UInt64 = 0
  private var submittedAt = ContinuousClock.now
  private var isReady = false
  private var wasReady = false
  private var request: Task<Void, Never>?
  private var timerCount: UInt64 = 0
  private var timer: Scheduled<Void>?
  private var timerIsFor: Duration?
  private var failure: SessionFailure?
  private var hasEnded = false
  private var hasRestarted = false
  private let pin: String?
  private var replies: [UInt64: @Sendable (RequestAnswer) -> Void] = [:]
  private var lastRequest: UInt64 = 0
  /// Messages that came to the SIM that was in the modem before, by their places.
  private var predecessors: [StorageLocation: InboundReceiver] = [:]

  init(port: SerialPort, slot: ModemSlot, settings: SessionSettings, services: ModemServices) {
    self.port = port
    self.slot = slot
    self.services = services
    mailbox = slot.openMailbox()
    session = ModemSession(settings: settings)
    pin = settings.pin
  }

  /// Drives the modem until its session ends.
  ///
  /// - Parameter unresolved: An attempt on this port, from before, whose answer may still come.
  /// - Returns: How it ended.
  mutating func run(unresolved: PendingAnswer?) async -> End {
    let input = port.input
    let mailbox = mailbox
    // One portion of input at a time: while the session is busy the port is not read, and a modem
    // that floods us fills its own buffer and not our memory.
    let (credits, credit) = AsyncStream.makeStream(of: Void.self)
    let pump = Task {
      var granted = credits.makeAsyncIterator()
      for await event in input {
        switch event {
        case .received(let octets):
          mailbox.put(.input(octets))
          guard await granted.next() != nil else { return }
        case .hangUp: mailbox.put(.session(.hungUp))
        }
      }
    }
    if let unresolved { attempts[unresolved.token] = AttemptID(Int64(unresolved.token)) }
    lastToken = unresolved?.token ?? 0
    handle(.session(.opened(unresolved: unresolved)))
    for await event in mailbox.stream {
      handle(event)
      if case .input = event { credit.yield() }
      if hasEnded { break }
    }
    slot.close(mailbox)
    credit.finish()
    for reply in replies.values { reply(.notReady) }
    timer?.cancel()
    request?.cancel()
    await port.close()
    pump.cancel()
    await lane.finish()
    if let job { await services.release(job.message.id) }
    // A message may have been assigned while the session ended: another modem is to have it.
    await request?.value
    mailbox.finish()
    for await event in mailbox.stream {
      if case .assigned(let assignment?) = event { await services.release(assignment.message.id) }
    }
    return End(failure: failure, wasReady: wasReady, hasRestarted: hasRestarted)
  }

  private mutating func handle(_ event: Event) {
    switch event {
    case .session(let input): tell(input)
    case .input(let octets):
      slot.trace.received(octets, at: WireTime(services.clock.now))
      tell(.received(octets))
    case .request(let request, let reply):
      lastRequest += 1
      replies[lastRequest] = reply
      tell(.request(id: lastRequest, request))
    case .timer(let number):
      guard number == timerCount else { return }
      timerIsFor = nil
      tell(.deadline)
    case .assigned(let assignment): take(assignment)
    case .attempt(let token, let id): attempts[token] = id
    case .predecessor(let location, let receiver): predecessors[location] = receiver
    case .pause:
      request?.cancel()
    case .resume:
      askForMessage()
    case .finish:
      request?.cancel()
      let mailbox = mailbox
      port.eventLoop.scheduleTask(in: Self.finishDeadline) {
        mailbox.put(.session(.abandon))
      }
      tell(.finish)
    }
  }

  /// Hands an input to the session and performs all that follows from it.
  private mutating func tell(_ input: SessionInput) {
    var inputs = [input]
    while !inputs.isEmpty {
      for action in session.receive(inputs.removeFirst(), at: epoch.duration(to: .now)) {
        if let next = perform(action) { inputs.append(next) }
      }
    }
    setTimer()
  }

  /// Does one thing that the session wants done; the only place that does.
  ///
  /// - Parameter action: What is to be done.
  /// - Returns: What the session is to be told at once.
  private mutating func perform(_ action: SessionAction) -> SessionInput? {
    switch action {
    case .write(let octets):
      write(octets)
    case .recordAttempt(let token):
      record(token)
    case .finished(let token, let outcome):
      return finish(token, outcome)
    case .lateProof(let token, let reference):
      prove(token, reference)
    case .conflictingAnswers(let older, let newer):
      slot.logger.warning(
        "two answers for two open attempts; which is whose cannot be told",
        metadata: ["older": "\(older)", "newer": "\(newer)"]
      )
    case .store(let pdu):
      keep(pdu)
    case .deleted(let location):
      forget(location)
    case .learned(let facts):
      slot.learn(facts)
    case .pinIsDue(let card, let triesLeft):
      askForPIN(card, triesLeft)
    case .pinAnswered(let card, let wasTaken):
      let memory = services.pins
      if let pin { lane.run { await memory.answered(pin, on: card, wasTaken: wasTaken) } }
    case .answered(let id, let answer):
      replies.removeValue(forKey: id)?(answer)
    case .call(let number):
      services.notices.post(slot.callNotice(from: number, services.clock))
    case .lastUsedReference(let value, let agrees):
      note(value, agrees)
    case .restarting:
      hasRestarted = true
      slot.logger.notice("the modem is starting anew")
    case .phase(let phase):
      show(phase)
    case .ready:
      isReady = true
      wasReady = true
      settle()
      askForMessage()
    case .ended(let reason):
      failure = reason
      hasEnded = true
    }
    return nil
  }

  private func write(_ octets: [UInt8]) {
    let mailbox = mailbox
    slot.trace.wrote(octets, at: WireTime(services.clock.now))
    port.startWriting(octets, deadline: Self.writeDeadline).whenFailure { _ in
      mailbox.put(.session(.hungUp))
    }
  }

  private mutating func show(_ phase: SessionPhase) {
    switch phase {
    case .ready, .sending, .waiting: break
    case .listening, .probing, .initialising, .blocked, .searching, .recovering:
      isReady = false
      request?.cancel()
    }
    slot.show(phase)
  }

  private func askForPIN(_ card: String?, _ triesLeft: Int?) {
    let mailbox = mailbox
    let memory = services.pins
    let pin = pin ?? ""
    lane.run {
      let mayTry = await memory.mayTry(pin, on: card, triesLeft: triesLeft)
      mailbox.put(.session(.pinDecided(mayTry: mayTry)))
    }
  }

  /// From now on the modem's own memory fills with what comes to this SIM.
  private func settle() {
    guard let card = session.facts.card, let imei = session.facts.imei else { return }
    let memory = services.cards
    lane.run { await memory.settled(card, in: imei) }
  }

  private mutating func setTimer() {
    guard session.nextDeadline != timerIsFor else { return }
    timer?.cancel()
    timer = nil
    timerIsFor = session.nextDeadline
    guard let deadline = session.nextDeadline else { return }
    timerCount += 1
    let number = timerCount
    let mailbox = mailbox
    let wait = max(deadline - epoch.duration(to: .now), .zero)
    timer = port.eventLoop.scheduleTask(in: TimeAmount(wait)) { mailbox.put(.timer(number)) }
  }
}

extension SubmissionOutcome {
  /// Whether an attempt came to nothing for the modem's or the network's sake, so that it counts
  /// towards limits and back-off.
  fileprivate var isFailedAttempt: Bool {
    switch self {
    case .refused, .notSubmitted(.noPrompt): true
    case .accepted, .notSubmitted, .unknown: false
    }
  }
}

// Messages: from the request for one to the record of its outcome.
extension ModemDriver {
  private mutating func askForMessage() {
    guard isReady, !slot.isPaused, job == nil, request == nil, let claimant = slot.claimant else {
      return
    }
    let mailbox = mailbox
    let dispatcher = services.dispatcher
    request = Task { mailbox.put(.assigned(await dispatcher.next(for: claimant))) }
  }

  private mutating func take(_ assignment: Dispatcher.Assignment?) {
    request = nil
    guard let assignment else { return askForMessage() }
    guard isReady, !slot.isPaused else {
      giveBack(assignment.message.id)
      return
    }
    do {
      let job = try SegmentJob(assignment, at: services.clock.now)
      self.job = job
      isReady = false
      if let input = nextSubmission(of: job) { tell(input) }
    } catch {
      slot.logger.error(
        "a message cannot be coded",
        metadata: ["message": "\(assignment.message.id)", "error": "\(error)"]
      )
      let services = services
      let message = assignment.message.id
      lane.run { await services.fail(message, because: "\(error)") }
      askForMessage()
    }
  }

  private func giveBack(_ message: MessageID) {
    let services = services
    lane.run { await services.release(message) }
  }

  private mutating func nextSubmission(of job: SegmentJob) -> SessionInput? {
    lastToken += 1
    currentToken = lastToken
    submittedAt = .now
    return job.submission(token: currentToken).map(SessionInput.submit)
  }

  private func record(_ token: UInt64) {
    guard let job,
      let record = slot.record(of: job, lastUsedReference: session.lastUsedReference)
    else {
      mailbox.put(.session(.attemptRefused(token: token, .notRecorded)))
      return
    }
    let mailbox = mailbox
    let services = services
    lane.run {
      let answer = await services.record(record)
      if case .success(let id) = answer { mailbox.put(.attempt(token: token, id)) }
      switch answer {
      case .success: mailbox.put(.session(.attemptRecorded(token: token)))
      case .failure(let refusal):
        mailbox.put(.session(.attemptRefused(token: token, refusal.reason)))
      }
    }
  }

  private mutating func finish(_ token: UInt64, _ outcome: SubmissionOutcome) -> SessionInput? {
    guard token == currentToken, var job else { return nil }
    let isRecorded = attempts[token] != nil
    let id = attempts[token]
    let services = services
    let message = job.message.id
    let record = outcome.isFailedAttempt ? slot.record(of: job) : nil
    lane.run {
      if let id {
        await services.recordOutcome(of: id, outcome)
      } else if let record {
        await services.recordFailed(record, outcome)
      } else {
        await services.release(message)
      }
    }
    slot.count(outcome, isLast: !job.hasNext)
    services.meters.submitted(on: slot.view.name, outcome, after: .now - submittedAt)
    if case .unknown = outcome {
      // Kept, so that a late answer finds its attempt.
    } else if isRecorded {
      attempts[token] = nil
    }
    if case .accepted = outcome, job.hasNext {
      job.advance()
      self.job = job
      return nextSubmission(of: job)
    }
    self.job = nil
    return nil
  }

  private func prove(_ token: UInt64, _ reference: UInt8) {
    guard let id = attempts[token] else { return }
    let services = services
    lane.run { await services.recordLateProof(of: id, reference) }
  }

  /// EF-SMSS was read: it may settle an attempt, and tells how far this firmware can be trusted.
  private func note(_ value: UInt8, _ agrees: Bool?) {
    guard let card = session.facts.card, let firmware = session.facts.firmware else { return }
    let reading = LastUsedReference(iccid: card, value: value, firmware: firmware, agrees: agrees)
    let services = services
    lane.run { await services.record(reading) }
  }

  private mutating func forget(_ location: StorageLocation) {
    guard let receiver = predecessors.removeValue(forKey: location) ?? slot.receiver else { return }
    let inbound = services.inbound
    lane.run { await inbound.deleted(location, from: receiver) }
  }

  private func keep(_ pdu: ReceivedPDU) {
    let mailbox = mailbox
    let services = services
    guard let present = slot.receiver else {
      mailbox.put(.session(.notStored(pdu)))
      return
    }
    let imei = session.facts.imei
    Task {
      let receiver = await services.cards.receiver(of: pdu, present, imei: imei)
      if receiver.iccid != present.iccid, let location = pdu.location {
        mailbox.put(.predecessor(location, receiver))
      }
      let isDurable = await services.inbound.keep(pdu, from: receiver)
      mailbox.put(.session(isDurable ? .stored(pdu) : .notStored(pdu)))
    }
  }
}
