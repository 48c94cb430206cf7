import Messaging

extension ModemSession {
  /// Writes a command and waits for its answer.
  mutating func send(_ command: ATCommand, _ actions: inout Actions) {
    exchange = CommandExchange(command)
    lastWritten = command.text
    activityDeadline = now + command.deadline
    actions.append(.write(command.octets))
  }

  /// Takes what the modem sent, token by token: each may change what the next one means.
  mutating func read(_ octets: [UInt8], _ actions: inout Actions) {
    guard activity != .ended else { return }
    reader.append(octets)
    while let token = reader.next(expectingPrompt: expectsPrompt) {
      switch token {
      case .prompt: advanceSubmission(.prompt, &actions)
      case .line(let line): read(line: line, &actions)
      }
      if activity == .ended { return }
    }
  }

  private var expectsPrompt: Bool {
    if case .submitting(_, let dialogue) = activity { return dialogue.expectsPrompt }
    return false
  }

  private mutating func read(line: String, _ actions: inout Actions) {
    if continues(line, &actions) { return }
    if routedMessageFollows, line.isHexadecimal {
      routedMessageFollows = false
      receiveRouted(line, &actions)
      return
    }
    if isEcho(line, &actions) { return }
    if let result = FinalResult(line, from: facts.manufacturer) {
      final(result, &actions)
    } else if exchange?.take(line) == true {
      answered(line, &actions)
    } else if let fields = ResponseFields(line, prefix: "+CMGS") {
      lateAnswer(fields, &actions)
      // It brings its own OK, which is not the answer to what is on the wire now.
      strayAnswer = true
    } else {
      unsolicited(UnsolicitedResult(line), &actions)
    }
  }

  /// A service string may hold line ends; it goes on until its quotes are closed.
  private mutating func continues(_ line: String, _ actions: inout Actions) -> Bool {
    guard let open = openString else {
      guard ServiceString.isOpen(line) else { return false }
      openString = line
      return true
    }
    let whole = open + "\n" + line
    if ServiceString.isOpen(whole), whole.utf8.count < 1024 {
      openString = whole
    } else {
      openString = nil
      unsolicited(UnsolicitedResult(whole), &actions)
    }
    return true
  }

  /// Passes over the echo of what was written.
  ///
  /// Once the echo is off, it tells that the modem has forgotten its settings, perhaps even PDU
  /// mode: nothing more may be written in good faith.
  private mutating func isEcho(_ line: String, _ actions: inout Actions) -> Bool {
    guard !lastWritten.isEmpty, line == lastWritten || line == lastWritten + "\u{1A}" else {
      return false
    }
    switch echo {
    case .on, .unavoidable: break
    case .switchedOff: echo = .unavoidable
    case .off:
      if line.hasPrefix("AT") { modemHasReset(&actions) }
    }
    return true
  }

  /// An information line of the command on the wire.
  private mutating func answered(_ line: String, _ actions: inout Actions) {
    guard case .submitting = activity, let fields = ResponseFields(line, prefix: "+CMGS") else {
      return
    }
    // Before Ctrl-Z this attempt has no answer: it is that of the one before.
    guard controlZAt != nil else { return lateAnswer(fields, &actions) }
    advanceSubmission(.reference(fields.number(0).flatMap { UInt8(exactly: $0) }), &actions)
  }

  private mutating func final(_ result: FinalResult, _ actions: inout Actions) {
    let isStray = strayAnswer
    strayAnswer = false
    switch activity {
    case .synchronising(let synchronisation):
      synchronisationFinal(synchronisation, result)
    case .submitting(_, let dialogue):
      finalOfSubmission(result, dialogue, &actions)
    case .bringingUp, .keepingLink, .receiving, .polling, .acknowledging, .rejecting, .requesting:
      finalOfExchange(result, isStray: isStray, &actions)
    case .listening:
      // Whatever it says, the modem has done with the attempt of before.
      answerableUntil = nil
      show(.probing, &actions)
      synchronise(&actions)
    case .idle:
      strayFinal(result, &actions)
    case .closed, .ended:
      break
    }
  }

  private mutating func finalOfExchange(
    _ result: FinalResult,
    isStray: Bool,
    _ actions: inout Actions
  ) {
    let isOpen = awaitsLateAnswer
    if exchange?.passesOver(result, isStray: isStray, mayBeOfAttempt: isOpen) == true {
      // An error is not believed before the command's own answer can come no more: to be one answer
      // behind would be to take one message for another, and to delete it unread.
      guard result == .ok else { return }
      activityDeadline = min(activityDeadline ?? now, now + Self.earlyAnswerGrace)
    } else {
      if let early = exchange?.early, early != .ok { answerableUntil = nil }
      finishExchange(result, &actions)
    }
  }

