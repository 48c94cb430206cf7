import Messaging

extension ModemSession {
  /// The wire is free.
  ///
  /// What the SIM holds comes first, for it may be a STOP; then a waiting segment; then the modem's
  /// health.
  mutating func becomeIdle(_ actions: inout Actions) {
    guard activity != .ended else { return }
    activity = .idle
    activityDeadline = nil
    if !awaitsLateAnswer { answerableUntil = nil }
    if isFinishing {
      end(nil, whileSubmitting: .abandon, &actions)
    } else if restartIsDue {
      show(.recovering, &actions)
      synchronise(&actions)
    } else if rejectionIsDue {
      rejectionIsDue = false
      activity = .rejecting
      send(.hangUpCall, &actions)
    } else if acknowledgementsDue > 0 {
      acknowledgementsDue -= 1
      activity = .acknowledging
      send(.acknowledge, &actions)
    } else if wantsList || !arrivals.isEmpty || isDue(nextSweep) {
      fetch(&actions)
    } else if pollIsDue || isDue(lastPoll.map { $0 + Self.longestWithoutPoll }) {
      poll(&actions)
    } else if let next = requests.first {
      requests.removeFirst()
      begin(RequestExchange(id: next.id, request: next.request), &actions)
    } else if !facts.isRegistered {
      rest(.searching(facts.registration), &actions)
    } else if awaitsLateAnswer {
      rest(.awaitingLateAnswer, &actions)
    } else if let submission = waiting {
      waiting = nil
      start(submission, &actions)
    } else {
      rest(.ready, &actions)
    }
  }

  private func isDue(_ moment: Duration?) -> Bool {
    moment.map { $0 <= now } ?? false
  }

  private mutating func rest(_ phase: SessionPhase, _ actions: inout Actions) {
    show(phase, &actions)
    // In a backlog the next segment comes within this grace, and nothing comes between the two.
    nextPoll = nextPoll.map { max($0, now + Self.pollGrace) }
    guard facts.isRegistered, !awaitsLateAnswer else {
      if let submission = waiting {
        waiting = nil
        fail(submission, .notReady, &actions)
      }
      saidReady = false
      return
    }
    guard !saidReady else { return }
    saidReady = true
    actions.append(.ready)
  }

  private mutating func poll(_ actions: inout Actions) {
    pollIsDue = false
    lastPoll = now
    nextPoll = now + (facts.isRegistered ? settings.pollInterval : settings.searchInterval)
    advance(
      StatusPoll(
        iccidCommand: facts.iccidCommand,
        readsReference: referenceTrack.isReadingDue && facts.iccid != nil
      ),
      &actions
    )
  }

  private mutating func fetch(_ actions: inout Actions) {
    wantsList = wantsList || isDue(nextSweep)
    var otherLists: [String] = []
    if wantsList {
      nextSweep = now + settings.sweepInterval
      sweeps += 1
      let isTurn = sweeps.isMultiple(of: Self.sweepsUntilOthers)
      // What came to the SIM before is told from what comes to this one only at the beginning.
      otherLists = otherMemories.filter { isTurn || earlierArrivals.wantsList(of: $0) }
    }
    var dialogue = ReceiveDialogue(
      ReceiveDialogue.Plan(
        memory: memory,
        home: memories,
        indications: facts.indications,
        reads: arrivals,
        wantsList: wantsList,
        otherLists: otherLists,
        earlier: earlierArrivals,
        fresh: freshArrivals.places(of: facts.iccid)
      )
    )
    arrivals = []
    freshArrivals = FreshArrivals()
    wantsList = false
    let steps = dialogue.begin()
    perform(steps, of: dialogue, &actions)
  }

  /// Does what the fetching of messages wants done.
  mutating func perform(
    _ steps: [ReceiveDialogue.Action],
    of dialogue: ReceiveDialogue,
    _ actions: inout Actions
  ) {
    activity = .receiving(dialogue)
    memory = dialogue.memory
    memories = dialogue.memories
    earlierArrivals = dialogue.earlier
    for step in steps {
      switch step {
      case .send(let command): send(command, &actions)
      case .store(let pdu): actions.append(.store(pdu))
      case .deleted(let location): actions.append(.deleted(location))
      case .wait(let duration): activityDeadline = now + duration
      case .measured(let fill, let fetched): measured(fill, fetched, &actions)
      case .finish:
        if earlierArrivals.isOver { actions.append(.simIsSettled) }
        becomeIdle(&actions)
      case .fail: recover(&actions)
      }
    }
  }

