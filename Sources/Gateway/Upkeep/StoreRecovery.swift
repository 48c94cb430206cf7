internal import Messaging
internal import Storage

/// Finds out when the database can be written again, and lets everything go on then.
///
/// What stopped is not asked to try: an attempt that cannot be recorded has cost a modem its prompt.
struct StoreRecovery {
  let store: MessageStore
  let clock: WallClock
  let health: StoreHealth

  /// How long after a failure the database is tried, and between two trials.
  static let pause: Duration = .seconds(1)
  /// What is remembered for no other reason than that writing it shows that one can.
  private static let probe = "written_at"

  func run() async {
    for await _ in health.obstacles {
      while await health.isObstructed, !Task.isCancelled {
        try? await Task.sleep(for: Self.pause)
        await look()
      }
    }
  }

  private func look() async {
    do {
      try await store.set(Self.probe, "\(clock.now.milliseconds)")
      try await store.checkOptOutList()
      await health.recovered()
    } catch {
      // What lasts was reported when it began; only a failure for good is news.
      if error.isFatal { await health.report(error) }
    }
  }
}
