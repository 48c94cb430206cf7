internal import GRDB
internal import Messaging

/// The log of events, as a transaction sees it: what happened is written with the change itself.
enum EventTable {
  /// How many events are kept.
  static let limit: Int64 = 250_000

  static let schema = """
    CREATE TABLE events (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN (\(kinds))),
      subject TEXT NOT NULL,
      word TEXT NOT NULL,
      reason TEXT,
      modem TEXT
    ) STRICT;
    INSERT INTO settings VALUES ('\(nameSetting)', lower(hex(randomblob(4))));
    """

  /// What the log is called; a restored copy is another log, because it goes on another way.
  static let nameSetting = "event-log"

  static let rename = """
    UPDATE settings SET value = lower(hex(randomblob(4))) WHERE name = '\(nameSetting)'
    """

  private static let kinds = LoggedEvent.Kind.allCases.map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  /// Appends what a transaction has done, and forgets as many of the oldest.
  ///
  /// - Returns: The number of the last event; nil where there was nothing to log.
  static func append(_ events: [StoreEvent], in db: Database) throws -> Int64? {
    var last: Int64?
    for event in events {
      guard let entry = LoggedEvent.Entry(event) else { continue }
      try append(entry, in: db)
      last = db.lastInsertedRowID
    }
    if let last, last > limit {
      try db.run("DELETE FROM events WHERE number <= ?", [last - limit])
    }
    return last
  }

  private static func append(_ entry: LoggedEvent.Entry, in db: Database) throws {
    try db.run(
      "INSERT INTO events (at, kind, subject, word, reason, modem) VALUES (?, ?, ?, ?, ?, ?)",
      [
        entry.at.milliseconds, entry.kind.rawValue, entry.subject, entry.word, entry.reason,
        entry.modem,
      ]
    )
  }
}

extension LoggedEvent {
  /// The kinds of rows.
  enum Kind: String, CaseIterable {
    case message
    case report
    case inbound
    case optOut
    case notice
  }

  /// A row before it has its number.
  struct Entry {
    var at: Timestamp
    var kind: Kind
    /// What it is about: the id of a message or of a received one, a number, or a modem.
    var subject: String
    /// What happened: a state, an action, or the type of a notice.
    var word: String
    var reason: String?
    var modem: String?

    /// Nil for what only says that somebody should look.
    init?(_ event: StoreEvent) {
      switch event {
      case .due: return nil
      case .message(let change):
        let isNew = change.from == nil && change.to == .queued
        self.init(
          at: change.at,
          kind: .message,
          subject: change.id.description,
          word: isNew ? LoggedEvent.accepted : change.to.rawValue,
          reason: change.reason,
          modem: change.modem
        )
      case .report(let report):
        self.init(
          at: report.receivedAt,
          kind: .report,
          subject: report.message?.description ?? "",
          word: String(report.record.status),
          reason: report.record.recipient.description
        )
      case .inbound(let message):
        self.init(
          at: message.receivedAt,
          kind: .inbound,
          subject: message.id.description,
          word: "received",
          modem: message.modem
        )
      case .optOut(let entry):
        self.init(
          at: entry.at,
          kind: .optOut,
          subject: entry.number.description,
          word: entry.action.rawValue,
          reason: entry.scope.rawValue
        )
      case .notice(let notice):
        self.init(
          at: notice.at,
          kind: .notice,
          subject: notice.modem ?? "",
          word: notice.type,
          reason: notice.summary,
          modem: notice.modem
        )
      }
    }

    private init(
      at: Timestamp,
      kind: Kind,
      subject: String,
      word: String,
      reason: String? = nil,
      modem: String? = nil
    ) {
      self.at = at
      self.kind = kind
      self.subject = subject
      self.word = word
      self.reason = reason
      self.modem = modem
    }
  }

  /// The word for a message that has just been accepted.
  static let accepted = "accepted"
}
