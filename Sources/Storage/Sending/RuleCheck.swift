internal import GRDB
internal import Messaging
internal import QueuePolicy

/// Asks the rules of considerate sending about messages, with what the database knows of them.
struct RuleCheck {
  let db: Database
  let rules: SendingRules
  let now: Timestamp
  private var spent: (today: Money, thisMonth: Money)?

  init(db: Database, rules: SendingRules, now: Timestamp) {
    self.db = db
    self.rules = rules
    self.now = now
  }

  /// What is asked about.
  struct Subject {
    var row: Int64
    var recipient: PhoneNumber
    var messageClass: MessageClass
    var segmentCount: Int
    /// Whether the rules bind it: an ordinary message of which nothing has left.
    var isBound: Bool
  }

  /// What the rules say to a message that would leave at a moment.
  mutating func verdict(on subject: Subject, leavingAt moment: Timestamp) throws -> RuleVerdict {
    guard subject.isBound else { return .allowed }
    let verdict = rules.verdict(on: subject.recipient, subject.messageClass, at: moment)
    if case .refused = verdict { return verdict }
    return verdict.and(try capVerdict(on: subject, at: moment))
      .and(try budgetVerdict(on: subject, at: moment))
  }

  private func capVerdict(on subject: Subject, at moment: Timestamp) throws -> RuleVerdict {
    let caps = rules[subject.messageClass].caps
    guard let longest = caps.map(\.window).max(), let most = caps.map(\.limit).max() else {
      return .allowed
    }
    let earlier = try UsageTable(db: db).contacts(
      with: subject.recipient,
      subject.messageClass,
      besides: subject.row,
      since: moment - longest,
      limit: most
    )
    return rules.verdict(on: subject.messageClass, after: earlier, at: moment)
  }

  private mutating func budgetVerdict(
    on subject: Subject,
    at moment: Timestamp
  ) throws -> RuleVerdict {
    guard rules.budget.daily != nil || rules.budget.monthly != nil, rules.prefixes.hasCosts else {
      return .allowed
    }
    let zone = rules.calendar.home
    let table = UsageTable(db: db)
    // What was spent today says nothing about a message that leaves on another day.
    let spent =
      try spent
      ?? (
        table.spent(since: zone.startOfDay(at: moment)),
        table.spent(since: zone.startOfMonth(at: moment))
      )
    self.spent = spent
    return rules.verdict(
      onCost: rules.prefixes.cost(to: subject.recipient, segments: subject.segmentCount),
      isUrgent: subject.messageClass.isUrgent,
      spent: spent,
      at: moment
    )
  }
}

extension MessageRow {
  /// The message, as the rules of considerate sending see it.
  var subject: RuleCheck.Subject {
    RuleCheck.Subject(
      row: row,
      recipient: recipient,
      messageClass: messageClass,
      segmentCount: segmentCount,
      isBound: purpose == .ordinary && acceptedCount == 0
    )
  }
}
