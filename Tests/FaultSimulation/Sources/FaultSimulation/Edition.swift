/// What a seed draws: a seed that once broke a promise stays the run that it was, whatever is
/// simulated since.
public enum Edition: Int, Sendable, CaseIterable {
  /// Submission, intake, reports and receipt.
  case first = 1
  /// EF-SMSS as evidence, results and consumers too.
  case second
  /// Outages too: what every SIM refuses, for a long time.
  case third

  /// What is simulated today.
  public static let current = Edition.third
}
