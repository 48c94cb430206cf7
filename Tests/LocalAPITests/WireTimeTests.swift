import LocalAPI
import Messaging
import Testing

/// RFC 3339: what is written, and what is read.
@Suite struct WireTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"),
    (1, "1970-01-01T00:00:00.001Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_123, "2000-02-29T00:00:00.123Z"),
    (1_777_801_260_000, "2026-05-03T09:41:00.000Z"),
    (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
  ])
  func `a moment is written in UTC with milliseconds, and read back`(
    milliseconds: Int64,
    text: String
  ) {
    let time = WireTime(Timestamp(milliseconds: milliseconds))
    #expect(time.description == text)
    #expect(WireTime(text) == time)
  }

  @Test func `moments beyond the years that RFC 3339 knows are written as the nearest`() {
    #expect(WireTime(Timestamp(milliseconds: .max)).description == "9999-12-31T23:59:59.999Z")
    #expect(WireTime(Timestamp(milliseconds: .min)).description == "0001-01-01T00:00:00.000Z")
  }

  @Test func `every day from 1890 to 2110 comes back as itself`() {
    for day in Int64(-29_220)...51_134 {
      let time = WireTime(Timestamp(seconds: day * 86_400 + 43_200))
      #expect(WireTime(time.description) == time)
    }
  }

  @Test(
    arguments: [
      ("2026-05-03T11:41:00+02:00", 1_777_801_260_000),
      ("2026-05-03T05:11:00.5-04:30", 1_777_801_260_500),
      ("2026-05-03t09:41:00z", 1_777_801_260_000),
      ("2026-05-03 09:41:00Z", 1_777_801_260_000),
      ("2026-05-03T09:41:00.123456789Z", 1_777_801_260_123),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ] as [(String, Int64)]
  )
  func `any form that RFC 3339 §5.6 allows is read`(text: String, milliseconds: Int64) {
    #expect(WireTime(text)?.timestamp.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-05-03", "2026-05-03T09:41", "2026-05-03T09:41:00", "2026-05-03T09:41:00.Z",
    "2026-13-03T09:41:00Z", "2026-00-03T09:41:00Z", "2026-02-29T09:41:00Z", "2026-04-31T09:41:00Z",
    "2100-02-29T09:41:00Z", "2026-05-03T24:00:00Z", "2026-05-03T09:60:00Z", "2026-05-03T09:41:61Z",
    "2026-05-03T09:41:00+24:00", "2026-05-03T09:41:00+0200", "2026-05-03T09:41:00Z ",
    " 2026-05-03T09:41:00Z", "+026-05-03T09:41:00Z", "２０２６-05-03T09:41:00Z",
    "2026-05-03T09:41:00ZZ",
  ])
  func `anything else is refused`(text: String) {
    #expect(WireTime(text) == nil)
  }
}
