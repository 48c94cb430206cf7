import Messaging

extension ServiceCentreTimeStamp {
  /// A time as ISO 8601 writes it, `2026-11-23T19:04:24+01:00`; fractions of seconds are dropped.
  ///
  /// The offset is kept where it is a multiple of a quarter of an hour and less than 20 hours;
  /// otherwise the time becomes one in UTC.
  ///
  /// - Parameter text: A date, `T` or a space, hours and minutes, seconds unless they are 0, and
  ///   an offset or `Z`; nil for anything else and for years that the wire cannot carry.
  public init?(iso8601 text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T") || scanner.skip(" "),
      let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2)
    else { return nil }
    var second = 0
    if scanner.skip(":") {
      guard let number = scanner.number(2) else { return nil }
      second = number
      if scanner.skip(".") || scanner.skip(",") {
        guard scanner.number(1) != nil else { return nil }
        while scanner.number(1) != nil {}
      }
    }
    guard let offset = scanner.offsetInMinutes(), scanner.isAtEnd, 1990...2089 ~= year,
      1...12 ~= month, day >= 1, day <= CivilDate.daysIn(month: month, year: year), hour < 24,
      minute < 60, second < 60
    else { return nil }
    let days = CivilDate(year: Int64(year), month: month, day: day).daysSinceEpoch
    let minutes = days * 1440 + Int64(hour * 60 + minute - offset)
    let isKept = offset % 15 == 0 && abs(offset) < 20 * 60
    self.init(
      Timestamp(seconds: minutes * 60 + Int64(second)),
      quarterHours: isKept ? offset / 15 : 0
    )
    // Taking the offset off may have led out of the years that two digits stand for.
    guard timestamp == Timestamp(seconds: minutes * 60 + Int64(second)) else { return nil }
  }
}

/// Reads digits and separators, one after the other.
private struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(_ digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func offsetInMinutes() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+"), let hours = number(2), hours < 24 else { return nil }
    let hasColon = skip(":")
    guard let minutes = number(2) ?? (hasColon ? nil : 0), minutes < 60 else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }
}
