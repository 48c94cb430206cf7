internal import CDispatch
internal import Glibc
public import Messaging

/// The only place where the gateway reads the time.
public struct WallClock: Sendable {
  private let read: @Sendable () -> Timestamp

  /// A clock.
  ///
  /// - Parameter read: What gives the time; the system's clock unless a test brings its own.
  public init(_ read: @escaping @Sendable () -> Timestamp = WallClock.system) {
    self.read = read
  }

  /// The time now.
  public var now: Timestamp { read() }

  /// The system's wall clock.
  public static let system: @Sendable () -> Timestamp = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension WallClock {
  /// A fresh name for a message.
  func newID() -> MessageID {
    var random = SystemRandomNumberGenerator()
    return MessageID(timestamp: now, using: &random)
  }
}

extension WallClock {
  /// Midnight, by the clock on the wall of the gateway.
  var startOfDay: Timestamp {
    var time = time_t(now.milliseconds / 1000)
    var local = tm()
    localtime_r(&time, &local)
    local.tm_hour = 0
    local.tm_min = 0
    local.tm_sec = 0
    local.tm_isdst = -1
    return Timestamp(seconds: Int64(mktime(&local)))
  }
}
