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

  let configuration: GatewayConfiguration
  let clock: WallClock
  let logger: Logger
  private let onReady: @Sendable () async -> Void

  /// A gateway.
  ///
  /// - Parameters:
  ///   - configuration: How it is set up.
  ///   - clock: The time.
  ///   - logger: Where it says what happens.
  ///   - onReady: Called once the spool is watched and the local API answers.
  public init(
    configuration: GatewayConfiguration,
    clock: WallClock = WallClock(),
    logger: Logger,
    onReady: @escaping @Sendable () async -> Void = {}
  ) {
    self.configuration = configuration
    self.clock = clock
    self.logger = logger
    self.onReady = onReady
  }

  /// Runs the gateway until SIGTERM or SIGINT, or until its database fails for good.
  ///
  /// - Throws: `DaemonError` where it cannot start or had to stop; errors of the local API's socket.
  public func run() async throws {
    let lock = try StateDirectory(path: configuration.gateway.stateDirectory)
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
      recovery = try await store.recover(at: clock.now)
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
    let dispatcher = Dispatcher(store: store, clock: clock, logger: logger)
    await health.guards(dispatcher)
    let fleet = FleetDirectory()
    let builder = SubmissionBuilder(
      plan: configuration.numberingPlan,
      wantsStatusReports: configuration.gateway.statusReports,
      longestMessage: configuration.gateway.longestMessage
    )
    let inbound = inboundService(store, health)
    let notices = NoticeBoard()
    let pauses = PauseBook(store: store)
    do {
      try await pauses.read()
    } catch {
      throw DaemonError.store(detail: "\(error)")
    }
    for each in pauses.classes { await dispatcher.pause(each) }
    let meters = GatewayMeters()
    let calls = HandlerSignal()
    let modems = ModemServices(
      store: store,
      dispatcher: dispatcher,
      inbound: inbound,
      unresolved: UnresolvedAttempts(
        recovery.unresolved,
        configuredNames: Set(configuration.modems.map(\.name)),
        answerDeadline: configuration.gateway.answerDeadline
      ),
      pins: PINMemory(store: store, clock: clock, health: health),
      cards: CardMemory(store: store, health: health),
      notices: notices,
      pauses: pauses,
      meters: meters,
      clock: clock,
      health: health,
      logger: logger
    )
    let control = GatewayControl(
      store: store,
      dispatcher: dispatcher,
      fleet: fleet,
      builder: builder,
      clock: clock,
      health: health,
      feed: EventFeed(store: store, clock: clock),
      pauses: pauses,
      meters: meters,
      facts: DaemonFacts(
        version: Self.version,
        startedAt: clock.now,
        stateDirectory: configuration.gateway.stateDirectory,
        usesDiscovery: configuration.discovery.udev,
        allowsCommands: configuration.gateway.allowATCommands
      ),
      logger: logger
    )
    try await group(
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
        fleet: fleet,
        clock: clock,
        health: health
      ),
      fleet: ModemFleet(
        configuration: configuration,
        directory: fleet,
        services: modems,
        group: MultiThreadedEventLoopGroup.singleton,
        answerDeadline: configuration.gateway.answerDeadline
      ),
      api: APIServer(
        socket: configuration.gateway.socket,
        operations: control,
        logger: logger,
        onListening: onReady
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
    spool: SpoolService,
    results: ResultService,
    upkeep: UpkeepService,
    fleet: ModemFleet,
    api: APIServer,
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
        .init(service: results),
        .init(service: upkeep),
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
    let classifier = ReplyClassifier()
    return InboundService(
      store: store,
      clock: clock,
      judge: ReplyJudge(classifier: classifier),
      answers: ConfirmationSender(
        store: store,
        clock: clock,
        classifier: classifier,
        texts: ConfirmationTexts(),
        health: health,
        logger: logger
      ),
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
    await withGracefulShutdownHandler {
      _ = await health.failure()
    } onGracefulShutdown: {
      Task { await health.close() }
    }
  }
}
