internal import GRDB
public import Messaging

extension MessageStore {
  /// Records a received part, and the message that it completes, with all that follows from it, in
  /// one transaction.
  ///
  /// A part of a long message that is there already, octet for octet, is known wherever it lies: the
  /// network hands a message over again whose acknowledgement it did not get.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - newID: Draws a name for the message, if it is complete, and for the answer to it.
  ///   - assemble: Judges all parts with the same key, oldest first, the new one last; nil where
  ///     parts are missing. It runs inside the transaction and may be run only once.
  /// - Returns: What became of it; the part may now be deleted from the modem.
  /// - Throws: `StoreError`; the part must not be deleted from the modem then.
  public func recordInbound(
    _ part: InboundPart,
    newID: @escaping @Sendable () -> MessageID,
    assemble: @escaping @Sendable ([InboundPart]) -> InboundAssembly?
  ) async throws(StoreError) -> InboundRecording {
    let rules = rules
    return try await writer.write { context in
      try InboundTable(db: context.db, rules: rules, now: part.receivedAt)
        .record(part, newID: newID, assemble: assemble, in: &context)
    }
  }

  /// Notes that a part is gone from the modem: an equal one in the same place is a new one.
  ///
  /// `SM` is a memory of the SIM, in whatever modem it is; all others are the modem's, whatever SIM is
  /// in it.
  ///
  /// - Parameters:
  ///   - iccid: The SIM.
  ///   - modem: The modem.
  ///   - storage: The storage.
  ///   - index: The place in it.
  /// - Throws: `StoreError`.
  public func recordDeleted(
    iccid: ICCID,
    modem: String,
    storage: String,
    index: Int
  ) async throws(StoreError) {
    try await writer.write { context in
      if ["SM", "direct"].contains(storage) {
        try context.db.run(
          """
          UPDATE inbound_parts SET is_deleted = 1
          WHERE iccid = ? AND storage = ? AND slot = ? AND is_deleted = 0
          """,
          [iccid.description, storage, index]
        )
      } else {
        // The words of the index, or it would not be used.
        try context.db.run(
          """
          UPDATE inbound_parts SET is_deleted = 1
          WHERE storage = ? AND slot = ? AND modem = ? AND is_deleted = 0
            AND storage NOT IN ('SM', 'direct')
          """,
          [storage, index, modem]
        )
      }
    }
  }

  /// Delivers what is there of messages whose missing parts are overdue.
  ///
  /// - Parameters:
  ///   - limit: Only parts received before this moment may be overdue.
  ///   - now: The time.
  ///   - newID: Draws a name for each message.
  ///   - assemble: Makes messages of all parts with one key, oldest first; a part that is in none goes
  ///     on waiting.
  /// - Returns: The messages.
  /// - Throws: `StoreError`.
  public func recordIncomplete(
    receivedBefore limit: Timestamp,
    at now: Timestamp,
    newID: @escaping @Sendable () -> MessageID,
    assemble: @escaping @Sendable ([InboundPart]) -> [InboundAssembly]
  ) async throws(StoreError) -> [InboundRecording] {
    let rules = rules
    return try await writer.write { context in
      try InboundTable(db: context.db, rules: rules, now: now)
        .recordIncomplete(before: limit, newID: newID, assemble: assemble, in: &context)
    }
  }
}
