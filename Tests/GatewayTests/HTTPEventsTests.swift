import FakeGateway
import Gateway
import LocalAPI
import Messaging
import Testing

/// Server-Sent Events: in order, without gaps, and never in the way of a shutdown.
@Suite struct HTTPEventsTests {
  private struct Done: Error {}

  private static let hello = MessageSubmission(to: .one("+447700900001"), text: "Hello")
  private static let admin = Submitter(uid: 0, pid: 1, role: .admin)

  /// The next `count` events behind `id`, as types and ids.
  private static func events(
    _ count: Int,
    after id: String?,
    _ client: GatewayClient,
    opened: () async throws -> Void = {}
  ) async throws -> [GatewayEvent] {
    var events: [GatewayEvent] = []
    do {
      try await client.followEvents(after: id, opened: opened) { event in
        events.append(event.value)
        if events.count == count { throw Done() }
      }
    } catch is Done {}
    return events
  }

  @Test(.timeLimit(.minutes(1)))
  func `events come as they happen, with what they are about`() async throws {
    try await RunningServer.with { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        let events = try await Self.events(2, after: nil, client) {
          let answer = try await client.submit(Self.hello).value
          let id = try #require(answer.messages.first?.id)
          await server.gateway.move(id, to: .sent)
        }
        #expect(events.map(\.type) == ["message.accepted", "message.sent"])
        #expect(events.map(\.message?.state) == [.queued, .sent])
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a stream taken up again misses nothing and repeats nothing`() async throws {
    try await RunningServer.with { server in
      for _ in 1...6 { _ = try await server.gateway.submit(Self.hello, by: Self.admin) }
      try await GatewayClient.withClient(socket: server.socket) { client in
        let first = try await Self.events(2, after: "0", client)
        #expect(first.map(\.id) == ["1", "2"])
        let rest = try await Self.events(4, after: first.last?.id, client)
        #expect(rest.map(\.id) == ["3", "4", "5", "6"])
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `an event that nobody knows is refused before the stream begins`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send(
        "GET",
        "/v1/events",
        headers: ["Last-Event-ID: 77"],
        to: server.socket
      )
      #expect(reply.status == 422)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a browser may say in the query where to begin`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("GET", "/v1/events?last_event_id=77", to: server.socket)
      #expect(reply.status == 422)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `open streams end when the daemon stops`() async throws {
    let (opened, continuation) = AsyncStream<Void>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      try await RunningServer.with { server in
        let client = GatewayClient(socket: server.socket)
        Task {
          try? await client.followEvents {
            continuation.yield()
          } _: { _ in
          }
          continuation.finish()
          await client.shutdown()
        }
        for await _ in opened { break }
      }
      // The server has come to its end, and so has the stream: the client saw it close.
      for await _ in opened {}
      group.cancelAll()
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a reader that leaves is forgotten`() async throws {
    try await RunningServer.with { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        _ = try await Self.events(1, after: nil, client) {
          #expect(await server.gateway.listenerCount == 1)
          _ = try await server.gateway.submit(Self.hello, by: Self.admin)
        }
      }
      while await server.gateway.listenerCount > 0 { await Task.yield() }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `two hundred readers at once are all told`() async throws {
    try await RunningServer.with { server in
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 1...200 {
          group.addTask {
            try await GatewayClient.withClient(socket: server.socket) { client in
              try await Self.events(1, after: nil, client).map(\.type)
            }
          }
        }
        while await server.gateway.listenerCount < 200 { await Task.yield() }
        _ = try await server.gateway.addOptOut(of: "1", OptOutRequest(), by: Self.admin)
        var told = 0
        for try await types in group where types == ["optout.added"] { told += 1 }
        #expect(told == 200)
      }
    }
  }
}
