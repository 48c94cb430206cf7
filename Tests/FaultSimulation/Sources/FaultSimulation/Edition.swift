/// What a seed draws: a seed that once broke a promise stays the run that it was, whatever is
/// simulated since.
public enum Edition: Int, Sendable, CaseIterable, Comparable {
  /// Submission, intake, reports and receipt.
  case first = 1
  /// EF-SMSS as evidence, results and consumers too.
  case second
  /// Outages too: what every SIM refuses, for a long time.
  case third
  /// Ports that come and go while their modems live on, and answers that come when another is awaited.
  case fourth
  /// Long received messages too, whose parts come late, twice, never or out of order.
  case fifth
  /// Long messages too whose copies overlap: late reports about one while the next is being sent.
  case sixth

  /// What is simulated today.
  public static let current = Edition.sixth

  /// Whether it simulates less.
  public static func < (one: Edition, other: Edition) -> Bool { one.rawValue < other.rawValue }
}
