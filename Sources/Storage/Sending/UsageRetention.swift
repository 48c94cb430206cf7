internal import Messaging

extension UsageTable {
  /// How long is counted what was sent; longer than any period of a limit.
  private static let memory: Duration = .seconds(400 * 24 * 60 * 60)

  /// What is forgotten of what was sent, kind by kind.
  static func pruning(at now: Timestamp) -> [(sql: String, limit: Int64)] {
    let oldest = (now - memory).milliseconds
    let quarter = oldest / Activity.quarter
    return [
      (
        """
        DELETE FROM sim_usage WHERE (iccid, quarter) IN
          (SELECT iccid, quarter FROM sim_usage WHERE quarter < ? LIMIT ?)
        """,
        quarter
      ),
      (
        """
        DELETE FROM sim_contacts WHERE (recipient, iccid) IN
          (SELECT recipient, iccid FROM sims CROSS JOIN sim_contacts USING (iccid)
           WHERE sim_contacts.last_at < ? LIMIT ?)
        """,
        oldest
      ),
      (
        """
        DELETE FROM spending WHERE quarter IN
          (SELECT quarter FROM spending WHERE quarter < ? LIMIT ?)
        """,
        quarter
      ),
    ]
  }
}
