internal import GRDB
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// Counts due messages whose only modem or SIM is not working.
  ///
  /// - Parameters:
  ///   - modems: The modems that are at work, by name.
  ///   - sims: The SIMs in them.
  ///   - now: The time.
  /// - Returns: The counts of the classes that have any.
  /// - Throws: `StoreError`.
  public func strandedCounts(
    without modems: Set<String>,
    _ sims: Set<ICCID>,
    at now: Timestamp
  ) async throws(StoreError) -> [MessageClass: Int] {
    let rules = sendingRules
    let iccids = Set(sims.map(\.description))
    return try await read { db in
      var counts: [MessageClass: Int] = [:]
      for route in try RouteLines.inUse(in: db) {
        let isServed =
          switch Route(route) {
          case .anywhere: true
          case .modem(let modem): modems.contains(modem)
          case .sim(let iccid): iccids.contains(iccid)
          case .home(let prefix, usual: _):
            prefix.flatMap { rules.prefixes.modems(ofPrefix: $0) }
              .map { !modems.isDisjoint(with: $0) } ?? true
          }
        guard !isServed else { continue }
        for messageClass in MessageClass.allCases {
          let count = try Self.count(of: messageClass, in: route, dueBy: now, db)
          if count > 0 { counts[messageClass, default: 0] += count }
        }
      }
      return counts
    }
  }

  private static func count(
    of messageClass: MessageClass,
    in route: String,
    dueBy now: Timestamp,
    _ db: Database
  ) throws -> Int {
    try [true, false].reduce(0) { sum, isUrgent in
      sum
        + (try db.value(
          Int.self,
          """
          SELECT count(*) FROM messages INDEXED BY messages_line
          WHERE state = 'queued' AND held = 0 AND route = ? AND rank = ? AND due_at <= ?
          """,
          [route, QueueRank(messageClass, isUrgent: isUrgent).value, now.milliseconds]
        ) ?? 0)
    }
  }
}
