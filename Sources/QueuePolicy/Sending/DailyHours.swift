/// A stretch of each day by the clock on the wall, which may pass midnight: `21:00-08:00`.
public struct DailyHours: Hashable, Sendable, CustomStringConvertible {
  /// Minutes after midnight at which it begins, 0 to 1439.
  public let start: Int
  /// Minutes after midnight at which it ends, 1 to 1440.
  public let end: Int

  /// The whole day.
  public static let all = DailyHours(start: 0, end: 1440)

  private init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Reads `HH:MM-HH:MM`, or `all` for the whole day; nil where it is neither.
  public init?(_ text: some StringProtocol) {
    if text == "all" {
      self = .all
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Self.minute(parts[0]), let end = Self.minute(parts[1]),
      start != end, start < 1440
    else { return nil }
    self.init(start: start, end: end == 0 ? 1440 : end)
  }

  private static func minute(_ text: some StringProtocol) -> Int? {
    let digits = Array(text.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
    func number(_ place: Int) -> Int? {
      let tens = Int(digits[place]) - 0x30
      let ones = Int(digits[place + 1]) - 0x30
      guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
      return tens * 10 + ones
    }
    guard let hour = number(0), let minute = number(3), minute < 60 else { return nil }
    let total = hour * 60 + minute
    return total <= 1440 ? total : nil
  }

  /// Whether it takes up the whole day.
  public var isWholeDay: Bool { start == 0 && end == 1440 }

  /// When a stretch that holds at a minute of a day ends on that day.
  ///
  /// - Parameter minute: The minute, 0 to 1439.
  /// - Returns: The minute at which it ends, 1440 for midnight; nil where it does not hold.
  func end(at minute: Int) -> Int? {
    if start < end { return minute >= start && minute < end ? end : nil }
    if minute < end { return end }
    return minute >= start ? 1440 : nil
  }

  /// As the configuration writes it.
  public var description: String {
    if isWholeDay { return "all" }
    func text(_ minute: Int) -> String {
      let (hour, rest) = (minute / 60, minute % 60)
      return (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
    return "\(text(start))-\(text(end))"
  }
}
