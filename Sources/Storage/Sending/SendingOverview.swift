internal import GRDB
public import Messaging
public import QueuePolicy
internal import Synchronization

/// How a SIM stands to its limits.
public struct SIMOverview: Hashable, Sendable {
  /// The limits.
  public var limits: SIMLimits
  /// What it has sent, as far as its limits count it.
  public var usage: SIMUsage
  /// What it may send of what can wait.
  public var ordinary: SIMStanding
  /// What it may send of `otp` and `alert`.
  public var urgent: SIMStanding
  /// Segments that are left of the limit of the day; nil without one.
  public var leftToday: Int?
}

/// What the rules say to a message that nobody has accepted yet.
public struct SendingPreview: Hashable, Sendable {
  /// Whether it may leave, when, and why not now.
  public var verdict: RuleVerdict
  /// What it costs.
  public var cost: Money
}

extension MessageStore {
  /// The rules of considerate sending that are in force.
  public var sendingRules: SendingRules { sending.withLock { $0 } }

  /// Puts other rules of considerate sending in force, at once and for everything that waits.
  ///
  /// - Parameters:
  ///   - rules: The rules.
  ///   - reconsidering: Whether messages that other rules kept back are looked at again.
  ///   - now: The time.
  /// - Throws: `StoreError`; the new rules are in force all the same.
  public func adopt(
    _ rules: SendingRules,
    reconsidering: Bool = true,
    at now: Timestamp
  ) async throws(StoreError) {
    sending.withLock { $0 = rules }
    guard reconsidering else { return }
    while true {
      let count = try await writer.write { context in
        try context.db.run(
          """
          UPDATE messages SET deferred = 0, due_at = max(coalesce(not_before, 0), ?)
          WHERE row IN (SELECT row FROM messages WHERE deferred = 1 LIMIT ?)
            AND +state = 'queued'
          """,
          [now.milliseconds, SetAside.batch]
        )
        let changed = context.db.changesCount
        if changed > 0 { context.events.append(.due(now)) }
        return changed
      }
      if count < SetAside.batch { return }
    }
  }

  /// How a SIM stands to its limits.
  ///
  /// - Parameters:
  ///   - iccid: The SIM.
  ///   - modem: The modem that it is in, by name.
  ///   - now: The time.
  /// - Returns: The overview; nil where the SIM has no limits.
  /// - Throws: `StoreError`.
  public func overview(
    of iccid: ICCID,
    in modem: String,
    at now: Timestamp
  ) async throws(StoreError) -> SIMOverview? {
    let rules = sendingRules
    let limits = rules.limits(of: iccid, in: modem)
    guard !limits.isEmpty else { return nil }
    let zone = rules.calendar.home
    return try await read { db in
      let usage = try UsageTable(db: db).usage(of: iccid, for: limits, at: now, in: zone)
      return SIMOverview(
        limits: limits,
        usage: usage,
        ordinary: limits.standing(usage, isUrgent: false, at: now, in: zone),
        urgent: limits.standing(usage, isUrgent: true, at: now, in: zone),
        leftToday: limits.leftToday(usage, at: now, in: zone)
      )
    }
  }

  /// What the rules say to a message, without accepting it.
  ///
  /// - Parameters:
  ///   - submission: The message.
  ///   - now: The time.
  /// - Returns: The verdict and the cost.
  /// - Throws: `StoreError`.
  public func preview(
    _ submission: Submission,
    at now: Timestamp
  ) async throws(StoreError) -> SendingPreview {
    let rules = sendingRules
    let moment = max(submission.notBefore ?? now, now)
    return try await read { db in
      var check = RuleCheck(db: db, rules: rules, now: now)
      let subject = RuleCheck.Subject(
        row: 0,
        recipient: submission.recipient,
        messageClass: submission.messageClass,
        segmentCount: submission.segmentCount,
        isBound: submission.purpose == .ordinary
      )
      let cost = rules.prefixes.cost(to: submission.recipient, segments: submission.segmentCount)
      return SendingPreview(
        verdict: try check.verdict(on: subject, leavingAt: moment),
        cost: cost
      )
    }
  }

  /// What was spent today and this month, by the gateway's clock.
  ///
  /// - Parameter now: The time.
  /// - Returns: The amounts.
  /// - Throws: `StoreError`.
  public func spent(
    at now: Timestamp
  ) async throws(StoreError) -> (today: Money, thisMonth: Money) {
    let zone = sendingRules.calendar.home
    return try await read { db in
      let table = UsageTable(db: db)
      return (
        try table.spent(since: zone.startOfDay(at: now)),
        try table.spent(since: zone.startOfMonth(at: now))
      )
    }
  }
}
