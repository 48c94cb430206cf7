public import Messaging

/// When nobody is to be written to, by the clock of whoever would be.
public struct QuietHours: Hashable, Sendable {
  /// The quiet hours of a day that has none of its own below.
  public var ordinary: DailyHours?
  /// Those of Saturdays.
  public var saturdays: DailyHours?
  /// Those of Sundays.
  public var sundays: DailyHours?
  /// Those of holidays, whatever day of the week they are.
  public var holidays: DailyHours?

  /// No quiet hours.
  public init() {}

  /// Whether there are any.
  public var isEmpty: Bool {
    ordinary == nil && saturdays == nil && sundays == nil && holidays == nil
  }

  /// The end of the quiet hours that hold at a moment.
  ///
  /// - Parameters:
  ///   - moment: The moment.
  ///   - zone: Where the recipient is.
  ///   - calendar: The holidays there.
  /// - Returns: When they are over; nil where none hold.
  public func end(at moment: Timestamp, in zone: ZoneOffsets, _ calendar: Holidays) -> Timestamp? {
    guard !isEmpty else { return nil }
    var candidate = moment
    // Each step reaches the end of a stretch or midnight: a year of quiet days is passed at least.
    for _ in 0..<Self.stepLimit {
      let day = CivilDay(zone, at: candidate)
      let minute = Int(day.elapsed / 60_000)
      guard
        let hours = hours(of: day, zone.civilTime(at: candidate), calendar),
        let end = hours.end(at: minute)
      else { return candidate == moment ? nil : candidate }
      let next = zone.instant(ofLocal: day.startOfDay + Int64(end) * 60_000)
      // Clocks that are set back show an hour twice; the second time it counts again.
      candidate = max(next, candidate + .milliseconds(1))
    }
    return candidate
  }

  private static let stepLimit = 1100

  private func hours(of day: CivilDay, _ date: CivilTime, _ calendar: Holidays) -> DailyHours? {
    if let holidays, calendar.contains(date) { return holidays }
    if let sundays, day.weekday == 0 { return sundays }
    if let saturdays, day.weekday == 6 { return saturdays }
    return ordinary
  }
}
