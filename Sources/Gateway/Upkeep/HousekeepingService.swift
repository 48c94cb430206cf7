internal import Logging
internal import Messaging
internal import ServiceLifecycle
internal import Storage

/// What has to be done now and then: what has been kept long enough goes, and messages that were
/// accepted under a clock that was ahead are brought back.
struct HousekeepingService: Service {
  let store: MessageStore
  let clock: WallClock
  let retention: Retention
  let simHealth: SIMHealthBook
  let health: StoreHealth
  let logger: Logger

  /// How often the clock is compared with the one that nobody sets.
  static let clockInterval: Duration = .seconds(10)
  /// How often what is too old goes.
  static let pruneInterval: Duration = .seconds(60 * 60)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var watch = ClockWatch(clock, lastAcceptance: (try? await store.lastAcceptance()) ?? nil)
      var pruneAt = ContinuousClock.now
      while !Task.isCancelled {
        if watch.wentBack() { await bringBack() }
        if pruneAt <= .now {
          await prune()
          pruneAt = .now + Self.pruneInterval
        }
        try? await Task.sleep(for: Self.clockInterval)
      }
    }
  }

  private func bringBack() async {
    do {
      let count = try await store.clockWentBack(to: clock.now)
      simHealth.clockWentBack(to: clock.now)
      logger.notice("the clock was set back", metadata: ["messages": "\(count)"])
    } catch {
      await health.report(error)
    }
  }

  private func prune() async {
    do {
      let count = try await store.prune(retention, at: clock.now)
      if count > 0 { logger.info("old records are gone", metadata: ["count": "\(count)"]) }
    } catch {
      await health.report(error)
    }
  }
}

extension HousekeepingService {
  /// What a gateway does now and then.
  init(_ gateway: GatewayCore) {
    self.init(
      store: gateway.store,
      clock: gateway.clock,
      retention: gateway.initial.retention.rule,
      simHealth: gateway.simHealth,
      health: gateway.health,
      logger: gateway.logger
    )
  }
}

/// Compares the clock on the wall with the one that nobody sets.
struct ClockWatch {
  private let wall: WallClock
  private let steady: @Sendable () -> ContinuousClock.Instant
  private let begun: ContinuousClock.Instant
  /// The latest that the wall clock has been, less the time that has passed since `begun`.
  private var origin: Timestamp

  /// What a clock may lose in a step without anybody waiting for it.
  private static let tolerance: Duration = .seconds(1)

  /// A watch over a clock.
  ///
  /// - Parameters:
  ///   - wall: The clock that may be set.
  ///   - lastAcceptance: When the last message was accepted, by the same clock; nil for none.
  ///   - steady: The clock that nobody sets.
  init(
    _ wall: WallClock,
    lastAcceptance: Timestamp?,
    steady: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.wall = wall
    self.steady = steady
    begun = steady()
    origin = max(wall.now, lastAcceptance ?? wall.now)
  }

  /// Whether the clock has been set back since it was last asked, or before the start.
  mutating func wentBack() -> Bool {
    let present = wall.now - (steady() - begun)
    let hasGone = Timestamp(milliseconds: present.milliseconds) + Self.tolerance < origin
    origin = present
    return hasGone
  }
}
