internal import LocalAPI
internal import Messaging
internal import Storage

extension GatewayControl {
  /// How long what waits takes at the rate of the last minutes, but for paused classes, for what the
  /// rules keep back, and for what only a modem may send that is not there.
  ///
  /// - Parameters:
  ///   - classes: The queue.
  ///   - stranded: What waits for a modem or a SIM that is not at work.
  /// - Returns: Seconds; nil where nothing waits, or nothing went out lately.
  func drain(of classes: [ClassSummary], without stranded: [MessageClass: Int]) -> Int? {
    let perMinute = fleet.all.compactMap(\.view.perMinute).reduce(0, +)
    let waiting = classes.filter { !$0.isPaused }.reduce(0) { sum, entry in
      let others = (entry.keptBack?.count ?? 0) + stranded[entry.messageClass, default: 0]
      return sum + max(0, entry.states[.queued] - others)
    }
    guard waiting > 0, perMinute > 0 else { return nil }
    return Int((Double(waiting) / perMinute * 60).rounded(.up))
  }

  /// What waits for a modem or a SIM that is not at work, by class.
  func stranded() async throws -> [MessageClass: Int] {
    let working = fleet.all.map(\.view).filter { $0.condition.state.isAtWork }
    let now = clock.now
    return try await stored { () async throws(StoreError) in
      try await store.strandedCounts(
        without: Set(working.map(\.name)),
        Set(working.compactMap(\.facts.sim)),
        at: now
      )
    }
  }
}
