internal import Logging
internal import ServiceLifecycle
internal import Storage

extension HermodDaemon {
  /// What tells applications, and lets them in over TCP.
  func applicationServices(
    _ store: MessageStore,
    _ control: GatewayControl,
    _ health: StoreHealth,
    _ meters: GatewayMeters,
    _ calls: HandlerSignal
  ) -> [any Service] {
    let spool = configuration.spool
    var services: [any Service] = [
      MeterService(store: store, meters: meters),
      WebhookService(
        store: store,
        webhooks: configuration.webhooks,
        clock: clock,
        health: health,
        meters: meters,
        logger: logger
      ),
      EventHandlerService(
        store: store,
        program: spool.eventHandler.map {
          EventHandlerProgram(path: $0, timeLimit: .seconds(spool.eventHandlerTimeout))
        },
        calls: calls,
        health: health,
        meters: meters,
        logger: logger
      ),
    ]
    let http = configuration.http
    if let address = http.listen {
      let rate = Double(http.requestsPerSecond)
      services.append(
        NetworkServer(
          address: address,
          operations: control,
          gate: TokenGate(
            authority: TokenKeeper(store: store, clock: clock),
            names: HostNames(http.hosts),
            servesMetricsLocally: http.metricsWithoutToken,
            requests: RequestBudgets(rate: rate, burst: rate * 5)
          ),
          logger: logger
        )
      )
    }
    return services
  }
}
