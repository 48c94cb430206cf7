internal import Dispatch
public import Messaging

/// Takes files out of `outgoing/`, batch by batch, as fast as the gateway asks for them.
///
/// Claims of an earlier run come first, then what inotify names, then what is found by reading the
/// directory. A file is named once; it comes again only after a crash, under the same id.
public actor SpoolIntake {
  private let directories: SpoolDirectories
  private let limits: SpoolLimits
  private let now: @Sendable () -> Timestamp
  private let notify: @Sendable (SpoolNotice) -> Void
  private let executor: QueueExecutor

  private var opened: OpenDirectories
  private var watcher: SpoolWatcher?
  private var timer: (any DispatchSourceTimer)?
  /// Names that events gave and nobody has looked at, oldest first.
  private var waiting = WaitingNames()
  private var replay: DirectoryListing?
  private var scan: DirectoryListing?
  /// Claims that the gateway has been given and not yet finished.
  private var outstanding: [MessageID: ClaimName] = [:]
  /// What was reported as left alone since the last start, so that it is not reported again.
  private var leftAlone: Set<String> = []
  private var settledAt: Timestamp?
  private var isScanDue = true
  private var isPaused = false
  /// Whether something failed that nobody was told is over.
  private var hasFailed = false
  private var isStopped = false
  private var wake: CheckedContinuation<Void, Never>?

  /// Runs on a queue of its own, because file calls wait for the disk.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// An intake of a spool; it takes nothing until it is started.
  ///
  /// - Parameters:
  ///   - directories: The spool.
  ///   - limits: How much is taken at once, and how long is waited.
  ///   - now: The wall clock.
  ///   - notify: Told what an operator should read; called on the intake's own queue.
  public init(
    directories: SpoolDirectories,
    limits: SpoolLimits = SpoolLimits(),
    now: @escaping @Sendable () -> Timestamp,
    notify: @escaping @Sendable (SpoolNotice) -> Void = { _ in }
  ) {
    self.directories = directories
    self.limits = limits
    self.now = now
    self.notify = notify
    opened = directories.held
    executor = QueueExecutor(label: "hermod.spool.intake")
  }

  /// Begins to watch, and gives the batches.
  ///
  /// The next batch is taken when it is asked for: whoever does not ask stops the intake. There is
  /// one stream and one reader of it, and an intake that was stopped is not started again. The stream
  /// ends after `stop()`, or when its task is cancelled. A spool that cannot be used is tried again and
  /// again (`paused`), because whoever corrects it starts nothing anew.
  ///
  /// - Throws: `SpoolError` where the spool cannot be watched.
  /// - Returns: Batches of claimed files, never empty.
  public func start() throws(SpoolError) -> AsyncStream<[ClaimedFile]> {
    try open()
    return AsyncStream(
      unfolding: { [weak self] in await self?.nextBatch() },
      onCancel: { [weak self] in Task { [weak self] in await self?.stop() } }
    )
  }

  /// Removes claims whose messages are durable now.
  ///
  /// - Parameter claims: The ids of claimed files.
  /// - Throws: `SpoolError` where a claim cannot be removed; it would come again after a restart.
  public func finish(claims: [MessageID]) throws(SpoolError) {
    for id in claims {
      guard let claim = outstanding[id] else { continue }
      try opened[.claimed].remove(claim.text)
      outstanding[id] = nil
    }
  }

  /// Refuses a claimed file that the gateway cannot accept: it goes to `rejected/`.
  ///
  /// - Parameters:
  ///   - id: The id of the claimed file.
  ///   - reason: What is wrong with it.
  /// - Throws: `SpoolError` where it cannot be moved.
  public func reject(claim id: MessageID, reason: String) throws(SpoolError) {
    guard let claim = outstanding[id] else { return }
    let claims = SpoolClaims(directories: opened, limits: limits)
    let rejection = claims.rejection(claim, reason)
    tell(try Rejector(directories: opened).reject([rejection]))
    outstanding[id] = nil
  }

  /// Takes nothing more; what is claimed and not finished comes again at the next start.
  public func stop() {
    isStopped = true
    watcher = nil
    timer?.cancel()
    timer = nil
    resume()
  }
}

extension SpoolIntake {
  private func nextBatch() async -> [ClaimedFile]? {
    while !isStopped {
      do throws(SpoolError) {
        let batch = try isPaused ? [] : collect()
        noteSuccess()
        if !batch.isEmpty { return batch }
      } catch {
        fail(error)
      }
      if isStopped { return nil }
      if isPaused || !hasWork { await sleep() }
    }
    return nil
  }

  private var hasWork: Bool {
    replay != nil || waiting.count > 0 || scan != nil || isScanDue
  }

