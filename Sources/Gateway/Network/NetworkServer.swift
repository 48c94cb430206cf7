import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The local API and the dashboard over TCP, for those with a token.
struct NetworkServer: Service {
  let address: ListenAddress
  let operations: any GatewayOperations
  let gate: TokenGate
  let logger: Logger
  /// Called with the port once clients can connect.
  var onListening: @Sendable (Int) async -> Void = { _ in }

  /// Serves until graceful shutdown.
  ///
  /// - Throws: `ListenError` where the address cannot be listened on.
  func run() async throws {
    let application = Application(
      router: APIRoutes(operations: operations).router(guardedBy: gate),
      server: .http1(configuration: .limited),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(APILimits.networkConnections)
      ),
      onServerRunning: { [address, logger, onListening] channel in
        if !address.isLoopback {
          logger.warning(
            "the HTTP interface listens beyond this machine, without TLS",
            metadata: ["address": "\(address)"]
          )
        }
        await onListening(channel.localAddress?.port ?? address.port)
      },
      logger: logger
    )
    do {
      try await application.run()
    } catch let error as IOError {
      throw ListenError(address: address, reason: "\(error)")
    }
  }
}

extension NetworkServer {
  /// The HTTP interface of a gateway; nil where it listens on nothing.
  init?(_ gateway: GatewayCore, _ control: GatewayControl) {
    let http = gateway.initial.http
    guard let address = http.listen else { return nil }
    let rate = Double(http.requestsPerSecond)
    self.init(
      address: address,
      operations: control,
      gate: TokenGate(
        authority: TokenKeeper(store: gateway.store, clock: gateway.clock),
        names: HostNames(http.hosts),
        servesMetricsLocally: http.metricsWithoutToken,
        requests: RequestBudgets(rate: rate, burst: rate * 5)
      ),
      logger: gateway.logger
    )
  }
}

/// Why the HTTP interface cannot be opened.
public struct ListenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The address.
  public var address: ListenAddress
  /// What the system says.
  public var reason: String

  /// What is wrong and what to do about it.
  public var description: String {
    "cannot listen on \(address): \(reason); set listen in [http] to another address"
  }
}

extension HTTP1Channel.Configuration {
  /// The limits of one connection.
  static var limited: HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      idleTimeout: .seconds(APILimits.idleSeconds),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: APILimits.headers,
        maxHeaderListSize: APILimits.headers,
        maxHeaderFieldCount: 100
      )
    )
  }
}
