internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import Synchronization

/// What speaks against the SIMs, by ICCID: a SIM takes its history with it into another modem, and
/// through a restart of the gateway.
final class SIMHealthBook: Sendable {
  private struct Pages {
    var histories: [ICCID: SIMHealth] = [:]
    /// The SIMs that rest, until somebody is told that their time has come.
    var resting: Set<ICCID> = []

    mutating func turn(_ sim: ICCID, to health: SIMHealth) {
      histories[sim] = health.isClean ? nil : health
      if health.standing == .usable { resting.remove(sim) } else { resting.insert(sim) }
    }
  }

  /// Why a SIM sends nothing, or only a probe.
  struct Rest: Sendable, Equatable {
    var reason: String
    /// When it may send again; nil where that time has come.
    var until: Timestamp?
    /// Whether the operator seems to bar it.
    var isQuarantine: Bool
  }

  private let pages = Mutex(Pages())
  private let changes: AsyncStream<ICCID>
  private let continuation: AsyncStream<ICCID>.Continuation

  init() {
    (changes, continuation) = AsyncStream.makeStream()
  }

  /// Reads what was kept when the gateway ran last.
  ///
  /// - Throws: `StoreError`.
  func read(_ store: MessageStore) async throws(StoreError) {
    let histories = try await store.simHealth()
    pages.withLock { pages in
      pages.histories = histories
      pages.resting = Set(histories.filter { $0.value.standing != .usable }.keys)
    }
  }

  /// Keeps what changes, until the task is cancelled.
  func keep(in store: MessageStore, _ health: StoreHealth) async {
    for await sim in changes {
      do {
        try await store.keep(pages.withLock { $0.histories[sim] } ?? SIMHealth(), of: sim)
      } catch {
        await health.report(error)
      }
    }
  }

  /// Takes in how an attempt ended.
  ///
  /// - Parameters:
  ///   - outcome: The outcome.
  ///   - make: The modem it went through.
  ///   - sim: The SIM.
  ///   - recipient: Whom the attempt was for.
  ///   - now: The time.
  /// - Returns: Whether the SIM stands otherwise than before.
  func record(
    _ outcome: SubmissionOutcome,
    from make: ModemMake?,
    on sim: ICCID,
    recipient: PhoneNumber,
    at now: Timestamp
  ) -> Bool {
    let (before, after) = pages.withLock { pages in
      let before = pages.histories[sim] ?? SIMHealth()
      var after = before
      after.record(outcome, from: make, recipient: recipient, at: now)
      if after != before { pages.turn(sim, to: after) }
      return (before, after)
    }
    if after != before { continuation.yield(sim) }
    return after.standing != before.standing
  }

  /// Somebody trusts a SIM again.
  func release(_ sim: ICCID) {
    pages.withLock { $0.turn(sim, to: SIMHealth()) }
    continuation.yield(sim)
  }

  /// No rest is longer, now that the clock was set back, than rests are.
  func clockWentBack(to now: Timestamp) {
    let sims = pages.withLock { pages in
      pages.histories.keys.filter { sim in
        let before = pages.histories[sim]
        pages.histories[sim]?.clockWentBack(to: now)
        return pages.histories[sim] != before
      }
    }
    for sim in sims { continuation.yield(sim) }
  }

  /// What keeps a SIM from sending as others do; nil where nothing does.
  func rest(of sim: ICCID?, at now: Timestamp) -> Rest? {
    guard let sim, let health = pages.withLock({ $0.histories[sim] }) else { return nil }
    switch health.standing {
    case .usable: return nil
    case .paused(let until, let reason):
      return until > now ? Rest(reason: reason, until: until, isQuarantine: false) : nil
    case .quarantined(let until, let reason):
      return Rest(reason: reason, until: until > now ? until : nil, isQuarantine: true)
    }
  }

  /// The SIMs whose rest is over, each once.
  func over(at now: Timestamp) -> [ICCID] {
    pages.withLock { pages in
      let over = pages.resting.filter { pages.histories[$0]?.rest(at: now) == nil }
      pages.resting.subtract(over)
      return Array(over)
    }
  }

  /// When the next rest is over; nil where none is under way.
  func nextEnd(after now: Timestamp) -> Timestamp? {
    pages.withLock { pages in
      pages.resting.compactMap { pages.histories[$0]?.rest(at: now)?.until }.min()
    }
  }
}

extension ModemSlot.Condition {
  /// The condition of a modem that is ready, with a SIM that something speaks against.
  init(_ rest: SIMHealthBook.Rest) {
    guard rest.isQuarantine else {
      self.init(
        state: .paused,
        reason: "the SIM \(rest.reason)",
        code: .simTrouble,
        until: rest.until
      )
      return
    }
    let reason = "the SIM is quarantined: \(rest.reason)"
    if let until = rest.until {
      self.init(state: .paused, reason: reason, code: .simTrouble, until: until)
    } else {
      self.init(
        state: .ready,
        reason: reason + "; the next message is a probe",
        code: .simTrouble
      )
    }
  }
}
