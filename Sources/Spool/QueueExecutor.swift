internal import Dispatch

/// Runs an actor on a dispatch queue of its own: file calls wait for the disk, and must not hold up
/// the threads that everything else runs on.
final class QueueExecutor: SerialExecutor {
  let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// Whether the caller is on the queue, for `assumeIsolated`.
  func checkIsolated() {
    dispatchPrecondition(condition: .onQueue(queue))
  }
}
