/// A moment on the wall clock, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// The pure layers have no clock: whoever needs the time is handed one of these.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var milliseconds: Int64

  /// A moment, from milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// A moment, from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.milliseconds = seconds * 1000
  }

  /// Reads the bare number of milliseconds.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the bare number of milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Whether one moment comes before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment that lies `duration` after another; fractions of a millisecond are dropped.
  public static func + (left: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(milliseconds: left.milliseconds + duration.wholeMilliseconds)
  }

  /// The moment that lies `duration` before another; fractions of a millisecond are dropped.
  public static func - (left: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(milliseconds: left.milliseconds - duration.wholeMilliseconds)
  }

  /// How long after `right` the moment `left` is; negative when it is before.
  public static func - (left: Timestamp, right: Timestamp) -> Duration {
    .milliseconds(left.milliseconds - right.milliseconds)
  }
}

extension Duration {
  /// The whole milliseconds in this duration, rounded towards zero.
  public var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
