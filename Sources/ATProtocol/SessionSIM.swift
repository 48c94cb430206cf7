import Messaging

// The SIM may be taken out, put in and changed while the modem runs.
extension ModemSession {
  /// The modem said something about its SIM.
  mutating func simMayHaveChanged(_ actions: inout Actions) {
    switch activity {
    case .bringingUp(let dialogue) where exchange == nil && dialogue.step != .askingForPIN:
      resume(dialogue, &actions)
    case .idle:
      pollIsDue = true
      becomeIdle(&actions)
    case .closed, .listening, .synchronising, .bringingUp, .keepingLink, .submitting, .receiving,
      .polling, .acknowledging, .rejecting, .requesting, .ended:
      pollIsDue = true
    }
  }

  /// Whether an answer of a poll agrees with the SIM that the modem was set up with.
  func isSameSIM(_ result: CommandResult) -> Bool {
    if result.command == .pinState {
      // A SIM that is busy, or a modem that does not know the command, says nothing.
      guard result.succeeded else { return !(result.final?.concernsSIM ?? false) }
      return result.fields?.text(0).map { $0 == "READY" } ?? true
    }
    guard ATCommand.simSerialNumbers.contains(result.command), let known = facts.iccid,
      let found = result.simSerialNumber
    else { return true }
    return known == found
  }

  /// Another SIM, or none: everything that belongs to a SIM is learned anew.
  mutating func simHasChanged(_ actions: inout Actions) {
    pollIsDue = false
    bringUp(&actions)
  }
}
