internal import Messaging

/// How much one SIM may send; what is nil is not limited.
public struct SIMLimits: Hashable, Sendable {
  /// The most segments in any 60 seconds.
  public var perMinute: Int?
  /// The most segments in a day by the gateway's clock.
  public var perDay: Int?
  /// The most segments in a month by the gateway's calendar.
  public var perMonth: Int?
  /// The most different recipients in a day.
  public var recipientsPerDay: Int?
  /// The most different recipients in a month.
  public var recipientsPerMonth: Int?
  /// The least time between the end of a message and the next one.
  public var gap: Duration?
  /// By how many percent of itself the gap varies either way, 0 to 100.
  public var gapJitter: Int?
  /// Over how many days the limit of the day grows to its full size for a SIM that is new here.
  public var warmUpDays: Int?

  /// No limits.
  public init() {}

  /// Whether nothing is limited.
  public var isEmpty: Bool {
    perMinute == nil && perDay == nil && perMonth == nil && recipientsPerDay == nil
      && recipientsPerMonth == nil && gap == nil
  }

  /// These limits, and those of a preset or a default where these say nothing.
  public func completed(from standard: SIMLimits) -> SIMLimits {
    var limits = self
    limits.perMinute = perMinute ?? standard.perMinute
    limits.perDay = perDay ?? standard.perDay
    limits.perMonth = perMonth ?? standard.perMonth
    limits.recipientsPerDay = recipientsPerDay ?? standard.recipientsPerDay
    limits.recipientsPerMonth = recipientsPerMonth ?? standard.recipientsPerMonth
    limits.gap = gap ?? standard.gap
    limits.gapJitter = gapJitter ?? standard.gapJitter
    limits.warmUpDays = warmUpDays ?? standard.warmUpDays
    return limits
  }

  /// What is left of a quota for a message, once a tenth is kept for what cannot wait.
  ///
  /// - Parameters:
  ///   - quota: The quota.
  ///   - isUrgent: Whether the message is one that the tenth is kept for.
  /// - Returns: How much of the quota the message may use up; quotas under ten are not shared out.
  public static func share(of quota: Int, isUrgent: Bool) -> Int {
    isUrgent ? quota : quota - quota / 10
  }

  /// The limit of a day, for a SIM that sent its first message so many days ago.
  func dailyQuota(age days: Int) -> Int? {
    guard let perDay else { return nil }
    guard let warmUpDays, warmUpDays > 0, days < warmUpDays else { return perDay }
    return max(1, perDay * (days + 1) / (warmUpDays + 1))
  }

  /// How long after a segment the next message may follow.
  ///
  /// The jitter is drawn from the moment of the segment, so that a restart does not draw it anew.
  func pause(after moment: Timestamp) -> Duration {
    guard let gap else { return .zero }
    var state = UInt64(bitPattern: moment.milliseconds) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
    state = state &* 0xD6E8_FEB8_6659_FD93
    state ^= state >> 29
    let draw = Double(state >> 11) / Double(UInt64(1) << 53) * 2 - 1
    return gap * (1 + draw * Double(gapJitter ?? 0) / 100)
  }
}
