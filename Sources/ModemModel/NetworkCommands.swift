public import Messaging

/// Registration, operator and signal: 3GPP TS 27.007 §7 and §8.5.
extension SimulatedModem {
  mutating func executeNetwork(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("+CREG", let operation), ("+CGREG", let operation), ("+CEREG", let operation):
      return executeRegistration(command.name, operation)
    case ("+COPS", .read):
      return .done([operatorLine])
    case ("+COPS", .set(let values)):
      if values.number(0) == 3, let format = values.number(1) { settings.operatorFormat = format }
      return .ok
    case ("+CESQ", .execute):
      guard personality.accessTechnology == 7 else { return nil }
      // RSRP in steps of 1 dB from -140 dBm, 3GPP TS 27.007 §8.69.
      return .done(["+CESQ: 99,99,255,255,20,\(signal == 99 ? 255 : 27 + signal * 2)"])
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
      let level = settings.registrationReports[name] ?? 0
      return .done(["\(name): \(level),\(registrationText(level))"])
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
    timers.removeAll { $0.event.isRegistration }
    changeRegistration(status)
    return takeActions()
  }

  mutating func changeRegistration(_ status: Int) {
    guard status != registration else { return }
    registration = status
    for name in ["+CREG", "+CGREG", "+CEREG"] {
      let level = settings.registrationReports[name] ?? 0
      if level > 0 { announce("\(name): \(registrationText(level))") }
    }
  }

  /// `<stat>`, and under level 2 the cell too.
  private func registrationText(_ level: Int) -> String {
    guard level == 2, isRegistered else { return String(registration) }
    return "\(registration),\"00C3\",\"0001A2B3\",\(personality.accessTechnology)"
  }

  private var operatorLine: String {
    guard isRegistered else { return "+COPS: 0" }
    let name = settings.operatorFormat == 2 ? "23410" : "Simulated"
    return "+COPS: 0,\(settings.operatorFormat),\"\(name)\",\(personality.accessTechnology)"
  }
}
