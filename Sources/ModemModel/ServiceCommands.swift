import Messaging

/// Unstructured supplementary services: `+CUSD`, 3GPP TS 27.007 §7.15.
extension SimulatedModem {
  mutating func executeService(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("+CUSD", .read): return .done(["+CUSD: 0"])
    case ("+CUSD", .test): return .done(["+CUSD: (0-2)"])
    case ("+CUSD", .set(let values)):
      if let simError { return .failed(.equipmentError(simError)) }
      guard let mode = values.number(0), (0...2).contains(mode) else {
        return .failed(.equipmentError(50))
      }
      guard let code = values.text(1), mode == 1 else { return .ok }
      guard isRegistered else { return .failed(.equipmentError(30)) }
      schedule(.line(serviceAnswer(to: code)), after: timing.submission.draw(using: &random))
      return .ok
    default: return nil
    }
  }

  private func serviceAnswer(to code: String) -> String {
    guard
      let answer = serviceAnswers[
        TransferUnits.serviceString(code, personality.serviceStringCoding)
      ]
    else { return "+CUSD: 4" }
    let coded = TransferUnits.coded(answer, personality.serviceStringCoding)
    let scheme = personality.serviceStringCoding == .universal ? 72 : 15
    return "+CUSD: 0,\"\(coded)\",\(scheme)"
  }
}
