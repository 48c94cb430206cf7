/// What happens to a driver, in the order in which it happened; equal only to itself.
struct Mailbox<Event: Sendable>: Sendable, Equatable {
  /// The events; iterate once.
  let stream: AsyncStream<Event>
  private let continuation: AsyncStream<Event>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func put(_ event: Event) {
    continuation.yield(event)
  }

  /// Takes nothing more; what was put before can still be read.
  func finish() {
    continuation.finish()
  }

  static func == (one: Self, other: Self) -> Bool {
    one.continuation == other.continuation
  }
}
