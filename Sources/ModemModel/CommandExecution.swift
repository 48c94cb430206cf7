import Messaging

/// What carrying out one command gives.
enum CommandReply: Equatable, Sendable {
  /// Information lines; the next command of the line follows, or `OK`.
  case done([String])
  /// Information lines, and no result (a habit of some modems).
  case doneWithoutResult([String])
  /// The line ends here.
  case failed(FinalResult)
  /// The command ends its line by itself, later.
  case pending
  /// The modem has hung up or started anew.
  case gone

  /// No information, no error.
  static let ok = CommandReply.done([])
}

extension SimulatedModem {
  /// Carries out what stands behind `AT`.
  mutating func run(_ body: String) {
    lastLine = body
    actions.append(.received("AT" + body))
    guard linesToLose == 0 else {
      linesToLose -= 1
      return
    }
    phase = .executing
    guard let commands = CommandLineParser.parse(body) else {
      note("not a command line: AT\(body)")
      return finish([], .error)
    }
    remaining = commands
    if let rule = faults.strike(.commandLine, command: "AT" + body, using: &random) {
      guard strikeCommandLine(rule) else { return }
    }
    let delay = timing.command.draw(using: &random)
    if delay > .zero, !commands.contains(where: { $0.name == "+CMGS" }) {
      schedule(.finish(lines: [], result: nil), after: delay)
    } else {
      runRemaining()
    }
  }

  /// Carries out the commands of the line that are left.
  mutating func runRemaining() {
    while !remaining.isEmpty {
      let command = remaining.removeFirst()
      switch execute(command) {
      case .done(let lines):
        for line in lines { writeLine(line) }
      case .doneWithoutResult(let lines):
        for line in lines { writeLine(line) }
        return endLine()
      case .failed(let result):
        return finish([], result)
      case .pending, .gone:
        return
      }
    }
    finish([], .ok)
  }

  /// Ends the answer to a command line; without a result the rest of the line comes first.
  mutating func finish(_ lines: [String], _ result: FinalResult?) {
    for line in lines { writeLine(line) }
    guard let result else { return runRemaining() }
    writeResult(result)
    endLine()
  }

  /// Waits for the next command line.
  mutating func endLine() {
    remaining = []
    isMuted = false
    phase = .command
    flushHeldLines()
  }

  private mutating func execute(_ command: Command) -> CommandReply {
    if let reply = executeBasic(command) ?? executeIdentification(command)
      ?? executeSIM(command) ?? executeNetwork(command) ?? executeMessage(command)
      ?? executeService(command)
    {
      return reply
    }
    if command.name == personality.chatterSwitch, case .set(let values) = command.operation {
      switchChatter(values.number(0) != 0)
      return .ok
    }
    if personality.idleCommands.contains(command.name) { return .ok }
    return .failed(personality.unknownCommandResult)
  }

  /// ITU-T V.250 and the parts of 3GPP TS 27.007 that concern the modem itself.
  private mutating func executeBasic(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("E", .execute(let value)):
      settings.echo = value == 1
    case ("V", .execute(let value)):
      settings.isVerbose = value != 0
    case ("Q", .execute(let value)):
      settings.isQuiet = value == 1
    case ("Z", .execute), ("&F", .execute):
      settings = ModemSettings(personality)
    case ("+CMEE", .set(let values)):
      guard let level = values.number(0), (0...2).contains(level) else {
        return .failed(.equipmentError(50))
      }
      settings.errorLevel = level
    case ("+CMEE", .read):
      return .done(["+CMEE: \(settings.errorLevel)"])
    case ("+CMEE", .test):
      return .done(["+CMEE: (0-2)"])
    case ("+CSCS", .set(let values)):
      settings.characterSet = values.text(0) ?? settings.characterSet
    case ("+CSCS", .read):
      return .done(["+CSCS: \"\(settings.characterSet)\""])
    case ("+CSCS", .test):
      return .done(["+CSCS: (\"IRA\",\"GSM\",\"UCS2\")"])
    case ("+CFUN", _):
      return executeFunctionality(command.operation)
    case ("&W", .execute), ("X", .execute), ("&C", .execute), ("&D", .execute), ("&K", .execute),
      ("\\Q", .execute), ("+IPR", .set), ("+IFC", .set):
      return .ok
    case ("H", .execute), ("+CHUP", .execute):
      rejectCall()
    default:
      return nil
    }
    return .ok
  }

  private mutating func executeFunctionality(_ operation: Command.Operation) -> CommandReply {
    switch operation {
    case .execute: return .failed(.error)
    case .read: return .done(["+CFUN: \(settings.functionality)"])
    case .test: return .done(["+CFUN: (0,1,4),(0,1)"])
    case .set(let values):
      guard let level = values.number(0), [0, 1, 4].contains(level) else {
        return .failed(.equipmentError(50))
      }
      if values.number(1) == 1 {
        guard personality.restartsOnCommand else { return .failed(.equipmentError(4)) }
        writeResult(.ok)
        restart()
        return .gone
      }
      settings.functionality = level
      return .ok
    }
  }
}
