internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Segments sent and attempts refused, in quarters of an hour, so that a day in any time zone can
/// be added up.
enum Activity {
  static let quarter: Int64 = 15 * 60 * 1000

  static func count(_ attempt: AttemptRow, in counts: inout BatchCounts, at now: Timestamp) {
    switch attempt.facts.standing {
    case .accepted: counts.addAttempt(attempt, isAccepted: true, at: now)
    case .refused: counts.addAttempt(attempt, isAccepted: false, at: now)
    case .open, .notSubmitted, .unknown, .disregarded: break
    }
  }
}
