internal import GRDB
public import Messaging

/// What a person, or a program in a person's name, has done to a message.
public struct Intervention: Hashable, Sendable {
  /// What was asked for.
  public enum Wish: String, Hashable, Sendable, CaseIterable {
    /// Take it back.
    case cancel
    /// Try it again.
    case retry
    /// It was sent.
    case declareSent
    /// Send it again, as a possible duplicate.
    case resend
    /// Put it to rest as unknown.
    case close
  }

  /// What was asked for.
  public var wish: Wish
  /// Who asked: `uid:1000`, or `token:shop`.
  public var account: String
  /// When.
  public var at: Timestamp
  /// Where the message was.
  public var from: MessageState
  /// Where it was then; `submitting` where the wish waits for the end of an attempt.
  public var to: MessageState
  /// Why the message was where it was, in words for people.
  public var earlierReason: String?
}

/// The interventions, as a transaction sees them.
enum InterventionTable {
  static let schema = """
    CREATE TABLE interventions (
      id INTEGER PRIMARY KEY,
      message INTEGER NOT NULL REFERENCES messages (row) ON DELETE CASCADE,
      wish TEXT NOT NULL CHECK (wish IN (\(Schema.list(Intervention.Wish.allCases.map(\.rawValue))))),
      account TEXT NOT NULL,
      at INTEGER NOT NULL,
      from_state TEXT NOT NULL,
      to_state TEXT NOT NULL,
      earlier_reason TEXT
    ) STRICT;
    CREATE INDEX interventions_message ON interventions (message);
    """

  static func record(_ intervention: Intervention, on row: Int64, in db: Database) throws {
    try db.run(
      """
      INSERT INTO interventions
        (message, wish, account, at, from_state, to_state, earlier_reason)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, intervention.wish.rawValue, intervention.account, intervention.at.milliseconds,
        intervention.from.rawValue, intervention.to.rawValue, intervention.earlierReason,
      ]
    )
  }

  /// All of a message, the oldest first.
  static func all(of row: Int64, in db: Database) throws -> [Intervention] {
    try db.rows("SELECT * FROM interventions WHERE message = ? ORDER BY id", [row])
      .compactMap { row in
        guard let wish = Intervention.Wish(rawValue: row["wish"]),
          let from = MessageState(rawValue: row["from_state"]),
          let to = MessageState(rawValue: row["to_state"])
        else { return nil }
        return Intervention(
          wish: wish,
          account: row["account"],
          at: row.timestamp("at"),
          from: from,
          to: to,
          earlierReason: row["earlier_reason"]
        )
      }
  }
}
