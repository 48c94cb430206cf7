import Messaging
import Testing
import TransferLayer

@Suite struct ServiceCentreTimeStampTests {
  @Test(
    "TS 23.040 §9.2.3.11: digits are swapped and the zone counts quarters of an hour",
    arguments: [
      ([0x99, 0x30, 0x92, 0x51, 0x61, 0x95, 0x80], "1999-03-29T15:16:59+02:00"),
      ([0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0x40], "2026-11-23T19:04:24+01:00"),
      ([0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0x4A], "2026-11-23T19:04:24-06:00"),
      ([0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0x32], "2026-11-23T19:04:24+05:45"),
      ([0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0x2A], "2026-11-23T19:04:24-05:30"),
      ([0x42, 0x20, 0x92, 0x32, 0x95, 0x95, 0x97], "2024-02-29T23:59:59+19:45"),
    ] as [([UInt8], String)]
  )
  func digits(_ octets: [UInt8], _ text: String) throws {
    let time = ServiceCentreTimeStamp(octets: octets)
    #expect(time.iso8601 == text)
    #expect(time.octets == octets)
    #expect(ServiceCentreTimeStamp(iso8601: text) == time)
    #expect(time.timestamp == Timestamp(rfc3339: text))
    let moment = try #require(time.timestamp)
    #expect(ServiceCentreTimeStamp(moment, quarterHours: time.quarterHours) == time)
  }

  @Test("TS 23.040 §9.2.3.11: a semi-octet that is no digit reads as 0 and is kept")
  func notADigit() {
    let octets: [UInt8] = [0x62, 0x11, 0x32, 0x91, 0x40, 0xF2, 0xF0]
    let time = ServiceCentreTimeStamp(octets: octets)
    #expect(time.iso8601 == "2026-11-23T19:04:20+00:00")
    #expect(time.octets == octets)
  }

  @Test(
    "TS 23.040 §9.2.3.11: what is no time has no moment",
    arguments: [
      [0x62, 0x31, 0x32, 0, 0, 0, 0], [0x62, 0, 0x32, 0, 0, 0, 0], [0x62, 0x11, 0x13, 0, 0, 0, 0],
      [0x62, 0x20, 0x92, 0, 0, 0, 0], [0x62, 0x11, 0x32, 0x42, 0, 0, 0],
      [0x62, 0x11, 0x32, 0, 0x06, 0, 0], [0x62, 0x11, 0x32, 0, 0, 0x06, 0], [0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]]
  )
  func notATime(_ octets: [UInt8]) {
    let time = ServiceCentreTimeStamp(octets: octets)
    #expect(!time.isValid && time.timestamp == nil && time.iso8601 == nil)
    #expect(time.octets == octets)
  }

  @Test func anOffsetThatIsNoQuarterOfAnHourBecomesUTC() {
    let time = ServiceCentreTimeStamp(iso8601: "2026-11-23T19:04:24.9+05:50")
    #expect(time?.iso8601 == "2026-11-23T13:14:24+00:00")
  }

  @Test(arguments: ["", "2026-11-23", "2090-01-01T00:00:00Z", "1989-12-31T23:59:59Z", "x"])
  func whatCannotBeCarriedIsRefused(_ text: String) {
    #expect(ServiceCentreTimeStamp(iso8601: text) == nil)
  }
}

@Suite struct ValidityPeriodTests {
  @Test("TS 23.040 §9.2.3.12.1: the steps of the relative format")
  func steps() {
    let minutes: [(UInt8, Int64)] = [
      (0, 5), (1, 10), (143, 720), (144, 750), (167, 1440), (168, 2880), (196, 43_200),
      (197, 50_400), (255, 635_040),
    ]
    for (value, count) in minutes {
      #expect(ValidityPeriod.relative(value).duration == .seconds(count * 60))
    }
  }

  @Test("TS 23.040 §9.2.3.12.1: the shortest period that is long enough is taken")
  func roundsUp() throws {
    for value in UInt8.min...UInt8.max {
      let duration = try #require(ValidityPeriod.relative(value).duration)
      #expect(ValidityPeriod(atLeast: duration) == .relative(value))
      if value < 255 {
        #expect(ValidityPeriod(atLeast: duration + .seconds(1)) == .relative(value + 1))
      }
    }
    #expect(ValidityPeriod(atLeast: .zero) == .relative(0))
    #expect(ValidityPeriod(atLeast: .seconds(-5)) == .relative(0))
    #expect(ValidityPeriod(atLeast: .seconds(Int64.max)) == .relative(255))
    #expect(ValidityPeriod(atLeast: .milliseconds(300_001)) == .relative(1))
  }

  @Test(
    "TS 23.040 §9.2.3.12.3: the enhanced format",
    arguments: [
      ([0x01, 0xAA, 0, 0, 0, 0, 0], Duration.seconds(4 * 86_400), false),
      ([0x42, 0x1E, 0, 0, 0, 0, 0], .seconds(30), true),
      ([0x03, 0x10, 0x20, 0x30, 0, 0, 0], .seconds(3723), false),
      ([0x00, 1, 0, 0, 0, 0, 0], nil, false), ([0x07, 1, 0, 0, 0, 0, 0], nil, false),
      ([0x81, 1, 0, 0, 0, 0, 0], nil, false),
    ] as [([UInt8], Duration?, Bool)]
  )
  func enhanced(_ octets: [UInt8], _ duration: Duration?, _ isSingleShot: Bool) throws {
    let period = EnhancedValidityPeriod(octets: octets)
    #expect(period.duration == duration && period.isSingleShot == isSingleShot)
    #expect(period.octets == octets)
  }

  @Test("TS 23.040 §9.2.3.3: TP-VPF tells the formats apart")
  func formats() throws {
    let periods: [(ValidityPeriod?, UInt8)] = [
      (nil, 0), (.enhanced(EnhancedValidityPeriod(octets: [1, 2, 3, 4, 5, 6, 7])), 1),
      (.relative(7), 2),
      (.absolute(ServiceCentreTimeStamp(octets: [0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0])), 3),
    ]
    for (period, format) in periods {
      let submit = SMSSubmit(
        destinationAddress: TPAddress(typeOfNumber: 0, digits: "1"),
        userData: .septets([1, 2]),
        validityPeriod: period
      )
      let octets = submit.encoded()
      #expect(octets[0] >> 3 & 3 == format)
      #expect(try TPDU(decoding: octets, direction: .mobileOriginated) == .submit(submit))
    }
  }
}

@Suite struct DeliveryStatusTests {
  @Test("TS 23.040 §9.2.3.15: what each status means", arguments: UInt8.min...UInt8.max)
  func category(_ octet: UInt8) {
    let status = DeliveryStatus(rawValue: octet)
    let expected: DeliveryStatus.Category =
      octet < 0x03 || octet >> 4 == 1 ? .delivered : octet >> 5 == 1 ? .pending : .failed
    #expect(status.category == expected)
    #expect(!status.description.isEmpty)
  }
}
