import FakeGateway
import LocalAPI
import Messaging
import Testing

@testable import hermod

/// `hermod send --wait` where not every recipient may be written to.
@Suite(.timeLimit(.minutes(2))) struct SendWaitTests {
  private static let stopped = "+447700900123"
  private static let other = "+447700900124"

  private static func withStopped(
    fate: [MessageState] = [.sent],
    _ body: @Sendable @escaping (Binary) async throws -> Void
  ) async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.fate = fate }
    try await RunningServer.with(gateway: gateway) { server in
      let hermod = Binary(socket: server.socket)
      #expect(try await hermod.run("optout", "add", stopped).status == 0)
      try await body(hermod)
    }
  }

  @Test func `whoever has opted out is named beside the others, and makes it a no`() async throws {
    try await Self.withStopped { hermod in
      let run = try await hermod.run("send", "--wait", Self.stopped, Self.other, "Hi")
      #expect(run.status == 1)
      #expect(run.output.contains("not sent to \(Self.stopped): the recipient has opted out"))
      #expect(run.output.contains(" sent to \(Self.other) by front-desk"))
    }
  }

  @Test func `where nothing was accepted there is nothing to wait for`() async throws {
    try await Self.withStopped { hermod in
      let run = try await hermod.run("send", "--wait", Self.stopped, Self.stopped, "Hi")
      #expect(run.status == 1)
      #expect(run.output.split(separator: "\n").count == 2)
    }
  }

  @Test func `a wait that is over at once says 3 as well`() async throws {
    try await Self.withStopped(fate: []) { hermod in
      let run = try await hermod.run("send", "--wait", "--timeout", "0s", Self.other, "Hi")
      #expect(run.status == 3)
    }
  }
}
