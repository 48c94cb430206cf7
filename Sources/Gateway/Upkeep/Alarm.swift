/// A sleep that somebody may cut short who knows that it would be too long.
actor Alarm {
  private var end = ContinuousClock.now
  private var sleep: Task<Void, Never>?

  /// Sleeps, at most for a while.
  func sleep(for pause: Duration) async {
    let end = ContinuousClock.now + pause
    let sleep = Task<Void, Never> { try? await Task.sleep(until: end) }
    self.end = end
    self.sleep = sleep
    await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
  }

  /// Ends the sleep at once if it would last longer than that.
  func ring(in time: Duration) {
    guard ContinuousClock.now + time < end else { return }
    sleep?.cancel()
  }
}
