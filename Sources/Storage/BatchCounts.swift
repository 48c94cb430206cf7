internal import GRDB
internal import Messaging

/// What the requests of one batch have counted, written once before they are committed: most of them
/// count in the same few rows.
struct BatchCounts {
  private struct Usage: Hashable {
    var iccid: String
    var quarter: Int64
  }

  private struct Place: Hashable {
    var quarter: Int64
    var modem: String
    var iccid: String
  }

  private struct Passage: Hashable {
    var quarter: Int64
    var messageClass: MessageClass
    var state: MessageState
  }

  private var usedAt: [String: Int64] = [:]
  private var segments: [Usage: Int] = [:]
  private var attempts: [Place: (sent: Int, failed: Int)] = [:]
  private var passages: [Passage: Int] = [:]

  /// A SIM has sent something.
  mutating func use(_ iccid: ICCID, at now: Timestamp) {
    usedAt[iccid.description] = now.milliseconds
    addSegments(1, of: iccid, in: now.milliseconds / Activity.quarter)
  }

  /// Segments of a SIM count in a quarter; fewer than none are taken back.
  mutating func addSegments(_ count: Int, of iccid: ICCID, in quarter: Int64) {
    segments[Usage(iccid: iccid.description, quarter: quarter), default: 0] += count
  }

  /// An attempt was accepted, or refused.
  mutating func addAttempt(_ attempt: AttemptRow, isAccepted: Bool, at now: Timestamp) {
    let place = Place(
      quarter: now.milliseconds / Activity.quarter,
      modem: attempt.modem,
      iccid: attempt.iccid.description
    )
    attempts[place, default: (0, 0)].sent += isAccepted ? 1 : 0
    attempts[place, default: (0, 0)].failed += isAccepted ? 0 : 1
  }

  /// A message came to a state.
  mutating func addPassage(_ messageClass: MessageClass, to state: MessageState, at now: Timestamp)
  {
    let passage = Passage(
      quarter: now.milliseconds / Activity.quarter,
      messageClass: messageClass,
      state: state
    )
    passages[passage, default: 0] += 1
  }

  /// Writes what was counted, in the transaction of those who counted.
  func write(in db: Database) throws {
    for (iccid, at) in usedAt {
      try db.run(
        """
        INSERT INTO sims VALUES (?1, ?2, ?2)
          ON CONFLICT DO UPDATE SET last_at = excluded.last_at
        """,
        [iccid, at]
      )
    }
    for (usage, count) in segments {
      try db.run(
        """
        INSERT INTO sim_usage VALUES (?1, ?2, max(0, ?3))
          ON CONFLICT DO UPDATE SET segments = max(0, segments + ?3)
        """,
        [usage.iccid, usage.quarter, count]
      )
    }
    for (place, count) in attempts {
      try db.run(
        """
        INSERT INTO activity VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET sent = sent + excluded.sent, failed = failed + excluded.failed
        """,
        [place.quarter, place.modem, place.iccid, count.sent, count.failed]
      )
    }
    for (passage, count) in passages {
      try db.run(
        """
        INSERT INTO traffic VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
        """,
        [passage.quarter, passage.messageClass.rawValue, passage.state.rawValue, count]
      )
    }
  }
}
