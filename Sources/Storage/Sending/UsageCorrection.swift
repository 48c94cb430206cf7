internal import GRDB
internal import Messaging

/// Brings what was counted under a clock that was ahead to the time that it is now: a limit, a budget
/// or a sum of the day would else be used up by it until the clock is there again.
///
/// It counts as of now, and not as of some moment before, so that no limit lets more go than it says.
struct UsageCorrection {
  let db: Database
  let now: Timestamp

  func bringBack() throws {
    for statement in [
      "UPDATE sims SET first_at = min(first_at, ?1), last_at = min(last_at, ?1)",
      """
      UPDATE sim_contacts SET last_at = ?1 WHERE (recipient, iccid) IN
        (SELECT recipient, iccid FROM sims CROSS JOIN sim_contacts USING (iccid)
         WHERE sim_contacts.last_at > ?1)
      """,
      // The limit of a minute and those of recipients are read from here. When it was recorded stays:
      // that is evidence of what became of it.
      """
      UPDATE attempts SET counted_at = ?1
        WHERE id > (SELECT max(id) FROM attempts) - \(UsageTable.mostReadBack) AND counted_at > ?1
      """,
    ] {
      try db.run(statement, [now.milliseconds])
    }
    for statement in [
      """
      INSERT INTO sim_usage SELECT iccid, ?1, sum(segments) FROM sim_usage
        WHERE quarter > ?1 GROUP BY iccid
        ON CONFLICT DO UPDATE SET segments = segments + excluded.segments
      """,
      "DELETE FROM sim_usage WHERE quarter > ?1",
      """
      INSERT INTO spending SELECT ?1, sum(amount) FROM spending
        WHERE quarter > ?1 HAVING count(*) > 0
        ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
      """,
      "DELETE FROM spending WHERE quarter > ?1",
      """
      INSERT INTO activity SELECT ?1, modem, iccid, sum(sent), sum(failed) FROM activity
        WHERE quarter > ?1 GROUP BY modem, iccid
        ON CONFLICT DO UPDATE SET sent = sent + excluded.sent, failed = failed + excluded.failed
      """,
      "DELETE FROM activity WHERE quarter > ?1",
      """
      INSERT INTO traffic SELECT ?1, class, state, sum(count) FROM traffic
        WHERE quarter > ?1 GROUP BY class, state
        ON CONFLICT DO UPDATE SET count = count + excluded.count
      """,
      "DELETE FROM traffic WHERE quarter > ?1",
    ] {
      try db.run(statement, [now.milliseconds / Activity.quarter])
    }
  }
}
