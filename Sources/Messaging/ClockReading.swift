/// How long a machine had been up at a moment, which nobody can set.
public struct Uptime: Hashable, Sendable {
  /// Which start of the machine it counts from.
  public var boot: Int64
  /// Milliseconds since then, those of sleep included.
  public var milliseconds: Int64

  /// An uptime.
  public init(boot: Int64, milliseconds: Int64) {
    self.boot = boot
    self.milliseconds = milliseconds
  }
}

/// A moment by the wall clock, and by how long the machine had been up, where that is known.
public struct ClockReading: Hashable, Sendable {
  /// The time by the wall clock.
  public var wall: Timestamp
  /// How long the machine had been up.
  public var uptime: Uptime?

  /// A reading.
  public init(wall: Timestamp, uptime: Uptime?) {
    self.wall = wall
    self.uptime = uptime
  }

  /// How much time has passed since an earlier reading.
  ///
  /// The wall clock may have been set since, so that it counts only where the machine was started in
  /// between, or nobody knows.
  ///
  /// - Parameter earlier: The other reading.
  /// - Returns: The time; never negative.
  public func time(since earlier: ClockReading) -> Duration {
    if let uptime, let before = earlier.uptime, uptime.boot == before.boot {
      return max(.milliseconds(uptime.milliseconds - before.milliseconds), .zero)
    }
    return max(wall - earlier.wall, .zero)
  }
}