  /// A memory that is full of what nobody can fetch receives nothing.
  private mutating func measured(_ fill: MemoryFill, _ fetched: Int, _ actions: inout Actions) {
    let before = facts
    facts.memoryFill = fill
    facts.memoryIsBlocked = fill.total > 0 && fill.used >= fill.total && fetched == 0
    if facts != before { actions.append(.learned(facts)) }
  }

  /// A message is durable: it may be deleted, or acknowledged where it was routed.
  mutating func stored(_ pdu: ReceivedPDU, _ actions: inout Actions) {
    guard let location = pdu.location else { return routedIsStored(pdu, &actions) }
    guard case .receiving(var dialogue) = activity else {
      earlierArrivals.stored(at: location)
      return
    }
    let steps = dialogue.stored(location)
    perform(steps, of: dialogue, &actions)
  }

  /// A message could not be made durable: it stays where it is.
  mutating func notStored(_ pdu: ReceivedPDU, _ actions: inout Actions) {
    guard let location = pdu.location else {
      routed.removeAll { $0 == pdu }
      return
    }
    // It may be a STOP: as soon as there is room again, it must not wait for the next sweep.
    let soon = now + settings.storeInterval
    nextSweep = min(nextSweep ?? soon, soon)
    guard case .receiving(var dialogue) = activity else { return }
    let steps = dialogue.notStored(location)
    perform(steps, of: dialogue, &actions)
  }

  /// A routed message has come; the network keeps it until it is acknowledged.
  mutating func receiveRouted(_ hexadecimal: String, _ actions: inout Actions) {
    let pdu = ReceivedPDU(location: nil, hexadecimal: hexadecimal)
    guard routed.count < Self.mostRouted else { return }
    routed.append(pdu)
    actions.append(.store(pdu))
  }

  private mutating func routedIsStored(_ pdu: ReceivedPDU, _ actions: inout Actions) {
    guard let place = routed.firstIndex(of: pdu) else { return }
    routed.remove(at: place)
    if acknowledges { acknowledgementsDue += 1 }
    if activity == .idle { becomeIdle(&actions) }
  }

  /// Whether a place is part of the memory that was set: `MT` is the others in one, under places of its
  /// own, and a message that is read in both would be taken for two.
  private func isListed(_ location: StorageLocation) -> Bool {
    memories.first == "MT" && (location.memory == "ME" || location.memory == "SM")
  }

  /// Something the modem said without being asked.
  mutating func unsolicited(_ result: UnsolicitedResult, _ actions: inout Actions) {
    switch result {
    case .messageStored(let location), .reportStored(let location):
      freshArrivals.note(location, sim: facts.iccid)
      if isListed(location) {
        wantsList = true
      } else if arrivals.count < Self.mostArrivals {
        if !arrivals.contains(location) { arrivals.append(location) }
      } else {
        wantsList = true
      }
      if activity == .idle { becomeIdle(&actions) }
    case .somethingStored, .memoryFull:
      wantsList = true
      if activity == .idle { becomeIdle(&actions) }
    case .messageFollows, .reportFollows:
      routedMessageFollows = true
    case .registration(let domain, let status):
      guard facts.registrations[domain] != status else { return }
      facts.registrations[domain] = status
      actions.append(.learned(facts))
      if activity == .idle { becomeIdle(&actions) }
    case .simChanged:
      simMayHaveChanged(&actions)
    case .serviceIsUp:
      isStarting = false
      if case .bringingUp(let dialogue) = activity, exchange == nil {
        resume(dialogue, &actions)
      }
    case .wantsMemoryQuery:
      // One sweep asks for it and ends the flood; more are not wanted before the next is due.
      guard !memoryWasQueried else { return }
      memoryWasQueried = true
      wantsList = true
      if activity == .idle { becomeIdle(&actions) }
    case .ringing, .caller, .serviceString:
      personal(result, &actions)
    case .booted:
      isStarting = true
      memoryWasQueried = false
      modemHasReset(&actions)
    case .chatter:
      break
    }
  }
}