  private mutating func finalOfSubmission(
    _ result: FinalResult,
    _ dialogue: SubmitDialogue,
    _ actions: inout Actions
  ) {
    guard !dialogue.isPastControlZ, mayBelongToAttemptBefore(result) else {
      return advanceSubmission(.final(result), &actions)
    }
    doubt(&actions)
    // Where it is not the answer to `AT+CMGS`, the prompt comes still; where the prompt has come, its
    // code says nothing of this segment.
    if !dialogue.expectsPrompt { advanceSubmission(.final(.error), &actions) }
  }

  /// The command on the wire has ended, with a final result or with its deadline.
  mutating func finishExchange(_ final: FinalResult?, _ actions: inout Actions) {
    guard let ended = exchange else { return }
    exchange = nil
    activityDeadline = nil
    var final = final
    // Wavecom modems end the answer to AT+CPIN? without OK.
    if final == nil, ended.command == .pinState, !ended.lines.isEmpty { final = .ok }
    // The early result was the answer after all.
    if final == nil { final = ended.early }
    noteEcho(after: ended.command, final)
    let result = CommandResult(command: ended.command, lines: ended.lines, final: final)
    let before = facts
    let position = actions.list.count
    noteReference(result, &actions)
    advance(result, &actions)
    // What was learned is told before anything that builds on it.
    if facts != before { actions.list.insert(.learned(facts), at: position) }
  }

  private mutating func noteEcho(after command: ATCommand, _ final: FinalResult?) {
    if command == .echoOff {
      echo = final == .ok ? .switchedOff : .unavoidable
    } else if echo == .switchedOff, final != nil {
      echo = .off
    }
  }

  private mutating func advance(_ result: CommandResult, _ actions: inout Actions) {
    switch activity {
    case .bringingUp(var dialogue):
      guard result.final != nil else { return recover(&actions) }
      if dialogue.step == .enteringPIN, !result.isBusy {
        let sim = facts.iccid ?? facts.imei
        actions.append(.pinAnswered(sim: sim, wasTaken: result.succeeded))
      }
      let action = dialogue.advance(result, learning: &facts)
      perform(action, of: dialogue, &actions)
    case .keepingLink(let submission):
      link = result.succeeded ? .kept : .refused
      guard result.final != nil else {
        fail(submission, .notReady, &actions)
        activity = .idle
        return recover(&actions)
      }
      begin(submission, &actions)
    case .receiving(var dialogue):
      guard result.final != nil else { return recover(&actions) }
      let steps = dialogue.advance(result)
      perform(steps, of: dialogue, &actions)
    case .polling(var poll):
      guard result.final != nil else { return recover(&actions) }
      guard isSameSIM(result) else { return simHasChanged(&actions) }
      facts.learn(from: result)
      poll.advance(result)
      advance(poll, &actions)
    case .acknowledging:
      guard result.final != nil else { return recover(&actions) }
      // 340 says that nothing was waiting for it; anything else that it does not work.
      if !result.succeeded, result.final != .cms(340) { facts.inboundIsGuaranteed = false }
      becomeIdle(&actions)
    case .rejecting:
      guard result.final != nil else { return recover(&actions) }
      if !result.succeeded, result.command == .hangUpCall { return send(.hookOn, &actions) }
      becomeIdle(&actions)
    case .requesting(let exchange):
      advance(exchange, result, &actions)
    case .closed, .listening, .synchronising, .idle, .submitting, .ended:
      break
    }
  }

  mutating func advance(_ poll: StatusPoll, _ actions: inout Actions) {
    var poll = poll
    if let command = poll.next() {
      activity = .polling(poll)
      send(command, &actions)
    } else {
      strikes = 0
      becomeIdle(&actions)
    }
  }

  /// How long the real answer may take when an `OK` came that was too early.
  static let earlyAnswerGrace: Duration = .seconds(1)

  /// The modem did not answer a command: get in step again and set it up again; when that does not
  /// help for long, the port is opened anew.
  mutating func recover(_ actions: inout Actions) {
    strikes += 1
    if strikes >= Self.mostStrikes { return end(.keepsFailing, whileSubmitting: .hangUp, &actions) }
    show(.recovering, &actions)
    synchronise(&actions)
  }

  /// The modem has started anew: what was set is forgotten, and so is what was on the wire.
  mutating func modemHasReset(_ actions: inout Actions) {
    // What it was asked before it has forgotten, too.
    answerableUntil = nil
    switch activity {
    case .submitting:
      advanceSubmission(.reset, &actions)
      guard case .submitting = activity else { return }
    // The record is still being made; the modem is brought up when it is.
    case .bringingUp, .idle, .keepingLink, .receiving, .polling, .acknowledging, .rejecting,
      .requesting:
      if case .keepingLink(let submission) = activity { fail(submission, .modemReset, &actions) }
      if case .requesting(let exchange) = activity {
        actions.append(.answered(id: exchange.id, .notReady))
      }
      activity = .idle
      show(.recovering, &actions)
      synchronise(&actions)
    case .listening:
      show(.probing, &actions)
      synchronise(&actions)
    case .closed, .synchronising, .ended:
      break
    }
  }
}
