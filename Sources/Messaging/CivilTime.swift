/// A date and a time of day as people write them (proleptic Gregorian calendar), without a zone.
public struct CivilTime: Hashable, Sendable {
  /// The year, 1 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int
  /// The second, 0 to 59.
  public var second: Int
  /// The millisecond, 0 to 999.
  public var millisecond: Int

  /// What the clock on the wall shows at a moment.
  ///
  /// - Parameters:
  ///   - timestamp: The moment; one outside the years 1 to 9999 is moved to the nearest end.
  ///   - offset: Seconds that the zone is ahead of UTC.
  public init(_ timestamp: Timestamp, secondsFromUTC offset: Int = 0) {
    let earliest: Int64 = -62_135_596_800_000
    let latest: Int64 = 253_402_300_799_999
    let shift = Int64(max(-86_400, min(86_400, offset))) * 1000
    let local = max(
      earliest,
      min(latest, max(earliest, min(latest, timestamp.milliseconds)) + shift)
    )
    let (day, time) = Self.floorDivide(local, 86_400_000)
    (year, month, self.day) = Self.date(daysSince1970: day)
    hour = Int(time / 3_600_000)
    minute = Int(time / 60_000 % 60)
    second = Int(time / 1000 % 60)
    millisecond = Int(time % 1000)
  }

  /// The moment at which a clock in UTC shows this; nil where there is no such date or time.
  ///
  /// A leap second (second 60) reads as the first second of the next minute.
  ///
  /// - Parameters:
  ///   - date: The year (1 to 9999), the month and the day.
  ///   - time: The hour, the minute, the second and the millisecond.
  /// - Returns: The moment.
  public static func timestamp(
    _ date: (year: Int, month: Int, day: Int),
    _ time: (hour: Int, minute: Int, second: Int, millisecond: Int)
  ) -> Timestamp? {
    guard (1...9999).contains(date.year), (1...12).contains(date.month), date.day >= 1,
      date.day <= days(inMonth: date.month, of: date.year), (0...23).contains(time.hour),
      (0...59).contains(time.minute), (0...60).contains(time.second),
      (0...999).contains(time.millisecond)
    else { return nil }
    let days = daysSince1970(year: date.year, month: date.month, day: date.day)
    let seconds = Int64(time.hour * 3600 + time.minute * 60 + time.second)
    return Timestamp(milliseconds: days * 86_400_000 + seconds * 1000 + Int64(time.millisecond))
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // The year begins on 1 March here, so that the leap day is its last; an era is 400 years.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static func date(daysSince1970 days: Int64) -> (Int, Int, Int) {
    let (era, rest) = floorDivide(days + 719_468, 146_097)
    let dayOfEra = Int(rest)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func floorDivide(_ value: Int64, _ by: Int64) -> (Int64, Int64) {
    let rest = value % by
    return rest < 0 ? (value / by - 1, rest + by) : (value / by, rest)
  }
}

extension Timestamp {
  /// A moment as RFC 3339 §5.6 writes it; nil where it is not one.
  ///
  /// - Parameter text: For instance `2026-11-23T14:04:29Z` or `2026-11-23 14:04:29.5+01:00`; digits
  ///   beyond the millisecond are dropped.
  public init?(rfc3339 text: some StringProtocol) {
    let octets = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= octets.count else { return nil }
      var value = 0
      for octet in octets[range] {
        guard (0x30...0x39).contains(octet) else { return nil }
        value = value * 10 + Int(octet - 0x30)
      }
      return value
    }
    func isMark(_ index: Int, _ marks: String) -> Bool {
      index < octets.count && marks.utf8.contains(octets[index])
    }
    guard octets.count <= 64, let year = number(0..<4), isMark(4, "-"), let month = number(5..<7),
      isMark(7, "-"), let day = number(8..<10), isMark(10, "Tt "), let hour = number(11..<13),
      isMark(13, ":"), let minute = number(14..<16), isMark(16, ":"), let second = number(17..<19)
    else { return nil }
    var index = 19
    var millisecond = 0
    if isMark(index, ".") {
      let start = index + 1
      index = start
      while index < octets.count, (0x30...0x39).contains(octets[index]) { index += 1 }
      guard index > start else { return nil }
      for place in 0..<3 {
        let digit = start + place < index ? Int(octets[start + place] - 0x30) : 0
        millisecond = millisecond * 10 + digit
      }
    }
    var offset: Int64 = 0
    if isMark(index, "Zz") {
      guard index + 1 == octets.count else { return nil }
    } else {
      guard isMark(index, "+-"), let hours = number(index + 1..<index + 3), hours <= 23,
        isMark(index + 3, ":"), let minutes = number(index + 4..<index + 6), minutes <= 59,
        index + 6 == octets.count
      else { return nil }
      offset = Int64(hours * 60 + minutes) * (isMark(index, "-") ? -60_000 : 60_000)
    }
    guard let utc = CivilTime.timestamp((year, month, day), (hour, minute, second, millisecond))
    else { return nil }
    self.init(milliseconds: utc.milliseconds - offset)
  }

  /// This moment as RFC 3339 §5.6 writes it, in UTC, with milliseconds.
  public var rfc3339: String {
    let time = CivilTime(self)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let date = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    return "\(date)T\(clock).\(padded(time.millisecond, 3))Z"
  }
}
