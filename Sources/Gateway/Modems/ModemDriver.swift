internal import ATProtocol
internal import LocalAPI
internal import Logging
internal import Messaging
internal import NIOCore
internal import QueuePolicy
internal import SerialIO
internal import Storage

/// Drives one modem on an open port: performs what its session wants, and tells it what came of it.
///
/// All of it happens on one task; everything else that happens is put in the mailbox.
struct ModemDriver {
  /// How long a write may take before the line counts as dead.
  static let writeDeadline: Duration = .seconds(10)
  /// How long the end waits for an answer in flight.
  static let finishDeadline: TimeAmount = .seconds(60)

  private let port: SerialPort
  private let services: ModemServices
  private let slot: ModemSlot
  private let mailbox: Mailbox<Event>
  /// Where all of it happens.
  let executor: PortExecutor
  private let lane: StoreLane
  private let epoch = ContinuousClock.now

  private var session: ModemSession
  private var desk: SubmissionDesk<AttemptID>
  /// The message in hand, as TPDUs.
  private var job: SegmentJob?
  private var submittedAt = ContinuousClock.now
  private var wasReady = false
  private var request: Task<Void, Never>?
  private var timer: DeadlineTimer
  private var failure: SessionFailure?
  private var hasEnded = false
  private var hasRestarted = false
  private let pin: String?
  private var replies: [UInt64: @Sendable (RequestAnswer) -> Void] = [:]
  private var lastRequest: UInt64 = 0
  /// What the session is to be told, in order.
  private var inputs: [SessionInput] = []
  private var receiving: ReceivingDesk
  /// What may still be answered of before.
  private var expected: ExpectedAnswer

  init(port: SerialPort, slot: ModemSlot, settings: SessionSettings, services: ModemServices) {
    self.port = port
    self.slot = slot
    self.services = services
    executor = PortExecutor(port.eventLoop)
    lane = StoreLane(on: executor)
    mailbox = slot.openMailbox()
    session = ModemSession(settings: settings)
    pin = settings.pin
    desk = SubmissionDesk()
    timer = DeadlineTimer(on: port.eventLoop)
    receiving = ReceivingDesk(slot: slot, services: services, mailbox: mailbox, lane: lane)
    let places = services.configuration.current.modems.filter { !$0.match.isIdentity }.map(\.name)
    expected = ExpectedAnswer(services.unresolved, on: slot, places: Set(places))
  }

