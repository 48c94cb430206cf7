import Messaging

extension ModemSession {
  /// The port is open: listen first if an answer may be under way, then get in step.
  mutating func open(_ attempt: PendingAnswer?, _ actions: inout Actions) {
    guard activity == .closed else { return }
    unresolved = attempt?.token
    answerableUntil = attempt.map { now + $0.remaining + settings.lateAnswerTime }
    if let attempt, attempt.remaining > .zero {
      activity = .listening
      activityDeadline = now + attempt.remaining
      show(.listening, &actions)
    } else {
      show(.probing, &actions)
      synchronise(&actions)
    }
  }

  /// Forgets what was set in the modem and begins again with ESC.
  ///
  /// ESC leaves a prompt if the modem sits in one and does nothing otherwise. Never Ctrl-Z, which
  /// would send what lies there.
  mutating func synchronise(_ actions: inout Actions) {
    activity = .synchronising(Synchronisation())
    exchange = nil
    reader.reset()
    echo = .on
    link = .untried
    routedMessageFollows = false
    openString = nil
    strayAnswer = false
    saidReady = false
    noticeAt = nil
    // It may be long until this modem can send again; another may send what waits.
    if let submission = waiting {
      waiting = nil
      fail(submission, .notReady, &actions)
    }
    escape(&actions)
  }

  private mutating func escape(_ actions: inout Actions) {
    actions.append(.write([0x1B]))
    activityDeadline = now + settings.settleTime
  }

  /// The time of a step of getting in step has passed.
  mutating func synchronisationDeadline(
    _ synchronisation: Synchronisation,
    _ actions: inout Actions
  ) {
    var next = synchronisation
    switch synchronisation.state {
    case .escaping:
      next.state = .asking
      next.attempts += 1
      activity = .synchronising(next)
      send(.attention, &actions)
    case .asking:
      guard synchronisation.attempts < Synchronisation.mostAttempts else {
        end(.noAnswer(command: "AT"), whileSubmitting: .hangUp, &actions)
        return
      }
      exchange = nil
      next.state = .escaping
      activity = .synchronising(next)
      escape(&actions)
    case .settling:
      bringUp(&actions)
    }
  }

  /// A final result while getting in step.
  mutating func synchronisationFinal(
    _ synchronisation: Synchronisation,
    _ result: FinalResult
  ) {
    guard synchronisation.state == .asking, result == .ok else { return }
    var next = synchronisation
    next.state = .settling
    activity = .synchronising(next)
    exchange = nil
    activityDeadline = now + settings.settleTime
  }

  /// Sets the modem up, from nothing.
  mutating func bringUp(_ actions: inout Actions) {
    let dialogue = BringUpDialogue(
      pin: settings.pin,
      restarts: restartIsDue,
      awaitsService: isStarting
    )
    restartIsDue = false
    facts.forgetSIM()
    referenceTrack = ReferenceTrack()
    saidReady = false
    show(.initialising, &actions)
    perform(dialogue.begin(), of: dialogue, &actions)
  }

  /// Does what the bring-up wants done.
  mutating func perform(
    _ action: BringUpDialogue.Action,
    of dialogue: BringUpDialogue,
    _ actions: inout Actions
  ) {
    activity = .bringingUp(dialogue)
    switch action {
    case .send(let command):
      if case .blocked = phase { show(.initialising, &actions) }
      send(command, &actions)
    case .askForPIN(let triesLeft):
      exchange = nil
      // Without an answer of the store the PIN is not tried.
      activityDeadline = now + .seconds(30)
      actions.append(.pinIsDue(sim: facts.iccid ?? facts.imei, triesLeft: triesLeft))
    case .restarted:
      actions.append(.restarting)
      show(.recovering, &actions)
      synchronise(&actions)
      // What comes back by itself hangs up or says that it has started.
      activityDeadline = now + Self.restartGrace
    case .pause(let duration, let reason):
      exchange = nil
      activityDeadline = now + duration
      show(.blocked(reason), &actions)
    case .finish:
      memories = dialogue.memories
      otherMemories = dialogue.otherMemories
      memory = dialogue.memories.first ?? "SM"
      earlierArrivals = EarlierArrivals(memories: [memory] + otherMemories)
      acknowledges = dialogue.acknowledges
      isStarting = false
      wantsList = true
      nextSweep = now + settings.sweepInterval
      pollIsDue = true
      becomeIdle(&actions)
    case .fail(let failure):
      end(failure, whileSubmitting: .hangUp, &actions)
    }
  }

  /// How long a modem that was told to start anew is left alone.
  private static let restartGrace: Duration = .seconds(3)

  /// Whoever remembers has said whether the PIN may be tried.
  mutating func pinDecided(_ mayTry: Bool, _ actions: inout Actions) {
    guard case .bringingUp(var dialogue) = activity, dialogue.step == .askingForPIN else { return }
    let action = dialogue.pinIsDecided(mayTry)
    perform(action, of: dialogue, &actions)
  }

  /// The modem is to start anew: at once where it waits for its SIM, else when the wire is free.
  mutating func restart(_ actions: inout Actions) {
    restartIsDue = true
    switch activity {
    case .idle:
      becomeIdle(&actions)
    case .bringingUp where exchange == nil:
      show(.recovering, &actions)
      synchronise(&actions)
    case .closed, .listening, .synchronising, .bringingUp, .keepingLink, .submitting, .receiving,
      .polling, .acknowledging, .rejecting, .requesting, .ended:
      break
    }
  }

  /// A blocked bring-up tries again.
  mutating func resume(_ dialogue: BringUpDialogue, _ actions: inout Actions) {
    var dialogue = dialogue
    let action = dialogue.resume()
    perform(action, of: dialogue, &actions)
  }
}
