internal import LocalAPI
internal import Messaging

extension GatewayControl {
  /// How long what waits takes at the rate of the last minutes, but for paused classes and for what
  /// the rules keep back.
  ///
  /// - Parameter classes: The queue.
  /// - Returns: Seconds; nil where nothing waits, or nothing went out lately.
  func drain(of classes: [ClassSummary]) -> Int? {
    let perMinute = fleet.all.compactMap(\.view.perMinute).reduce(0, +)
    let waiting = classes.filter { !$0.isPaused }.reduce(0) { sum, entry in
      sum + max(0, entry.states[.queued] - (entry.keptBack?.count ?? 0))
    }
    guard waiting > 0, perMinute > 0 else { return nil }
    return Int((Double(waiting) / perMinute * 60).rounded(.up))
  }
}
