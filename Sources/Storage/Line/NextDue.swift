internal import GRDB
internal import Messaging
internal import QueuePolicy

/// When a SIM that found nothing should look again.
struct NextDue {
  let db: Database
  let claimant: Claimant
  let rules: SendingRules
  let now: Timestamp

  /// The earliest moment at which something is due that this SIM may send then.
  func moment() throws -> Timestamp? {
    let room = try SIMRoom(db: db, claimant, rules, at: now)
    let lines = try RouteLines(db: db, claimant: claimant, rules: rules).all()
    var next = try endOfAvoidance()
    for messageClass in MessageClass.allCases {
      let opening = room.opening(for: messageClass)
      let isStopped = room.isStopped(for: messageClass)
      for isUrgent in [true, false] {
        let rank = QueueRank(messageClass, isUrgent: isUrgent).value
        for line in lines {
          var found: [Timestamp] = []
          if let due = try first(line.route, rank, after: now - line.wait) {
            found.append(max(due + line.wait, isStopped ? opening ?? due : due))
          }
          if let opening, try first(line.route, rank, after: nil) != nil { found.append(opening) }
          next = ([next] + found).compactMap(\.self).min()
        }
      }
    }
    return next
  }

  /// When the first message that is due, and left to other SIMs for a while, may be taken after all.
  private func endOfAvoidance() throws -> Timestamp? {
    try db.value(
      Int64.self,
      """
      SELECT avoid_until FROM messages INDEXED BY messages_avoiding
      WHERE state = 'queued' AND held = 0 AND avoid_sim = ? AND avoid_until > ?
      ORDER BY avoid_until LIMIT 1
      """,
      [claimant.iccid.description, now.milliseconds]
    ).map { Timestamp(milliseconds: $0) }
  }

  /// When the first message of a line is due, of those that are due later than a moment.
  private func first(_ route: String, _ rank: Int, after moment: Timestamp?) throws -> Timestamp? {
    try db.value(
      Int64.self,
      """
      SELECT due_at FROM messages INDEXED BY messages_line
      WHERE state = 'queued' AND held = 0 AND route = ?
        AND rank = ? AND due_at > ? ORDER BY due_at LIMIT 1
      """,
      [route, rank, moment?.milliseconds ?? Int64.min]
    ).map { Timestamp(milliseconds: $0) }
  }
}
