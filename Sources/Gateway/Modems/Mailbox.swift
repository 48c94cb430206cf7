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

/// What one driver writes to the store, one after another: an outcome is recorded before the attempt
/// that follows it.
struct StoreLane: Sendable {
  private let continuation: AsyncStream<@Sendable () async -> Void>.Continuation
  private let worker: Task<Void, Never>

  init(on executor: any TaskExecutor) {
    let (stream, continuation) = AsyncStream<@Sendable () async -> Void>.makeStream()
    self.continuation = continuation
    worker = Task(executorPreference: executor) {
      for await work in stream { await work() }
    }
  }

  /// Runs work after all that was handed in before.
  func run(_ work: @escaping @Sendable () async -> Void) {
    continuation.yield(work)
  }

  /// Returns when all that was handed in is done.
  func finish() async {
    continuation.finish()
    await worker.value
  }
}
