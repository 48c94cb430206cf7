internal import GRDB
public import Messaging

/// How long what is done with is kept.
public struct Retention: Hashable, Sendable {
  /// How long a message is kept after it came to rest, with its attempts and reports.
  public var messages: Duration
  /// How long a received message is kept.
  public var inbound: Duration

  /// Idempotency keys are kept this long.
  static let idempotencyKeys: Duration = .seconds(7 * 24 * 60 * 60)
  /// Reports that match no message are kept this long.
  static let unmatchedReports: Duration = .seconds(7 * 24 * 60 * 60)
  /// The count of what each SIM did is kept this long.
  static let activity: Duration = .seconds(400 * 24 * 60 * 60)

  /// Retention; as it stands, 90 days for both.
  ///
  /// The list of opt-outs and its history are kept for ever.
  public init(
    messages: Duration = .seconds(90 * 24 * 60 * 60),
    inbound: Duration = .seconds(90 * 24 * 60 * 60)
  ) {
    self.messages = messages
    self.inbound = inbound
  }
}

extension MessageStore {
  /// Deletes what has been kept long enough, and gives its room back, in small steps between which
  /// everybody else gets a turn.
  ///
  /// Messages and received messages whose files are not written yet stay. On a full disk nothing is
  /// deleted, for that takes room too, and the room that is kept is for the results of messages in
  /// flight; what is free already in the file is given back all the same.
  ///
  /// - Parameters:
  ///   - retention: How long what is kept.
  ///   - now: The time.
  /// - Returns: How many rows were deleted.
  /// - Throws: `StoreError`.
  @discardableResult
  public func prune(_ retention: Retention, at now: Timestamp) async throws(StoreError) -> Int {
    let deletion = await deletion(retention, at: now)
    while try await freePages() {}
    return try deletion.get()
  }

  private func deletion(_ retention: Retention, at now: Timestamp) async -> Result<Int, StoreError>
  {
    var deleted = 0
    do throws(StoreError) {
      for step in Pruning.steps(retention, at: now) {
        while true {
          let count = try await writer.write { context in
            try context.db.run(step.sql, [step.limit, Pruning.batchLimit])
            return context.db.changesCount
          }
          deleted += count
          if count < Pruning.batchLimit { break }
        }
      }
      return .success(deleted)
    } catch {
      return .failure(error)
    }
  }

  /// Gives some free pages back to the disk.
  ///
  /// - Returns: Whether there are more.
  private func freePages() async throws(StoreError) -> Bool {
    try await writer.write(.essential) { context in
      let db = context.db
      let before = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      // Some are kept, so that the file does not shrink and grow all day.
      guard before > Pruning.sparePages else { return false }
      // The pragma frees one page for each row that it is asked for.
      _ = try Row.fetchAll(db, sql: "PRAGMA incremental_vacuum(\(Pruning.pagesAtOnce))")
      let after = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      return after < before && after > Pruning.sparePages
    }
  }
}

/// What is deleted, kind by kind.
private enum Pruning {
  /// How many rows one transaction deletes at most.
  static let batchLimit = 200
  static let pagesAtOnce = 64
  static let sparePages = 256

  static func steps(_ retention: Retention, at now: Timestamp) -> [(sql: String, limit: Int64)] {
    let kinds: [(String, String, String, Duration)] = [
      (
        "messages", "row", "finished_at < ? AND result_due = 0 AND report_due = 0",
        retention.messages
      ),
      ("inbound", "row", "received_at < ? AND file_due = 0", retention.inbound),
      ("reports", "id", "received_at < ? AND attempt IS NULL", Retention.unmatchedReports),
    ]
    let keyed: [(String, [String], String, Duration)] = [
      (
        "idempotency_keys", ["submitter", "key", "member"], "at < ?",
        Retention.idempotencyKeys
      ),
      (
        "concatenations", ["iccid", "recipient", "reference"], "drawn_at < ?",
        ConcatenationReferences.rest
      ),
      ("confirmations", ["number", "kind"], "at < ?", InboundTable.confirmationRest),
    ]
    var steps = kinds.map { table, key, condition, age in
      (
        sql: """
        DELETE FROM \(table) WHERE \(key) IN
          (SELECT \(key) FROM \(table) WHERE \(condition) LIMIT ?)
        """,
        limit: (now - age).milliseconds
      )
    }
    steps += keyed.map { table, keys, condition, age in
      let columns = keys.joined(separator: ", ")
      return (
        sql: """
        DELETE FROM \(table) WHERE (\(columns)) IN
          (SELECT \(columns) FROM \(table) WHERE \(condition) LIMIT ?)
        """,
        limit: (now - age).milliseconds
      )
    }
    steps.append(
      (
        sql: """
        DELETE FROM traffic WHERE (quarter, class, state) IN
          (SELECT quarter, class, state FROM traffic WHERE quarter < ? LIMIT ?)
        """,
        limit: (now - Retention.activity).milliseconds / Activity.quarter
      )
    )
    steps.append(
      (
        sql: """
        DELETE FROM activity WHERE (quarter, modem, iccid) IN
          (SELECT quarter, modem, iccid FROM activity WHERE quarter < ? LIMIT ?)
        """,
        limit: (now - Retention.activity).milliseconds / Activity.quarter
      )
    )
    steps += UsageTable.pruning(at: now)
    return steps
  }
}
