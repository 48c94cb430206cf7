internal import NIOCore

/// The one timer of a session: set for its next deadline, and set again whenever that changes.
struct DeadlineTimer {
  private let eventLoop: any EventLoop
  private var count: UInt64 = 0
  private var scheduled: Scheduled<Void>?
  private var deadline: Duration?

  init(on eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
  }

  /// Sets the timer, unless it is set for this deadline already.
  ///
  /// - Parameters:
  ///   - next: When it is to fire, by the session's clock; nil for never.
  ///   - now: The time by that clock.
  ///   - fire: Called with the number of the timer, which tells whether it is still the one that counts.
  mutating func set(for next: Duration?, now: Duration, fire: @escaping @Sendable (UInt64) -> Void)
  {
    guard next != deadline else { return }
    cancel()
    deadline = next
    guard let next else { return }
    count += 1
    let number = count
    scheduled = eventLoop.scheduleTask(in: TimeAmount(max(next - now, .zero))) { fire(number) }
  }

  /// Whether the timer with this number is the one that was set last; it is not set any more then.
  mutating func hasFired(_ number: UInt64) -> Bool {
    guard number == count else { return false }
    deadline = nil
    return true
  }

  /// Fires no more.
  mutating func cancel() {
    scheduled?.cancel()
    scheduled = nil
    deadline = nil
  }
}
