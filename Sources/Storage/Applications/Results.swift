internal import GRDB
public import Messaging
internal import QueuePolicy

/// A file still to be written.
public enum PendingResult: Hashable, Sendable {
  /// The result of a dropped file; `previous` is where an earlier result of it lies.
  case message(MessageDetail, folder: ResultFolder, previous: ResultFolder?)
  /// The delivery report of a dropped file.
  case report(MessageDetail)
  /// A received message.
  case inbound(InboundMessage)
}

extension MessageStore {
  /// What files are still to be written, oldest first; they come again until they are confirmed.
  ///
  /// - Parameter limit: How many of each kind at most.
  /// - Returns: Results, then delivery reports, then received messages.
  /// - Throws: `StoreError`.
  public func pendingResults(limit: Int) async throws(StoreError) -> [PendingResult] {
    try await read { db in
      var pending: [PendingResult] = []
      for message in try db.all(
        "SELECT \(MessageRow.columns) FROM messages WHERE result_due = 1 ORDER BY row LIMIT ?",
        [limit],
        as: MessageRow.init
      ) {
        guard let folder = ResultFolder(message.state) else { continue }
        pending.append(
          .message(
            try MessageDetail(message, in: db),
            folder: folder,
            previous: message.resultWritten.flatMap(ResultFolder.init(rawValue:))
          )
        )
      }
      for message in try db.all(
        "SELECT \(MessageRow.columns) FROM messages WHERE report_due = 1 ORDER BY row LIMIT ?",
        [limit],
        as: MessageRow.init
      ) {
        pending.append(.report(try MessageDetail(message, in: db)))
      }
      pending += try db.rows(
        "SELECT * FROM inbound WHERE file_due = 1 ORDER BY row LIMIT ?",
        [limit]
      ).map { .inbound(try InboundMessage($0)) }
      return pending
    }
  }

  /// Confirms that files are written and durable.
  ///
  /// A message that changed since keeps its new result pending.
  ///
  /// - Parameters:
  ///   - written: What `pendingResults(limit:)` gave.
  ///   - calls: What the event handler is to be told of, kept in the same transaction.
  /// - Throws: `StoreError`; the files are asked for again then.
  public func resultsWritten(
    _ written: [PendingResult],
    calls: [HandlerCall] = []
  ) async throws(StoreError) {
    guard !written.isEmpty else { return }
    try await writer.write(.essential) { context in
      for result in written { try Self.confirm(result, in: context.db) }
      for call in calls { try Self.keep(call, in: context.db) }
    }
  }

  private static func confirm(_ result: PendingResult, in db: Database) throws {
    switch result {
    case .message(let detail, let folder, _):
      try db.run(
        """
        UPDATE messages SET result_written = ?, result_due = (state <> ?) WHERE id = ?
        """,
        [folder.rawValue, detail.state.rawValue, detail.id.description]
      )
      try settleMoved(detail.id, in: db)
    case .report(let detail):
      try db.run(
        "UPDATE messages SET report_due = (state <> ?) WHERE id = ?",
        [detail.state.rawValue, detail.id.description]
      )
    case .inbound(let message):
      try db.run(
        "UPDATE inbound SET file_due = 0 WHERE id = ?",
        [message.id.description]
      )
    }
  }

  /// A message that moved on meanwhile needs a new result only if it belongs elsewhere now.
  private static func settleMoved(_ id: MessageID, in db: Database) throws {
    // Nearly always the row says already that nothing is due.
    guard
      try db.value(Bool.self, "SELECT result_due FROM messages WHERE id = ?", [id.description])
        == true,
      let message = try MessageRow.find(id, in: db)
    else { return }
    guard message.hasResult(for: message.state) || ResultFolder(message.state) == nil else {
      return
    }
    try db.run("UPDATE messages SET result_due = 0 WHERE row = ?", [message.row])
  }
}
