/// Limits that fit a kind of contract, by what operators and users tell of it.
public enum SIMPreset: String, Hashable, Sendable, CaseIterable {
  /// Nothing is limited.
  case none
  /// Careful with a SIM of which nothing is known: what looks like a person's use of it.
  case careful
  /// Proximus in Belgium: 500 messages a day, 10,000 and 250 recipients a month.
  case proximus
  /// Offers of French operators without a limit on messages: 200 recipients a month.
  case france
  /// SIMs of European shops, the strictest of which allow 99 recipients a month.
  case europe
  /// Russia and Ukraine, as users report: 100 messages a day.
  case eastern
  /// Person-to-person traffic in the United States (CTIA): 15 a minute, 1,000 and 100 recipients a day.
  case ctia

  /// The limits.
  public var limits: SIMLimits {
    var limits = SIMLimits()
    switch self {
    case .none:
      break
    case .careful:
      limits.perMinute = 8
      limits.perDay = 200
      limits.recipientsPerDay = 100
      limits.recipientsPerMonth = 200
      limits.gap = .seconds(6)
      limits.gapJitter = 50
      limits.warmUpDays = 14
    case .proximus:
      limits.perDay = 500
      limits.perMonth = 10_000
      limits.recipientsPerMonth = 250
    case .france:
      limits.recipientsPerMonth = 200
    case .europe:
      limits.recipientsPerMonth = 99
    case .eastern:
      limits.perDay = 100
    case .ctia:
      limits.perMinute = 15
      limits.perDay = 1000
      limits.recipientsPerDay = 100
    }
    return limits
  }
}
