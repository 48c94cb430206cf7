import FakeGateway
import Foundation
import LocalAPI
import Logging
import Messaging
import ServiceLifecycle
import Storage

@testable import Gateway

/// The HTTP interface on a port of its own, with real tokens over a fake gateway.
struct NetworkFixture: Sendable {
  let port: Int
  let gateway: FakeGateway
  let keeper: TokenKeeper

  /// Runs a server and hands it to `body`.
  static func with(
    hosts: [String] = [],
    servesMetricsLocally: Bool = false,
    requests: RequestBudgets = RequestBudgets(rate: 10_000, burst: 10_000),
    clock: WallClock = WallClock(),
    _ body: @Sendable @escaping (NetworkFixture) async throws -> Void
  ) async throws {
    let directory = FileManager.default.temporaryDirectory.path + "/hermod-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = try await MessageStore.open(directory: directory)
    let keeper = TokenKeeper(store: store, clock: clock)
    let gateway = FakeGateway()
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let server = NetworkServer(
      address: ListenAddress(host: "127.0.0.1", port: 0),
      operations: gateway,
      gate: TokenGate(
        authority: keeper,
        names: HostNames(hosts),
        servesMetricsLocally: servesMetricsLocally,
        requests: requests
      ),
      logger: logger,
      onListening: { listening.yield($0) }
    )
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [server], logger: logger)
    )
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { listening.finish() }
        try await group.run()
      }
      var iterator = ports.makeAsyncIterator()
      if let port = await iterator.next() {
        let fixture = NetworkFixture(port: port, gateway: gateway, keeper: keeper)
        let result: Result<Void, any Error>
        do {
          result = .success(try await body(fixture))
        } catch {
          result = .failure(error)
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        try result.get()
      } else {
        try await tasks.waitForAll()
      }
    }
    try await store.close()
  }

  /// A new token.
  func token(_ scope: TokenScope, name: String = "t", expiresIn: Int? = nil) async throws
    -> String
  {
    let request = TokenRequest(name: name, scope: scope, expiresIn: expiresIn)
    return try await keeper.create(request, by: "uid:0")?.token ?? ""
  }

  /// Sends a request and gives the answer.
  func send(
    _ method: String,
    _ path: String,
    token: String? = nil,
    host: String = "localhost",
    headers: [String] = [],
    body: String = ""
  ) async -> RawHTTP.Reply {
    let authorization = token.map { ["Authorization: Bearer \($0)"] } ?? []
    return await RawHTTP.send(
      method,
      path,
      host: host,
      headers: authorization + headers,
      body: body,
      port: port
    )
  }
}
