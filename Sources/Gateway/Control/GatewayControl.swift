internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

/// What the local API can have done: the operations behind its routes.
struct GatewayControl: GatewayOperations {
  let configuration: CurrentConfiguration
  let notices: NoticeBoard
  let store: MessageStore
  let dispatcher: Dispatcher
  let fleet: FleetDirectory
  let builder: SubmissionBuilder
  let clock: WallClock
  let health: StoreHealth
  let feed: EventFeed
  let pauses: PauseBook
  let backups: BackupDesk
  let meters: GatewayMeters
  let spoolObstacles: SpoolObstacles
  let facts: DaemonFacts
  let logger: Logger

  /// Runs a verb of the store; what goes wrong with the database is told to whoever looks after it,
  /// and the caller is asked to come again.
  func stored<Value>(
    _ verb: () async throws(StoreError) -> Value
  ) async throws(ProblemDocument) -> Value {
    do {
      return try await verb()
    } catch {
      await health.report(error)
      throw ProblemDocument(.unavailable, "\(error)")
    }
  }

  /// Reads a number with the gateway's plan.
  func number(_ written: String) throws(ProblemDocument) -> PhoneNumber {
    do {
      return try builder.recipient(written)
    } catch {
      throw .invalid(field: error.field, "\(error)")
    }
  }

  func events(after id: String?) async throws -> AsyncThrowingStream<GatewayEvent, any Error> {
    do {
      return try await feed.stream(after: id)
    } catch let error as StoreError {
      await health.report(error)
      throw ProblemDocument(.unavailable, "\(error)")
    }
  }
}

extension GatewayControl {
  /// The operations of a gateway that starts now.
  init(_ gateway: GatewayCore) {
    let settings = gateway.initial.gateway
    self.init(
      configuration: gateway.configuration,
      notices: gateway.notices,
      store: gateway.store,
      dispatcher: gateway.dispatcher,
      fleet: gateway.fleet,
      builder: SubmissionBuilder(gateway),
      clock: gateway.clock,
      health: gateway.health,
      feed: EventFeed(store: gateway.store, clock: gateway.clock),
      pauses: gateway.pauses,
      backups: BackupDesk(stateDirectory: settings.stateDirectory),
      meters: gateway.meters,
      spoolObstacles: gateway.spoolObstacles,
      facts: DaemonFacts(
        version: HermodDaemon.version,
        startedAt: gateway.clock.now,
        stateDirectory: settings.stateDirectory,
        usesDiscovery: gateway.initial.discovery.udev,
        lookedFor: gateway.initial.lookedFor
      ),
      logger: gateway.logger
    )
  }
}

/// What does not change while the daemon runs.
struct DaemonFacts: Sendable {
  let version: String
  let startedAt: Timestamp
  let stateDirectory: String
  let usesDiscovery: Bool
  /// What counts as a modem, a line each, for people.
  let lookedFor: [String]
}
