public import Messaging

/// A moment as it stands in JSON: RFC 3339 in UTC with milliseconds, `2026-05-03T09:41:00.000Z`.
public struct WireTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The moment itself.
  public var timestamp: Timestamp

  /// A moment to be written.
  public init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// Reads an RFC 3339 date and time; nil where the text is none, or the date does not exist.
  ///
  /// Any offset is understood, digits beyond the milliseconds are dropped, and a leap second reads
  /// as the second after it.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), reader.take("T", "t", " "),
      let hour = reader.number(digits: 2), reader.take(":"),
      let minute = reader.number(digits: 2), reader.take(":"),
      let second = reader.number(digits: 2),
      let milliseconds = reader.fraction(),
      let offset = reader.offset(), reader.isAtEnd,
      (1...12).contains(month), day >= 1, day <= Calendar.days(inMonth: month, of: year),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = Calendar.daysSince1970(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3600 + (minute - offset) * 60 + second
    timestamp = Timestamp(milliseconds: seconds * 1000 + milliseconds)
  }

  /// RFC 3339 in UTC; moments outside the years 0 to 9999 are written as the nearest in them.
  public var description: String {
    let clamped = min(max(timestamp.milliseconds, Self.earliest), Self.latest)
    let days = Calendar.floorDivide(clamped, by: 86_400_000)
    let rest = clamped - days * 86_400_000
    let (year, month, day) = Calendar.date(daysSince1970: days)
    return Self.pad(year, to: 4) + "-" + Self.pad(month, to: 2) + "-" + Self.pad(day, to: 2) + "T"
      + Self.pad(rest / 3_600_000, to: 2) + ":" + Self.pad(rest / 60_000 % 60, to: 2) + ":"
      + Self.pad(rest / 1000 % 60, to: 2) + "." + Self.pad(rest % 1000, to: 3) + "Z"
  }

  /// Whether one moment comes before another.
  public static func < (left: WireTime, right: WireTime) -> Bool {
    left.timestamp < right.timestamp
  }

  private static let earliest: Int64 = -62_167_219_200_000
  private static let latest: Int64 = 253_402_300_799_999

  private static func pad(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension WireTime: Codable {
  /// Reads RFC 3339 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = WireTime(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "not a date and time of RFC 3339, such as 2026-05-03T09:41:00Z"
      )
    }
    self = time
  }

  /// Writes RFC 3339 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The Gregorian calendar, carried backwards and forwards without end.
private enum Calendar {
  static func floorDivide(_ number: Int64, by divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }

  static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // Years are counted from 1 March, so that the leap day is a year's last, in eras of 400 years.
  static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func date(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

/// Reads the fixed-width fields of RFC 3339 §5.6 from the front of a text.
private struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    rest = Array(text.utf8.prefix(64))[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ characters: Unicode.Scalar...) -> Bool {
    guard let first = rest.first, characters.contains(Unicode.Scalar(first)) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits: Int) -> Int64? {
    guard rest.count >= digits else { return nil }
    var value: Int64 = 0
    for octet in rest.prefix(digits) {
      guard (0x30...0x39).contains(octet) else { return nil }
      value = value * 10 + Int64(octet - 0x30)
    }
    rest.removeFirst(digits)
    return value
  }

  /// Milliseconds; 0 where there is no fraction, nil where there is a point and no digit.
  mutating func fraction() -> Int64? {
    guard take(".") else { return 0 }
    var value: Int64 = 0
    var digits = 0
    while let digit = number(digits: 1) {
      if digits < 3 { value = value * 10 + digit }
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in 0..<max(0, 3 - digits) { value *= 10 }
    return value
  }

  /// Minutes east of UTC.
  mutating func offset() -> Int64? {
    if take("Z", "z") { return 0 }
    let sign: Int64
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2),
      hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
