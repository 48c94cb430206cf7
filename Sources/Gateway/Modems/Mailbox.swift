/// What happens to a driver, in the order in which it happened.
struct Mailbox<Event: Sendable>: Sendable {
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
}
