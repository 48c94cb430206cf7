internal import Messaging

/// Days on which nobody works: of every year, or of one.
public struct Holidays: Hashable, Sendable {
  private var yearly: Set<Int> = []
  private var single: Set<Int> = []

  /// No holidays.
  public init() {}

  /// Adds a day.
  ///
  /// - Parameter text: `12-25` for every year, or `2026-04-06` for one.
  /// - Returns: Whether there is such a day.
  public mutating func add(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, parts.suffix(2).allSatisfy({ $0.utf8.count == 2 }),
      parts.count == 2 || (parts.count == 3 && parts[0].utf8.count == 4)
    else { return false }
    // A leap year, so that 29 February may be a holiday where there is one.
    let year = numbers.count == 3 ? numbers[0] : 2000
    let (month, day) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
    guard CivilTime.timestamp((year, month, day), (0, 0, 0, 0)) != nil else { return false }
    if numbers.count == 3 {
      single.insert(year * 10_000 + month * 100 + day)
    } else {
      yearly.insert(month * 100 + day)
    }
    return true
  }

  /// Whether a day is a holiday.
  func contains(_ date: CivilTime) -> Bool {
    let day = date.month * 100 + date.day
    return yearly.contains(day) || single.contains(date.year * 10_000 + day)
  }
}
