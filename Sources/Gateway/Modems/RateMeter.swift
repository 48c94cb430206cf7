internal import Messaging

/// How many messages went out a minute, over the last five.
struct RateMeter: Sendable, Equatable {
  /// How far back it looks.
  static let window: Duration = .seconds(300)
  /// The least time that a rate is reckoned over: one message in the first second is not sixty.
  static let least: Duration = .seconds(60)

  /// Messages, by the tenth second in which they went out, in order.
  private var slots: [(start: Timestamp, count: Int)] = []

  private static let slot: Int64 = 10_000

  /// One more message went out.
  mutating func count(at now: Timestamp) {
    let start = Timestamp(milliseconds: now.milliseconds / Self.slot * Self.slot)
    if let last = slots.last, last.start >= start {
      slots[slots.count - 1].count += 1
    } else {
      slots.append((start, 1))
      slots.removeAll { $0.start < now - Self.window }
    }
  }

  /// Messages a minute; nil where none went out lately.
  func perMinute(at now: Timestamp) -> Double? {
    let recent = slots.filter { $0.start >= now - Self.window && $0.start <= now }
    guard let first = recent.first else { return nil }
    let span = max(now - first.start, Self.least)
    let minutes = Double(span.components.seconds) / 60
    return Double(recent.reduce(0) { $0 + $1.count }) / minutes
  }

  static func == (left: RateMeter, right: RateMeter) -> Bool {
    left.slots.elementsEqual(right.slots, by: ==)
  }
}
