import Synchronization

/// So many requests a second, and a burst of some more (a token bucket).
struct RequestBudget: Hashable, Sendable {
  /// How many a second.
  let rate: Double
  /// How many at once, after a rest.
  let burst: Double
  private var left: Double
  private var at: ContinuousClock.Instant

  init(rate: Double, burst: Double, at now: ContinuousClock.Instant) {
    self.rate = rate
    self.burst = burst
    left = burst
    at = now
  }

  /// Takes one.
  ///
  /// - Returns: Whether there was one to take.
  mutating func take(at now: ContinuousClock.Instant) -> Bool {
    refill(at: now)
    guard left >= 1 else { return false }
    left -= 1
    return true
  }

  /// Whether there is one to take.
  mutating func hasAny(at now: ContinuousClock.Instant) -> Bool {
    refill(at: now)
    return left >= 1
  }

  /// Whether nothing was taken for so long that it is as good as new.
  mutating func isWhole(at now: ContinuousClock.Instant) -> Bool {
    refill(at: now)
    return left >= burst
  }

  private mutating func refill(at now: ContinuousClock.Instant) {
    guard now > at else { return }
    let elapsed = (now - at) / .seconds(1)
    left = min(burst, left + elapsed * rate)
    at = now
  }
}

/// A budget for each of those who ask.
final class RequestBudgets: Sendable {
  /// How many are remembered; a flood of addresses must not fill the memory.
  static let limit = 4096

  private let rate: Double
  private let burst: Double
  private let budgets = Mutex<[String: RequestBudget]>([:])

  init(rate: Double, burst: Double) {
    self.rate = rate
    self.burst = burst
  }

  /// Takes one request from a budget; false where it is spent.
  func take(_ key: String, at now: ContinuousClock.Instant = .now) -> Bool {
    change(key, at: now) { $0.take(at: now) }
  }

  /// Whether a budget has any left.
  func hasAny(_ key: String, at now: ContinuousClock.Instant = .now) -> Bool {
    change(key, at: now) { $0.hasAny(at: now) }
  }

  /// How many are remembered.
  var count: Int { budgets.withLock { $0.count } }

  private func change(
    _ key: String,
    at now: ContinuousClock.Instant,
    _ body: (inout RequestBudget) -> Bool
  ) -> Bool {
    budgets.withLock { budgets in
      if budgets[key] == nil, budgets.count >= Self.limit {
        budgets = budgets.filter { entry in
          var budget = entry.value
          return !budget.isWhole(at: now)
        }
        // All of them at work: newcomers share one budget then.
        if budgets.count >= Self.limit {
          return body(&budgets["", default: RequestBudget(rate: rate, burst: burst, at: now)])
        }
      }
      return body(&budgets[key, default: RequestBudget(rate: rate, burst: burst, at: now)])
    }
  }
}
