internal import ATProtocol
internal import Messaging
internal import ModemModel
internal import QueuePolicy
internal import TransferLayer

// What `ModemDriver` does: hands inputs to the session and to the desk, and performs what they want.
extension FaultRun {
  /// Hands an input to a session; one that comes up meanwhile waits until its actions are done.
  mutating func tell(_ modem: Int, _ input: SessionInput) {
    inputs.append((modem, input))
    guard inputs.count == 1 else { return }
    while let (modem, input) = inputs.first {
      if let epoch = daemon?.epoch {
        let actions = daemon?.seats[modem]?.session.receive(input, at: now - epoch) ?? []
        for action in actions { perform(action, modem) }
        deadlines[modem] = (daemon?.seats[modem]?.session.nextDeadline).map { epoch + $0 }
        closeIfDone(modem)
      }
      inputs.removeFirst()
    }
  }

  private mutating func perform(_ action: SessionAction, _ modem: Int) {
    switch action {
    case .write(let octets): write(octets, modem)
    case .recordAttempt(let token): record(token, modem)
    case .finished(let token, let outcome):
      log.note(now, 7, "\(world.modems[modem].name): attempt \(token) ended: \(outcome)")
      finished(token, outcome, modem)
    case .lateProof(let token, let reference):
      tellDesk(modem, .lateProof(token: token, messageReference: reference))
    case .store(let pdu): keep(pdu, modem)
    case .deleted(let location): forget(location, modem)
    case .phase(let phase):
      switch phase {
      case .ready, .sending, .waiting: break
      case .listening, .probing, .initialising, .blocked, .searching, .awaitingLateAnswer,
        .recovering:
        tellDesk(modem, .notReady)
      }
    case .ready:
      tellDesk(modem, .ready)
    case .pinIsDue:
      tell(modem, .pinDecided(mayTry: false))
    case .ended(let failure):
      log.note(now, 8, "\(world.modems[modem].name): session ended: \(String(describing: failure))")
      daemon?.seats[modem]?.hasEnded = true
    case .conflictingAnswers(let older, let newer):
      tellDesk(modem, .conflictingAnswers(older: older, newer: newer))
    case .lastUsedReference(let value, let agrees):
      note(value, agrees, modem)
    case .learned: noteSIM(modem) { $0.inserted($1) }
    case .simIsSettled: noteSIM(modem) { $0.settled($1) }
    case .pinAnswered, .answered, .call, .restarting:
      break
    }
  }

  /// What `SIMHistoryBook` does.
  private mutating func noteSIM(_ modem: Int, _ note: (inout SIMHistory, ICCID) -> Void) {
    guard let facts = daemon?.seats[modem]?.session.facts,
      let sim = daemon?.seats[modem]?.sim,
      let unknown = facts.imei.flatMap({ ICCID($0) })
    else { return }
    var history = simHistories[modem] ?? SIMHistory(unknown: unknown)
    note(&history, sim)
    simHistories[modem] = history
  }

  mutating func tellDesk(_ modem: Int, _ input: SubmissionDesk<Int64>.Input) {
    let actions = daemon?.seats[modem]?.desk.receive(input) ?? []
    for action in actions {
      switch action {
      case .ask: ask(modem)
      case .stopAsking: stopAsking(modem)
      case .giveBack(let message): release(message)
      case .submit(let token, let work): submitSegment(token, work, modem)
      case .recordOutcome(let attempt, let outcome):
        lane(modem, .recordOutcome(attempt, outcome, jitter: jitter()), inHand(modem))
      case .recordFailure(let work, let outcome):
        guard let record = attemptRecord(work, modem) else {
          release(work.message)
          continue
        }
        lane(
          modem,
          .recordFailedAttempt(record, outcome, jitter: jitter()),
          .outcome(modem: modem, work.message)
        )
      case .recordProof(let attempt, let reference):
        let evidence = Evidence.lateReference(reference, openAttempts: 1, count: 1)
        lane(modem, .recordEvidence(evidence, about: attempt), .outcome(modem: modem, nil))
      case .recordConflict(let older, let newer):
        lane(modem, .recordConflict(older, newer), .outcome(modem: modem, nil))
      }
    }
  }

  private mutating func jitter() -> Double { Double.random(in: 0...1, using: &random) }

  private func inHand(_ modem: Int) -> StoreRequest.Reply {
    .outcome(modem: modem, daemon?.seats[modem]?.handed)
  }

