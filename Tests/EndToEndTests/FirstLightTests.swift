import Foundation
import Glibc
import Testing

/// The whole path: a file dropped, a modem's wire, the service centre's record, a result.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct FirstLightTests {
  @Test func `A thousand files are each sent once, and the modems share them`() throws {
    let laboratory = try Laboratory(modems: 4)
    try laboratory.start(untilReady: 4)
    let moves = try (0..<1000).map { number in
      try laboratory.stage("m\(number)", "To: +4477009\(10_000 + number)\n\nmessage \(number)\n")
    }
    for move in moves { try move() }
    try laboratory.waitForAccepted(1000, within: "90s")
    try laboratory.eventually("a result for each") { laboratory.names(in: "sent").count == 1000 }
    let record = try laboratory.record()
    #expect(record.count == 1000)
    #expect(Set(record.compactMap(\.text)).count == 1000)
    for share in Dictionary(grouping: record, by: \.modem).values {
      #expect((200...300).contains(share.count))
    }
    #expect(laboratory.names(in: "outgoing").isEmpty)
    #expect(laboratory.names(in: "failed").isEmpty)
  }

  @Test func `A message is one command on the wire`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    try laboratory.eventually("an idle wire") {
      try laboratory.wire().last?.line.contains("OK") ?? false
    }
    let before = try laboratory.wire().count
    for number in 0..<5 { try laboratory.drop("m\(number)", "To: +447700900123\n\n\(number)\n") }
    try laboratory.waitForAccepted(5)
    let commands = try laboratory.wire().dropFirst(before)
      .filter { $0.direction == "to-modem" && $0.line.hasPrefix("AT") }
      .map { $0.line.trimmingCharacters(in: .whitespacesAndNewlines) }
    #expect(commands.count { $0.hasPrefix("AT+CMGS=") } == 5)
    #expect(commands.count { $0.hasPrefix("AT+CMMS") } <= 1)
    // The gateway looks after its modem now and then; that belongs to no message.
    let upkeep = [
      "AT+CPIN?", "AT+CCID", "AT+CSQ", "AT+CREG?", "AT+CGREG?", "AT+CEREG?", "AT+COPS?",
    ]
    let others = commands.filter { !upkeep.contains($0) }
    #expect(others.allSatisfy { $0.hasPrefix("AT+CMGS=") || $0.hasPrefix("AT+CMMS=2") })
    for look in upkeep { #expect(commands.count { $0 == look } < 5, "\(look)") }
  }

  @Test func `A long message with euro, brackets and emoji arrives as the same text`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let sentence = "Your [order] of 12 € is ready 😀, see {you} soon ~ "
    let text = String(repeating: sentence, count: 9).prefix(400).trimmingCharacters(
      in: .whitespaces
    )
    try laboratory.drop("long", "To: +447700900123\n\n\(text)")
    try laboratory.eventually("the result") { laboratory.names(in: "sent") == ["long"] }
    let segments = try laboratory.record()
    #expect(segments.count == 7)
    #expect(segments.compactMap(\.text).joined() == text)
  }

  @Test func `STOP withdraws what is queued, for good`() throws {
    let laboratory = try Laboratory(
      modems: 2,
      options: ["--prompt-latency", "20ms", "--submit-latency", "1s"]
    )
    try laboratory.start(untilReady: 2)
    let customer = "+447700900555"
    for number in 0..<20 { try laboratory.drop("s\(number)", "To: \(customer)\n\n\(number)\n") }
    try laboratory.waitForAccepted(3)
    #expect(try laboratory.simulate("receive modem1 \(customer) Stop.") == "ok")
    try laboratory.eventually("every file has its result") {
      laboratory.results(in: "sent", "failed").count == 20
    }
    let refused = laboratory.names(in: "failed")
    #expect(refused.count >= 10)
    for name in refused {
      #expect(try laboratory.file(name, in: "failed").contains("has opted out"))
    }
    try laboratory.eventually("the one confirmation") {
      try laboratory.record().contains { $0.text?.contains("unsubscribed") ?? false }
    }
    let record = try laboratory.record()
    #expect(record.count == 20 - refused.count + 1)
    #expect(laboratory.names(in: "incoming").count == 1)

    laboratory.end()
    try laboratory.start(untilReady: 2)
    let send = try laboratory.hermod("send", customer, "hello again")
    #expect(send.status == 1)
    #expect(send.error.contains("opted out"))
    #expect(try laboratory.hermod("optout", "check", "07700 900555").status == 1)
    try laboratory.drop("again", "To: 07700900555\n\nhello again\n")
    try laboratory.eventually("the refusal") { laboratory.names(in: "failed").contains("again") }
    #expect(try laboratory.file("again", in: "failed").contains("has opted out"))
    #expect(try laboratory.record().count == record.count)
  }

  @Test func `A modem that hangs up harms nobody, and only what Ctrl-Z left is in doubt`() throws {
    let laboratory = try Laboratory(
      modems: 4,
      options: ["--prompt-latency", "5ms", "--submit-latency", "50ms"],
      gateway: "answer_deadline = 5"
    )
    try laboratory.start(untilReady: 4)
    try laboratory.simulate("fault modem1 hang-up-before-ctrl-z at 3 back 500ms")
    try laboratory.simulate("fault modem2 hang-up-losing at 3 back 500ms")
    for number in 0..<60 {
      try laboratory.drop("m\(number)", "To: +4477009\(10_000 + number)\n\nmessage \(number)\n")
    }
    try laboratory.eventually("every file has its result") {
      laboratory.results(in: "sent", "unknown").count == 60
    }
    let record = try laboratory.record()
    // The modem that was lost before Ctrl-Z may have hung up under it: then nobody can know either.
    let unknown = laboratory.names(in: "unknown")
    #expect((1...2).contains(unknown.count))
    #expect(record.count == 60 - unknown.count)
    #expect(Set(record.compactMap(\.text)).count == record.count)
    for name in unknown {
      let result = try laboratory.file(name, in: "unknown")
      #expect(result.contains("Modem: modem1") || result.contains("Modem: modem2"))
      #expect(result.contains("hung up"))
    }
    try laboratory.eventually("all modems are back") { laboratory.readyModems == 4 }
  }

  @Test func `What is malformed is rejected with its line, and the rest flows on`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("bad", "To: call me maybe\n\nhello\n")
    try laboratory.drop("good", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("both are dealt with") {
      laboratory.names(in: "sent") == ["good"] && laboratory.names(in: "rejected").count == 2
    }
    let reason = try laboratory.file("bad.reason", in: "rejected")
    #expect(reason.contains("line 1") || reason.contains("To:"))
  }

  @Test func `One key for several recipients is one request, and another body under it is refused`()
    throws
  {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.hermod("send", "+447700900123", "+447700900124", "hello").status == 0)
    try laboratory.waitForAccepted(2)
    let first = #"{"to": "+447700900125", "text": "one", "idempotency_key": "k"}"#
    try laboratory.drop("first.json", first)
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["first.json"] }
    try laboratory.drop(
      "other.json",
      #"{"to": "+447700900125", "text": "two", "idempotency_key": "k"}"#
    )
    try laboratory.drop("again.json", first)
    try laboratory.eventually("both are refused") {
      laboratory.names(in: "rejected").count == 4
    }
    #expect(try laboratory.file("other.json.reason", in: "rejected").contains("another message"))
    #expect(try laboratory.file("again.json.reason", in: "rejected").contains("accepted before"))
    #expect(try laboratory.record().count == 3)
  }

  @Test func `The end waits for the answer in flight`() throws {
    let laboratory = try Laboratory(modems: 1, options: ["--submit-latency", "1500ms"])
    try laboratory.start(untilReady: 1)
    try laboratory.drop("last", "To: +447700900123\n\nlast words\n")
    try laboratory.eventually("Ctrl-Z") {
      try laboratory.wire().contains { $0.direction == "to-modem" && $0.line.contains("\u{1A}") }
    }
    #expect(laboratory.end() == 0)
    #expect(laboratory.names(in: "sent") == ["last"])
    #expect(try laboratory.record().count == 1)
  }

  @Test func `A message to nobody's modem waits, and status says what is missing`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.simulate("unplug modem1")
    try laboratory.start()
    try laboratory.eventually("the modem is absent") {
      try laboratory.hermod("status").output.contains("absent")
    }
    try laboratory.drop("patient", "To: +447700900123\n\nlater\n")
    try laboratory.simulate("plug modem1")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["patient"] }
  }
}
