import FakeGateway
import Gateway
import LocalAPI
import Messaging
import Testing

@Suite struct HTTPRoutesTests {
  @Test func `a message is accepted, listed, shown and cancelled`() async throws {
    try await RunningServer.with { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        let answer = try await client.submit(
          MessageSubmission(to: .one("+447700900123"), text: "Hello", idempotencyKey: "k1")
        ).value
        let id = try #require(answer.messages.first?.id)
        #expect(try await client.messages().value.messages.map(\.id) == [id])
        #expect(try await client.message(id).value.text == "Hello")
        #expect(try await client.cancelMessage(id).value.state == .cancelled)
      }
    }
  }
}