  /// Drives the modem until its session ends.
  ///
  /// - Returns: How it ended.
  mutating func run() async -> End {
    let input = port.input
    let mailbox = mailbox
    // One portion of input at a time: while the session is busy the port is not read, and a modem
    // that floods us fills its own buffer and not our memory.
    let (credits, credit) = AsyncStream.makeStream(of: Void.self)
    let pump = Task(executorPreference: executor) {
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
    desk = SubmissionDesk(
      unresolved: expected.entry.map { (ExpectedAnswer.token, $0.attempt) }
    )
    handle(.session(.opened(unresolved: expected.atOpening)))
    for await event in mailbox.stream {
      handle(event)
      if case .input = event { credit.yield() }
      if hasEnded { break }
    }
    slot.close(mailbox)
    credit.finish()
    for reply in replies.values { reply(.notReady) }
    timer.cancel()
    request?.cancel()
    await port.close()
    pump.cancel()
    await lane.finish()
    let pending = session.pendingAnswer
    expected.end(pending, pending.flatMap { desk.attempt($0.token) })
    if let work = desk.work { await services.release(work.message) }
    await request?.value
    mailbox.finish()
    await turnAway()
    return End(failure: failure, wasReady: wasReady, hasRestarted: hasRestarted)
  }

  /// What came while the session ended: another modem is to have the message, and whoever waits for
  /// an answer is told at once that there is none.
  private func turnAway() async {
    for await event in mailbox.stream {
      switch event {
      case .assigned(let assignment?): await services.release(assignment.message.id)
      case .request(_, let reply): reply(.notReady)
      case .session, .timer, .assigned(nil), .input, .attempt, .pause, .resume, .finish: break
      }
    }
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
      guard timer.hasFired(number) else { return }
      tell(.deadline)
    case .assigned(let assignment): take(assignment)
    case .attempt(let token, let id): tellDesk(.recorded(token: token, id))
    case .pause: tellDesk(.paused)
    case .resume: notePause()
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
    inputs.append(input)
    // What the session is to be told at once waits until the actions before it are done.
    guard inputs.count == 1 else { return }
    while let input = inputs.first {
      for action in session.receive(input, at: epoch.duration(to: .now)) { perform(action) }
      inputs.removeFirst()
    }
    setTimer()
  }

  /// Does one thing that the session wants done; the only place that does.
  private mutating func perform(_ action: SessionAction) {
    switch action {
    case .write(let octets):
      write(octets)
    case .recordAttempt(let token):
      record(token)
    case .finished(let token, let outcome):
      let isLast = !(desk.work?.hasNext ?? false)
      slot.count(outcome, for: job?.message.recipient, isLast: isLast)
      services.meters.submitted(on: slot.view.name, outcome, after: .now - submittedAt)
      tellDesk(.finished(token: token, outcome))
    case .lateProof(let token, let reference):
      tellDesk(.lateProof(token: token, messageReference: reference))
    case .conflictingAnswers(let older, let newer):
      slot.logger.warning("two answers came for two open attempts; both are unknown now")
      tellDesk(.conflictingAnswers(older: older, newer: newer))
    case .store(let pdu):
      receiving.keep(pdu, imei: session.facts.imei)
    case .deleted(let location):
      receiving.forget(location)
    case .learned(let facts):
      slot.learn(facts)
      noteSIM { $0.inserted($1) }
    case .pinIsDue(let sim, let triesLeft):
      askForPIN(sim, triesLeft)
    case .pinAnswered(let sim, let wasTaken):
      let memory = services.pins
      if let pin { lane.run { await memory.answered(pin, on: sim, wasTaken: wasTaken) } }
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
      wasReady = true
      notePause()
      identify()
    case .simIsSettled:
      noteSIM { $0.settled($1) }
    case .ended(let reason):
      failure = reason
      hasEnded = true
    }
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
    case .listening, .probing, .initialising, .blocked, .searching, .awaitingLateAnswer,
      .recovering:
      tellDesk(.notReady)
    }
    slot.show(phase)
  }

  private func askForPIN(_ sim: String?, _ triesLeft: Int?) {
    let mailbox = mailbox
    let memory = services.pins
    let pin = pin ?? ""
    lane.run {
      let mayTry = await memory.mayTry(pin, on: sim, triesLeft: triesLeft)
      mailbox.put(.session(.pinDecided(mayTry: mayTry)))
    }
  }

  /// Remembers something of the SIM that is in the modem, where both are known.
  private func noteSIM(_ change: @escaping @Sendable (inout SIMHistory, ICCID) -> Void) {
    guard let sim = session.facts.sim, let imei = session.facts.imei else { return }
    let memory = services.sims
    // Nearly always it is known, and then must not keep the attempts waiting that come after it.
    guard memory.isNews(of: imei, { change(&$0, sim) }) else { return }
    lane.run { await memory.note(of: imei) { change(&$0, sim) } }
  }

  /// The modem has said who it is: an attempt of it may have gone unanswered on another port.
  private mutating func identify() {
    if let (attempt, pending) = expected.identify() {
      let actions = attempt.map { desk.receive(.identified(token: ExpectedAnswer.token, $0)) } ?? []
      for action in actions { perform(action) }
      // Where the answer had come already, there is no other.
      if actions.isEmpty { tell(.answerPending(pending)) }
      if pending != nil, actions.isEmpty { return }
    }
    if slot.claimant != nil { tellDesk(.ready) }
  }

  private mutating func setTimer() {
    let mailbox = mailbox
    timer.set(for: session.nextDeadline, now: epoch.duration(to: .now)) { mailbox.put(.timer($0)) }
  }
}

