import FakeGateway
import Foundation
import LocalAPI
import Messaging
import Storage
import Synchronization
import Testing

@testable import Gateway

/// The HTTP interface over TCP: who gets in, and with what.
@Suite(.timeLimit(.minutes(2))) struct NetworkTests {
  @Test func `without a token everything but health and page is refused, as RFC 6750 wants it`()
    async throws
  {
    try await NetworkFixture.with { server in
      for endpoint in APIRoutes(operations: server.gateway).endpoints {
        let path = endpoint.route.path.replacing("{id}", with: "01J0000000000000000000000Z")
          .replacing("{name}", with: "m").replacing("{number}", with: "1")
        let reply = await server.send(endpoint.route.methodName, path)
        guard path != "/healthz" else {
          #expect(reply.status == 200)
          continue
        }
        #expect(reply.status == 401, "\(endpoint.route)")
        #expect(reply.headers["www-authenticate"] == #"Bearer realm="hermod""#)
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(reply.body.contains("urn:hermod:problem:unauthenticated"))
      }
    }
  }

  @Test func `a token does what its scope allows, and no more`() async throws {
    try await NetworkFixture.with { server in
      let submit = try await server.token(.submit, name: "submit")
      let read = try await server.token(.read, name: "read")
      let admin = try await server.token(.admin, name: "admin")
      let message = #"{"to":"+447700900123","text":"Hi"}"#
      func status(_ token: String, _ method: String, _ path: String, _ body: String = "") async
        -> Int
      {
        await server.send(method, path, token: token, body: body).status
      }
      #expect(await status(submit, "POST", "/v1/messages", message) == 202)
      #expect(await status(read, "POST", "/v1/messages", message) == 403)
      #expect(await status(admin, "POST", "/v1/messages", message) == 202)
      #expect(await status(submit, "GET", "/v1/status") == 403)
      #expect(await status(read, "GET", "/v1/status") == 200)
      #expect(await status(read, "GET", "/metrics") == 200)
      #expect(await status(read, "POST", "/v1/queue/pause") == 403)
      #expect(await status(admin, "POST", "/v1/queue/pause") == 200)
      #expect(await status(read, "DELETE", "/v1/optouts/1") == 403)
    }
  }

  @Test func `a token sees its own messages; one that reads sees all`() async throws {
    try await NetworkFixture.with { server in
      let first = try await server.token(.submit, name: "first")
      let second = try await server.token(.submit, name: "second")
      let read = try await server.token(.read, name: "read")
      let message = #"{"to":"+447700900123","text":"Hi"}"#
      #expect(await server.send("POST", "/v1/messages", token: first, body: message).status == 202)
      func count(_ token: String) async throws -> Int {
        let reply = await server.send("GET", "/v1/messages", token: token)
        return try WireJSON.decode(MessageList.self, from: Data(reply.body.utf8)).messages.count
      }
      #expect(try await count(first) == 1)
      #expect(try await count(second) == 0)
      #expect(try await count(read) == 1)
      #expect(await server.gateway.messages.map(\.submitter.token) == ["first"])
    }
  }

  @Test func `a token that is wrong, revoked or over opens nothing, and is told apart by nobody`()
    async throws
  {
    let time = TestTime()
    try await NetworkFixture.with(clock: WallClock { time.now }) { server in
      let good = try await server.token(.admin, name: "good")
      let revoked = try await server.token(.admin, name: "revoked")
      let short = try await server.token(.admin, name: "short", expiresIn: 60)
      _ = try await server.keeper.revoke("revoked")
      let forged = String(good.dropLast()) + (good.hasSuffix("0") ? "1" : "0")
      #expect(await server.send("GET", "/v1/status", token: short).status == 200)
      time.advance(by: .seconds(61))
      var bodies: Set<String> = []
      for token in [revoked, short, forged, "hermod", "", "ü"] {
        let reply = await server.send("GET", "/v1/status", token: token)
        #expect(reply.status == 401)
        #expect(reply.headers["www-authenticate"]?.contains("invalid_token") ?? false)
        bodies.insert(reply.body)
      }
      #expect(bodies.count == 1)
      #expect(await server.send("GET", "/v1/status", token: good).status == 200)
    }
  }

  @Test func `nothing of a token but its hash is kept`() async throws {
    try await NetworkFixture.with { server in
      let token = try await server.token(.admin)
      let secret = try #require(TokenSecret(token))
      let kept = try #require(try await server.keeper.store.token(withID: secret.id))
      #expect(kept.hash == secret.hash)
      #expect(!"\(kept)".contains(secret.proof))
      #expect(try await server.keeper.all().map(\.createdBy) == ["uid:0"])
    }
  }

  @Test func `whoever guesses tokens has to wait, even with a good one`() async throws {
    try await NetworkFixture.with { server in
      let good = try await server.token(.admin)
      // Ten, and one more for each six seconds that these take.
      var guesses = 0
      while guesses < 100, await server.send("GET", "/v1/status", token: "wrong").status == 401 {
        guesses += 1
      }
      #expect((10..<100).contains(guesses))
      let reply = await server.send("GET", "/v1/status", token: good)
      #expect(reply.status == 429)
      #expect(reply.headers["retry-after"] != nil)
    }
  }

  @Test func `a token has so many requests and no more`() async throws {
    let few = RequestBudgets(rate: 0.001, burst: 3)
    try await NetworkFixture.with(requests: few) { server in
      let first = try await server.token(.admin, name: "first")
      let second = try await server.token(.admin, name: "second")
      for _ in 0..<3 { #expect(await server.send("GET", "/v1/queue", token: first).status == 200) }
      #expect(await server.send("GET", "/v1/queue", token: first).status == 429)
      #expect(await server.send("GET", "/v1/queue", token: second).status == 200)
    }
  }

  @Test func `a name that is not this gateway's is refused, against DNS rebinding`() async throws {
    try await NetworkFixture.with(hosts: ["sms.example.com"]) { server in
      for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a:b:c"]
      {
        let reply = await server.send("GET", "/healthz", host: host)
        #expect([400, 421].contains(reply.status), "\(host)")
      }
      for host in ["localhost:8025", "127.0.0.1", "[::1]:8025", "SMS.example.com:443"] {
        #expect(await server.send("GET", "/healthz", host: host).status == 200, "\(host)")
      }
    }
  }

  @Test func `a page of somebody else may not send requests here`() async throws {
    try await NetworkFixture.with { server in
      let token = try await server.token(.admin)
      let foreign = await server.send(
        "POST",
        "/v1/queue/pause",
        token: token,
        headers: ["Origin: https://evil.example"]
      )
      #expect(foreign.status == 403)
      let own = await server.send(
        "POST",
        "/v1/queue/pause",
        token: token,
        headers: ["Origin: http://localhost"]
      )
      #expect(own.status == 200)
      #expect(await server.send("OPTIONS", "/v1/messages").status == 405)
      #expect(own.headers["access-control-allow-origin"] == nil)
    }
  }

  @Test func `metrics are served without a token on this machine alone, where configured`()
    async throws
  {
    try await NetworkFixture.with(servesMetricsLocally: true) { server in
      #expect(await server.send("GET", "/metrics").status == 200)
      #expect(await server.send("GET", "/v1/status").status == 401)
      for mark in ["X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.1", "Via: 1.1 proxy"] {
        #expect(await server.send("GET", "/metrics", headers: [mark]).status == 401, "\(mark)")
      }
    }
  }

  @Test
  func `the page needs nothing from elsewhere and may not, and has no inline script or style`()
    async throws
  {
    try await NetworkFixture.with { server in
      for file in DashboardFile.all {
        let reply = await server.send("GET", file.path)
        #expect(reply.status == 200, "\(file.path)")
        #expect(reply.headers["content-type"] == file.kind.rawValue)
        #expect(reply.headers["x-content-type-options"] == "nosniff")
        let policy = reply.headers["content-security-policy"] ?? ""
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(policy.contains("require-trusted-types-for 'script'"))
        let foreign = reply.body.matches(of: #/https?:\/\/[^"'\s]*/#).map { String($0.0) }
        #expect(foreign.allSatisfy { $0.hasPrefix("http://www.w3.org/2000/svg") }, "\(foreign)")
        let inline =
          #/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|<script>|<style| style=| on[a-z]+="/#
        #expect(!reply.body.contains(inline), "\(file.path)")
      }
      #expect(await server.send("POST", "/").status == 405)
      let problem = await server.send("GET", "/v1/status")
      #expect(problem.headers["cache-control"] == "no-store")
      #expect(problem.headers["content-security-policy"]?.contains("default-src 'none'") ?? false)
    }
  }

  @Test func `every script that is imported is there`() throws {
    let paths = Set(DashboardFile.all.map(\.path))
    #expect(paths.count == DashboardFile.all.count)
    for file in DashboardFile.all {
      for match in file.text.matches(of: #/(?:from|src=|href=)\s*"(\/[a-z.\/]+)"/#) {
        #expect(paths.contains(String(match.1)), "\(match.1)")
      }
    }
  }
}

/// A clock that a test sets.
final class TestTime: Sendable {
  private let offset = Mutex<Int64>(0)

  var now: Timestamp {
    Timestamp(milliseconds: WallClock.system().milliseconds + offset.withLock { $0 })
  }

  func advance(by duration: Duration) {
    offset.withLock { $0 += duration.components.seconds * 1000 }
  }
}
