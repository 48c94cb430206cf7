internal import LocalAPI
internal import Messaging
internal import Storage

extension GatewayControl {
  /// What keeps a message waiting beside the rules of sending, or is not as it was meant: the same for
  /// all recipients of one request, since it follows from the class, the modem and the time.
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
