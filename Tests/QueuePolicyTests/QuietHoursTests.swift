import Messaging
import QueuePolicy
import Testing

@Suite struct QuietHoursTests {
  private static func hours(_ text: String) throws -> DailyHours {
    try #require(DailyHours(text))
  }

  private static func quiet(
    _ ordinary: String?,
    saturdays: String? = nil,
    sundays: String? = nil,
    holidays: String? = nil
  ) throws -> QuietHours {
    var quiet = QuietHours()
    quiet.ordinary = try ordinary.map { try hours($0) }
    quiet.saturdays = try saturdays.map { try hours($0) }
    quiet.sundays = try sundays.map { try hours($0) }
    quiet.holidays = try holidays.map { try hours($0) }
    return quiet
  }

  @Test(
    arguments: [
      // In winter Paris is an hour ahead: 21:00 there is 20:00 here.
      (paris, "2026-01-14T19:59:59Z", nil), (paris, "2026-01-14T20:00:00Z", "2026-01-15T07:00:00Z"),
      (paris, "2026-01-15T06:59:59Z", "2026-01-15T07:00:00Z"), (paris, "2026-01-15T07:00:00Z", nil),
      // In summer two.
      (paris, "2026-07-14T18:59:59Z", nil), (paris, "2026-07-14T19:00:00Z", "2026-07-15T06:00:00Z"),
      // The nights in which the clocks are set have 10 and 12 hours.
      (paris, "2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z"),
      (paris, "2026-10-24T19:00:00Z", "2026-10-25T07:00:00Z"),
      // Somewhere else it is another day.
      (tokyo, "2026-01-14T12:00:00Z", "2026-01-14T23:00:00Z"), (tokyo, "2026-01-14T11:59:00Z", nil),
      (tokyo, "2026-01-14T23:00:00Z", nil),
      // Clocks that are set at midnight itself, forward (00:00 is 01:00) and back (24:00 is 23:00).
      (santiago, "2026-09-06T03:30:00Z", "2026-09-06T11:00:00Z"),
      (santiago, "2026-04-05T02:30:00Z", "2026-04-05T12:00:00Z"),
      // Before 1970 there was time as well.
      (ZoneOffsets.utc, "1969-12-31T22:00:00Z", "1970-01-01T08:00:00Z"),
    ] as [(ZoneOffsets, String, String?)]
  )
  func `the night from 21 to 8 ends in the morning of whoever is written to`(
    zone: ZoneOffsets,
    at: String,
    end: String?
  ) throws {
    let quiet = try Self.quiet("21:00-08:00")
    #expect(
      quiet.end(at: moment(at), in: zone, Holidays())?.rfc3339.prefix(19)
        == end.map { $0.prefix(19) }
    )
  }

  @Test(
    arguments: [
      // Friday evening: Saturday has hours of its own.
      ("2026-01-16T21:00:00Z", "2026-01-17T09:00:00Z"),
      ("2026-01-17T08:30:00Z", "2026-01-17T09:00:00Z"), ("2026-01-17T12:00:00Z", nil),
      // Saturday from 13:00 on, then all of Sunday, then the night of Monday.
      ("2026-01-17T13:00:00Z", "2026-01-19T08:00:00Z"),
      ("2026-01-18T12:00:00Z", "2026-01-19T08:00:00Z"), ("2026-01-19T08:00:00Z", nil),
      // Christmas is a Friday and all quiet; then comes Saturday.
      ("2026-12-24T20:00:00Z", "2026-12-26T09:00:00Z"),
      // The holiday of one year only; the day after is a Tuesday.
      ("2026-04-06T10:00:00Z", "2026-04-07T08:00:00Z"), ("2027-04-06T10:00:00Z", nil),
    ] as [(String, String?)]
  )
  func `weekends and holidays have hours of their own`(at: String, end: String?) throws {
    let quiet = try Self.quiet(
      "20:00-08:00",
      saturdays: "13:00-09:00",
      sundays: "all",
      holidays: "all"
    )
    var holidays = Holidays()
    for day in ["12-25", "2026-04-06"] {
      let isDay = holidays.add(day)
      #expect(isDay)
    }
    #expect(
      quiet.end(at: moment(at), in: .utc, holidays)?.rfc3339.prefix(19) == end.map { $0.prefix(19) }
    )
  }

  @Test func `Sunday begins and ends at the midnight of the recipient`() throws {
    let quiet = try Self.quiet(nil, sundays: "all")
    // 2026-01-18 is a Sunday; in Tokyo it begins on Saturday at 15:00 UTC.
    #expect(quiet.end(at: moment("2026-01-17T14:59:59Z"), in: tokyo, Holidays()) == nil)
    #expect(
      quiet.end(at: moment("2026-01-17T15:00:00Z"), in: tokyo, Holidays())
        == moment("2026-01-18T15:00:00Z")
    )
    #expect(quiet.end(at: moment("2026-01-18T15:00:00Z"), in: tokyo, Holidays()) == nil)
  }

  @Test func `whatever the hour, what is due then may leave then`() throws {
    let quiet = try Self.quiet("21:30-08:15", saturdays: "18:00-10:00", sundays: "21:00-12:00")
    for zone in [paris, tokyo, santiago, .utc] {
      var now = moment("2026-03-20T00:00:00Z")
      for _ in 0..<(24 * 4 * 20) {
        if let end = quiet.end(at: now, in: zone, Holidays()) {
          #expect(end > now && end - now < .seconds(20 * 3600))
          #expect(quiet.end(at: end, in: zone, Holidays()) == nil)
        }
        now = now + .seconds(15 * 60)
      }
    }
  }

  @Test(arguments: ["", "21-8", "24:00-08:00", "21:00-21:00", "21:60-08:00", "21:00-25:00", "ALL"])
  func `what is not hours is not read`(text: String) { #expect(DailyHours(text) == nil) }

  @Test(arguments: ["21:00-08:00", "00:00-12:30", "22:15-24:00", "all"])
  func `hours are written as they are read`(text: String) throws {
    #expect(try Self.hours(text).description == text)
  }

  @Test(arguments: ["02-30", "13-01", "2026-02-29", "1-1", "2026-1-01", "26-01-01", "x", ""])
  func `a day that is not there is no holiday`(text: String) {
    var holidays = Holidays()
    let isDay = holidays.add(text)
    #expect(!isDay)
  }

  @Test func `days and months begin at midnight, also where that is skipped`() {
    let first = moment("2026-09-06T04:00:00Z")
    #expect(santiago.startOfDay(at: moment("2026-09-06T15:00:00Z")) == first)
    #expect(santiago.endOfDay(at: moment("2026-09-05T15:00:00Z")) == first)
    #expect(paris.startOfDay(at: moment("2026-03-29T12:00:00Z")) == moment("2026-03-28T23:00:00Z"))
    #expect(paris.endOfDay(at: moment("2026-03-29T12:00:00Z")) == moment("2026-03-29T22:00:00Z"))
    #expect(
      paris.startOfMonth(at: moment("2026-12-31T22:59:00Z")) == moment("2026-11-30T23:00:00Z")
    )
    #expect(paris.endOfMonth(at: moment("2026-12-31T22:59:00Z")) == moment("2026-12-31T23:00:00Z"))
    #expect(tokyo.endOfMonth(at: moment("2026-01-31T16:00:00Z")) == moment("2026-02-28T15:00:00Z"))
  }

  @Test func `a recipient is where the country code says, if that is one place`() {
    var calendar = SendingCalendar(home: paris, zones: ["81": tokyo, "56": santiago])
    #expect(calendar.zone(of: japaneseNumber) == tokyo)
    #expect(calendar.zone(of: britishNumber) == paris)
    #expect(calendar.zone(of: PhoneNumber(normalForm: "81000")) == paris)
    calendar.zones = [:]
    #expect(calendar.zone(of: japaneseNumber) == paris)
  }

  @Test func `no country code of the table begins another, and codes of many zones are not in it`()
  {
    let codes = CallingCodeZones.names.keys
    #expect(codes.count > 150)
    for code in codes {
      #expect((1...3).contains(code.count) && code.allSatisfy(\.isNumber))
      #expect(!codes.contains { $0 != code && $0.hasPrefix(code) }, "\(code)")
    }
    for code in ["1", "7", "55", "61", "52", "62"] { #expect(CallingCodeZones.names[code] == nil) }
    #expect(CallingCodeZones.names["54"] == "America/Argentina/Buenos_Aires")
  }
}
