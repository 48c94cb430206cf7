import FakeGateway
import Glibc
import LocalAPI
import Messaging
import Testing

@testable import Gateway

/// Who may do what.
@Suite struct HTTPAccessTests {
  private static let policy = AccessPolicy(
    administrators: [0, 990],
    adminGroup: 50,
    submitGroup: 60
  )

  @Test(arguments: [
    (PeerCredentials(uid: 0, pid: 1, groups: []), Submitter.Role.admin),
    (PeerCredentials(uid: 990, pid: 1, groups: []), .admin),
    (PeerCredentials(uid: 1000, pid: 1, groups: [100, 50]), .admin),
    (PeerCredentials(uid: 1000, pid: 1, groups: [60, 50]), .admin),
    (PeerCredentials(uid: 1000, pid: 1, groups: [60]), .submit),
    (PeerCredentials(uid: 1000, pid: 1, groups: [100]), .none),
    (PeerCredentials(uid: 1000, pid: 1, groups: []), .none),
  ])
  func `a role follows from user and groups`(
    peer: PeerCredentials,
    role: Submitter.Role
  ) {
    #expect(Self.policy.role(of: peer) == role)
  }

  @Test func `where the groups do not exist, nobody but the daemon's own user and root counts`() {
    let policy = AccessPolicy(administrators: [0, 990])
    #expect(policy.role(of: PeerCredentials(uid: 1000, pid: 1, groups: [0])) == .none)
    #expect(policy.role(of: PeerCredentials(uid: 990, pid: 1, groups: [])) == .admin)
  }

  @Test func `the kernel tells user, process and all groups of a peer`() throws {
    var pair: [CInt] = [0, 0]
    try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0)
    defer { for descriptor in pair { close(descriptor) } }
    let peer = try #require(PeerCredentials(socket: pair[0]))
    #expect(peer.uid == geteuid())
    #expect(peer.pid == getpid())
    var groups = [gid_t](repeating: 0, count: 1024)
    let count = Int(getgroups(CInt(groups.count), &groups))
    #expect(Set(peer.groups) == Set(groups.prefix(count) + [getegid()]))
  }

  /// A policy under which the user of the test may only submit.
  private static let onlySubmit = AccessPolicy(administrators: [], submitGroup: getegid())

  private static func status(_ endpoint: Endpoint, to socket: String) async -> Int {
    let path = endpoint.route.path.replacing("{id}", with: "01J0000000000000000000000Z")
      .replacing("{name}", with: "m").replacing("{number}", with: "+447700900123")
    return await RawHTTP.send(endpoint.route.methodName, path, to: socket).status
  }

  @Test func `whoever may do nothing gets nothing but the health`() async throws {
    try await RunningServer.with(access: AccessPolicy(administrators: [])) { server in
      for endpoint in APIRoutes(operations: server.gateway).endpoints {
        let expected = endpoint.route.path == "/healthz" ? 200 : 403
        #expect(await Self.status(endpoint, to: server.socket) == expected, "\(endpoint.route)")
      }
    }
  }

  @Test func `a submitter sends, sees messages, adds opt-outs, withdraws consents, and no more`()
    async throws
  {
    let allowed = [
      "POST /v1/messages", "GET /v1/messages", "GET /v1/messages/{id}", "GET /v1/optouts/{number}",
      "PUT /v1/optouts/{number}", "GET /v1/consents/{number}", "DELETE /v1/consents/{number}",
      "GET /healthz", "GET /v1/openapi.json",
    ]
    try await RunningServer.with(access: Self.onlySubmit) { server in
      for endpoint in APIRoutes(operations: server.gateway).endpoints
      where endpoint.route.path != "/v1/events" {
        let name = "\(endpoint.route.methodName) \(endpoint.route.path)"
        let isForbidden = await Self.status(endpoint, to: server.socket) == 403
        #expect(isForbidden == !allowed.contains(name), "\(name)")
      }
    }
  }

  @Test func `a submitter sees only their own messages`() async throws {
    let gateway = FakeGateway()
    let other = Submitter(uid: geteuid() + 1, pid: 1, role: .submit)
    let submission = MessageSubmission(to: .one("+447700900001"), text: "Secret")
    let theirs = try #require(try await gateway.submit(submission, by: other).first?.id)
    try await RunningServer.with(gateway: gateway, access: Self.onlySubmit) { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        let answer = try await client.submit(submission).value
        let own = try #require(answer.messages.first?.id)
        #expect(try await client.messages().value.messages.map(\.id) == [own])
        #expect(try await client.message(own).value.submitter.uid == geteuid())
        await #expect(throws: GatewayClientError.self) { try await client.message(theirs) }
      }
    }
  }

  @Test func `a submitter is told of their own messages only`() async throws {
    try await RunningServer.with(access: Self.onlySubmit) { server in
      try await GatewayClient.withClient(socket: server.socket) { client in
        let submission = MessageSubmission(to: .one("+447700900001"), text: "Secret")
        let other = Submitter(uid: geteuid() + 1, pid: 1, role: .submit)
        struct Done: Error {}
        var seen: [UInt32?] = []
        await #expect(throws: Done.self) {
          try await client.followEvents {
            _ = try await server.gateway.submit(submission, by: other)
            _ = try await server.gateway.addOptOut(of: "1", OptOutRequest(), by: other)
            _ = try await client.submit(submission)
          } _: { event in
            seen.append(event.value.message?.submitter.uid)
            throw Done()
          }
        }
        #expect(seen == [geteuid()])
      }
    }
  }
}
