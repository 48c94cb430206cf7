internal import NIOCore

/// Runs the tasks of one modem on the event loop of its port.
///
/// What the modem says is dealt with where it was read, and what it is told is written from there: each
/// message would change threads a dozen times otherwise. Nothing that runs here waits for a disk.
final class PortExecutor: TaskExecutor {
  private let eventLoop: any EventLoop

  init(_ eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
