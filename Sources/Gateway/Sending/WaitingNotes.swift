internal import LocalAPI
internal import Messaging
internal import Storage

extension GatewayControl {
  /// What keeps a message waiting, other than the rules of sending, and what its sender may have meant
  /// differently.
  ///
  /// It follows from class, modem and time, so it is the same for all recipients.
  ///
  /// - Parameter submission: The message.
  /// - Returns: A sentence each.
  func waitingNotes(for submission: Submission) async -> [String] {
    var notes: [String] = []
    if let start = submission.notBefore, start + .seconds(60) < clock.now {
      notes.append("the time it was to leave at is past: it leaves at once")
    }
    let name = submission.messageClass.rawValue
    if await dispatcher.paused.contains(submission.messageClass) {
      notes.append("waits: \(name) is paused until \"hermod queue resume \(name)\"")
    }
    if let modem = submission.modem, let obstacle = obstacle(at: modem) {
      notes.append("waits: \(obstacle)")
    }
    return notes
  }

  /// Why the one modem that may send a message does not now; nil where it does, or soon will.
  private func obstacle(at name: String) -> String? {
    guard let slot = fleet.slot(named: name) else {
      return fleet.absence(of: name) + "; it is sent when there is one of that name"
    }
    let condition = slot.view.condition
    switch condition.state {
    case .probing, .initialising, .ready, .sending, .recovering: return nil
    case .absent, .pinRequired, .searching, .waiting, .paused, .failed:
      let reason = condition.reason.map { ": " + $0 } ?? ""
      return "\(name) is \(condition.state.rawValue)" + reason
    }
  }
}
