internal import CDispatch
internal import Glibc
public import Messaging

/// The only place where the gateway reads the time.
public struct WallClock: Sendable {
  private let read: @Sendable () -> Timestamp
  private let boot: Int64?

  /// A clock.
  ///
  /// - Parameter read: What gives the time; the system's clock unless a test brings its own.
  public init(_ read: @escaping @Sendable () -> Timestamp = WallClock.system) {
    self.read = read
    boot = Self.boot()
  }

  /// The time now.
  public var now: Timestamp { read() }

  /// How long the machine has been up; nil where it does not say which start that counts from.
  var uptime: Uptime? {
    boot.map { Uptime(boot: $0, milliseconds: Self.milliseconds(of: CLOCK_BOOTTIME)) }
  }

  /// The time now, by both.
  var reading: ClockReading { ClockReading(wall: now, uptime: uptime) }

  /// What the kernel calls this start of the machine (random(4)), as far as a number holds of it.
  ///
  /// A service whose `/proc` shows processes alone is told by its unit.
  private static func boot() -> Int64? {
    let told = getenv("HERMOD_BOOT_ID").map { String(cString: $0) }
    let id = told ?? (try? FileText.read("/proc/sys/kernel/random/boot_id", limit: 64))
    let digits = id?.filter(\.isHexDigit).prefix(16)
    return digits.flatMap { UInt64($0, radix: 16) }.map { Int64(bitPattern: $0) }
  }

  /// The system's wall clock.
  public static let system: @Sendable () -> Timestamp = {
    Timestamp(milliseconds: milliseconds(of: CLOCK_REALTIME))
  }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
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
