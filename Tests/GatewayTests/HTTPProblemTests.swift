import FakeGateway
import Foundation
import Gateway
import LocalAPI
import Messaging
import Testing

/// RFC 9457: whatever goes wrong, the body is a problem document.
@Suite struct HTTPProblemTests {
  /// A request that is refused, and how.
  struct Refusal: Sendable, CustomTestStringConvertible {
    var method: String
    var path: String
    var body = ""
    var status: Int
    var kind: ProblemDocument.Kind
    var field: String?

    var testDescription: String { "\(method) \(path) \(body.prefix(40))" }
  }

  private static let message = "/v1/messages"
  private static let id = "01J0000000000000000000000Z"

  static let refusals: [Refusal] = [
    .init(method: "GET", path: "/v2/status", status: 404, kind: .notFound),
    .init(method: "PATCH", path: message, status: 405, kind: .methodNotAllowed),
    .init(method: "GET", path: message + "/short", status: 404, kind: .notFound),
    .init(method: "GET", path: message + "/" + id, status: 404, kind: .notFound),
    .init(method: "DELETE", path: message + "/" + id, status: 404, kind: .notFound),
    .init(method: "GET", path: "/v1/modems/none", status: 404, kind: .notFound),
    .init(method: "POST", path: message, status: 400, kind: .malformed),
    .init(method: "POST", path: message, body: "{", status: 400, kind: .malformed),
    .init(method: "POST", path: message, body: "[]", status: 400, kind: .malformed),
    .init(
      method: "POST",
      path: message,
      body: #"{"text":"x"}"#,
      status: 400,
      kind: .malformed,
      field: "to"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":7,"text":"x"}"#,
      status: 400,
      kind: .malformed,
      field: "to"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","txt":"x"}"#,
      status: 400,
      kind: .malformed,
      field: "txt"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","text":"x","class":"spam"}"#,
      status: 400,
      kind: .malformed,
      field: "class"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","text":"x","not_before":"soon"}"#,
      status: 400,
      kind: .malformed,
      field: "not_before"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","text":""}"#,
      status: 422,
      kind: .invalid,
      field: "text"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","text":"x","data":"00"}"#,
      status: 422,
      kind: .invalid,
      field: "data"
    ),
    .init(
      method: "POST",
      path: message,
      body: #"{"to":"1","text":"x","validity":0}"#,
      status: 422,
      kind: .invalid,
      field: "validity"
    ),
    .init(
      method: "POST",
      path: message + "?dry_run=maybe",
      body: #"{"to":"1","text":"x"}"#,
      status: 422,
      kind: .invalid,
      field: "dry_run"
    ),
    .init(
      method: "GET",
      path: message + "?limit=0",
      status: 422,
      kind: .invalid,
      field: "limit"
    ),
    .init(
      method: "GET",
      path: message + "?limit=1001",
      status: 422,
      kind: .invalid,
      field: "limit"
    ),
    .init(
      method: "GET",
      path: message + "?state=lost",
      status: 422,
      kind: .invalid,
      field: "state"
    ),
    .init(
      method: "GET",
      path: message + "?stat=sent",
      status: 400,
      kind: .malformed,
      field: "stat"
    ),
    .init(
      method: "POST",
      path: message + "/" + id + "/resolve",
      body: #"{"resolution":"guess"}"#,
      status: 400,
      kind: .malformed,
      field: "resolution"
    ),
    .init(
      method: "POST",
      path: "/v1/queue/pause",
      body: #"{"class":"all"}"#,
      status: 400,
      kind: .malformed,
      field: "class"
    ),
    .init(
      method: "POST",
      path: message,
      body: String(repeating: " ", count: 1_048_577),
      status: 413,
      kind: .tooLarge
    ),
    .init(
      method: "POST",
      path: "/v1/queue/pause",
      body: String(repeating: " ", count: 65_537),
      status: 413,
      kind: .tooLarge
    ),
  ]

  @Test(arguments: refusals)
  func `every refusal is a problem document`(refusal: Refusal) async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send(
        refusal.method,
        refusal.path,
        body: refusal.body,
        to: server.socket
      )
      #expect(reply.status == refusal.status)
      #expect(reply.headers["content-type"] == "application/problem+json")
      let problem = try WireJSON.decode(ProblemDocument.self, from: Data(reply.body.utf8))
      #expect(problem.kind == refusal.kind)
      #expect(problem.status == refusal.status)
      #expect(problem.field == refusal.field)
      #expect(problem.title == refusal.kind.title)
      let instance = try #require(problem.instance)
      #expect(refusal.path.hasPrefix(instance))
      #expect(!problem.detail.isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a body that nobody wants does not keep the server from stopping`() async throws {
    let body = String(repeating: " ", count: 2_000_000)
    let clock = ContinuousClock()
    let start = clock.now
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("GET", "/v1/status", body: body, to: server.socket)
      #expect(reply.status == 400)
    }
    try await RunningServer.with(access: AccessPolicy(administrators: [])) { server in
      let reply = await RawHTTP.send("POST", "/v1/messages", body: body, to: server.socket)
      #expect(reply.status == 403)
    }
    // Far below the minute after which a connection at rest is closed.
    #expect(clock.now - start < .seconds(30))
  }

  @Test func `a wrong method is told which are right`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("PATCH", "/v1/optouts/1", to: server.socket)
      #expect(reply.headers["allow"] == "GET, PUT, DELETE")
    }
  }

  @Test func `a body that comes in chunks is cut off at the limit too`() async throws {
    try await RunningServer.with { server in
      let chunk = "8000\r\n" + String(repeating: " ", count: 0x8000) + "\r\n"
      let body = String(repeating: chunk, count: 3) + "0\r\n\r\n"
      let reply = await RawHTTP.sendChunked(
        "POST",
        "/v1/queue/pause",
        body: body,
        to: server.socket
      )
      #expect(reply.status == 413)
    }
  }

  @Test func `an error of the gateway is not shown to the client`() async throws {
    struct Secret: Error {}
    let gateway = FakeGateway()
    await gateway.change { $0.failure = Secret() }
    try await RunningServer.with(gateway: gateway) { server in
      let reply = await RawHTTP.send("GET", "/v1/status", to: server.socket)
      #expect(reply.status == 500)
      #expect(!reply.body.contains("Secret"))
    }
  }

  @Test func `a problem of the gateway reaches the client as it is`() async throws {
    let gateway = FakeGateway()
    let problem = ProblemDocument(.unavailable, "the disk is full; free some space")
    await gateway.change { $0.failure = problem }
    try await RunningServer.with(gateway: gateway) { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        let submission = MessageSubmission(to: .one("+447700900123"), text: "Hello")
        let error = await #expect(throws: GatewayClientError.self) {
          try await client.submit(submission)
        }
        guard case .problem(let received) = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(received.kind == .unavailable)
        #expect(received.detail == problem.detail)
      }
    }
  }
}
