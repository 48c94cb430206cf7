public import Logging
internal import Messaging
internal import NIOPosix
internal import ServiceLifecycle
internal import Spool
internal import Storage
internal import UnixSignals

/// The gateway as a whole: opens what it needs, wires the services together, and runs them until it
/// is told to stop.
public struct HermodDaemon: Sendable {
  /// The version that `status` shows.
  public static let version = "0.1.0"

  private let current: CurrentConfiguration
  /// As it was at the start: what cannot change later is taken from here.
  private let configuration: GatewayConfiguration
  private let log: GatewayLog?
  private let clock: WallClock
  private let logger: Logger
  private let onReady: @Sendable () async -> Void

  /// A gateway.
  ///
  /// - Parameters:
  ///   - configuration: How it is set up.
  ///   - log: What follows the table `[log]` when the configuration changes; nil where nothing does.
  ///   - clock: The time.
  ///   - logger: Where it says what happens.
  ///   - onReady: Called once the spool is watched and the local API answers.
  public init(
    configuration: CurrentConfiguration,
    log: GatewayLog? = nil,
    clock: WallClock = WallClock(),
    logger: Logger,
    onReady: @escaping @Sendable () async -> Void = {}
  ) {
    current = configuration
    self.configuration = configuration.current
    self.log = log
    self.clock = clock
    self.logger = logger
    self.onReady = onReady
  }

  /// Runs the gateway until SIGTERM or SIGINT, or until its database fails for good.
  ///
  /// - Throws: `DaemonError` where it cannot start or had to stop; errors of the local API's socket.
  public func run() async throws {
    let lock = try StateDirectory(path: configuration.gateway.stateDirectory)
    try OtherGateway.keepOff(configuration.modems)
    let directories: SpoolDirectories
    do {
      directories = try SpoolDirectories(path: configuration.spool.directory)
    } catch {
      throw DaemonError.spool(detail: "\(error)")
    }
    try OtherGateway.keepOff(directories)
    let store: MessageStore
    let recovery: Recovery
    do {
      store = try await MessageStore.open(directory: lock.path)
      try await store.requireConsent(configuration.optOut.requireConsent)
      recovery = try await store.recover(at: clock.now)
      try await store.adoptRules(of: configuration, at: clock.now)
    } catch {
      throw DaemonError.store(detail: "\(error)")
    }
    if !recovery.interrupted.isEmpty {
      logger.warning(
        "attempts were open when the gateway stopped; their outcome is unknown",
        metadata: ["count": "\(recovery.interrupted.count)"]
      )
    }
    do {
      try await serve(store, recovery, directories)
      try? await store.close()
    } catch {
      try? await store.close()
      throw error
    }
    withExtendedLifetime(lock) {}
  }

  /// Makes the services of all parts from what they share, and runs them.
  private func serve(
    _ store: MessageStore,
    _ recovery: Recovery,
    _ directories: SpoolDirectories
  ) async throws {
    let gateway = try await GatewayCore(
      configuration: current,
      initial: configuration,
      store: store,
      clock: clock,
      logger: logger
    )
    let inbound = InboundService(gateway)
    let control = GatewayControl(gateway)
    let manager = ServiceManager()
    #if DEBUG
      let wedge = Wedge(loops: MultiThreadedEventLoopGroup.singleton, store: store)
      defer { withExtendedLifetime(wedge) {} }
    #endif
    // In the order in which they start; they end in the opposite one: the modems finish first, while
    // everything else still works.
    let services: [(any Service)?] = [
      Heartbeat(gateway, manager),
      ReloadService(control: control, log: log),
      RuleService(gateway),
      ResultService(gateway, directories),
      UpkeepService(gateway, inbound),
      HousekeepingService(gateway),
      SpoolService(gateway, directories),
      MeterService(store: store, meters: gateway.meters),
      WebhookService(gateway),
      EventHandlerService(gateway),
      NetworkServer(gateway, control),
      APIServer(gateway, control) { [onReady] in
        manager.tell(.ready)
        await onReady()
      },
      ModemFleet(gateway, ModemServices(gateway, inbound, recovery)),
    ]
    try await run(services.compactMap(\.self), until: StoreGuardian(health: gateway.health))
    await gateway.dispatcher.close()
    if let failure = await gateway.health.lastFailure {
      throw DaemonError.store(detail: "\(failure)")
    }
  }

  /// Runs the services until the gateway is told to stop, or its database has failed for good.
  private func run(_ services: [any Service], until guardian: StoreGuardian) async throws {
    // It logs every value of every service when it starts one.
    var lifecycleLogger = logger
    lifecycleLogger.logLevel = max(logger.logLevel, .warning)
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: guardian, successTerminationBehavior: .gracefullyShutdownGroup)]
        + services.map { .init(service: $0) },
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: lifecycleLogger
    )
    // A client that does not read its events must not keep the gateway from ending; the modems have
    // had their minute by then.
    configuration.maximumGracefulShutdownDuration = .seconds(75)
    try await ServiceGroup(configuration: configuration).run()
  }
}
