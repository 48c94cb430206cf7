public import Messaging

/// The clocks that considerate sending goes by: the gateway's, and those of the recipients.
public struct SendingCalendar: Hashable, Sendable {
  /// Where the gateway is: its days and months are those of limits and budgets.
  public var home: ZoneOffsets
  /// The zones of recipients, by country calling code.
  public var zones: [String: ZoneOffsets]
  /// The holidays.
  public var holidays: Holidays

  /// A calendar; without zones every recipient is taken to be where the gateway is.
  public init(
    home: ZoneOffsets = .utc,
    zones: [String: ZoneOffsets] = [:],
    holidays: Holidays = Holidays()
  ) {
    self.home = home
    self.zones = zones
    self.holidays = holidays
  }

  /// The zone of a number: that of its country where it has only one, else the gateway's.
  public func zone(of number: PhoneNumber) -> ZoneOffsets {
    guard !zones.isEmpty, number.kind == .international else { return home }
    // No country calling code is the beginning of another (ITU-T E.164).
    for length in 1...3 {
      if let zone = zones[String(number.digits.prefix(length))] { return zone }
    }
    return home
  }
}
