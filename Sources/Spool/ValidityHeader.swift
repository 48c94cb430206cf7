/// The value of a `Validity:` header.
enum ValidityHeader {
  static let allowed =
    "a number and min, hour, day, week, month or year (\"10 min\"), or 0 to 255 as TP-VP counts"

  /// How long a message is valid; nil where the value says nothing of the kind.
  ///
  /// A bare number is a relative TP-VP, 3GPP TS 23.040 §9.2.3.12.1; a bare word means one of it. What
  /// is longer than TP-VP can say is cut to its most, 63 weeks.
  static func duration(_ value: String) -> Duration? {
    let text = value.lowercased()
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = text.dropFirst(digits.count).trimmed
    guard !unit.isEmpty else { return UInt8(digits).map(relative) }
    guard let count = digits.isEmpty ? 1 : Int64(digits), count > 0,
      let seconds = seconds(in: unit)
    else { return nil }
    let (total, overflow) = count.multipliedReportingOverflow(by: seconds)
    return .seconds(overflow ? longest : min(total, longest))
  }

  private static let longest: Int64 = 63 * 7 * 86_400

  private static func relative(_ value: UInt8) -> Duration {
    let value = Int64(value)
    let minute: Int64 = 60
    let day = 24 * 60 * minute
    return switch value {
    case 0...143: .seconds((value + 1) * 5 * minute)
    case 144...167: .seconds(12 * 60 * minute + (value - 143) * 30 * minute)
    case 168...196: .seconds((value - 166) * day)
    default: .seconds((value - 192) * 7 * day)
    }
  }

  private static func seconds(in unit: Substring) -> Int64? {
    switch unit {
    case "s", "sec", "secs", "second", "seconds": 1
    case "min", "mins", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 7 * 86_400
    case "month", "months": 30 * 86_400
    case "y", "year", "years": 365 * 86_400
    default: nil
    }
  }
}
