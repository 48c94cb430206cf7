import Messaging

/// Who the modem and its SIM are: 3GPP TS 27.007 §5 and §8.
extension SimulatedModem {
  mutating func executeIdentification(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("I", .execute):
      return .done([
        personality.manufacturer, personality.model, "Revision: \(personality.revision)",
      ])
    case ("+CGMI", .execute), ("+GMI", .execute): return .done([personality.manufacturer])
    case ("+CGMM", .execute), ("+GMM", .execute): return .done([personality.model])
    case ("+CGMR", .execute), ("+GMR", .execute): return .done([personality.revision])
    case ("+CGSN", .execute), ("+GSN", .execute): return .done([imei])
    case ("+CGMI", .test), ("+CGMM", .test), ("+CGMR", .test), ("+CGSN", .test): return .ok
    default: return nil
    }
  }

  /// Why the SIM cannot be used, 3GPP TS 27.007 §9.2.1; nil where it can.
  var simError: Int? {
    guard let sim else { return 10 }
    guard now >= simReadyAt else { return 14 }
    switch sim.lock {
    case .ready: return nil
    case .pin: return 11
    case .puk: return 12
    }
  }

  mutating func executeSIM(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("+CPIN", let operation):
      return executePIN(operation)
    case ("+CIMI", .execute):
      return withSIM { .done([$0.imsi]) }
    case ("+CNUM", .execute):
      return withSIM { .done(["+CNUM: ,\"+\($0.number)\",145"]) }
    case ("+CRSM", .set(let values)):
      return withSIM { Self.restrictedAccess(to: $0, values) }
    case ("+CRSM", .test), ("+CNUM", .test), ("+CIMI", .test):
      return .ok
    case (let name, let operation):
      if let answer = personality.attemptQueries[name + operation.suffix] {
        return executeAttemptQuery(answer)
      }
      let isQuestion = operation == .read
      guard isQuestion || operation == .execute(nil),
        let prefix = personality.serialNumberCommands[isQuestion ? name + "?" : name]
      else { return nil }
      // The serial number can be read before the PIN, but not from a SIM that is not there.
      if let error = simError, error == 10 || error == 14 {
        return .failed(.equipmentError(error))
      }
      return .done([prefix + (sim?.iccid ?? "")])
    }
  }

  private func withSIM(_ read: (SimulatedSIM) -> CommandReply) -> CommandReply {
    if let simError { return .failed(.equipmentError(simError)) }
    guard let sim else { return .failed(.equipmentError(10)) }
    return read(sim)
  }

  private func executeAttemptQuery(_ answer: String) -> CommandReply {
    guard let sim else { return .failed(.equipmentError(10)) }
    let attempts =
      switch sim.lock {
      case .ready: 3
      case .pin(let attemptsLeft): attemptsLeft
      case .puk: 0
      }
    let words = String(lockWords(of: sim).dropFirst("+CPIN: ".count))
    return .done([answer.replacing("%S", with: words).replacing("%P", with: String(attempts))])
  }

  private func lockWords(of sim: SimulatedSIM) -> String {
    switch sim.lock {
    case .ready: "+CPIN: READY"
    case .pin: "+CPIN: SIM PIN"
    case .puk: "+CPIN: SIM PUK"
    }
  }

  private mutating func executePIN(_ operation: Command.Operation) -> CommandReply {
    guard let sim else { return .failed(.equipmentError(10)) }
    guard now >= simReadyAt else { return .failed(.equipmentError(14)) }
    switch operation {
    case .execute: return .failed(.error)
    case .test: return .ok
    case .read:
      let words = lockWords(of: sim)
      return personality.omitsOKAfterPINQuery ? .doneWithoutResult([words]) : .done([words])
    case .set(let values):
      guard let candidate = values.text(0) else { return .failed(.equipmentError(50)) }
      switch sim.lock {
      case .ready:
        note("AT+CPIN= while no PIN is wanted")
        return .failed(.equipmentError(3))
      case .puk:
        note("AT+CPIN= while the PUK is wanted")
        return .failed(.equipmentError(12))
      case .pin:
        let isRight = self.sim?.tryPIN(candidate) ?? false
        return isRight ? .ok : .failed(.equipmentError(self.sim?.lock == .puk ? 12 : 16))
      }
    }
  }

  /// `AT+CRSM=176,<file>,0,0,<length>`: READ BINARY, 3GPP TS 27.007 §8.18.
  private static func restrictedAccess(
    to sim: SimulatedSIM,
    _ values: [Command.Parameter]
  ) -> CommandReply {
    guard values.number(0) == 176, let file = values.number(1) else {
      return .failed(.equipmentError(50))
    }
    // SW 6A82 of USIMs, here 106,130: file not found.
    guard let content = sim.elementaryFile(file) else { return .done(["+CRSM: 106,130,\"\""]) }
    let length = values.number(4) ?? 0
    let octets = length == 0 ? content.count / 2 : min(length, content.count / 2)
    return .done(["+CRSM: 144,0,\"\(content.prefix(octets * 2))\""])
  }
}
