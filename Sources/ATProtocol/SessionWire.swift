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
    if routedMessageFollows, line.isHexadecimal {
      routedMessageFollows = false
      receiveRouted(line, &actions)
      return
    }
    if isEcho(line, &actions) { return }
    if let result = FinalResult(line) {
      final(result, &actions)
    } else if exchange?.take(line) == true {
      answered(line, &actions)
    } else if let fields = ResponseFields(line, prefix: "+CMGS") {
      lateAnswer(fields, &actions)
    } else {
      unsolicited(UnsolicitedResult(line), &actions)
    }
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
    advanceSubmission(.reference(fields.number(0).flatMap { UInt8(exactly: $0) }), &actions)
  }

  private mutating func final(_ result: FinalResult, _ actions: inout Actions) {
    switch activity {
    case .synchronising(let synchronisation):
      synchronisationFinal(synchronisation, result)
    case .submitting:
      advanceSubmission(.final(result), &actions)
    case .bringingUp, .keepingLink, .receiving, .polling, .acknowledging:
      finishExchange(result, &actions)
    case .listening:
      // Whatever it says, the modem has done with the attempt of before.
      show(.probing, &actions)
      synchronise(&actions)
    case .closed, .idle, .ended:
      break
    }
  }

  /// The command on the wire has ended, with a final result or with its deadline.
  mutating func finishExchange(_ final: FinalResult?, _ actions: inout Actions) {
    guard let ended = exchange else { return }
    exchange = nil
    activityDeadline = nil
    var final = final
    // Wavecom modems end the answer to AT+CPIN? without OK.
    if final == nil, ended.command == .pinState, !ended.lines.isEmpty { final = .ok }
    noteEcho(after: ended.command, final)
    let result = CommandResult(command: ended.command, lines: ended.lines, final: final)
    let before = facts
    let position = actions.list.count
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
      let action = dialogue.advance(result, learning: &facts)
      perform(action, of: dialogue, &actions)
    case .keepingLink(let submission):
      link = result.succeeded ? .kept : .refused
      guard result.final != nil else {
        fail(submission, .notReady, &actions)
        return recover(&actions)
      }
      begin(submission, &actions)
    case .receiving(var dialogue):
      guard result.final != nil else { return recover(&actions) }
      let steps = dialogue.advance(result)
      perform(steps, of: dialogue, &actions)
    case .polling(let poll):
      guard result.final != nil else { return recover(&actions) }
      facts.learn(from: result)
      advance(poll, &actions)
    case .acknowledging:
      guard result.final != nil else { return recover(&actions) }
      becomeIdle(&actions)
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
      becomeIdle(&actions)
    }
  }

  /// The modem did not answer a command: get in step again, and give up if that fails.
  private mutating func recover(_ actions: inout Actions) {
    show(.recovering, &actions)
    synchronise(&actions)
  }

  /// The modem has started anew: what was set is forgotten, and so is what was on the wire.
  mutating func modemHasReset(_ actions: inout Actions) {
    switch activity {
    case .submitting:
      advanceSubmission(.reset, &actions)
      guard case .submitting = activity else { return }
    // The record is still being made; the modem is brought up when it is.
    case .bringingUp, .idle, .keepingLink, .receiving, .polling, .acknowledging:
      if case .keepingLink(let submission) = activity { fail(submission, .modemReset, &actions) }
      show(.recovering, &actions)
      synchronise(&actions)
    case .closed, .listening, .synchronising, .ended:
      break
    }
  }
}
