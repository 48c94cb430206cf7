import Crypto
import FakeGateway
import Foundation
import LocalAPI
import Messaging
import Testing

/// Applications that are told by HTTP, by the real daemon.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct WebhookTests {
  private static let secret = "correct horse battery staple"

  private static func laboratory(_ port: Int, _ more: String = "") throws -> Laboratory {
    let file = NSTemporaryDirectory() + "hermod-secret-\(UUID().uuidString)"
    try (secret + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    return try Laboratory(
      modems: 1,
      options: ["--submit-latency", "10ms"],
      tables: """
        [[webhook]]
        name = "shop"
        url = "http://127.0.0.1:\(port)/sms"
        secret_file = "\(file)"
        \(more)
        """
    )
  }

  private static func event(_ request: WebhookReceiver.Request) throws -> GatewayEvent {
    try WireJSON.decode(GatewayEvent.self, from: Data(request.body.utf8))
  }

  @Test func `What happens is told once, signed, with the message as it was then`() throws {
    let receiver = try WebhookReceiver()
    defer { receiver.stop() }
    let laboratory = try Self.laboratory(receiver.port)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("hello", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("it is sent") { receiver.requests.count >= 1 }
    try laboratory.simulate("receive modem1 +447700900555 STOP")
    try laboratory.eventually("all is told") { receiver.requests.count >= 4 }
    let events = try receiver.requests.map(Self.event)
    let types = events.map(\.type)
    #expect(types.first == "message.sent")
    #expect(types.contains("message.received") && types.contains("optout.added"))
    #expect(Set(events.map(\.id)).count == events.count)
    #expect(events.first?.message?.to == "+447700900123")
    #expect(events.first?.message?.state == .sent)
    #expect(events.first { $0.inbound != nil }?.inbound?.text == "STOP")
    for (request, event) in zip(receiver.requests, events) {
      #expect(request.headers["hermod-event-id"] == event.id)
      #expect(request.headers["hermod-event-type"] == event.type)
      #expect(Self.isSigned(request))
    }
  }

  private static func isSigned(_ request: WebhookReceiver.Request) -> Bool {
    let parts = (request.headers["hermod-signature"] ?? "").split(separator: ",")
    guard parts.count == 2, parts[0].hasPrefix("t="), parts[1].hasPrefix("v1=") else {
      return false
    }
    let time = parts[0].dropFirst(2)
    guard let seconds = Double(time), abs(seconds - Date().timeIntervalSince1970) < 180 else {
      return false
    }
    let mac = HMAC<SHA256>.authenticationCode(
      for: Data("\(time).\(request.body)".utf8),
      using: SymmetricKey(data: Data(secret.utf8))
    )
    return mac.map { String(format: "%02x", $0) }.joined() == parts[1].dropFirst(3)
  }

  @Test func `A receiver that is down, and a daemon that is killed meanwhile, lose nothing`() throws
  {
    let first = try WebhookReceiver(port: WebhookReceiver.freePort())
    first.answer(503)
    let laboratory = try Self.laboratory(first.port, #"events = ["message.sent"]"#)
    try laboratory.start(untilReady: 1)
    for number in 0..<20 { try laboratory.drop("a\(number)", "To: +447700900123\n\n\(number)\n") }
    try laboratory.waitForAccepted(20)
    try laboratory.eventually("results") { laboratory.names(in: "sent").count == 20 }
    first.stop()
    laboratory.end(SIGKILL)
    try laboratory.start(untilReady: 1)
    for number in 0..<20 { try laboratory.drop("b\(number)", "To: +447700900123\n\n\(number)\n") }
    try laboratory.eventually("results") { laboratory.names(in: "sent").count == 40 }
    #expect(first.requests.isEmpty)

    let second = try WebhookReceiver(port: first.port)
    defer { second.stop() }
    try laboratory.eventually("everything is told") { second.requests.count >= 40 }
    let events = try second.requests.map(Self.event)
    #expect(Set(events.compactMap(\.message?.id)).count == 40)
    #expect(Set(events.map(\.id)).count == 40)
    #expect(events.allSatisfy { $0.type == "message.sent" })
  }

  @Test func `The status says what is wrong with a receiver, until it is back`() throws {
    let receiver = try WebhookReceiver()
    defer { receiver.stop() }
    receiver.answer(503)
    let laboratory = try Self.laboratory(receiver.port, #"events = ["message.sent"]"#)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("a", "To: +447700900123\n\none\n")
    let reason =
      "the webhook shop is owed 1 event and did not take the oldest: the receiver answered 503"
    try laboratory.eventually("it is told") { try laboratory.status().reasons == [reason] }
    #expect(try laboratory.status().state == .degraded)
    receiver.answer(200)
    try laboratory.eventually("all is well") { try laboratory.status().state == .ok }
  }

  @Test func `An event that its receiver does not like keeps no other from being told`() throws {
    let receiver = try WebhookReceiver()
    defer { receiver.stop() }
    receiver.answer(422)
    let laboratory = try Self.laboratory(receiver.port, #"events = ["message.sent"]"#)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("a", "To: +447700900123\n\none\n")
    try laboratory.eventually("it is refused") {
      try laboratory.metric(#"hermod_webhook_attempts_total{webhook="shop",result="refused"}"#) >= 1
    }
    receiver.answer(200)
    try laboratory.drop("b", "To: +447700900123\n\ntwo\n")
    try laboratory.eventually("both are told") { receiver.requests.count == 2 }
    try laboratory.eventually("nothing more is owed") {
      try laboratory.metric(#"hermod_webhook_pending{webhook="shop"}"#) == 0
    }
  }

  @Test func `A key that is missing is a fault that names the file`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      tables: """
        [[webhook]]
        url = "http://127.0.0.1:1/"
        secret_file = "/nonexistent/key"
        """
    )
    let run = try laboratory.hermod(
      "daemon",
      "--config",
      laboratory.directory.path + "/hermod.toml"
    )
    #expect(run.status != 0)
    #expect(run.error.contains("/nonexistent/key"))
    #expect(run.error.contains("openssl rand -hex 32"))
  }
}

extension Laboratory {
  /// What the running gateway says of itself.
  fileprivate func status() throws -> StatusReport {
    let answer = RawHTTP.get("/v1/status", from: socket)
    return try WireJSON.decode(StatusReport.self, from: Data(answer.body.utf8))
  }

  /// A metric of the running gateway; -1 where it is not there.
  func metric(_ name: String) throws -> Double {
    let line = try metrics().split(separator: "\n").first { $0.hasPrefix(name + " ") }
    return line?.split(separator: " ").last.flatMap { Double($0) } ?? -1
  }

  /// All metrics of the running gateway.
  func metrics() throws -> String {
    RawHTTP.get("/metrics", from: socket).body
  }
}
