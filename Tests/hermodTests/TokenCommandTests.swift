import FakeGateway
import Foundation
import LocalAPI
import Messaging
import Testing

@testable import hermod

/// `hermod token`, against a daemon without modems.
@Suite(.timeLimit(.minutes(2))) struct TokenCommandTests {
  @Test func `a token is shown once, alone on standard output, and listed without what proves it`()
    async throws
  {
    try await RunningServer.with { server in
      let hermod = Binary(socket: server.socket)
      let none = try await hermod.run("token")
      #expect(none.output.contains("hermod token create NAME"))
      let created = try await hermod.run("token", "create", "shop")
      #expect(created.status == 0)
      #expect(created.output == "hermod_x_y\n")
      #expect(created.errors.contains("not shown again"))
      let json = try await hermod.run("token", "create", "grafana", "--scope", "read", "--json")
      let new = try WireJSON.decode(NewToken.self, from: Data(json.output.utf8))
      #expect(new.details.scope == .read && json.errors.isEmpty)
      let revoked = try await hermod.run("token", "revoke", "shop")
      #expect(revoked.output == "The token shop opens nothing any more.\n")
      let list = try await hermod.run("token", "list")
      let lines = list.output.split(separator: "\n").map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      }
      #expect(lines == ["NAME SCOPE STATE", "shop submit revoked", "grafana read valid"])
      #expect(!list.output.contains("hermod_"))
    }
  }

  @Test func `what is not there, or is not a scope, is refused in words`() async throws {
    try await RunningServer.with { server in
      let hermod = Binary(socket: server.socket)
      let missing = try await hermod.run("token", "revoke", "nobody")
      #expect(missing.status == 1)
      #expect(missing.errors == "hermod: there is no token nobody\n")
      let scope = try await hermod.run("token", "create", "a", "--scope", "root")
      #expect(scope.status == 64)
      #expect(scope.errors.contains("submit"))
    }
  }
}
