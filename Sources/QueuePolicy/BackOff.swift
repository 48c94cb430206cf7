/// How long a refused message waits before its next attempt.
public struct BackOff: Hashable, Sendable {
  /// The waits, one for each refusal; the last one repeats.
  public var steps: [Duration]
  /// How far a wait may stray from its step, as a fraction of it.
  public var spread: Double

  /// How many refusals for a momentary cause are taken for momentary.
  private static let momentary = 4

  /// A back-off; as it stands 5 s, 30 s, 2 min, 10 min, 30 min, each ± 20 %.
  ///
  /// - Parameters:
  ///   - steps: The waits, one for each refusal; the last one repeats.
  ///   - spread: How far a wait may stray from its step, as a fraction of it, 0 to 1.
  public init(
    steps: [Duration] = [
      .seconds(5), .seconds(30), .seconds(120), .seconds(600), .seconds(1800),
    ],
    spread: Double = 0.2
  ) {
    self.steps = steps
    self.spread = min(max(spread, 0), 1)
  }

  /// The wait after a refusal.
  ///
  /// - Parameters:
  ///   - refusals: How often the message has been refused, this time included; 1 or more.
  ///   - pace: How soon the cause allows another attempt.
  ///   - jitter: A number that the caller draws, 0 to 1.
  /// - Returns: The wait.
  public func wait(afterRefusals refusals: Int, pace: RetryPace, jitter: Double) -> Duration {
    guard !steps.isEmpty else { return .zero }
    let count = min(max(refusals, 1), steps.count)
    let index: Int
    switch pace {
    case .atOnce: index = max(refusals, Self.momentary) - Self.momentary
    case .stepwise: index = count - 1
    case .patient: index = count + 1
    }
    let step = steps[min(index, steps.count - 1)]
    let factor = 1 + spread * (2 * min(max(jitter, 0), 1) - 1)
    return step * factor
  }
}
