internal import LocalAPI
internal import Messaging
internal import Storage

extension GatewayControl {
  /// What keeps a message waiting beside the rules of sending, or is not as it was meant.
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

extension FleetDirectory {
  /// That there is no modem of a name, and which there are.
  func absence(of name: String) -> String {
    ModemAbsence(of: name, among: all.map(\.name)).description
  }
}

/// That there is no modem of a name; whoever misspelt it sees the names that there are.
struct ModemAbsence: CustomStringConvertible {
  private let name: String
  private let others: [String]
  private static let most = 8

  init(of name: String, among names: [String]) {
    self.name = name
    others = names.sorted()
  }

  var description: String {
    guard !others.isEmpty else { return "there is no modem \(name), and no other" }
    let more = others.count - Self.most
    let shown = more > 0 ? others.prefix(Self.most) + ["\(more) more"] : others[...]
    let list = shown.dropLast().joined(separator: ", ")
    let last = shown.last ?? ""
    return "there is no modem \(name), only " + (list.isEmpty ? last : "\(list) and \(last)")
  }
}
