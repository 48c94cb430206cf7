import Foundation
import LocalAPI
import Messaging

/// When a message is to leave, as people write it.
enum SendTime {
  /// Reads `18:30` (the next one), `2026-05-03 18:30` (local), `+20min`, or RFC 3339.
  ///
  /// - Throws: `CommandFailure` where it is none of these, or such a time does not exist.
  static func read(_ text: String, now: Date, timeZone: TimeZone) throws -> WireTime {
    if let time = WireTime(text) { return time }
    if text.hasPrefix("+"), let span = TimeSpan(argument: String(text.dropFirst())) {
      return wire(now.addingTimeInterval(Double(span.seconds)))
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = text.split(separator: " ")
    if parts.count == 1, let clock = clock(parts[0]),
      let date = calendar.nextDate(
        after: now,
        matching: DateComponents(hour: clock.hour, minute: clock.minute, second: 0),
        matchingPolicy: .nextTime
      )
    {
      return wire(date)
    }
    if parts.count == 2, let clock = clock(parts[1]),
      let midnight = WireTime(parts[0] + "T00:00:00Z")
    {
      var utc = Calendar(identifier: .gregorian)
      utc.timeZone = .gmt
      let day = Date(timeIntervalSince1970: Double(midnight.timestamp.milliseconds) / 1000)
      var components = utc.dateComponents([.year, .month, .day], from: day)
      components.hour = clock.hour
      components.minute = clock.minute
      if let date = calendar.date(from: components) { return wire(date) }
    }
    throw CommandFailure(
      "\"\(text)\" is not a time; write 18:30, \"2026-05-03 18:30\", +20min, or RFC 3339",
      exitCode: ExitStatus.usage
    )
  }

  private static func clock(_ text: Substring) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return (hour, minute)
  }

  private static func wire(_ date: Date) -> WireTime {
    WireTime(Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded())))
  }
}
