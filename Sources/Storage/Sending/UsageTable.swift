internal import GRDB
internal import Messaging
internal import QueuePolicy

/// What was sent, as a transaction counts it: by recipient, in money, and by SIM in `BatchCounts`.
///
/// Everything is counted when an attempt is recorded, before Ctrl-Z, so that no crash forgets it; an
/// attempt that certainly came to nothing is given back.
struct UsageTable {
  let db: Database

  /// Counts the recipient and the cost of an attempt that is about to be recorded.
  func count(_ attempt: AttemptRecord, to recipient: PhoneNumber, _ cost: Money, at now: Timestamp)
    throws
  {
    let iccid = attempt.iccid.description
    if attempt.segment == 1 {
      try db.run(
        """
        INSERT INTO sim_contacts VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET last_at = excluded.last_at
        """,
        [iccid, recipient.description, now.milliseconds]
      )
    }
    if cost > .zero {
      try spend(cost.tenThousandths, in: now.milliseconds / Activity.quarter)
    }
  }

  /// Gives back what an attempt took that came to nothing.
  func giveBack(_ attempt: AttemptRow, in counts: inout BatchCounts) throws {
    let quarter = attempt.recordedAt.milliseconds / Activity.quarter
    counts.addSegments(-1, of: attempt.iccid, in: quarter)
    if attempt.cost > .zero { try spend(-attempt.cost.tenThousandths, in: quarter) }
  }

  private func spend(_ amount: Int64, in quarter: Int64) throws {
    try db.run(
      """
      INSERT INTO spending VALUES (?, ?) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
      """,
      [quarter, amount]
    )
  }

  /// What a SIM has sent, as far as its limits need to know.
  func usage(
    of iccid: ICCID,
    for limits: SIMLimits,
    at now: Timestamp,
    in zone: ZoneOffsets
  ) throws -> SIMUsage {
    var usage = SIMUsage()
    guard let row = try db.row("SELECT * FROM sims WHERE iccid = ?", [iccid.description]) else {
      return usage
    }
    usage.firstAt = row.timestamp("first_at")
    usage.lastAt = row.timestamp("last_at")
    let (day, month) = (zone.startOfDay(at: now), zone.startOfMonth(at: now))
    if limits.perDay != nil { usage.today = try segments(of: iccid, since: day) }
    if limits.perMonth != nil { usage.thisMonth = try segments(of: iccid, since: month) }
    if limits.recipientsPerDay != nil {
      usage.recipientsToday = try recipients(of: iccid, since: day)
    }
    if limits.recipientsPerMonth != nil {
      usage.recipientsThisMonth = try recipients(of: iccid, since: month)
    }
    if limits.perMinute != nil { usage.lastMinute = try lastMinute(of: iccid, before: now) }
    return usage
  }

  private func segments(of iccid: ICCID, since start: Timestamp) throws -> Int {
    try db.value(
      Int.self,
      "SELECT coalesce(sum(segments), 0) FROM sim_usage WHERE iccid = ? AND quarter >= ?",
      [iccid.description, start.milliseconds / Activity.quarter]
    ) ?? 0
  }

  private func recipients(of iccid: ICCID, since start: Timestamp) throws -> Int {
    try db.value(
      Int.self,
      "SELECT count(*) FROM sim_contacts WHERE iccid = ? AND last_at >= ?",
      [iccid.description, start.milliseconds]
    ) ?? 0
  }

  /// How many attempts are read back at the most, the youngest.
  static let mostReadBack = 20_000

  /// The attempts of the last minute, read back from the youngest: no index is needed for so few.
  private func lastMinute(of iccid: ICCID, before now: Timestamp) throws -> [Timestamp] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT iccid, counted_at, outcome FROM attempts ORDER BY id DESC LIMIT \(Self.mostReadBack)
        """
    )
    let start = now - .seconds(60)
    var found: [Timestamp] = []
    let cursor = try Row.fetchCursor(statement)
    while let row = try cursor.next() {
      let at = row.timestamp("counted_at")
      guard at > start else { break }
      let outcome: String? = row["outcome"]
      guard row["iccid"] == iccid.description, outcome != "refused", outcome != "notSubmitted"
      else { continue }
      found.append(at)
    }
    return found.reversed()
  }

  /// Whether a SIM has written to a recipient since a moment.
  func hasContact(_ iccid: ICCID, _ recipient: PhoneNumber, since: Timestamp) throws -> Bool {
    try db.value(
      Int.self,
      "SELECT 1 FROM sim_contacts WHERE iccid = ? AND recipient = ? AND last_at >= ?",
      [iccid.description, recipient.description, since.milliseconds]
    ) != nil
  }

  /// The SIM that wrote to a recipient last.
  func usualSIM(of recipient: PhoneNumber) throws -> String? {
    try db.value(
      String.self,
      "SELECT iccid FROM sim_contacts WHERE recipient = ? ORDER BY last_at DESC LIMIT 1",
      [recipient.description]
    )
  }

  /// When other messages of a class went to a recipient, the latest first.
  func contacts(
    with recipient: PhoneNumber,
    _ messageClass: MessageClass,
    besides row: Int64,
    since start: Timestamp,
    limit: Int
  ) throws -> [Timestamp] {
    try db.rows(
      """
      SELECT max(a.counted_at) AS at FROM attempts a JOIN messages m ON m.row = a.message
      WHERE a.recipient = ? AND a.counted_at > ? AND m.class = ? AND m.row <> ?
        AND m.purpose = 'ordinary' AND (a.outcome IS NULL OR a.outcome IN ('accepted', 'unknown'))
      GROUP BY a.message ORDER BY at DESC LIMIT ?
      """,
      [recipient.description, start.milliseconds, messageClass.rawValue, row, limit]
    ).map { $0.timestamp("at") }
  }

  /// What was spent since a moment.
  func spent(since start: Timestamp) throws -> Money {
    let amount = try db.value(
      Int64.self,
      "SELECT coalesce(sum(amount), 0) FROM spending WHERE quarter >= ?",
      [start.milliseconds / Activity.quarter]
    )
    return Money(tenThousandths: max(0, amount ?? 0))
  }
}
