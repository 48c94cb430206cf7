/// What one driver writes to the store, one after another: an outcome is recorded before the attempt
/// that follows it.
struct StoreLane: Sendable {
  typealias Work = @Sendable () async -> Void

  /// What is handed in.
  private enum Piece: Sendable {
    /// Begins when all before it is done.
    case alone(Work)
    /// Does not keep the next from beginning.
    case ahead(Work)
    /// Begins while work that runs ahead is unfinished; what it returns is done after that work.
    case behind(@Sendable () async -> Work)
  }

  private let continuation: AsyncStream<Piece>.Continuation
  private let worker: Task<Void, Never>

  init(on executor: any TaskExecutor) {
    let (stream, continuation) = AsyncStream<Piece>.makeStream()
    self.continuation = continuation
    worker = Task(executorPreference: executor) {
      var ahead: Task<Void, Never>?
      for await piece in stream {
        switch piece {
        case .alone(let work):
          await ahead?.value
          await work()
        case .ahead(let work):
          await ahead?.value
          // It has asked the store before the next piece begins, and the store keeps the order.
          ahead = Task.immediate(executorPreference: executor) { await work() }
        case .behind(let work):
          let conclusion = await work()
          await ahead?.value
          await conclusion()
        }
      }
      await ahead?.value
    }
  }

  /// Runs work after all that was handed in before.
  func run(_ work: @escaping Work) {
    continuation.yield(.alone(work))
  }

  /// Runs work after all that was handed in before, while the next may ask the store already.
  func runAhead(_ work: @escaping Work) {
    continuation.yield(.ahead(work))
  }

  /// Asks the store for something while what runs ahead may still be on its way to the disk: both
  /// share a commit then.
  ///
  /// - Parameter work: Asks, and returns what is to be done when all that was handed in before is
  ///   done as well.
  func runBehind(_ work: @escaping @Sendable () async -> Work) {
    continuation.yield(.behind(work))
  }

  /// Returns when all that was handed in is done.
  func finish() async {
    continuation.finish()
    await worker.value
  }
}
