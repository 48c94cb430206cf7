import Foundation
public import Gateway
import Logging
import ServiceLifecycle

/// A server over a fake gateway on a socket of its own, for the length of a test.
public struct RunningServer: Sendable {
  /// The path of the socket.
  public let socket: String
  /// What the routes act on.
  public let gateway: FakeGateway

  /// Runs a server and hands it to `body`; stops it gracefully afterwards.
  ///
  /// - Parameters:
  ///   - gateway: What the routes act on.
  ///   - access: Who may do what; everything for the user of the test where nothing is said.
  ///   - requestsPerSecond: How many requests each user may make; twice as many at once.
  ///   - heartbeat: How often an event stream says that it is still there.
  ///   - body: The test.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` or the server throws.
  public static func with<Result: Sendable>(
    gateway: FakeGateway = FakeGateway(),
    access: AccessPolicy = .ofThisMachine(),
    requestsPerSecond: Int = 100_000,
    heartbeat: Duration = .seconds(15),
    _ body: @Sendable @escaping (RunningServer) async throws -> Result
  ) async throws -> Result {
    let directory = SocketPlace.directory.appending(
      path: "hermod-" + UUID().uuidString.prefix(8).lowercased()
    )
    defer { try? FileManager.default.removeItem(at: directory) }
    let socket = directory.appending(path: "api.sock").path
    return try await with(
      gateway: gateway,
      access: access,
      requestsPerSecond: requestsPerSecond,
      heartbeat: heartbeat,
      socket: socket,
      body
    )
  }

  /// The same on a socket that the caller chooses.
  public static func with<Result: Sendable>(
    gateway: FakeGateway = FakeGateway(),
    access: AccessPolicy = .ofThisMachine(),
    requestsPerSecond: Int = 100_000,
    heartbeat: Duration = .seconds(15),
    socket: String,
    _ body: @Sendable @escaping (RunningServer) async throws -> Result
  ) async throws -> Result {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let (listening, listeningContinuation) = AsyncStream<Void>.makeStream()
    let server = APIServer(
      socket: socket,
      operations: gateway,
      access: access,
      requestsPerSecond: requestsPerSecond,
      heartbeatInterval: heartbeat,
      logger: logger,
      onListening: { listeningContinuation.yield() }
    )
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [server], logger: logger)
    )
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { listeningContinuation.finish() }
        try await group.run()
      }
      var started = false
      for await _ in listening {
        started = true
        break
      }
      guard started else {
        try await tasks.waitForAll()
        throw CancellationError()
      }
      do {
        let result = try await body(RunningServer(socket: socket, gateway: gateway))
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
      } catch {
        await group.triggerGracefulShutdown()
        try? await tasks.waitForAll()
        throw error
      }
    }
  }
}
