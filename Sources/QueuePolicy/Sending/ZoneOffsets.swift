public import Messaging

/// A time zone as a value: how far its clocks are ahead of UTC, and when that changes.
///
/// Whoever can read the time zone database makes one; what is decided with it needs no clock.
public struct ZoneOffsets: Hashable, Sendable {
  /// A moment at which the clocks are set.
  public struct Change: Hashable, Sendable {
    /// The moment.
    public var at: Timestamp
    /// Seconds ahead of UTC from then on.
    public var secondsFromUTC: Int

    /// A change.
    public init(at: Timestamp, secondsFromUTC: Int) {
      self.at = at
      self.secondsFromUTC = secondsFromUTC
    }
  }

  /// Its name, as people are told: `Europe/Paris`.
  public let name: String
  private let standard: Int
  private let changes: [Change]

  /// Coordinated universal time.
  public static let utc = ZoneOffsets(name: "UTC", secondsFromUTC: 0)

  /// A zone.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - offset: Seconds ahead of UTC before the first change.
  ///   - changes: The changes, in the order of time.
  public init(name: String, secondsFromUTC offset: Int, changes: [Change] = []) {
    self.name = name
    standard = offset
    self.changes = changes
  }

  /// Seconds ahead of UTC at a moment.
  public func secondsFromUTC(at moment: Timestamp) -> Int {
    changes.last { $0.at <= moment }?.secondsFromUTC ?? standard
  }

  /// What the clock on the wall shows at a moment.
  public func civilTime(at moment: Timestamp) -> CivilTime {
    CivilTime(moment, secondsFromUTC: secondsFromUTC(at: moment))
  }

  /// The first moment at which the clock shows a time, or, where it skips it, a later one.
  ///
  /// - Parameter local: The time on the clock, as milliseconds since 1970 by that clock.
  /// - Returns: The moment.
  func instant(ofLocal local: Int64) -> Timestamp {
    // No zone is more than a day ahead of or behind UTC.
    let before = secondsFromUTC(at: Timestamp(milliseconds: local - 86_400_000))
    let early = Timestamp(milliseconds: local - Int64(before) * 1000)
    let window = Timestamp(milliseconds: local - 86_400_000)...early
    guard let change = changes.first(where: { window.contains($0.at) }) else { return early }
    let late = Timestamp(milliseconds: local - Int64(change.secondsFromUTC) * 1000)
    return max(late, change.at)
  }

  /// Midnight before a moment, or at it.
  public func startOfDay(at moment: Timestamp) -> Timestamp {
    instant(ofLocal: CivilDay(self, at: moment).startOfDay)
  }

  /// The first midnight after a moment.
  public func endOfDay(at moment: Timestamp) -> Timestamp {
    instant(ofLocal: CivilDay(self, at: moment).startOfDay + 86_400_000)
  }

  /// The beginning of the month that a moment is in.
  public func startOfMonth(at moment: Timestamp) -> Timestamp {
    let time = civilTime(at: moment)
    return midnight(time.year, time.month)
  }

  /// The beginning of the month after the one that a moment is in.
  public func endOfMonth(at moment: Timestamp) -> Timestamp {
    let time = civilTime(at: moment)
    return time.month == 12 ? midnight(time.year + 1, 1) : midnight(time.year, time.month + 1)
  }

  private func midnight(_ year: Int, _ month: Int) -> Timestamp {
    guard let first = CivilTime.timestamp((year, month, 1), (0, 0, 0, 0)) else {
      return .distantEnd
    }
    return instant(ofLocal: first.milliseconds)
  }

  /// A moment by this zone's clock, for people: `2026-11-29 08:00 (Europe/Paris)`.
  public func text(of moment: Timestamp) -> String {
    let time = civilTime(at: moment)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(time.year)-\(padded(time.month))-\(padded(time.day)) "
      + "\(padded(time.hour)):\(padded(time.minute)) (\(name))"
  }
}

/// A day on a calendar and the time of it, by the clock of one zone.
struct CivilDay {
  /// Days since 1970-01-01 by that clock.
  let number: Int64
  /// Milliseconds since its midnight.
  let elapsed: Int64

  init(_ zone: ZoneOffsets, at moment: Timestamp) {
    let local = moment.milliseconds + Int64(zone.secondsFromUTC(at: moment)) * 1000
    let rest = local % 86_400_000
    elapsed = rest < 0 ? rest + 86_400_000 : rest
    number = (local - elapsed) / 86_400_000
  }

  /// Its midnight, as milliseconds since 1970 by that clock.
  var startOfDay: Int64 { number * 86_400_000 }

  /// 0 for Sunday to 6 for Saturday.
  var weekday: Int { Int(((number + 4) % 7 + 7) % 7) }
}

extension Timestamp {
  /// A moment that never comes.
  static let distantEnd = Timestamp(milliseconds: 253_402_300_799_999)
}
