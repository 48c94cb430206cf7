import Messaging
import Testing

@Suite struct CivilTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-23T14:04:29Z", 1_795_442_669_000),
    ("2026-11-23t14:04:29.5z", 1_795_442_669_500), ("2026-11-23 15:04:29+01:00", 1_795_442_669_000),
    ("2026-11-23T14:04:29.123456-00:30", 1_795_444_469_123), ("1969-12-31T23:59:59.999Z", -1),
    ("2000-02-29T00:00:00Z", 951_782_400_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000),
  ])
  func `RFC 3339 §5.6 is read`(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text) == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T14:04Z", "2026-11-23T14:04:29", "2026-11-23T14:04:29.Z",
    "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T14:60:00Z",
    "2026-11-23T14:04:29+0100", "2026-11-23T14:04:29+24:00", "2026-11-23T14:04:29Zx",
    "2026-11-23T14:04:29+", "x026-11-23T14:04:29Z", "0000-01-01T00:00:00Z", "２026-11-23T14:04:29Z",
  ])
  func `what is not RFC 3339 is not read`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test func `a moment is written as it is read, over four hundred years of days`() {
    var timestamp = Timestamp(seconds: -5_000_000_000)
    for _ in 0..<146_097 {
      timestamp = timestamp + .milliseconds(86_400_123)
      #expect(Timestamp(rfc3339: timestamp.rfc3339) == timestamp)
    }
  }

  @Test func `a clock on the wall is ahead of UTC by its offset`() {
    let time = CivilTime(Timestamp(milliseconds: 1_795_442_669_007), secondsFromUTC: 36_000)
    #expect(
      [time.year, time.month, time.day, time.hour, time.minute, time.second, time.millisecond]
        == [2026, 11, 24, 0, 4, 29, 7]
    )
  }

  @Test(arguments: [Int64.min, .max])
  func `no moment makes the calendar trap`(milliseconds: Int64) {
    let years = [-100_000, 0, 100_000].map {
      CivilTime(Timestamp(milliseconds: milliseconds), secondsFromUTC: $0).year
    }
    #expect(years.allSatisfy { (0...10_000).contains($0) })
  }
}
