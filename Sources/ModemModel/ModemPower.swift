public import Messaging

/// Coming, going and starting anew.
extension SimulatedModem {
  /// Plugs the modem in.
  public mutating func plug(at time: Timestamp) -> [Action] {
    now = max(now, time)
    timers.removeAll { $0.event == .comeBack }
    if isPowered { regainLine() } else { powerUp() }
    return takeActions()
  }

  /// Takes the port away, as where the adapter of a serial modem is pulled out: the modem lives on, and
  /// what it says meanwhile is lost.
  ///
  /// - Parameters:
  ///   - delay: How long until the port is there again; nil: until `plug`.
  ///   - time: When.
  /// - Returns: What the modem does.
  public mutating func loseLine(
    comesBackAfter delay: Duration?,
    at time: Timestamp
  ) -> [Action] {
    now = max(now, time)
    loseLine(comesBackAfter: delay)
    return takeActions()
  }

  mutating func loseLine(comesBackAfter delay: Duration?) {
    guard isPresent else { return }
    isLineLost = true
    actions.append(.hangUp)
    if let delay { schedule(.lineIsBack, after: delay) }
  }

  mutating func regainLine() {
    timers.removeAll { $0.event == .lineIsBack }
    guard isLineLost else { return }
    isLineLost = false
    actions.append(.comeBack)
  }

  /// Pulls the modem out.
  ///
  /// A submission in the air reaches the service centre or does not, by chance.
  ///
  /// - Parameters:
  ///   - delay: How long until it is plugged in again; nil: until `plug`.
  ///   - time: When.
  /// - Returns: What the modem does.
  public mutating func unplug(comesBackAfter delay: Duration?, at time: Timestamp) -> [Action] {
    now = max(now, time)
    guard isPowered else { return [] }
    hangUp(comesBackAfter: delay)
    return takeActions()
  }

  mutating func powerUp() {
    if !isPresent { actions.append(.comeBack) }
    isLineLost = false
    phase = .command
    settings = ModemSettings(personality)
    input = []
    heldLines = []
    linesToLose = personality.linesLostToAutobaud
    simReadyAt = now + personality.simReadyAfter
    if personality.simReadyAfter > .zero {
      schedule(.simReady, after: personality.simReadyAfter)
    }
    quietedChatter = []
    linkHeldUntil = nil
    if personality.registersAfter > .zero, isRegistered {
      schedule(.registration(registration), after: personality.registersAfter)
      registration = 2
    }
    for boot in personality.bootLines {
      performOrSchedule(.line(boot.line), after: boot.delay)
    }
    for (index, chatter) in personality.chatter.enumerated() {
      schedule(.chatter(index: index, turn: 0), after: chatter.interval)
    }
  }

  mutating func hangUp(comesBackAfter delay: Duration?) {
    powerDown()
    if isPresent { actions.append(.hangUp) }
    isLineLost = false
    phase = .absent
    if let delay { schedule(.comeBack, after: delay) }
  }

  /// Loses all that is in progress; a submission in the air gets through or does not, by chance.
  private mutating func powerDown() {
    for timer in timers {
      if case .transmit(var submission) = timer.event, Bool.random(using: &random) {
        submission.answer = .withheld
        actions.append(.transmit(submission))
      }
    }
    timers = []
    input = []
    heldLines = []
    remaining = []
    pendingFault = nil
    isMuted = false
    if awaitedAcknowledgement != nil {
      awaitedAcknowledgement = nil
      actions.append(.notAcknowledged)
    }
  }

  /// Starts anew, as after `AT+CFUN=1,1` or a crash of the firmware.
  mutating func restart() {
    if personality.restartHangsUp {
      hangUp(comesBackAfter: personality.restartDuration)
    } else {
      powerDown()
      powerUp()
    }
  }

  /// Starts anew by itself.
  public mutating func reset(at time: Timestamp) -> [Action] {
    now = max(now, time)
    guard isPowered else { return [] }
    restart()
    if !personality.restartHangsUp, personality.bootLines.isEmpty { announce("RDY") }
    return takeActions()
  }

  // MARK: - Faults at command lines

  /// Lets a fault strike before a command line is carried out; false where that ends it.
  mutating func strikeCommandLine(_ rule: FaultRule) -> Bool {
    switch rule.fault {
    case .garbage(let count):
      write((0..<min(count, 4096)).map { _ in UInt8.random(in: 0...255, using: &random) })
      return true
    case .storm(let count):
      for turn in 0..<min(count, 10_000) { writeLine("^RSSI: \(turn % 32)") }
      return true
    case .silence:
      endLine()
      return false
    case .mute:
      isMuted = true
      return true
    case .ignore:
      finish([], .ok)
      return false
    case .refuseCommand(let result):
      finish([], result)
      return false
    case .reset:
      restart()
      if !personality.restartHangsUp, personality.bootLines.isEmpty { announce("RDY") }
      return false
    case .hangUp:
      hangUp(comesBackAfter: rule.comesBackAfter)
      return false
    case .noPrompt, .promptWithoutSpace, .promptGlued, .hangUpBeforePrompt, .hangUpBeforeControlZ,
      .hangUpAfterControlZ, .hangUpLosingSubmission, .hangUpUnderControlZ, .loseOK,
      .loseReference, .loseAnswer, .loseSubmission, .falseOK, .refuse, .refuseAccepted,
      .splitAnswer, .reverseAnswer, .doubleAnswer, .late, .stray, .strayRefusal, .relink,
      .loseIndication:
      // They strike elsewhere.
      return true
    }
  }

  // MARK: - Chatter

  mutating func chat(_ index: Int, turn: Int) {
    guard personality.chatter.indices.contains(index) else {
      return
    }
    let chatter = personality.chatter[index]
    guard !chatter.lines.isEmpty else { return }
    if !quietedChatter.contains(index) { announce(chatter.lines[turn % chatter.lines.count]) }
    schedule(
      .chatter(index: index, turn: turn &+ 1),
      after: max(chatter.interval, .milliseconds(1))
    )
  }

  /// `AT^CURC=0` and its kind.
  mutating func switchChatter(_ isOn: Bool) {
    quietedChatter = isOn ? [] : Set(personality.chatter.indices)
  }

  mutating func quietChatter() {
    for (index, chatter) in personality.chatter.enumerated() where chatter.endsWithMemoryQuery {
      quietedChatter.insert(index)
    }
  }
}
