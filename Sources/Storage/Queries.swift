internal import GRDB
public import Messaging

/// Which messages are asked for.
public struct MessageFilter: Hashable, Sendable {
  /// Only those in this state.
  public var state: MessageState?
  /// Only those to this number.
  public var recipient: PhoneNumber?
  /// Only those of this submitter.
  public var submitter: String?

  /// A filter.
  public init(
    state: MessageState? = nil,
    recipient: PhoneNumber? = nil,
    submitter: String? = nil
  ) {
    self.state = state
    self.recipient = recipient
    self.submitter = submitter
  }
}

/// How many messages of one class are in one state.
public struct QueueTally: Hashable, Sendable {
  /// The state.
  public var state: MessageState
  /// The class.
  public var messageClass: MessageClass
  /// How many there are.
  public var count: Int
  /// When the oldest was accepted; nil for states in which messages rest.
  public var oldestAcceptedAt: Timestamp?
}

/// How many segments one SIM in one modem sent, and how many attempts were refused.
public struct ActivityTally: Hashable, Sendable {
  /// The modem, by name.
  public var modem: String
  /// The SIM.
  public var iccid: ICCID
  /// Segments that the service centre took.
  public var sent: Int
  /// Attempts that were refused.
  public var failed: Int
}

extension MessageStore {
  /// Everything that is known of a message.
  ///
  /// - Parameter id: Its name.
  /// - Returns: The message; nil where there is none of that name.
  /// - Throws: `StoreError`.
  public func message(_ id: MessageID) async throws(StoreError) -> MessageDetail? {
    try await read { db in
      try MessageRow.find(id, in: db).map { try MessageDetail($0, in: db) }
    }
  }

  /// Messages, the newest first.
  ///
  /// - Parameters:
  ///   - filter: Which.
  ///   - limit: How many at most.
  ///   - id: Only those accepted before this one; nil for the newest.
  /// - Returns: A page.
  /// - Throws: `StoreError`.
  public func messages(
    _ filter: MessageFilter = MessageFilter(),
    limit: Int,
    after id: MessageID? = nil
  ) async throws(StoreError) -> [MessageDetail] {
    try await read { db in
      let (sql, arguments) = try Self.page(filter, limit: limit, after: id, in: db)
      return try db.all(sql, arguments, as: MessageRow.init).map { try MessageDetail($0, in: db) }
    }
  }

  private static func page(
    _ filter: MessageFilter,
    limit: Int,
    after id: MessageID?,
    in db: Database
  ) throws -> (String, StatementArguments) {
    var before = Int64.max
    if let id {
      before =
        try db.value(
          Int64.self,
          "SELECT row FROM messages WHERE id = ?",
          [id.description]
        ) ?? .max
    }
    let more = """
      row < :before AND (:recipient IS NULL OR recipient = :recipient)
        AND (:submitter IS NULL OR submitter = :submitter)
      """
    var arguments: StatementArguments = [
      "before": before, "recipient": filter.recipient?.description,
      "submitter": filter.submitter, "limit": limit,
    ]
    if filter.recipient != nil {
      arguments += ["state": filter.state?.rawValue]
      return (
        """
        SELECT \(MessageRow.columns) FROM messages WHERE recipient = :recipient
          AND (:state IS NULL OR state = :state) AND \(more)
        ORDER BY row DESC LIMIT :limit
        """,
        arguments
      )
    }
    guard let state = filter.state else {
      return (
        "SELECT \(MessageRow.columns) FROM messages WHERE \(more) ORDER BY row DESC LIMIT :limit",
        arguments
      )
    }
    // One ordered walk of the index for each class, so that no state is ever sorted whole.
    arguments += ["state": state.rawValue]
    let walks = MessageClass.allCases.map { messageClass in
      """
      SELECT row FROM (SELECT row FROM messages WHERE state = :state
        AND class = '\(messageClass.rawValue)' AND \(more) ORDER BY row DESC LIMIT :limit)
      """
    }
    return (
      """
      SELECT \(MessageRow.columns) FROM messages WHERE row IN (\(walks.joined(separator: " UNION ALL ")))
      ORDER BY row DESC LIMIT :limit
      """,
      arguments
    )
  }

  /// Received messages, the newest first.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - id: Only those received before this one; nil for the newest.
  /// - Returns: A page.
  /// - Throws: `StoreError`.
  public func inbox(
    limit: Int,
    after id: MessageID? = nil
  ) async throws(StoreError) -> [InboundMessage] {
    try await read { db in
      var before = Int64.max
      if let id {
        before =
          try db.value(
            Int64.self,
            "SELECT row FROM inbound WHERE id = ?",
            [id.description]
          ) ?? .max
      }
      return try db.rows(
        "SELECT * FROM inbound WHERE row < ? ORDER BY row DESC LIMIT ?",
        [before, limit]
      ).map(InboundMessage.init)
    }
  }

  /// A received message.
  ///
  /// - Parameter id: Its name.
  /// - Returns: The message; nil where there is none of that name.
  /// - Throws: `StoreError`.
  public func inboundMessage(_ id: MessageID) async throws(StoreError) -> InboundMessage? {
    try await read { db in try InboundMessage.find(id.description, in: db) }
  }

  /// How many messages there are, by state and class.
  ///
  /// - Returns: The tallies that are not zero, in the order of states and classes.
  /// - Throws: `StoreError`.
  public func tallies() async throws(StoreError) -> [QueueTally] {
    try await read { db in
      let rows = try db.rows("SELECT state, class, count FROM tallies WHERE count > 0")
      var tallies: [QueueTally] = []
      for state in MessageState.allCases {
        for messageClass in MessageClass.allCases {
          let row = rows.first {
            $0["state"] == state.rawValue && $0["class"] == messageClass.rawValue
          }
          guard let row else { continue }
          tallies.append(
            QueueTally(
              state: state,
              messageClass: messageClass,
              count: row["count"],
              oldestAcceptedAt: try Self.oldest(state, messageClass, in: db)
            )
          )
        }
      }
      return tallies
    }
  }

  private static func oldest(
    _ state: MessageState,
    _ messageClass: MessageClass,
    in db: Database
  ) throws -> Timestamp? {
    guard !state.isTerminal else { return nil }
    return try db.row(
      """
      SELECT accepted_at FROM messages WHERE state = ? AND class = ? ORDER BY row LIMIT 1
      """,
      [state.rawValue, messageClass.rawValue]
    )?.timestamp("accepted_at")
  }

  /// What each SIM in each modem did since a moment, to the quarter of an hour.
  ///
  /// - Parameter moment: The beginning, such as the last midnight.
  /// - Returns: The tallies, by modem and SIM.
  /// - Throws: `StoreError`.
  public func activity(since moment: Timestamp) async throws(StoreError) -> [ActivityTally] {
    try await read { db in
      try db.rows(
        """
        SELECT modem, iccid, sum(sent) AS sent, sum(failed) AS failed FROM activity
        WHERE quarter >= ? GROUP BY modem, iccid ORDER BY modem, iccid
        """,
        [moment.milliseconds / Activity.quarter]
      ).map { row in
        ActivityTally(
          modem: row["modem"],
          iccid: try row.iccid("iccid"),
          sent: row["sent"],
          failed: row["failed"]
        )
      }
    }
  }
}
