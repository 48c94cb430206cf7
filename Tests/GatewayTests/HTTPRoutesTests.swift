import FakeGateway
import Foundation
import Gateway
import LocalAPI
import Messaging
import Testing

/// Every route over a real socket, through the client.
@Suite struct HTTPRoutesTests {
  private static func withClient(
    gateway: FakeGateway = FakeGateway(),
    _ body: @Sendable @escaping (GatewayClient, FakeGateway) async throws -> Void
  ) async throws {
    try await RunningServer.with(gateway: gateway) { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        try await body(client, server.gateway)
      }
    }
  }

  private static let modem = ModemView(
    name: "front desk/1",
    state: .ready,
    imei: "356938035643809",
    signalDBm: -71,
    sentToday: 3
  )

  @Test func `a message is accepted, listed, shown and cancelled`() async throws {
    try await Self.withClient { client, _ in
      let answer = try await client.submit(
        MessageSubmission(to: .one("+447700900123"), text: "Hello", idempotencyKey: "k1")
      ).value
      let id = try #require(answer.messages.first?.id)
      #expect(try await client.messages().value.messages.map(\.id) == [id])
      #expect(try await client.message(id).value.text == "Hello")
      #expect(try await client.cancelMessage(id).value.state == .cancelled)
      #expect(try await client.retryMessage(id).value.state == .queued)
    }
  }

  @Test func `a list of recipients is answered by a list`() async throws {
    try await Self.withClient { client, _ in
      let many = try await client.submit(
        MessageSubmission(to: .many(["+447700900123"]), text: "Hello")
      )
      #expect(many.value == .many(many.value.messages))
      #expect(many.value.messages.count == 1)
      #expect(String(decoding: many.json, as: UTF8.self).hasPrefix(#"{"messages":[{"#))
      let one = try await client.submit(MessageSubmission(to: .one("+447700900123"), text: "Hello"))
      #expect(String(decoding: one.json, as: UTF8.self).contains(#""encoding":"gsm7","id":"#))
    }
  }

  @Test func `submitting answers 202, and trying out answers 200 and keeps nothing`() async throws {
    try await RunningServer.with { server in
      let body = #"{"to":"+447700900123","text":"Hello"}"#
      let tried = await RawHTTP.send(
        "POST",
        "/v1/messages?dry_run=true",
        body: body,
        to: server.socket
      )
      #expect(tried.status == 200)
      #expect(tried.body.contains(#""id":null"#))
      #expect(await server.gateway.messages.isEmpty)
      let sent = await RawHTTP.send("POST", "/v1/messages", body: body, to: server.socket)
      #expect(sent.status == 202)
      #expect(await server.gateway.messages.count == 1)
    }
  }

  @Test func `the idempotency key may come as a header, and another body under it is 409`()
    async throws
  {
    try await RunningServer.with { server in
      func post(
        _ text: String,
        header: String? = nil,
        key: String? = nil
      ) async -> RawHTTP.Reply {
        let field = key.map { #","idempotency_key":"\#($0)""# } ?? ""
        return await RawHTTP.send(
          "POST",
          "/v1/messages",
          headers: header.map { ["Idempotency-Key: \($0)"] } ?? [],
          body: #"{"to":"+447700900123","text":"\#(text)"\#(field)}"#,
          to: server.socket
        )
      }
      let first = await post("one", header: "k")
      #expect(first.status == 202)
      #expect(await post("one", key: "k").body == first.body)
      #expect(await post("two", header: "k").status == 409)
      #expect(await post("two", header: "k").body.contains("urn:hermod:problem:key-reused"))
      #expect(await post("one", header: "k", key: "other").status == 422)
      #expect(await server.gateway.messages.count == 1)
    }
  }

  @Test func `messages are found by state and number, page by page`() async throws {
    try await Self.withClient { client, gateway in
      var ids: [MessageID] = []
      for number in ["+447700900001", "+447700900002", "+447700900001"] {
        let submission = MessageSubmission(to: .one(number), text: "Hello")
        ids += try await client.submit(submission).value.messages.compactMap(\.id)
      }
      await gateway.move(ids[0], to: .sent)
      let sent = MessageFilter(states: [.sent, .delivered])
      #expect(try await client.messages(sent).value.messages.map(\.id) == [ids[0]])
      let filtered = MessageFilter(to: "+447700900001")
      #expect(try await client.messages(filtered).value.messages.map(\.id) == [ids[2], ids[0]])
      let first = try await client.messages(MessageFilter(page: PageRequest(limit: 2))).value
      #expect(first.messages.map(\.id) == [ids[2], ids[1]])
      let rest = PageRequest(limit: 2, after: first.next)
      let second = try await client.messages(MessageFilter(page: rest)).value
      #expect(second.messages.map(\.id) == [ids[0]])
      #expect(second.next == nil)
    }
  }

  @Test(arguments: [
    (Resolution.sent, MessageState.sent), (.resend, .queued), (.close, .closed),
  ])
  func `an unknown outcome is settled`(resolution: Resolution, state: MessageState) async throws {
    try await Self.withClient { client, gateway in
      let submission = MessageSubmission(to: .one("+447700900001"), text: "Hello")
      let id = try #require(try await client.submit(submission).value.messages.first?.id)
      await gateway.move(id, to: .unknown, reason: "no answer")
      #expect(try await client.resolveMessage(id, as: resolution).value.state == state)
    }
  }

  @Test func `modems are listed, shown, paused, resumed, reset and spoken to`() async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.report.modems = [Self.modem] }
    try await Self.withClient(gateway: gateway) { client, _ in
      let name = Self.modem.name
      #expect(try await client.modems().value.modems == [Self.modem])
      #expect(try await client.modem(named: name).value == Self.modem)
      let until = try #require(WireTime("2026-05-03T10:00:00Z"))
      let paused = try await client.pauseModem(
        named: name,
        PauseRequest(reason: "swap", until: until)
      ).value
      #expect(paused.state == .paused)
      #expect(paused.reason == "swap")
      #expect(paused.until == until)
      #expect(try await client.resumeModem(named: name).value.state == .ready)
      #expect(try await client.resetModem(named: name).value.state == .recovering)
      #expect(
        try await client.sendUSSD("*100#", toModem: name).value.text == "You dialled *100#"
      )
      #expect(try await client.sendCommand("AT+CSQ", toModem: name).value.lines == ["AT+CSQ"])
    }
  }

  @Test func `classes are paused and resumed, one or all`() async throws {
    try await Self.withClient { client, _ in
      func paused(_ answer: Answer<QueueSummary>) -> [MessageClass] {
        answer.value.classes.filter(\.isPaused).map(\.messageClass)
      }
      let one = try await client.pauseQueue(.marketing)
      #expect(paused(one) == [.marketing])
      let all = try await client.pauseQueue(nil)
      #expect(paused(all) == MessageClass.allCases)
      let rest = try await client.resumeQueue(.otp)
      #expect(paused(rest) == [.alert, .notification, .marketing])
      let now = try await client.queue()
      #expect(paused(now) == paused(rest))
    }
  }

  @Test func `a pause without a body means everything`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("POST", "/v1/queue/pause", to: server.socket)
      #expect(reply.status == 200)
      #expect(
        reply.body.contains(#""marketing":{"kept_back":null,"oldest_seconds":null,"paused":true"#)
      )
    }
  }

  @Test func `received messages are listed by sender`() async throws {
    try await Self.withClient { client, gateway in
      let time = try #require(WireTime("2026-05-03T09:41:00Z"))
      for (id, from) in [("1", "+447700900001"), ("2", "VODAFONE"), ("3", "+447700900001")] {
        await gateway.receive(
          InboundMessageView(id: id, from: from, text: "Hi", receivedAt: time)
        )
      }
      let all = try await client.inbox().value
      #expect(all.messages.map(\.id) == ["3", "2", "1"])
      let some = try await client.inbox(InboxFilter(from: "+447700900001")).value
      #expect(some.messages.map(\.id) == ["3", "1"])
    }
  }

  @Test func `a number opts out and in, and whether it has is an answer either way`() async throws {
    try await Self.withClient { client, _ in
      let number = "+447700900123"
      let before = try await client.optOut(of: number).value
      #expect(!before.optedOut)
      #expect(try await client.addOptOut(of: number).value.optedOut)
      #expect(try await client.optOut(of: number).value.optOuts.map(\.scope) == ["all"])
      #expect(try await client.optOuts().value.optOuts.map(\.number) == [number])
      #expect(try await client.optOutHistory(of: number).value.entries.map(\.action) == ["opt-out"])
      let submission = MessageSubmission(to: .one(number), text: "Hello")
      #expect(try await client.submit(submission).value.messages.map(\.state) == [.withdrawn])
      #expect(try await client.removeOptOut(of: number).value.optedOut == false)
    }
  }

  @Test func `nobody may pretend that an opt-out came by SMS`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send(
        "PUT",
        "/v1/optouts/+447700900123",
        body: #"{"source":"sms"}"#,
        to: server.socket
      )
      #expect(reply.status == 422)
      #expect(await server.gateway.optOuts.isEmpty)
    }
  }

  @Test(arguments: [
    (StatusReport.State.ok, 200), (.degraded, 200), (.down, 503),
  ])
  func `health is 503 only while nothing can leave`(
    state: StatusReport.State,
    status: Int
  ) async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.report.state = state }
    try await RunningServer.with(gateway: gateway) { server in
      let reply = await RawHTTP.send("GET", "/healthz", to: server.socket)
      #expect(reply.status == status)
      #expect(reply.body == #"{"state":"\#(state.rawValue)"}"#)
      try await GatewayClient.withClient(socket: server.socket) { client in
        let health = try await client.health().value
        #expect(health.state == state)
        #expect(try await client.status().value.state == state)
      }
    }
  }

  @Test func `a configuration is reloaded in the name of who asked`() async throws {
    try await Self.withClient { client, gateway in
      let answer = try await client.reloadConfiguration().value
      #expect(answer.changes == [])
      #expect(await gateway.log == ["reload by \(geteuid())"])
    }
  }
}
