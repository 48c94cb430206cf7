internal import DeviceDiscovery
public import Logging
internal import Messaging
internal import NIOPosix
internal import OptOut
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
  let configuration: GatewayConfiguration
  private let log: GatewayLog?
  let clock: WallClock
  let logger: Logger
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

  private func serve(
    _ store: MessageStore,
    _ recovery: Recovery,
    _ directories: SpoolDirectories
  ) async throws {
    let health = StoreHealth(logger: logger)
    let fleet = FleetDirectory()
    let dispatcher = Dispatcher(
      store: store,
      clock: clock,
      logger: logger,
      workingSIMs: { fleet.workingSIMs }
    )
    await health.guards(dispatcher)
    let builder = SubmissionBuilder(configuration: current, rules: { store.sendingRules })
    let inbound = inboundService(store, health)
    let notices = NoticeBoard()
    let pauses = PauseBook(store: store)
    let simHealth = SIMHealthBook()
    do {
      try await pauses.read()
      try await simHealth.read(store)
    } catch {
      throw DaemonError.store(detail: "\(error)")
    }
    for each in pauses.classes { await dispatcher.pause(each) }
    let meters = GatewayMeters()
    let calls = HandlerSignal()
    let modems = ModemServices(
      configuration: current,
      store: store,
      dispatcher: dispatcher,
      inbound: inbound,
      unresolved: UnresolvedAttempts(
        recovery.unresolved,
        answerDeadline: configuration.gateway.answerDeadline,
        at: clock.now
      ),
      pins: PINMemory(store: store, clock: clock, health: health),
      cards: CardMemory(store: store, health: health),
      notices: notices,
      pauses: pauses,
      simHealth: simHealth,
      meters: meters,
      clock: clock,
      health: health,
      logger: logger
    )
    let control = GatewayControl(
      configuration: current,
      notices: notices,
      store: store,
      dispatcher: dispatcher,
      fleet: fleet,
      builder: builder,
      clock: clock,
      health: health,
      feed: EventFeed(store: store, clock: clock),
      pauses: pauses,
      backups: BackupDesk(stateDirectory: configuration.gateway.stateDirectory),
      meters: meters,
      facts: DaemonFacts(
        version: Self.version,
        startedAt: clock.now,
        stateDirectory: configuration.gateway.stateDirectory,
        usesDiscovery: configuration.discovery.udev,
        lookedFor: configuration.lookedFor
      ),
      logger: logger
    )
    let manager = ServiceManager()
    #if DEBUG
      let wedge = Wedge(loops: MultiThreadedEventLoopGroup.singleton, store: store)
      defer { withExtendedLifetime(wedge) {} }
    #endif
    try await group(
      heartbeat: Heartbeat(
        manager: manager,
        loops: MultiThreadedEventLoopGroup.singleton,
        store: store,
        dispatcher: dispatcher,
        fleet: fleet,
        logger: logger
      ),
      spool: spoolService(store, builder, directories, health),
      results: ResultService(
        store: store,
        files: ResultFiles(directories: directories),
        clock: clock,
        fleet: fleet,
        health: health,
        calls: configuration.spool.eventHandler == nil ? nil : calls,
        logger: logger
      ),
      upkeep: UpkeepService(
        store: store,
        inbound: inbound,
        dispatcher: dispatcher,
        notices: notices,
        pauses: pauses,
        simHealth: simHealth,
        fleet: fleet,
        clock: clock,
        health: health
      ),
      housekeeping: HousekeepingService(
        store: store,
        clock: clock,
        retention: configuration.retention.rule,
        simHealth: simHealth,
        health: health,
        logger: logger
      ),
      fleet: ModemFleet(
        configuration: current,
        directory: fleet,
        services: modems,
        group: MultiThreadedEventLoopGroup.singleton
      ),
      api: APIServer(
        socket: configuration.gateway.socket,
        operations: control,
        requestsPerSecond: configuration.gateway.requestsPerSecond,
        logger: logger,
        onListening: { [onReady] in
          manager.tell(.ready)
          await onReady()
        }
      ),
      reload: ReloadService(control: control, log: log),
      rules: RuleService(
        configuration: current,
        store: store,
        dispatcher: dispatcher,
        clock: clock,
        health: health
      ),
      applications: applicationServices(store, control, health, meters, calls),
      health: health
    )
    await dispatcher.close()
    if let failure = await health.lastFailure {
      throw DaemonError.store(detail: "\(failure)")
    }
  }

  /// Runs the services; on the way down the modems finish first, while everything else still works.
  private func group(
    heartbeat: Heartbeat,
    spool: SpoolService,
    results: ResultService,
    upkeep: UpkeepService,
    housekeeping: HousekeepingService,
    fleet: ModemFleet,
    api: APIServer,
    reload: ReloadService,
    rules: RuleService,
    applications: [any Service],
    health: StoreHealth
  ) async throws {
    let guardian = StoreGuardian(health: health)
    // It logs every value of every service when it starts one.
    var lifecycleLogger = logger
    lifecycleLogger.logLevel = max(logger.logLevel, .warning)
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: guardian, successTerminationBehavior: .gracefullyShutdownGroup),
        .init(service: heartbeat),
        .init(service: reload),
        .init(service: rules),
        .init(service: results),
        .init(service: upkeep),
        .init(service: housekeeping),
        .init(service: spool),
      ] + applications.map { .init(service: $0) } + [
        .init(service: api),
        .init(service: fleet),
      ],
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: lifecycleLogger
    )
    // A client that does not read its events must not keep the gateway from ending; the modems have
    // had their minute by then.
    configuration.maximumGracefulShutdownDuration = .seconds(75)
    try await ServiceGroup(configuration: configuration).run()
  }

  private func inboundService(_ store: MessageStore, _ health: StoreHealth) -> InboundService {
    InboundService(
      store: store,
      clock: clock,
      judge: configuration.optOut.judge,
      health: health,
      logger: logger
    )
  }

  private func spoolService(
    _ store: MessageStore,
    _ builder: SubmissionBuilder,
    _ directories: SpoolDirectories,
    _ health: StoreHealth
  ) -> SpoolService {
    let clock = clock
    let logger = logger
    return SpoolService(
      intake: SpoolIntake(
        directories: directories,
        now: { clock.now },
        notify: { logger.warning("spool: \($0)") }
      ),
      store: store,
      builder: builder,
      clock: clock,
      health: health,
      logger: logger
    )
  }
}

/// Ends the gateway when its database has failed for good: what the disk holds is no longer known.
private struct StoreGuardian: Service {
  let health: StoreHealth

  func run() async throws {
    // Cancelled where another service could not start.
    await withGracefulShutdownHandler {
      await withTaskCancellationHandler {
        _ = await health.failure()
      } onCancel: {
        Task { await health.close() }
      }
    } onGracefulShutdown: {
      Task { await health.close() }
    }
  }
}
