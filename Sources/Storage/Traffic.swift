internal import GRDB
public import Messaging

/// How many messages came to a state within a quarter of an hour.
public struct TrafficTally: Hashable, Sendable {
  /// When the quarter began.
  public var from: Timestamp
  /// The class.
  public var messageClass: MessageClass
  /// The state; `queued` counts acceptances alone, not returns to the queue.
  public var state: MessageState
  /// How many messages.
  public var count: Int
}

/// Messages that came to each state, in quarters of an hour: what throughput and the rate of
/// delivery are drawn from.
enum Traffic {
  /// Counts a change of a message, where it is one that is counted.
  static func count(_ change: MessageChange, in counts: inout BatchCounts, at now: Timestamp) {
    guard change.from != change.to, isCounted(change) else { return }
    counts.addPassage(change.messageClass, to: change.to, at: now)
  }

  private static func isCounted(_ change: MessageChange) -> Bool {
    switch change.to {
    case .queued: change.from == nil
    case .submitting: false
    case .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired, .unknown,
      .closed:
      true
    }
  }
}

extension MessageStore {
  /// How long a step of `traffic(since:)` is.
  public static let trafficStep: Duration = .milliseconds(Activity.quarter)

  /// What came to which state since a moment, in quarters of an hour.
  ///
  /// - Parameter moment: The beginning.
  /// - Returns: The tallies that are not zero, the oldest first.
  /// - Throws: `StoreError`.
  public func traffic(since moment: Timestamp) async throws(StoreError) -> [TrafficTally] {
    try await read { db in
      try db.rows(
        "SELECT * FROM traffic WHERE quarter >= ? ORDER BY quarter, class, state",
        [moment.milliseconds / Activity.quarter]
      ).map { row in
        let quarter: Int64 = row["quarter"]
        return TrafficTally(
          from: Timestamp(milliseconds: quarter * Activity.quarter),
          messageClass: try row.required("class"),
          state: try row.required("state"),
          count: row["count"]
        )
      }
    }
  }
}
