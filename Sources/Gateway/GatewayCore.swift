internal import Logging
internal import Storage

/// What the parts of the gateway share; each part makes its services from it, in its own folder.
struct GatewayCore: Sendable {
  let configuration: CurrentConfiguration
  /// The configuration as it was at the start: what cannot change later is taken from here.
  let initial: GatewayConfiguration
  let store: MessageStore
  let health: StoreHealth
  let dispatcher: Dispatcher
  let fleet = FleetDirectory()
  let notices = NoticeBoard()
  let pauses: PauseBook
  let simHealth = SIMHealthBook()
  let meters = GatewayMeters()
  let spoolObstacles = SpoolObstacles()
  /// Raised for every call of the event handler that is due.
  let calls = HandlerSignal()
  let clock: WallClock
  let logger: Logger

  /// Makes what the parts share, with what an earlier run of the gateway has left in the database.
  ///
  /// - Throws: `DaemonError.store` where that cannot be read.
  init(
    configuration: CurrentConfiguration,
    initial: GatewayConfiguration,
    store: MessageStore,
    clock: WallClock,
    logger: Logger
  ) async throws(DaemonError) {
    self.configuration = configuration
    self.initial = initial
    self.store = store
    self.clock = clock
    self.logger = logger
    health = StoreHealth(logger: logger)
    dispatcher = Dispatcher(
      store: store,
      clock: clock,
      workingSIMs: { [fleet] in fleet.workingSIMs }
    )
    await health.guards(dispatcher)
    pauses = PauseBook(store: store)
    do {
      try await pauses.read()
      try await simHealth.read(store)
    } catch {
      throw DaemonError.store(detail: "\(error)")
    }
    for each in pauses.classes { await dispatcher.pause(each) }
  }
}
