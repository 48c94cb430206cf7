internal import GRDB
public import Messaging

extension MessageStore {
  /// How many numbers opted out since a moment.
  ///
  /// - Parameter moment: The moment.
  /// - Returns: The numbers, each once however often it opted out; also those taken off again since.
  /// - Throws: `StoreError`.
  public func optOutCount(since moment: Timestamp) async throws(StoreError) -> Int {
    try await read { db in
      try db.value(
        Int.self,
        "SELECT count(DISTINCT number) FROM opt_out_history WHERE action = ? AND at >= ?",
        [OptOutAction.optOut.rawValue, moment.milliseconds]
      ) ?? 0
    }
  }
}
