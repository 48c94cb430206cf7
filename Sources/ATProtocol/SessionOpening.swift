import Messaging

extension ModemSession {
  /// The port is open: listen first if an answer may be under way, then get in step.
  mutating func open(_ attempt: PendingAnswer?, _ actions: inout Actions) {
    guard activity == .closed else { return }
    unresolved = attempt?.token
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
    saidReady = false
    noticeAt = nil
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

  private mutating func bringUp(_ actions: inout Actions) {
    let dialogue = BringUpDialogue(pin: settings.pin)
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
      // The PIN is handed to the SIM once in the life of a session.
      if case .enteringPIN = dialogue.step {
        settings.pin = nil
        hasTriedPIN = true
      }
      send(command, &actions)
    case .pause(let duration, let reason):
      exchange = nil
      activityDeadline = now + duration
      show(.blocked(reason), &actions)
    case .finish:
      memory = dialogue.memory
      home = dialogue.memory
      wantsList = true
      nextSweep = now + settings.sweepInterval
      pollIsDue = true
      becomeIdle(&actions)
    case .fail(let failure):
      end(failure, whileSubmitting: .hangUp, &actions)
    }
  }

  /// A blocked bring-up tries again.
  mutating func resume(_ dialogue: BringUpDialogue, _ actions: inout Actions) {
    var dialogue = dialogue
    let action = dialogue.resume()
    perform(action, of: dialogue, &actions)
  }
}
