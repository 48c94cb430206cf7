/// What one modem's answers told and the database has not taken yet.
///
/// While something is kept, the modem takes no other message: so it is never much.
actor KeptOutcomes {
  private var count = 0
  private var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
  private var lastKey: UInt64 = 0

  /// Something could not be written at once, and is kept.
  func begin() {
    count += 1
  }

  /// What was kept is written, or given up.
  func end() {
    count -= 1
    guard count == 0 else { return }
    for waiter in waiters.values { waiter.resume() }
    waiters = [:]
  }

  /// Returns when nothing is kept, or its caller is cancelled.
  func areWritten() async {
    guard count > 0 else { return }
    lastKey += 1
    let key = lastKey
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !Task.isCancelled else { return continuation.resume() }
        waiters[key] = continuation
      }
    } onCancel: {
      Task { await self.cancel(key) }
    }
  }

  private func cancel(_ key: UInt64) {
    waiters.removeValue(forKey: key)?.resume()
  }
}
