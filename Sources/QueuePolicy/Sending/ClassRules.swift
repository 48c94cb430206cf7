public import Messaging

/// What considerate sending asks of the messages of one class.
public struct ClassRules: Hashable, Sendable {
  /// When nobody is to be written to.
  public var quietHours = QuietHours()
  /// The most messages to one recipient in 24 hours.
  public var perRecipientDay: Int?
  /// The most messages to one recipient in 7 days.
  public var perRecipientWeek: Int?
  /// The most messages to one recipient in 30 days.
  public var perRecipientMonth: Int?
  /// How long after a message to a recipient the next one may follow.
  public var minimumInterval: Duration?
  /// What every text must say about how to opt out.
  public var optOutHint: OptOutHint?
  /// What is done in doubt whether a message was sent, where it does not say so itself.
  public var duplicates: DuplicatePolicy = .hold

  /// No rules.
  public init() {}

  /// How often one recipient may be written to.
  public var caps: [RecipientCap] {
    let day: Duration = .seconds(86_400)
    let windows: [(Int?, Duration, String)] = [
      (minimumInterval == nil ? nil : 1, minimumInterval ?? .zero, "the minimum interval"),
      (perRecipientDay, day, "the limit of 24 hours"),
      (perRecipientWeek, day * 7, "the limit of 7 days"),
      (perRecipientMonth, day * 30, "the limit of 30 days"),
    ]
    return windows.compactMap { limit, window, name in
      limit.map { RecipientCap(limit: $0, window: window, name: name) }
    }
  }
}

/// How often one recipient may be written to in a stretch of time.
public struct RecipientCap: Hashable, Sendable {
  /// The most messages, at least 1.
  public var limit: Int
  /// The stretch of time, which always ends now.
  public var window: Duration
  /// What people are told it is.
  public var name: String
}
