internal import ATProtocol

/// How far the recovery of one modem has come: the session gets in step and sets the modem up again by
/// itself; when that does not help the port is opened anew, then the modem is started anew, at most
/// once an hour, and then it is tried at growing intervals.
struct RecoveryLadder: Sendable {
  /// After how many failures in a row the modem is started anew.
  static let restartAfter = 2
  /// How long between two restarts, at least.
  static let restartInterval: Duration = .seconds(3600)

  /// How many sessions in a row have failed.
  private(set) var failures = 0
  private var lastRestart: ContinuousClock.Instant?

  /// Whether the next session begins with a restart of the modem.
  func mayRestart(at now: ContinuousClock.Instant) -> Bool {
    guard failures >= Self.restartAfter else { return false }
    return lastRestart.map { now - $0 >= Self.restartInterval } ?? true
  }

  /// A session has ended.
  mutating func ended(_ end: ModemDriver.End, at now: ContinuousClock.Instant) {
    if end.hasRestarted { lastRestart = now }
    let isWell = end.wasReady && end.failure != .keepsFailing
    failures = isWell ? 0 : failures + 1
  }

  /// The port could not be opened.
  mutating func couldNotOpen(isAbsent: Bool) {
    failures = isAbsent ? 0 : failures + 1
  }
}

/// The speeds at which a serial line is tried when nothing answers, the configured one first.
struct LineSpeeds: Sendable {
  /// What modems are set to, the most usual first.
  static let usual = [115_200, 9600, 19_200, 38_400, 57_600, 230_400, 460_800]

  private let speeds: [Int]
  private var place = 0

  init(configured: Int, isAutomatic: Bool) {
    let others = isAutomatic ? Self.usual.filter { $0 != configured } : []
    speeds = [configured] + others
  }

  /// The speed for the next time the port is opened.
  var current: Int { speeds[place % speeds.count] }

  /// A session has ended: where nothing answered at all, the next speed is tried.
  mutating func note(_ end: ModemDriver.End) {
    if case .noAnswer = end.failure, !end.wasReady { place += 1 }
  }
}