  private func attemptRecord(
    _ work: SubmissionDesk<Int64>.Work,
    _ modem: Int
  ) -> ModelAttemptRecord? {
    daemon?.seats[modem]?.sim.map {
      ModelAttemptRecord(
        message: work.message,
        segment: work.segment,
        modem: world.modems[modem].name,
        iccid: $0,
        firmware: edition != .first ? daemon?.seats[modem]?.firmware : nil,
        uptime: uptime
      )
    }
  }

  private mutating func submitSegment(
    _ token: UInt64,
    _ work: SubmissionDesk<Int64>.Work,
    _ modem: Int
  ) {
    guard let submits = daemon?.seats[modem]?.submits, submits.indices.contains(work.segment - 1)
    else { return }
    daemon?.seats[modem]?.handed = work.message
    let pdu = ServiceCentrePDU(tpdu: .submit(submits[work.segment - 1]))
    guard
      let submission = SegmentSubmission(
        token: token,
        length: pdu.length,
        hexadecimal: pdu.hexadecimal,
        hasMore: work.hasNext || random.chance(30)
      )
    else { return }
    tell(modem, .submit(submission))
  }

  /// Makes the attempt durable, then lets the session write Ctrl-Z.
  private mutating func record(_ token: UInt64, _ modem: Int) {
    guard let work = daemon?.seats[modem]?.desk.work, var record = attemptRecord(work, modem) else {
      tell(modem, .attemptRefused(token: token, .notRecorded))
      return
    }
    if edition != .first, record.firmware != nil {
      record.baseline = daemon?.seats[modem]?.session.lastUsedReference
    }
    daemon?.seats[modem]?.awaitsRecord = true
    lane(modem, .recordAttempt(record), .attempt(modem: modem, token: token))
    if mutation == .attemptAfterControlZ { tell(modem, .attemptRecorded(token: token)) }
  }

  mutating func recorded(_ answer: StoreAnswer, _ token: UInt64, _ modem: Int) {
    daemon?.seats[modem]?.awaitsRecord = false
    switch answer {
    case .recorded(let attempt):
      tellDesk(modem, .recorded(token: token, attempt))
      tell(modem, .attemptRecorded(token: token))
    case .refused(let reason):
      tell(modem, .attemptRefused(token: token, reason))
    case .accepted, .optedOut, .reference, .changed, .done, .failed:
      tell(modem, .attemptRefused(token: token, .notRecorded))
    }
    if let held = daemon?.seats[modem]?.heldOutcome {
      daemon?.seats[modem]?.heldOutcome = nil
      tellDesk(modem, .finished(token: held.token, held.outcome))
    }
  }

  /// EF-SMSS was read: it may settle an attempt, and tells how far this firmware can be trusted.
  private mutating func note(_ value: UInt8, _ agrees: Bool?, _ modem: Int) {
    guard edition != .first, let sim = daemon?.seats[modem]?.sim,
      let firmware = daemon?.seats[modem]?.firmware
    else { return }
    let reading = ModelReference(iccid: sim, value: value, firmware: firmware, agrees: agrees)
    lane(modem, .recordReference(reading), .outcome(modem: modem, nil))
  }

  private mutating func finished(_ token: UInt64, _ outcome: SubmissionOutcome, _ modem: Int) {
    if mutation == .attemptAfterControlZ, daemon?.seats[modem]?.awaitsRecord == true {
      daemon?.seats[modem]?.heldOutcome = (token, outcome)
    } else {
      tellDesk(modem, .finished(token: token, outcome))
    }
  }

  /// Asks the store for this modem, one verb after the other.
  mutating func lane(_ modem: Int, _ verb: StoreVerb, _ reply: StoreRequest.Reply) {
    daemon?.seats[modem]?.lane.append(StoreRequest(verb: verb, reply: reply, at: now))
    runLane(modem)
  }

  mutating func runLane(_ modem: Int) {
    guard let seat = daemon?.seats[modem], !seat.isLaneBusy, let first = seat.lane.first else {
      return
    }
    daemon?.seats[modem]?.lane.removeFirst()
    daemon?.seats[modem]?.isLaneBusy = true
    submit(StoreRequest(verb: first.verb, reply: first.reply, at: now))
  }

  mutating func laneIsFree(_ modem: Int) {
    daemon?.seats[modem]?.isLaneBusy = false
    runLane(modem)
    closeIfDone(modem)
  }
}
