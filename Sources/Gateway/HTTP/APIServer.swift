import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// The local API: HTTP and JSON over a Unix-domain socket.
///
/// It runs until graceful shutdown, ends the event streams then, waits for the other answers, and
/// the socket goes with it.
public struct APIServer: Service {
  private let file: SocketFile
  private let operations: any GatewayOperations
  private let access: AccessPolicy
  private let requests: RequestBudgets
  private let heartbeat: TimeAmount
  private let logger: Logger
  private let onListening: @Sendable () async -> Void

  /// A server that is not yet listening.
  ///
  /// - Parameters:
  ///   - socket: The path of the socket. Its directory is made where it is missing; a socket that
  ///     nobody listens on is replaced.
  ///   - operations: What the routes do.
  ///   - access: Who may do what.
  ///   - requestsPerSecond: How many requests each user may make; twice as many at once.
  ///   - heartbeatInterval: How often an event stream says that it is still there; 15 s where nil.
  ///   - logger: Where the server reports what it does.
  ///   - onListening: Called once clients can connect.
  public init(
    socket: String,
    operations: any GatewayOperations,
    access: AccessPolicy = .ofThisMachine(),
    requestsPerSecond: Int,
    heartbeatInterval: Duration? = nil,
    logger: Logger,
    onListening: @escaping @Sendable () async -> Void = {}
  ) {
    self.file = SocketFile(path: socket)
    self.operations = operations
    self.access = access
    requests = RequestBudgets(rate: Double(requestsPerSecond), burst: Double(requestsPerSecond) * 2)
    heartbeat = heartbeatInterval.map { TimeAmount($0) } ?? APILimits.heartbeat
    self.logger = logger
    self.onListening = onListening
  }

  /// Serves until graceful shutdown.
  ///
  /// - Throws: `SocketFileError` where the socket cannot be opened.
  public func run() async throws {
    try file.prepare()
    let application = Application(
      router: APIRoutes(operations: operations, heartbeat: heartbeat)
        .router(access: access, requests: requests),
      server: .http1(configuration: .limited),
      configuration: ApplicationConfiguration(
        address: .unixDomainSocket(path: file.path),
        availableConnectionsDelegate: MaximumAvailableConnections(APILimits.connections)
      ),
      onServerRunning: { [file, access, logger, onListening] _ in
        if let complaint = file.open(to: access.submitGroup) { logger.warning("\(complaint)") }
        await onListening()
      },
      logger: logger
    )
    try await application.run()
  }
}

extension APIServer {
  /// The local API of a gateway.
  init(
    _ gateway: GatewayCore,
    _ control: GatewayControl,
    onListening: @escaping @Sendable () async -> Void
  ) {
    self.init(
      socket: gateway.initial.gateway.socket,
      operations: control,
      requestsPerSecond: gateway.initial.gateway.requestsPerSecond,
      logger: gateway.logger,
      onListening: onListening
    )
  }
}
