import Messaging

/// A date and time of day in the Gregorian calendar.
struct CivilDate: Equatable, Sendable {
  /// The year, such as 2026.
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int
  /// 0 to 23.
  let hour: Int
  /// 0 to 59.
  let minute: Int
  /// 0 to 59.
  let second: Int

  /// The date of a moment, in UTC.
  init(_ time: Timestamp) {
    // 1970 to 2099, which is what the two digits of a time stamp can show.
    let seconds = Int(min(max(time.milliseconds / 1000, 0), 4_102_444_799))
    hour = seconds / 3600 % 24
    minute = seconds / 60 % 60
    second = seconds % 60
    var days = seconds / 86_400
    var year = 1970
    while days >= Self.daysInYear(year) {
      days -= Self.daysInYear(year)
      year += 1
    }
    self.year = year
    var month = 1
    while days >= Self.daysInMonth(month, of: year) {
      days -= Self.daysInMonth(month, of: year)
      month += 1
    }
    self.month = month
    day = days + 1
  }

  // Every fourth year from 1970 to 2099 is a leap year.
  private static func daysInYear(_ year: Int) -> Int { year % 4 == 0 ? 366 : 365 }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
