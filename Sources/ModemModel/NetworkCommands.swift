public import Messaging

/// Registration, operator and signal: 3GPP TS 27.007 §7 and §8.5.
extension SimulatedModem {
  mutating func executeNetwork(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("+CREG", let operation), ("+CGREG", let operation), ("+CEREG", let operation):
      return executeRegistration(command.name, operation)
    case ("+COPS", .read):
      return .done([isRegistered ? "+COPS: 0,0,\"Simulated\",2" : "+COPS: 0"])
    case ("+COPS", .set): return .ok
    case ("+CSQ", .execute): return .done(["+CSQ: \(signal),99"])
    case ("+CSQ", .test): return .done(["+CSQ: (0-31,99),(0-7,99)"])
    case ("+CLIP", .set(let values)):
      settings.showsCaller = values.number(0) == 1
      return .ok
    case ("+CLIP", .read): return .done(["+CLIP: \(settings.showsCaller ? 1 : 0),1"])
    default: return nil
    }
  }

  /// Whether short messages can go out.
  var isRegistered: Bool { [1, 5, 6, 7].contains(registration) }

  private mutating func executeRegistration(
    _ name: String,
    _ operation: Command.Operation
  ) -> CommandReply {
    switch operation {
    case .execute: return .failed(.error)
    case .read:
      return .done(["\(name): \(settings.registrationReports[name] ?? 0),\(registration)"])
    case .test: return .done(["\(name): (0-2)"])
    case .set(let values):
      guard let level = values.number(0), (0...2).contains(level) else {
        return .failed(.equipmentError(50))
      }
      settings.registrationReports[name] = level
      return .ok
    }
  }

  /// Changes the registration, and says so where that is set.
  ///
  /// - Parameters:
  ///   - status: `<stat>` of `+CREG`, 3GPP TS 27.007 §7.2.
  ///   - time: When.
  /// - Returns: What the modem says.
  public mutating func setRegistration(_ status: Int, at time: Timestamp) -> [Action] {
    now = max(now, time)
    guard status != registration else { return [] }
    registration = status
    for name in ["+CREG", "+CGREG", "+CEREG"] where settings.registrationReports[name] != 0 {
      announce("\(name): \(status)")
    }
    return takeActions()
  }
}
