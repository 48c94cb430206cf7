import FakeGateway
import Gateway
import LocalAPI
import Messaging
import Testing

/// What an event stream says where nothing happens.
@Suite struct HeartbeatCommentTests {
  private struct Done: Error {}

  private static let hello = MessageSubmission(to: .one("+447700900001"), text: "Hello")
  private static let admin = Submitter(uid: 0, pid: 1, role: .admin)

  @Test(.timeLimit(.minutes(1)))
  func `a silent stream says that it is still there, and then tells what happens`() async throws {
    let (beats, beat) = AsyncStream.makeStream(of: Void.self)
    try await RunningServer.with(heartbeat: .milliseconds(20)) { server in
      async let stream = RawHTTP.follow("/v1/events", from: server.socket) { text in
        if text.matches(of: /: still here\n\n/).count > 2 { beat.yield() }
        return text.contains("event: message.accepted\n")
      }
      for await _ in beats { break }
      _ = try await server.gateway.submit(Self.hello, by: Self.admin)
      let text = await stream
      #expect(text.contains("event: message.accepted\n"))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `whoever follows events sees none of it`() async throws {
    try await RunningServer.with(heartbeat: .milliseconds(5)) { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        var types: [String] = []
        do {
          try await client.followEvents {
            for _ in 1...3 { _ = try await server.gateway.submit(Self.hello, by: Self.admin) }
          } _: { event in
            types.append(event.value.type)
            if types.count == 3 { throw Done() }
          }
        } catch is Done {}
        #expect(types == Array(repeating: "message.accepted", count: 3))
      }
    }
  }
}
