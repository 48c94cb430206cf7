internal import ATProtocol
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
    /// The store knows the attempt under this id.
    case attempt(token: UInt64, AttemptID)
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
    /// Whether the PIN was handed to the SIM.
    var hasTriedPIN: Bool
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
  private var isPaused: Bool
  private var isReady = false
  private var wasReady = false
  private var request: Task<Void, Never>?
  private var timerCount: UInt64 = 0
  private var timer: Scheduled<Void>?
  private var timerIsFor: Duration?
  private var failure: SessionFailure?
  private var hasEnded = false

  init(port: SerialPort, slot: ModemSlot, settings: SessionSettings, services: ModemServices) {
    self.port = port
    self.slot = slot
    self.services = services
    mailbox = slot.openMailbox()
    session = ModemSession(settings: settings)
    isPaused = slot.isPaused
  }

  /// Drives the modem until its session ends.
  ///
  /// - Parameter unresolved: An attempt on this port, from before, whose answer may still come.
  /// - Returns: How it ended.
  mutating func run(unresolved: PendingAnswer?) async -> End {
    let input = port.input
    let mailbox = mailbox
    let pump = Task {
      for await event in input {
        switch event {
        case .received(let octets): mailbox.put(.session(.received(octets)))
        case .hangUp: mailbox.put(.session(.hungUp))
        }
      }
    }
    if let unresolved { attempts[unresolved.token] = AttemptID(Int64(unresolved.token)) }
    lastToken = unresolved?.token ?? 0
    handle(.session(.opened(unresolved: unresolved)))
    for await event in mailbox.stream {
      handle(event)
      if hasEnded { break }
    }
    timer?.cancel()
    request?.cancel()
    await port.close()
    pump.cancel()
    await lane.finish()
    if let job { services.store.release(job.message.id) }
    return End(failure: failure, wasReady: wasReady, hasTriedPIN: session.hasTriedPIN)
  }

  private mutating func handle(_ event: Event) {
    switch event {
    case .session(let input): tell(input)
    case .timer(let number):
      guard number == timerCount else { return }
      timerIsFor = nil
      tell(.deadline)
    case .assigned(let assignment): take(assignment)
    case .attempt(let token, let id): attempts[token] = id
    case .pause:
      isPaused = true
      request?.cancel()
    case .resume:
      isPaused = false
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
    case .phase(let phase):
      show(phase)
    case .ready:
      isReady = true
      wasReady = true
      askForMessage()
    case .ended(let reason):
      failure = reason
      hasEnded = true
    }
    return nil
  }

  private func write(_ octets: [UInt8]) {
    let mailbox = mailbox
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
    guard isReady, !isPaused, job == nil, request == nil, let claimant = slot.claimant else {
      return
    }
    let mailbox = mailbox
    let dispatcher = services.dispatcher
    request = Task { mailbox.put(.assigned(await dispatcher.next(for: claimant))) }
  }

  private mutating func take(_ assignment: Dispatcher.Assignment?) {
    request = nil
    guard let assignment else { return askForMessage() }
    guard isReady, !isPaused else {
      services.store.release(assignment.message.id)
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
      services.store.release(assignment.message.id)
    }
  }

  private mutating func nextSubmission(of job: SegmentJob) -> SessionInput? {
    lastToken += 1
    currentToken = lastToken
    return job.submission(token: currentToken).map(SessionInput.submit)
  }

  private func record(_ token: UInt64) {
    guard let job, let record = slot.record(of: job) else {
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
    slot.count(outcome)
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

  private func forget(_ location: StorageLocation) {
    guard let receiver = slot.receiver else { return }
    let inbound = services.inbound
    lane.run { await inbound.deleted(location, from: receiver) }
  }

  private func keep(_ pdu: ReceivedPDU) {
    let mailbox = mailbox
    let services = services
    guard let receiver = slot.receiver else {
      mailbox.put(.session(.notStored(pdu)))
      return
    }
    Task {
      let isDurable = await services.inbound.keep(pdu, from: receiver)
      mailbox.put(.session(isDurable ? .stored(pdu) : .notStored(pdu)))
    }
  }
}
