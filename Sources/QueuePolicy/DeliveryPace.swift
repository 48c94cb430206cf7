/// How a webhook is tried: at full pace while its receiver takes what comes, and with one event at a
/// time, ever more seldom, while it does not.
public struct DeliveryPace: Hashable, Sendable {
  /// How many events are on their way at once to a receiver that takes them.
  public static let fullPace = 8
  /// The longest wait between two attempts.
  public static let longestWait: Duration = .seconds(600)

  /// How many attempts have failed since one succeeded.
  public private(set) var failures = 0

  /// A pace at which everything goes well.
  public init() {}

  /// How many events may be on their way now.
  public var limit: Int { failures == 0 ? Self.fullPace : 1 }

  /// The receiver took an event.
  ///
  /// - Returns: Whether it had been failing: what was put back for later may be tried at once.
  public mutating func succeeded() -> Bool {
    defer { failures = 0 }
    return failures > 0
  }

  /// The receiver could not be reached, or failed.
  ///
  /// - Parameter jitter: A number that the caller draws, 0 to 1.
  /// - Returns: How long it is left alone.
  public mutating func failed(jitter: Double) -> Duration {
    failures += 1
    return Self.wait(after: failures, jitter: jitter)
  }

  /// How long after so many failures one waits: 1 s, then twice as long each time, up to ten
  /// minutes, each less up to a quarter.
  ///
  /// - Parameters:
  ///   - failures: How many, from 1.
  ///   - jitter: A number that the caller draws, 0 to 1.
  /// - Returns: The wait.
  public static func wait(after failures: Int, jitter: Double) -> Duration {
    let step = min(Duration.seconds(1 << min(max(failures, 1) - 1, 10)), longestWait)
    return step * (1 - min(max(jitter, 0), 1) / 4)
  }
}
