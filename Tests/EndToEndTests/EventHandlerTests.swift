import Foundation
import Glibc
import Testing

/// A program that is called as SMS Server Tools 3 calls its event handler.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct EventHandlerTests {
  /// A handler that notes what it is called with, and what it finds around it.
  private static func handler(_ more: String = "") throws -> (path: String, log: String) {
    let directory = NSTemporaryDirectory() + "hermod-handler-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    let path = directory + "/on sms; touch $HOME"
    let log = directory + "/log"
    let script = """
      #!/bin/sh
      \(more)
      state=gone; [ -f "$2" ] && state=there
      printf '%s|%s|%s|%s|%s|%s\\n' "$1" "${2##*/}" "$3" "$#" "$state" "${HERMOD_SOCKET-none}" >> '\(log)'
      """
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return (path, log)
  }

  private static func lines(_ log: String) -> [String] {
    ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(
      String.init
    )
  }

  @Test func `It is called for what was sent, failed and received, with the file in place`() throws
  {
    let (path, log) = try Self.handler()
    let laboratory = try Laboratory(modems: 1, spool: "event_handler = \"\(path)\"")
    try laboratory.start(untilReady: 1)
    try laboratory.drop("good@x,y=1", "To: +447700900123\nReport: yes\n\nhello\n")
    try laboratory.eventually("SENT") { Self.lines(log).contains { $0.hasPrefix("SENT|") } }
    #expect(try laboratory.simulate("receive modem1 +447700900555 Stop") == "ok")
    try laboratory.eventually("RECEIVED") { Self.lines(log).contains { $0.hasPrefix("RECEIVED|") } }
    try laboratory.drop("bad", "To: +447700900555\n\nhello\n")
    try laboratory.eventually("FAILED") { Self.lines(log).contains { $0.hasPrefix("FAILED|") } }
    let lines = Self.lines(log)
    let sent = try #require(lines.first { $0.hasPrefix("SENT|") })
    #expect(sent.contains(#/^SENT\|good@x,y=1\|[0-9]+\|3\|there\|none$/#), "\(sent)")
    #expect(lines.contains("FAILED|bad||2|there|none"), "\(lines)")
    #expect(lines.contains { $0.contains(#/^RECEIVED\|modem1\.[0-9A-Z]{26}\|\|2\|there\|none$/#) })
  }

  @Test func `One that hangs is ended, in its whole family, and delays no message`() throws {
    let (path, log) = try Self.handler("sleep 600 & echo $! $$ >> \"$0.pids\"; wait")
    let laboratory = try Laboratory(
      modems: 1,
      options: ["--submit-latency", "10ms"],
      spool: "event_handler = \"\(path)\"\nevent_handler_timeout = 2"
    )
    try laboratory.start(untilReady: 1)
    for number in 0..<6 { try laboratory.drop("m\(number)", "To: +447700900123\n\nhello\n") }
    try laboratory.eventually("all are sent") { laboratory.names(in: "sent").count == 6 }
    // Had each message waited for the call before it, five would have ended.
    let ended = try laboratory.metric(#"hermod_event_handler_calls_total{result="failed"}"#)
    #expect(ended < 5)
    try laboratory.eventually("six calls were ended") {
      try laboratory.metric(#"hermod_event_handler_calls_total{result="failed"}"#) == 6
    }
    #expect(Self.lines(log).isEmpty)
    let family = Self.lines(path + ".pids").flatMap { $0.split(separator: " ") }
      .compactMap { pid_t($0) }
    #expect(family.count == 12)
    try laboratory.eventually("nobody of the family is left") {
      family.allSatisfy { kill($0, 0) == -1 }
    }
  }

  @Test func `What a killed daemon had not called is called at its next start`() throws {
    let (path, log) = try Self.handler()
    let hold = log + ".hold"
    try "#!/bin/sh\nexec sleep 600\n".write(toFile: hold, atomically: true, encoding: .utf8)
    let laboratory = try Laboratory(modems: 1, spool: "event_handler = \"\(path)\"")
    try FileManager.default.moveItem(atPath: path, toPath: path + ".later")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hold)
    try FileManager.default.copyItem(atPath: hold, toPath: path)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("kept", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["kept"] }
    laboratory.end(SIGKILL)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: path + ".later", toPath: path)
    try laboratory.start(untilReady: 1)
    try laboratory.eventually("it is called") {
      Self.lines(log).contains { $0.hasPrefix("SENT|kept|") }
    }
  }
}
