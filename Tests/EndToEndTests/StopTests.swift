import FakeGateway
import Foundation
import Glibc
import Testing

/// STOP on the real daemon: nothing leaves after it, nothing is lost, and one answer goes out.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(10))) struct StopTests {
  /// What stands in a PDU for a number: its digits, swapped (3GPP TS 23.040 §9.1.2.3).
  private func swapped(_ number: Int) -> String {
    let digits = Array("\(number)F")
    return stride(from: 0, to: 12, by: 2).map { "\(digits[$0 + 1])\(digits[$0])" }.joined()
  }

  private func answers(to number: Int, in laboratory: Laboratory) throws -> Int {
    try laboratory.record().count {
      $0.recipient.hasSuffix("\(number)") && $0.text?.contains("START") ?? false
    }
  }

  private func isOptedOut(_ number: Int, in laboratory: Laboratory) -> Bool {
    RawHTTP.get("/v1/optouts/\(number)", from: laboratory.socket).body
      .contains("\"opted_out\":true")
  }

  @Test func `A STOP under a full queue stops every modem`() throws {
    let (modems, numbers, stops) = Laboratory.isLong ? (16, 5000, 100) : (8, 400, 12)
    let laboratory = try Laboratory(
      modems: modems,
      options: ["--prompt-latency", "5ms", "--submit-latency", "100ms"]
    )
    try laboratory.start(untilReady: modems)
    let base = 447_700_900_000 - 447_700_900_000 % 10_000
    let objects = (0..<2 * numbers).map {
      #"{"to": "+\#(base + $0 % numbers)", "text": "m\#($0)", "report": false}"#
    }
    try laboratory.drop("all.json", "[" + objects.joined(separator: ",\n") + "]")
    try laboratory.waitForAccepted(2 * modems)
    // The number whose turn is near, and others all over the queue.
    let leavers = (0..<stops).map { base + (4 * modems + $0 * (numbers - 8 * modems) / stops) }
    for (place, number) in leavers.enumerated() {
      let modem = "modem\(place % modems + 1)"
      #expect(try laboratory.simulate("receive \(modem) +\(number) Stop") == "ok")
    }
    try laboratory.eventually("each is on the list", within: 120) {
      leavers.allSatisfy { isOptedOut($0, in: laboratory) }
    }
    try laboratory.eventually("each has an answer", within: 120) {
      try leavers.allSatisfy { try answers(to: $0, in: laboratory) == 1 }
    }
    if Laboratory.isLong { try laboratory.waitForAccepted(2 * numbers - 2 * stops, within: "300s") }
    let wire = Self.whole(try laboratory.wire())
    var worst = 0.0
    for number in leavers {
      let late = try lateness(of: number, on: wire)
      worst = max(worst, late)
    }
    print("the latest message after the last line of a STOP left \(worst) ms behind it")
    // The promise is 50 ms; on a machine that does much else a test cannot hold it to that.
    #expect(worst <= (Laboratory.isLong ? 50 : 1000))
  }

  /// The lines of a wire log; a modem that is slow may have written one in several pieces.
  private static func whole(_ pieces: [Laboratory.WireLine]) -> [Laboratory.WireLine] {
    var begun: [String: String] = [:]
    var lines: [Laboratory.WireLine] = []
    for piece in pieces {
      let key = piece.modem + piece.direction
      let text = (begun.removeValue(forKey: key) ?? "") + piece.line
      guard let end = text.unicodeScalars.last, end.value < 0x20 else {
        begun[key] = text
        continue
      }
      lines.append(
        .init(
          timeMicroseconds: piece.timeMicroseconds,
          modem: piece.modem,
          direction: piece.direction,
          line: text
        )
      )
    }
    return lines
  }

  /// How long after the last line of its STOP a message to a number was still submitted, in ms.
  private func lateness(of number: Int, on wire: [Laboratory.WireLine]) throws -> Double {
    let mark = swapped(number)
    let place = try #require(
      wire.firstIndex { $0.direction == "to-host" && $0.line.contains(mark) }
    )
    let modem = wire[place].modem
    let end = try #require(
      wire[place...].first {
        $0.modem == modem && $0.direction == "to-host" && $0.line.hasPrefix("OK")
      }
    )
    // The answer to the STOP goes to the same number; it is longer than the messages here.
    let longest = 100
    let late = wire.filter {
      $0.direction == "to-modem" && $0.line.contains(mark) && $0.line.contains("\u{1A}")
        && $0.line.count < longest && $0.timeMicroseconds > end.timeMicroseconds
    }
    return late.map { Double($0.timeMicroseconds - end.timeMicroseconds) / 1000 }.max() ?? 0
  }

  @Test func `The SMS is deleted before the answer leaves, over the SIM that it came to`() throws {
    let laboratory = try Laboratory(modems: 3)
    try laboratory.start(untilReady: 3)
    try laboratory.simulate("receive modem2 +447700900555 arrêtez svp")
    try laboratory.eventually("the answer") {
      try answers(to: 447_700_900_555, in: laboratory) == 1
    }
    let answer = try #require(try laboratory.record().first)
    #expect(answer.modem == "modem2")
    #expect(answer.text?.contains("Vous ne recevrez plus") ?? false)
    let wire = try laboratory.wire().filter { $0.modem == "modem2" && $0.direction == "to-modem" }
    let deletion = try #require(wire.firstIndex { $0.line.hasPrefix("AT+CMGD") })
    let submission = try #require(wire.firstIndex { $0.line.hasPrefix("AT+CMGS") })
    #expect(deletion < submission)
  }

  @Test func `STOP comes long, as class 0, nationally, and below a quoted original`() throws {
    let laboratory = try Laboratory(modems: 1, gateway: "national_prefix = \"0\"")
    try laboratory.start(untilReady: 1)
    let signature = String(repeating: "This signature is longer than the reply. ", count: 6)
    let replies = [
      "receive modem1 +447700900601 STOP\\n--\\n\(signature)",
      "receive-class 0 modem1 +447700900602 Stop",
      "receive modem1 07700900603 STOP",
      "receive modem1 +447700900604 СТОП",
      "receive modem1 +447700900605 > Sale! Reply STOP to end\\nunsubscribe me please",
    ]
    for reply in replies { #expect(try laboratory.simulate(reply) == "ok") }
    try laboratory.eventually("all are on the list") {
      (601...605).allSatisfy { isOptedOut(447_700_900_000 + $0, in: laboratory) }
    }
    try laboratory.eventually("all are answered") {
      try (601...605).allSatisfy { try answers(to: 447_700_900_000 + $0, in: laboratory) == 1 }
    }
    try laboratory.drop("national", "To: 07700900603\n\nhello\n")
    try laboratory.eventually("one person has one number") {
      laboratory.names(in: "failed") == ["national"]
    }
  }

  @Test func `A short code and a name are not answered, and machines come to an end`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("receive modem1 36180 STOP")
    // The same from ACME, whose address is letters.
    try laboratory.simulate("receive-pdu modem1 0407D0C161B3080000621132914042400453EA130A")
    for reply in ["STOP", "Stop.", "stop!", "arrêt"] {
      try laboratory.simulate("receive modem1 +447700900701 \(reply)")
    }
    try laboratory.eventually("all are received") { laboratory.names(in: "incoming").count == 6 }
    try laboratory.simulate("receive modem1 +447700900702 HELP")
    try laboratory.eventually("the answer to the last") {
      try answers(to: 447_700_900_702, in: laboratory) == 1
    }
    #expect(try laboratory.record().count == 2)
  }

  @Test func `START opts in again, and a reply names what it answers`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let number = 447_700_900_801
    try laboratory.drop("question", "To: \(number)\n\nHow was it, 1 to 5?\n")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["question"] }
    let id = try laboratory.file("question", in: "sent").split(separator: "\n")
      .first { $0.hasPrefix("Id: ") }
    try laboratory.simulate("receive modem1 +\(number) 5")
    try laboratory.eventually("the reply") { laboratory.names(in: "incoming").count == 1 }
    let reply = try laboratory.file(laboratory.names(in: "incoming")[0], in: "incoming")
    #expect(reply.contains("Answers: " + (id?.dropFirst(4) ?? "no id")))
    try laboratory.simulate("receive modem1 +\(number) stop")
    try laboratory.eventually("opted out") { isOptedOut(number, in: laboratory) }
    try laboratory.simulate("receive modem1 +\(number) START")
    try laboratory.eventually("opted in") { !isOptedOut(number, in: laboratory) }
    let history = RawHTTP.get("/v1/optouts/\(number)/history", from: laboratory.socket).body
    #expect(history.contains("\"word\":\"START\""))
    #expect(history.contains("\"detail\":\"stop\""))
    #expect(history.contains("\"answered\":\"\(id?.dropFirst(4) ?? "no id")\""))
  }

  @Test func `A list that cannot be read stops all sending, and status says so`() throws {
    let laboratory = try Laboratory(modems: 2)
    try laboratory.start(untilReady: 2)
    try laboratory.drop("before", "To: +447700900901\n\nbefore\n")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["before"] }
    try laboratory.sqlite("ALTER TABLE opt_outs RENAME TO opt_outs_away")
    let status = try laboratory.hermod("status")
    #expect(status.output.contains("the list of opt-outs cannot be read"))
    #expect(try laboratory.hermod("send", "+447700900902", "no").status == 75)
    try laboratory.drop("during", "To: +447700900903\n\nduring\n")
    try laboratory.eventually("the gateway tried") {
      try String(contentsOfFile: laboratory.directory.path + "/log", encoding: .utf8)
        .contains("list of opt-outs cannot be read")
    }
    #expect(try laboratory.record().count == 1)
    try laboratory.sqlite("ALTER TABLE opt_outs_away RENAME TO opt_outs")
    try laboratory.eventually("work goes on by itself") {
      laboratory.names(in: "sent").contains("during")
    }
  }

  @Test func `A list of opt-outs is dropped into the spool`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let list = "number,scope,reason\n+447700900911,,by telephone\n07700 900912\n"
    try laboratory.drop("crm.optout", list)
    try laboratory.eventually("both are on the list") {
      isOptedOut(447_700_900_911, in: laboratory) && isOptedOut(447_700_900_912, in: laboratory)
    }
    let bad = "+447700900913\nnobody\n+447700900914,sometimes\n"
    try laboratory.drop("bad.optout", bad)
    try laboratory.eventually("it is rejected") { laboratory.names(in: "rejected").count == 2 }
    let reason = try laboratory.file("bad.optout.reason", in: "rejected")
    #expect(reason.contains("line 2"))
    #expect(reason.contains("line 3"))
    #expect(isOptedOut(447_700_900_913, in: laboratory))
    let exported = try laboratory.hermod("optout", "export").output
    let file = laboratory.directory.path + "/exported.csv"
    try exported.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try laboratory.hermod("optout", "import", file).status == 0)
    #expect(try laboratory.hermod("optout", "export").output == exported)
    let history = RawHTTP.get("/v1/optouts/447700900911/history", from: laboratory.socket).body
    #expect(history.components(separatedBy: "\"action\"").count == 2)
    #expect(history.contains("by telephone"))
  }
}

