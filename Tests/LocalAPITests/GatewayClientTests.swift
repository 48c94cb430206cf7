import Foundation
import LocalAPI
import Testing

/// What the client says when there is no daemon to talk to.
@Suite struct GatewayClientTests {
  private static func path() -> String {
    "/tmp/hermod-" + UUID().uuidString.prefix(8).lowercased() + ".sock"
  }

  /// A socket at `path` that is bound, and listened on if `isListening`.
  private static func makeSocket(at path: String, isListening: Bool) throws -> CInt {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    if isListening { try #require(listen(descriptor, 8) == 0) }
    return descriptor
  }

  @Test(.timeLimit(.minutes(1)))
  func `without a socket the answer comes at once and names it`() async throws {
    let path = Self.path()
    let error = await #expect(throws: GatewayClientError.self) {
      try await GatewayClient.withClient(socket: path) { try await $0.status() }
    }
    #expect(error == .notReachable(socket: path, cause: .noSocket))
    #expect(error?.description.contains(path) == true)
    #expect(error?.description.contains("--socket") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a socket that nobody listens on is told from one that is missing`() async throws {
    let path = Self.path()
    let descriptor = try Self.makeSocket(at: path, isListening: false)
    defer {
      close(descriptor)
      unlink(path)
    }
    let error = await #expect(throws: GatewayClientError.self) {
      try await GatewayClient.withClient(socket: path) { try await $0.status() }
    }
    #expect(error == .notReachable(socket: path, cause: .nobodyListens))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a daemon that never answers is given up after the time that was set`() async throws {
    let path = Self.path()
    let descriptor = try Self.makeSocket(at: path, isListening: true)
    defer {
      close(descriptor)
      unlink(path)
    }
    let error = await #expect(throws: GatewayClientError.self) {
      try await GatewayClient.withClient(socket: path, timeout: .milliseconds(200)) {
        try await $0.status()
      }
    }
    guard case .noAnswer(path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    arguments: [
      (nil, nil, "/run/hermod/hermod.sock"), ("/a", nil, "/a"), (nil, "/b", "/b"),
      ("/a", "/b", "/a"), ("", "/b", "/b"), ("", "", "/run/hermod/hermod.sock"),
    ] as [(String?, String?, String)]
  )
  func `the option comes before the environment, and that before the default`(
    option: String?,
    environment: String?,
    path: String
  ) {
    #expect(GatewayClient.socketPath(option: option, environment: environment) == path)
  }
}
