internal import GRDB
public import Messaging

/// One event of the log: what happened, in the order of the commits.
public struct LoggedEvent: Hashable, Sendable {
  /// What happened.
  public enum Content: Hashable, Sendable {
    /// A message was accepted; nil where its row is gone.
    case accepted(MessageDetail?)
    /// A message came into a state, and why; the detail is as it is now, nil where its row is gone.
    case message(MessageState, reason: String?, MessageDetail?)
    /// A status report came, about this number.
    case report(recipient: String)
    /// A message was received; nil where its row is gone.
    case inbound(InboundMessage?)
    /// A number opted out or in, agreed to marketing or took that back: the line of the history.
    case optOut(OptOutEntry)
    /// Something happened that no other table keeps.
    case notice(Notice)
  }

  /// Its place in the log.
  public var position: EventPosition
  /// When it happened.
  public var at: Timestamp
  /// What happened.
  public var content: Content
}

/// A place in the log of events, which is never used twice.
public struct EventPosition: Hashable, Sendable, CustomStringConvertible {
  /// The log; a copy that was restored from a backup is another one.
  public var log: String
  /// The number in it, from 1; 0 is the place before the first.
  public var number: Int64

  /// A place.
  public init(log: String, number: Int64) {
    self.log = log
    self.number = number
  }

  /// A place read back; nil where the text is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 32,
      let number = Int64(parts[1]), number >= 0
    else { return nil }
    self.init(log: String(parts[0]), number: number)
  }

  /// The log and the number, with a dash between them.
  public var description: String { "\(log)-\(number)" }
}

/// How much of the log there is.
public struct EventExtent: Hashable, Sendable {
  /// The place before the oldest event that is kept.
  public var start: EventPosition
  /// The newest event; the same as `start` where there is none.
  public var end: EventPosition
}

/// Something that happened that no table of its own keeps: a call, a low balance, a modem's state.
public struct Notice: Hashable, Sendable {
  /// What kind of event: `modem.call`.
  public var type: String
  /// The modem that it is about.
  public var modem: String?
  /// What happened, as one sentence.
  public var summary: String
  /// When.
  public var at: Timestamp

  /// A notice.
  public init(type: String, modem: String? = nil, summary: String, at: Timestamp) {
    self.type = type
    self.modem = modem
    self.summary = summary
    self.at = at
  }
}

extension MessageStore {
  /// Adds notices to the log of events.
  ///
  /// - Parameter notices: What happened, in order.
  /// - Throws: `StoreError`.
  public func record(_ notices: [Notice]) async throws(StoreError) {
    try await writer.write { context in
      context.events += notices.map { .notice($0) }
    }
  }

  /// A signal each time that the log has grown; several may come as one.
  ///
  /// - Returns: The signals, the first of them for what comes after this call.
  public func eventSignals() -> AsyncStream<Void> { hub.signals() }

  /// How much of the log there is.
  ///
  /// - Returns: The extent.
  /// - Throws: `StoreError`.
  public func eventExtent() async throws(StoreError) -> EventExtent {
    try await read { db in
      let log = try Self.logName(in: db)
      let row = try db.row("SELECT min(number) AS first, max(number) AS last FROM events")
      let first: Int64? = row?["first"]
      let last: Int64? = row?["last"]
      return EventExtent(
        start: EventPosition(log: log, number: (first ?? 1) - 1),
        end: EventPosition(log: log, number: last ?? 0)
      )
    }
  }

  /// Events of the log, the oldest first.
  ///
  /// - Parameters:
  ///   - number: Only those behind this one.
  ///   - limit: How many at most.
  /// - Returns: The events; none where there is nothing newer.
  /// - Throws: `StoreError`.
  public func events(
    after number: Int64,
    limit: Int
  ) async throws(StoreError) -> [LoggedEvent] {
    try await read { db in
      let log = try Self.logName(in: db)
      return try db.rows(
        "SELECT * FROM events WHERE number > ? ORDER BY number LIMIT ?",
        [number, limit]
      ).map { try LoggedEvent($0, log, in: db) }
    }
  }

  private static func logName(in db: Database) throws -> String {
    try db.value(
      String.self,
      "SELECT value FROM settings WHERE name = ?",
      [EventTable.nameSetting]
    ) ?? "0"
  }
}

extension LoggedEvent {
  fileprivate init(_ row: Row, _ log: String, in db: Database) throws {
    let kind: Kind = try row.required("kind")
    let word: String = row["word"]
    let subject: String = row["subject"]
    let reason: String? = row["reason"]
    let content: Content
    switch kind {
    case .message:
      let message = try MessageID(subject).flatMap { try MessageRow.find($0, in: db) }
      let detail = try message.map { try MessageDetail($0, in: db) }
      content =
        word == Self.accepted
        ? .accepted(detail) : .message(try row.required("word"), reason: reason, detail)
    case .report:
      content = .report(recipient: reason ?? "")
    case .inbound:
      content = .inbound(try InboundMessage.find(subject, in: db))
    case .optOut:
      let action: OptOutAction = try row.required("word")
      let scope: OptOutScope = try row.required("reason")
      let number = PhoneNumber(normalForm: subject)
      let at = row.timestamp("at")
      // The history is never deleted, so a line that is not there is a damage.
      guard let entry = try OptOutTable.entry(of: number, action, scope, at: at, in: db) else {
        throw StoreError.unexpected(detail: "the history does not tell of \(action) at \(at)")
      }
      content = .optOut(entry)
    case .notice:
      content = .notice(
        Notice(
          type: word,
          modem: row["modem"],
          summary: reason ?? "",
          at: row.timestamp("at")
        )
      )
    }
    self.init(
      position: EventPosition(log: log, number: row["number"]),
      at: row.timestamp("at"),
      content: content
    )
  }
}
