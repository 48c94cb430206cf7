import ArgumentParser
import Foundation
import LocalAPI
import Messaging
import Testing

@testable import hermod

/// How the arguments of `hermod send` are read.
@Suite struct SendWordingTests {
  @Test(
    arguments: [
      (["+447700900123", "Hello"], ["+447700900123"], "Hello"),
      (["+447700900123", "123456"], ["+447700900123"], "123456"),
      (["+447700900123"], ["+447700900123"], nil),
      (["+447700900123", "-"], ["+447700900123"], nil),
      (["07700900123", "07700900124"], ["07700900123", "07700900124"], nil),
      (["07700 900123", "+44 7700 900124", "Hi"], ["07700 900123", "+44 7700 900124"], "Hi"),
      (["60123", "STOP"], ["60123"], "STOP"),
      (["*100#", "x"], ["*100#"], "x"),
    ] as [([String], [String], String?)]
  )
  func `the last argument is the text unless it is a number`(
    arguments: [String],
    numbers: [String],
    text: String?
  ) throws {
    let parts = try SendArguments(arguments, text: nil)
    #expect(parts.numbers == numbers)
    #expect(parts.text == text)
  }

  @Test func `with --text every argument is a number`() throws {
    let parts = try SendArguments(["+447700900123", "123456"], text: "Hi")
    #expect(parts.numbers == ["+447700900123", "123456"])
    #expect(parts.text == "Hi")
  }

  @Test(arguments: [[], ["Hello"], ["-"], ["+447700900123", "two", "words"], ["Bob", "Hi"]])
  func `what names no number is wrong usage`(arguments: [String]) {
    #expect(throws: ValidationError.self) { try SendArguments(arguments, text: nil) }
  }

  @Test(arguments: [
    (["07700"], "\"07700\" alone is taken for the text, as it is too short for a phone number"),
    (["Hello"], "There is no number to send to; write it first"),
    (["Bob", "Hi"], "\"Bob\" is not a phone number."),
  ])
  func `what is missing or wrong among the arguments is named`(
    arguments: [String],
    words: String
  ) {
    let error = #expect(throws: ValidationError.self) {
      try SendArguments(arguments, text: nil)
    }
    #expect(error?.message.hasPrefix(words) == true)
  }

  @Test(arguments: [
    ("30", 30), ("30s", 30), ("10min", 600), ("10 min", 600), ("2h", 7200), ("1h30min", 5400),
    ("1d", 86_400), ("2 weeks", 1_209_600), ("0", 0),
  ])
  func `spans of time are read`(text: String, seconds: Int) {
    #expect(TimeSpan(argument: text) == TimeSpan(seconds: seconds))
  }

  @Test(arguments: [
    "", "h", "1x", "-1h", "1.5h", "99999999999999999999", "9999999999999999w", "１h",
  ])
  func `what is not a span of time is refused`(text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test(arguments: [
    ("10:00", "2026-05-03T08:00:00.000Z"),
    ("09:00", "2026-05-04T07:00:00.000Z"),
    ("2026-05-04 18:30", "2026-05-04T16:30:00.000Z"),
    ("2026-12-24 18:30", "2026-12-24T17:30:00.000Z"),
    ("+20min", "2026-05-03T07:41:00.000Z"),
    ("2026-05-03T11:00:00+02:00", "2026-05-03T09:00:00.000Z"),
  ])
  func `times are read in the time zone of the user`(text: String, time: String) throws {
    let now = Date(timeIntervalSince1970: 1_777_792_860)  // 09:21 in Berlin
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(try SendTime.read(text, now: now, timeZone: zone).description == time)
  }

  @Test(arguments: ["", "soon", "25:00", "10:60", "2026-02-30 10:00", "2026-05-03", "10"])
  func `what is not a time is refused`(text: String) {
    let error = #expect(throws: CommandFailure.self) {
      try SendTime.read(text, now: Date(timeIntervalSince1970: 0), timeZone: .gmt)
    }
    #expect(error?.exitCode == ExitStatus.usage)
  }

  @Test(
    arguments: [
      ([.sent, .delivered], true, 0), ([.sent, .failed], true, 1), ([.withdrawn], true, 1),
      ([.expired], true, 1), ([.cancelled], true, 1), ([.undelivered], true, 1),
      ([.failed, .unknown], true, 3), ([.closed], true, 3), ([.queued], true, 3),
      ([.submitting], true, 3), ([.queued, .queued], false, 0), ([.queued, .withdrawn], false, 1),
      ([], false, 0),
    ] as [([MessageState], Bool, Int32)]
  )
  func `an unknown outcome outweighs a failure, and a failure a success`(
    states: [MessageState],
    whileWaiting: Bool,
    code: Int32
  ) {
    #expect(OutcomeExit.code(of: states, whileWaiting: whileWaiting) == code)
  }
}
