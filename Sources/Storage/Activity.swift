internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Segments sent and attempts refused, in quarters of an hour, so that a day in any time zone can
/// be added up.
enum Activity {
  static let quarter: Int64 = 15 * 60 * 1000

  static func count(_ attempt: AttemptRow, in db: Database, at now: Timestamp) throws {
    let sent: Int
    switch attempt.facts.standing {
    case .accepted: sent = 1
    case .refused: sent = 0
    case .open, .notSubmitted, .unknown, .disregarded: return
    }
    try db.run(
      """
      INSERT INTO activity VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET sent = sent + excluded.sent, failed = failed + excluded.failed
      """,
      [
        now.milliseconds / quarter, attempt.modem, attempt.iccid.description, sent, 1 - sent,
      ]
    )
  }
}
