internal import Logging
internal import Messaging
internal import ServiceLifecycle
internal import Storage

/// Does what is due by the clock: messages expire, waits for evidence end, parts that never came are
/// waited for no longer.
struct UpkeepService: Service {
  let store: MessageStore
  let inbound: InboundService
  let dispatcher: Dispatcher
  let notices: NoticeBoard
  let pauses: PauseBook
  let simHealth: SIMHealthBook
  let fleet: FleetDirectory
  let clock: WallClock
  let health: StoreHealth
  private let alarm = Alarm()

  /// How long missing parts of a received message are waited for.
  static let partWait: Duration = .seconds(10 * 60)
  /// How long a round may be put off when nothing seems due, in case the clock was set.
  static let longestPause: Duration = .seconds(30)
  static let shortestPause: Duration = .milliseconds(20)
  /// How often what was accepted is asked for an earlier deadline.
  static let watchPause: Duration = .milliseconds(200)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup { group in
        group.addTask { await wakeDispatcher() }
        group.addTask { await keepTime() }
        group.addTask { await watchDeadlines() }
        group.addTask { await StoreRecovery(store: store, clock: clock, health: health).run() }
        group.addTask { await notices.keep(in: store, health) }
        group.addTask { await simHealth.keep(in: store, health) }
        await group.waitForAll()
      }
    }
  }

  /// Says that messages wait that did not, or not for that moment.
  private var due: AsyncStream<Void> {
    store.signals { event in
      switch event {
      case .due: true
      case .message, .report, .inbound, .optOut, .notice: false
      }
    }
  }

  /// Modems that wait are served when a message becomes due.
  private func wakeDispatcher() async {
    let due = due
    await dispatcher.wake()
    for await _ in due {
      await dispatcher.wake()
      do { try await vainWaits.check() } catch { await health.report(error) }
    }
  }

  private var vainWaits: VainWaitWatch { VainWaitWatch(store: store, fleet: fleet, clock: clock) }

  private func keepTime() async {
    while !Task.isCancelled {
      let pause = await round()
      await alarm.sleep(for: min(max(pause, Self.shortestPause), Self.longestPause))
    }
  }

  /// A message whose time is over before anything else is due ends then, and not a round later.
  private func watchDeadlines() async {
    for await _ in due {
      do {
        if let next = try await store.nextDeadline() { await alarm.ring(in: next - clock.now) }
      } catch {
        await health.report(error)
      }
      try? await Task.sleep(for: Self.watchPause)
    }
  }

  /// - Returns: How long nothing more is due.
  private func round() async -> Duration {
    do {
      let now = clock.now
      _ = try await store.expire(at: now)
      await inbound.deliverIncomplete(receivedBefore: now - Self.partWait)
      for name in pauses.over(at: now) { try await endPause(of: name) }
      for sim in simHealth.over(at: now) {
        for slot in fleet.all where slot.view.facts.sim == sim { slot.endRest() }
      }
      try await store.checkOptOutList()
      // A clock that was set makes messages due that no timer tells of.
      await dispatcher.wake()
      try await vainWaits.check()
      let ends = [try await store.nextDeadline(), pauses.nextEnd, simHealth.nextEnd(after: now)]
      guard let next = ends.compactMap(\.self).min() else { return Self.longestPause }
      return next - clock.now
    } catch {
      await health.report(error)
      return Self.longestPause
    }
  }

  /// A pause that somebody set for a while is over.
  private func endPause(of modem: String) async throws(StoreError) {
    guard let slot = fleet.slot(named: modem) else {
      pauses.note(nil, of: modem)
      return try await pauses.keep(nil, of: modem)
    }
    try await slot.endPause()
  }
}

extension UpkeepService {
  /// What is due by the clock of a gateway.
  init(_ gateway: GatewayCore, _ inbound: InboundService) {
    self.init(
      store: gateway.store,
      inbound: inbound,
      dispatcher: gateway.dispatcher,
      notices: gateway.notices,
      pauses: gateway.pauses,
      simHealth: gateway.simHealth,
      fleet: gateway.fleet,
      clock: gateway.clock,
      health: gateway.health
    )
  }
}
