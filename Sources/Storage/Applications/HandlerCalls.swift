internal import GRDB
public import Messaging

/// A call of the event handler that is due: a file was written that it is told of.
public struct HandlerCall: Hashable, Sendable {
  /// What the file is, in the words of SMS Server Tools 3.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A message that was sent.
    case sent = "SENT"
    /// A message that was received.
    case received = "RECEIVED"
    /// A message that was not sent.
    case failed = "FAILED"
    /// A delivery report.
    case report = "REPORT"
  }

  /// Its place in the queue; 0 before it is kept.
  public var row: Int64
  /// What the file is.
  public var kind: Kind
  /// The path of the file.
  public var file: String
  /// The message.
  public var message: MessageID
  /// TP-MR, where a delivery report was asked for.
  public var reference: UInt8?

  /// A call.
  public init(kind: Kind, file: String, message: MessageID, reference: UInt8? = nil) {
    row = 0
    self.kind = kind
    self.file = file
    self.message = message
    self.reference = reference
  }
}

extension MessageStore {
  /// Calls that are due, the oldest first.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - row: Only what follows this place.
  /// - Returns: The calls.
  /// - Throws: `StoreError`.
  public func handlerCalls(limit: Int, after row: Int64) async throws(StoreError) -> [HandlerCall] {
    try await read { db in
      try db.rows(
        "SELECT * FROM handler_calls WHERE row > ? ORDER BY row LIMIT ?",
        [row, limit]
      ).map { row in
        var call = HandlerCall(
          kind: try row.required("kind"),
          file: row["file"],
          message: try row.messageID("message"),
          reference: row.octet("reference")
        )
        call.row = row["row"]
        return call
      }
    }
  }

  /// Takes a call that was made off the queue.
  ///
  /// - Parameter call: The call.
  /// - Throws: `StoreError`; it is made again at the next start then.
  public func handlerCalled(_ call: HandlerCall) async throws(StoreError) {
    try await writer.write(.essential) { context in
      try context.db.run("DELETE FROM handler_calls WHERE row = ?", [call.row])
    }
  }

  /// Forgets every call that is due: there is no handler any more.
  ///
  /// - Throws: `StoreError`.
  public func forgetHandlerCalls() async throws(StoreError) {
    try await writer.write { context in try context.db.run("DELETE FROM handler_calls") }
  }

  static func keep(_ call: HandlerCall, in db: Database) throws {
    try db.run(
      "INSERT INTO handler_calls (kind, file, message, reference) VALUES (?, ?, ?, ?)",
      [
        call.kind.rawValue, call.file, call.message.description, call.reference.map { Int($0) },
      ]
    )
  }
}
