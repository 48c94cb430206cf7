internal import ServiceLifecycle
internal import Storage

/// Puts the rules of considerate sending in force that the configuration has after a reload.
struct RuleService: Service {
  let configuration: CurrentConfiguration
  let store: MessageStore
  let dispatcher: Dispatcher
  let clock: WallClock
  let health: StoreHealth

  func run() async throws {
    let changes = configuration.changes()
    await cancelWhenGracefulShutdown {
      for await change in changes {
        do throws(StoreError) {
          try await store.adoptRules(of: change, at: clock.now)
        } catch {
          await health.report(error)
        }
        // What other rules kept back may be due now.
        await dispatcher.wake()
      }
    }
  }
}

extension RuleService {
  /// The rules of a gateway.
  init(_ gateway: GatewayCore) {
    self.init(
      configuration: gateway.configuration,
      store: gateway.store,
      dispatcher: gateway.dispatcher,
      clock: gateway.clock,
      health: gateway.health
    )
  }
}
