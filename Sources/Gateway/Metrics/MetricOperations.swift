internal import LocalAPI
internal import Messaging
internal import ServiceLifecycle
internal import Storage

// GET /metrics, beside what the status report tells.
extension GatewayControl {
  func metrics() async throws -> [MetricFamily] {
    let now = clock.now
    let lags = try await stored { () async throws(StoreError) in try await store.webhookLags() }
    return meters.families() + [
      MetricFamily(
        name: "hermod_webhook_pending",
        help: "Events that a webhook is owed.",
        kind: .gauge,
        samples: lags.map { .init(Double($0.pending), labels: [.init("webhook", $0.webhook)]) }
      ),
      MetricFamily(
        name: "hermod_webhook_lag_seconds",
        help: "Age of the oldest event that a webhook is owed, 0 where it is owed none.",
        kind: .gauge,
        samples: lags.map { lag in
          .init(lag.age(at: now) / .seconds(1), labels: [.init("webhook", lag.webhook)])
        }
      ),
      MetricFamily(
        name: "hermod_start_time_seconds",
        help: "When the daemon started, in seconds since 1970.",
        kind: .gauge,
        samples: [.init(Double(facts.startedAt.milliseconds) / 1000)]
      ),
    ]
  }
}

/// Counts what becomes durable.
struct MeterService: Service {
  let store: MessageStore
  let meters: GatewayMeters

  /// How far counting may fall behind before counts are missed; it takes microseconds each.
  private static let limit = 1_000_000

  func run() async throws {
    let events = store.events(limit: Self.limit)
    await cancelWhenGracefulShutdown {
      for await event in events { meters.count(event) }
    }
  }
}