/// `kill -9` at every step between the receipt of a STOP and its answer.
@Suite(
  .serialized,
  .ownThreads,
  .enabled(if: Strace.isAllowed, "strace may not trace here"),
  .timeLimit(.minutes(20))
) struct StopKillTests {
  @Test func `The opt-out is never lost, and the answer never sent twice`() throws {
    let laboratory = try Laboratory(modems: 1, gateway: "answer_deadline = 2")
    // The calls by which anything becomes durable or reaches the modem.
    let depth = Laboratory.isLong ? 24 : 5
    var number = 447_700_901_000
    var killed = 0
    for call in ["fdatasync", "pwrite64", "write"] {
      for count in 1...depth {
        number += 1
        try laboratory.start(untilReady: 1)
        let strace = try Strace(laboratory, killingAt: call, count)
        try laboratory.simulate("receive modem1 +\(number) STOP")
        try laboratory.eventually("killed at \(call) \(count), or answered") {
          try !(laboratory.daemon?.isRunning ?? false)
            || answers(to: number, in: laboratory) == 1
        }
        if !(laboratory.daemon?.isRunning ?? false) { killed += 1 }
        laboratory.end(SIGKILL)
        strace.awaitEnd()
        try laboratory.start(untilReady: 1)
        try laboratory.eventually("the STOP counts after \(call) \(count)") {
          RawHTTP.get("/v1/optouts/\(number)", from: laboratory.socket).body
            .contains("\"opted_out\":true")
        }
        laboratory.end()
      }
    }
    for each in 447_700_901_001...number {
      #expect(try answers(to: each, in: laboratory) <= 1, "\(each) was answered twice")
    }
    #expect(killed >= depth, "strace killed the daemon \(killed) times")
  }

  private func answers(to number: Int, in laboratory: Laboratory) throws -> Int {
    try laboratory.record().count { $0.recipient.hasSuffix("\(number)") }
  }
}

/// Kills the daemon at a system call.
private final class Strace {
  static let isAllowed: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    process.arguments = ["-f", "-qq", "-e", "trace=none", "true"]
    guard (try? process.run()) != nil else { return false }
    process.awaitExit()
    return process.terminationStatus == 0
  }()

  private let process = Process()

  init(_ laboratory: Laboratory, killingAt call: String, _ count: Int) throws {
    let daemon = try #require(laboratory.daemon?.processIdentifier)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    process.arguments = [
      "-f", "-p", "\(daemon)", "-e", "trace=\(call)", "-e",
      "inject=\(call):signal=SIGKILL:when=\(count)", "-o", "/dev/null",
    ]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let lines = LineSource(pipe.fileHandleForReading)
    while let line = lines.next(), !line.contains("attached") {}
  }

  func awaitEnd() {
    process.awaitExit()
  }
}

extension Laboratory {
  /// Another program that touches the database.
  func sqlite(_ statement: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [
      // The gateway may be writing.
      "-cmd", ".timeout 60000", directory.path + "/state/hermod.db", statement,
    ]
    try process.run()
    process.awaitExit()
    #expect(process.terminationStatus == 0)
  }
}
