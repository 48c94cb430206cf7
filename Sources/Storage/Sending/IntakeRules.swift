internal import GRDB
internal import Messaging
internal import QueuePolicy

/// What the rules of considerate sending do to a message that is being accepted.
struct IntakeRules {
  let db: Database
  let rules: SendingRules
  let now: Timestamp

  /// Why a message may never leave; nil where it may.
  func refusal(of submission: Submission) -> String? {
    switch verdict(on: submission) {
    case .refused(let reason): reason
    case .deferred(let until, let reason)
    where submission.messageClass.endsInVain(
      waitingUntil: until,
      expiringAt: submission.expiresAt
    ):
      MessageClass.tooLate(reason)
    case .allowed, .deferred: nil
    }
  }

  /// Gives a message that was just inserted its place: a later time, a line of its own.
  ///
  /// - Returns: When it is due, where that is later than it would be.
  @discardableResult
  func place(_ submission: Submission) throws -> Timestamp? {
    var deferral: (until: Timestamp, reason: String)?
    if case .deferred(let until, let reason) = verdict(on: submission) {
      deferral = (until, reason)
    }
    let home = try homeRoute(of: submission)
    guard deferral != nil || !home.isEmpty || submission.notBefore != nil else { return nil }
    try db.run(
      """
      UPDATE messages SET not_before = ?, deferred = ?, due_at = coalesce(?, due_at),
        reason = coalesce(?, reason), home_route = ?,
        route = CASE route WHEN '' THEN ? ELSE route END
      WHERE id = ?
      """,
      [
        submission.notBefore?.milliseconds, deferral != nil, deferral?.until.milliseconds,
        deferral?.reason, home, home, submission.id.description,
      ]
    )
    return deferral?.until
  }

  private func verdict(on submission: Submission) -> RuleVerdict {
    guard submission.purpose == .ordinary else { return .allowed }
    let moment = max(submission.notBefore ?? now, now)
    return rules.verdict(on: submission.recipient, submission.messageClass, at: moment)
  }

  private func homeRoute(of submission: Submission) throws -> String {
    let prefix = rules.prefixes.route(to: submission.recipient)?.prefix
    guard prefix != nil || rules.usualSIMWait != nil else {
      return Route.home(prefix: nil, usual: nil)
    }
    let usual =
      rules.usualSIMWait == nil || submission.messageClass.isUrgent
      ? nil : try UsageTable(db: db).usualSIM(of: submission.recipient)
    return Route.home(prefix: prefix, usual: usual)
  }
}
