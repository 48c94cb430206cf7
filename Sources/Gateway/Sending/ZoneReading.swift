internal import Foundation
internal import Messaging
internal import QueuePolicy

extension ZoneOffsets {
  /// How far ahead the changes of a zone are read; whoever runs longer starts anew before.
  private static let horizon: Duration = .seconds(6 * 366 * 86_400)

  /// Reads a zone of the time zone database; nil where the database does not have it.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - now: The time: changes of a month ago and of some years ahead are read.
  init?(named name: String, at now: Timestamp) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.init(zone, at: now)
  }

  /// The zone of the system.
  static func system(at now: Timestamp) -> ZoneOffsets {
    ZoneOffsets(TimeZone.current, at: now)
  }

  private init(_ zone: TimeZone, at now: Timestamp) {
    let start = now - .seconds(62 * 86_400)
    let end = now + Self.horizon
    var changes: [Change] = []
    var date = Date(start)
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
      Timestamp(next) < end
    {
      changes.append(Change(at: Timestamp(next), secondsFromUTC: zone.secondsFromGMT(for: next)))
      date = next
    }
    self.init(
      name: zone.identifier,
      secondsFromUTC: zone.secondsFromGMT(for: Date(start)),
      changes: changes
    )
  }
}

extension Date {
  fileprivate init(_ moment: Timestamp) {
    self.init(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
  }
}

extension Timestamp {
  fileprivate init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}

extension SendingCalendar {
  /// The clocks that a configuration asks for.
  init(_ section: SendingSection, readsZones: Bool, at now: Timestamp) {
    var days = Holidays()
    for day in section.holidays { _ = days.add(day) }
    let home = section.timeZone.flatMap { ZoneOffsets(named: $0, at: now) } ?? .system(at: now)
    // Some two hundred zones: they are read only where somebody asks what time it is there.
    let zones =
      readsZones
      ? CallingCodeZones.names.compactMapValues { ZoneOffsets(named: $0, at: now) } : [:]
    self.init(home: home, zones: zones, holidays: days)
  }
}
