import FakeGateway
import Gateway
import Testing

/// How many requests a user of the local socket may make.
@Suite struct SocketBudgetTests {
  private static let body = #"{"to": "+447700900123", "text": "Hello"}"#

  @Test(.timeLimit(.minutes(1)))
  func `beyond its budget a user is told to wait, and nothing is accepted`() async throws {
    // Two a burst, and the next only after a second: sooner or later one comes too soon.
    try await RunningServer.with(requestsPerSecond: 1) { server in
      var replies: [RawHTTP.Reply] = []
      while replies.count < 200, replies.last?.status != 429 {
        replies.append(
          await RawHTTP.send("POST", "/v1/messages", body: Self.body, to: server.socket)
        )
      }
      #expect(replies.prefix(2).map(\.status) == [202, 202])
      let refused = replies.filter { $0.status == 429 }
      #expect(!refused.isEmpty)
      #expect(replies.count { $0.status == 202 } == (await server.gateway.submissions.count))
      for reply in refused {
        #expect(reply.headers["retry-after"] == "1")
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(reply.body.contains("requests_per_second in [gateway]"))
      }
    }
  }
}