// Messages: from the request for one to the record of its outcome.
extension ModemDriver {
  /// Hands an input to the desk and does what it wants done.
  private mutating func tellDesk(_ input: SubmissionDesk<AttemptID>.Input) {
    for action in desk.receive(input) { perform(action) }
  }

  private mutating func perform(_ action: SubmissionDesk<AttemptID>.Action) {
    let (services, slot) = (services, slot)
    switch action {
    case .ask: askForMessage()
    case .stopAsking: request?.cancel()
    case .giveBack(let message): lane.run { await services.release(message) }
    case .submit(let token, let work):
      if let submission = job?.submission(of: work.segment, token: token) {
        submittedAt = .now
        tell(.submit(submission))
      }
    case .recordOutcome(let attempt, let outcome):
      record(outcome, of: attempt)
    case .recordFailure(let work, let outcome):
      guard let record = slot.record(of: work) else {
        lane.run { await services.release(work.message) }
        return
      }
      lane.run { await services.recordFailed(record, outcome) }
    case .recordProof(let attempt, let reference):
      lane.run { await services.recordLateProof(of: attempt, reference, on: slot) }
    case .recordConflict(let older, let newer):
      lane.run { await services.recordConflict(older, newer, on: slot) }
    }
  }

  /// A pause is known by the modem's name, and the name may have become known only now.
  private mutating func notePause() {
    tellDesk(slot.isPaused ? .paused : .resumed)
  }

  private mutating func askForMessage() {
    let mailbox = mailbox
    guard let claimant = slot.claimant else { return mailbox.put(.assigned(nil)) }
    let (services, slot) = (services, slot)
    request = Task(executorPreference: executor) {
      mailbox.put(.assigned(await services.nextMessage(for: claimant, on: slot)))
    }
  }

  private mutating func take(_ assignment: Dispatcher.Assignment?) {
    request = nil
    notePause()
    guard let assignment else { return tellDesk(.assigned(nil)) }
    do {
      let job = try SegmentJob(assignment, at: services.clock.now)
      self.job = job
      tellDesk(.assigned(job.work))
    } catch {
      slot.logger.error(
        "a message cannot be coded",
        metadata: ["message": "\(assignment.message.id)", "error": "\(error)"]
      )
      let services = services
      let message = assignment.message.id
      lane.run { await services.fail(message, because: "\(error)") }
      tellDesk(.assigned(nil))
    }
  }

  private func record(_ token: UInt64) {
    guard let work = desk.work,
      let record = slot.record(of: work, lastUsedReference: session.lastUsedReference)
    else {
      mailbox.put(.session(.attemptRefused(token: token, .notRecorded)))
      return
    }
    let mailbox = mailbox
    let services = services
    lane.runBehind {
      let answer = await services.record(record)
      return {
        switch answer {
        case .success(let id):
          mailbox.put(.attempt(token: token, id))
          mailbox.put(.session(.attemptRecorded(token: token)))
        case .failure(let refusal):
          mailbox.put(.session(.attemptRefused(token: token, refusal.reason)))
        }
      }
    }
  }

  /// The attempt that follows one that was accepted may be recorded in the same commit as its
  /// outcome; after anything else, nothing is begun before the outcome is durable.
  private func record(_ outcome: SubmissionOutcome, of attempt: AttemptID) {
    let (services, slot) = (services, slot)
    switch outcome {
    case .accepted: lane.runAhead { await services.recordOutcome(of: attempt, outcome, on: slot) }
    case .refused, .notSubmitted, .unknown:
      lane.run { await services.recordOutcome(of: attempt, outcome, on: slot) }
    }
  }

  /// EF-SMSS was read: it may settle an attempt, and tells how far this firmware can be trusted.
  private func note(_ value: UInt8, _ agrees: Bool?) {
    guard let sim = session.facts.sim, let firmware = session.facts.firmware else { return }
    let reading = LastUsedReference(iccid: sim, value: value, firmware: firmware, agrees: agrees)
    let (services, slot) = (services, slot)
    lane.run { await services.record(reading, on: slot) }
  }
}