  /// One round of the work that is due, the most urgent first.
  private func collect() throws(SpoolError) -> [ClaimedFile] {
    let claims = SpoolClaims(directories: opened, limits: limits)
    if let listing = replay {
      let names = try listing.next(limits.batchFiles)
      if names.isEmpty { replay = nil }
      return take(try claims.replay(names.filter { !isOutstanding($0) }))
    }
    if waiting.count > 0 {
      let round = try claims.claim(waiting.take(limits.batchFiles), now: now())
      waiting.putBack(round.rest)
      return take(round)
    }
    return try scanNext(claims)
  }

  private func scanNext(_ claims: SpoolClaims) throws(SpoolError) -> [ClaimedFile] {
    if scan == nil, isScanDue {
      isScanDue = false
      settledAt = nil
      try reopenIfReplaced()
      scan = try DirectoryListing(opened[.outgoing])
    }
    guard let listing = scan else { return [] }
    let names = try listing.next(limits.batchFiles)
    guard !names.isEmpty else {
      scan = nil
      schedule()
      return []
    }
    let candidates = names.map { SpoolClaims.Candidate(name: $0, mustBeSettled: true) }
    let round = try claims.claim(candidates, now: now())
    waiting.putBack(round.rest)
    return take(round)
  }

  private func take(_ round: SpoolClaims.Round) -> [ClaimedFile] {
    for claim in round.claims { outstanding[claim.id] = claim }
    tell(round.notices)
    if let moment = round.settledAt {
      settledAt = min(settledAt ?? moment, moment)
      if scan == nil { schedule() }
    }
    return round.files
  }

  private func isOutstanding(_ name: FileName) -> Bool {
    ClaimName(String(decoding: name.octets, as: UTF8.self)).map { outstanding[$0.id] != nil }
      ?? false
  }

  /// Waits until the next scan: a full disk passes, and so does a mode that somebody corrects.
  private func fail(_ error: SpoolError) {
    // What was moved to `.claimed` before the error must not wait for the next start, nor what was
    // named and not yet looked at for an event that does not come again.
    replay = try? DirectoryListing(opened[.claimed])
    isScanDue = true
    scan = nil
    isPaused = true
    hasFailed = true
    notify(.paused(error))
    schedule()
  }

  /// All of the spool was looked at since it failed.
  private func noteSuccess() {
    guard hasFailed, !isPaused, replay == nil, scan == nil, !isScanDue else { return }
    hasFailed = false
    notify(.resumed)
  }

  private func tell(_ notices: [SpoolNotice]) {
    for notice in notices {
      if case .leftAlone(let name, _) = notice {
        guard leftAlone.count < 1000, leftAlone.insert(name).inserted else { continue }
      }
      notify(notice)
    }
  }
}

/// Waking up.
extension SpoolIntake {
  private func open() throws(SpoolError) {
    opened = try directories.refreshed()
    watcher = try SpoolWatcher(opened, on: executor.queue) { [weak self] events in
      self?.assumeIsolated { $0.receive(events) }
    }
    replay = try DirectoryListing(opened[.claimed])
    scan = nil
    isScanDue = true
  }

  private func reopenIfReplaced() throws(SpoolError) {
    guard opened.isReplaced else { return }
    try open()
    isScanDue = false
    notify(.reopened(path: directories.path))
  }

  private func receive(_ events: [SpoolEvent]) {
    guard !isStopped else { return }
    for event in events {
      switch event {
      case .arrived(let name):
        // Behind more than one batch, an urgent file would wait for all that came before it.
        let isUrgent =
          (waiting.count >= limits.batchFiles || scan != nil || replay != nil)
          && Urgency.isUrgent(name, in: opened[.outgoing])
        if waiting.count < limits.waitingNames * (isUrgent ? 2 : 1) {
          waiting.append(.init(name: name, mustBeSettled: false, isUrgent: isUrgent))
        } else {
          isScanDue = true
        }
      case .lost:
        isScanDue = true
        notify(.eventsLost)
      case .replaced:
        if opened.isReplaced {
          scan = nil
          isScanDue = true
        }
      }
    }
    resume()
  }

  /// Sets the time of the next scan: the usual one, or when the youngest file has settled.
  private func schedule() {
    var delay = limits.scanInterval
    if let settledAt { delay = min(delay, max(settledAt - now(), .zero) + .milliseconds(20)) }
    timer?.cancel()
    let timer = DispatchSource.makeTimerSource(queue: executor.queue)
    timer.schedule(deadline: .now() + .milliseconds(Int(delay.wholeMilliseconds)))
    timer.setEventHandler { [weak self] in
      self?.assumeIsolated { $0.scanIsDue() }
    }
    self.timer = timer
    timer.activate()
  }

  private func scanIsDue() {
    isPaused = false
    isScanDue = true
    resume()
  }

  private func sleep() async {
    await withCheckedContinuation { wake = $0 }
  }

  private func resume() {
    wake?.resume()
    wake = nil
  }
}
