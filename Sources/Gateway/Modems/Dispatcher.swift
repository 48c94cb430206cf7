internal import Messaging
internal import QueuePolicy
internal import Storage

/// Gives modems their next message.
///
/// Modems pull: a ready one asks, and gets the best message that is due for its SIM, at once or when
/// there is one. A dead modem asks for nothing.
actor Dispatcher {
  /// A message and whether others are likely to follow it on the same modem.
  struct Assignment: Sendable {
    let message: ClaimedMessage
    /// The SIM that asked.
    let iccid: ICCID
    let isBacklog: Bool
  }

  private struct Waiter {
    let claimant: Claimant
    let continuation: CheckedContinuation<Assignment?, Never>
  }

  private let store: MessageStore
  private let clock: WallClock
  /// The SIMs that are at work, by serial number.
  private let workingSIMs: @Sendable () -> Set<String>
  /// Those who wait, in the order in which they came to wait: the least recently used first.
  private var waiters: [(key: UInt64, waiter: Waiter)] = []
  private var nextKey: UInt64 = 0
  /// The requests that are not answered yet.
  private var pending: Set<UInt64> = []
  private var cancelled: Set<UInt64> = []
  private var pausedClasses: Set<MessageClass> = []
  /// Why nothing is given out; nil where nothing stands in the way.
  private(set) var obstacle: String?
  /// Whether those who wait are being asked just now.
  private(set) var isServing = false
  private var mustServeAgain = false
  private var timer: Task<Void, Never>?
  private var isClosed = false
  /// Told when the database fails; who serves no message any more must not look merely idle.
  private var health: StoreHealth?

  init(
    store: MessageStore,
    clock: WallClock,
    workingSIMs: @escaping @Sendable () -> Set<String> = { [] }
  ) {
    self.workingSIMs = workingSIMs
    self.store = store
    self.clock = clock
  }

  /// The next message for a modem; waits until there is one.
  ///
  /// - Parameter claimant: The SIM and its modem.
  /// - Returns: The message; nil when the wait was cancelled or the gateway is closing.
  func next(for claimant: Claimant) async -> Assignment? {
    let key = nextKey
    nextKey += 1
    pending.insert(key)
    // A cancellation that comes later is about nothing any more.
    defer {
      pending.remove(key)
      cancelled.remove(key)
    }
    return await withTaskCancellationHandler {
      if waiters.isEmpty, let message = await claim(claimant) {
        return Assignment(message: message, iccid: claimant.iccid, isBacklog: true)
      }
      return await withCheckedContinuation { continuation in
        guard !isClosed, cancelled.remove(key) == nil else {
          continuation.resume(returning: nil)
          return
        }
        waiters.append((key, Waiter(claimant: claimant, continuation: continuation)))
        serve()
      }
    } onCancel: {
      Task { await self.cancel(key) }
    }
  }

  /// From now on failures of the database are reported there.
  func reports(to health: StoreHealth) {
    self.health = health
  }

  /// Messages may have become due, or a class may be sent again: those who wait are served.
  func wake() {
    serve()
  }

  /// Nothing of this class is given out until it is resumed.
  func pause(_ messageClass: MessageClass) {
    pausedClasses.insert(messageClass)
  }

  /// Messages of this class are given out again.
  func resume(_ messageClass: MessageClass) {
    pausedClasses.remove(messageClass)
    serve()
  }

  /// How many modems wait for a message.
  var waiting: Int { waiters.count }

  /// The classes that are paused.
  var paused: Set<MessageClass> { pausedClasses }

  /// Nothing is given out while something stands in the way, such as a full disk.
  ///
  /// - Parameter reason: What stands in the way; nil when it is gone.
  func block(_ reason: String?) {
    obstacle = reason
    if reason == nil { serve() }
  }

  /// Nobody gets anything any more.
  func close() {
    isClosed = true
    timer?.cancel()
    for (_, waiter) in waiters { waiter.continuation.resume(returning: nil) }
    waiters = []
  }

  private func cancel(_ key: UInt64) {
    guard let place = waiters.firstIndex(where: { $0.key == key }) else {
      if pending.contains(key) { cancelled.insert(key) }
      return
    }
    waiters.remove(at: place).waiter.continuation.resume(returning: nil)
  }

  private func serve() {
    guard !isServing else {
      mustServeAgain = true
      return
    }
    guard !waiters.isEmpty, !isClosed else { return }
    isServing = true
    Task { await self.serveAll() }
  }

  /// Offers what is due to each who waits, the least recently used first, until nobody finds more.
  private func serveAll() async {
    repeat {
      mustServeAgain = false
      for (key, waiter) in waiters {
        guard let message = await claim(waiter.claimant) else { continue }
        guard let place = waiters.firstIndex(where: { $0.key == key }) else {
          store.release(message.id)
          mustServeAgain = true
          continue
        }
        waiters.remove(at: place)
        waiter.continuation.resume(
          returning: Assignment(
            message: message,
            iccid: waiter.claimant.iccid,
            isBacklog: false
          )
        )
      }
    } while mustServeAgain
    isServing = false
    await setTimer()
  }

  private func claim(_ claimant: Claimant) async -> ClaimedMessage? {
    guard obstacle == nil, !isClosed else { return nil }
    var claimant = claimant
    claimant.excludedClasses.formUnion(pausedClasses)
    claimant.workingSIMs = othersAtWork()
    do {
      return try await store.claim(claimant, at: clock.now)
    } catch {
      await failed(error)
      return nil
    }
  }

  /// A reader may meet what no writer has met: a damaged page, a disk that cannot be read.
  private func failed(_ error: StoreError) async {
    guard error != .closed else { return }
    await health?.report(error)
  }

  /// The SIMs whose usual recipients are left to them; none where no rule says so.
  private func othersAtWork() -> Set<String> {
    store.sendingRules.usualSIMWait == nil ? [] : workingSIMs()
  }

  /// Messages that are due later wake those who wait when their time has come.
  private func setTimer() async {
    timer?.cancel()
    let now = clock.now
    let workingSIMs = othersAtWork()
    let claimants = waiters.map { _, waiter in
      var claimant = waiter.claimant
      claimant.workingSIMs = workingSIMs
      return claimant
    }
    guard !claimants.isEmpty else { return }
    let earliest: Timestamp?
    do {
      earliest = try await store.nextDue(claimants, after: now)
    } catch {
      return await failed(error)
    }
    guard let earliest, !waiters.isEmpty, !isClosed else { return }
    timer = Task {
      try? await Task.sleep(for: max(earliest - now, .milliseconds(1)))
      guard !Task.isCancelled else { return }
      self.serve()
    }
  }
}
