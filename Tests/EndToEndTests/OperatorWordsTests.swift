import Foundation
import Testing

/// What the commands say to somebody who got something wrong, or who waits for nothing.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct OperatorWordsTests {
  private static let number = "+447700900123"

  @Test func `A message for a modem that cannot send it is accepted, and its sender told`() throws {
    let laboratory = try Laboratory(modems: 2, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 2)
    let missing =
      "waits: there is no modem nosuch, only modem1 and modem2; it is sent when there is one of "
      + "that name"
    let dry = try laboratory.hermod("send", "--dry-run", "--modem", "nosuch", Self.number, "Hi")
    #expect(dry.status == 0)
    #expect(
      dry.output == "\(Self.number): would be accepted, 1 segment, gsm7\n  - \(missing)\n"
    )
    let sent = try laboratory.hermod("send", "--modem", "nosuch", Self.number, "Hi")
    #expect(sent.status == 0)
    #expect(sent.output.hasSuffix("(1 segment, gsm7)\n  - \(missing)\n"))
    let waited = try laboratory.hermod(
      "send",
      "--wait",
      "--timeout",
      "1s",
      "--modem",
      "nosuch",
      Self.number,
      "Hi"
    )
    #expect(waited.status == 3)
    #expect(waited.error == "hermod: \(missing)\n")
    // They do not count among what the others are going to send.
    let queue = try laboratory.hermod("queue").output
    #expect(queue.hasSuffix("\n2 messages wait for a modem or a SIM that is not at work.\n"))

    #expect(
      try laboratory.hermod("modem", "pause", "modem1", "--reason", "new antenna").status == 0
    )
    let paused = try laboratory.hermod("send", "--modem", "modem1", Self.number, "Hi")
    #expect(paused.output.contains("  - waits: modem1 is paused: new antenna\n"))
    let ready = try laboratory.hermod("send", "--modem", "modem2", Self.number, "Hi")
    #expect(ready.status == 0 && !ready.output.contains("  - "), "\(ready.output)")
  }

  @Test func `A class that is held back and a time that is past are said at once`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.hermod("queue", "pause", "marketing").status == 0)
    let held = try laboratory.hermod("send", "--class", "marketing", Self.number, "Two for one")
    #expect(
      held.output.contains(
        "  - waits: marketing is paused until \"hermod queue resume marketing\"\n"
      )
    )
    let late = try laboratory.hermod("send", "--at", "2020-01-01T00:00:00Z", Self.number, "Hi")
    #expect(late.output.contains("  - the time it was to leave at is past: it leaves at once\n"))
  }

  @Test func `What is wrong is said once, with what would be right`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.start(untilReady: 1)
    let number = try laboratory.hermod("optout", "check", "abc")
    #expect(number.error == "hermod: to: \"abc\": 'a' is not part of a phone number\n")
    #expect(number.status == 65)
    for verb in ["show", "pause", "reset"] {
      let modem = try laboratory.hermod("modem", verb, "nosuch")
      #expect(modem.error == "hermod: there is no modem nosuch, only modem1\n")
      #expect(modem.status == 1)
    }
    let list = try laboratory.hermod("optout", "import", "/nonexistent/list.csv")
    #expect(
      list.error == "hermod: /nonexistent/list.csv cannot be read: No such file or directory\n"
    )
    #expect(list.status == 65)
    let file = try laboratory.hermod("config", "check", "/")
    #expect(file.error == "/: cannot be read: Is a directory\n")
    let id = try laboratory.hermod("message", "show", "01M8")
    #expect(id.error.contains("26 letters and digits") && id.status == 64)
    #expect(try laboratory.hermod("send", "--wait", "--class", "otp", Self.number, "1").status == 0)
    let bulk = try laboratory.hermod("message", "retry", "--to", Self.number)
    #expect(
      bulk.error
        == "hermod: about to queue 1 message again; add --yes to do so without being asked\n"
    )
    #expect(bulk.status == 64)
  }
}
