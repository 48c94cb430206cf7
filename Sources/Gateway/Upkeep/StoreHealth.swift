internal import Logging
internal import Messaging
internal import Storage

/// What the gateway does when its database fails: stop for good, or stop until there is room.
actor StoreHealth {
  /// Something stands in the way of writing, and may go away: see `StoreRecovery`, which alone listens.
  nonisolated let obstacles: AsyncStream<Void>
  /// Whether it still does.
  private(set) var isObstructed = false
  private let met: AsyncStream<Void>.Continuation
  private let logger: Logger
  private var dispatcher: Dispatcher?
  private var fatal: StoreError?
  private var waiters: [CheckedContinuation<StoreError?, Never>] = []
  private var isClosed = false
  /// When each failure was last logged; what lasts stays until it is over.
  private var logged: [StoreError: ContinuousClock.Instant] = [:]
  /// Until when what cannot be written is tried again; nil while the gateway is not ending.
  private var lastTry: ContinuousClock.Instant?

  /// How long an ending gateway goes on trying to write what is known.
  static let lastTries: Duration = .seconds(30)
  /// How long a failure that no state goes with is not logged again.
  private static let silence: Duration = .seconds(60)

  init(logger: Logger) {
    self.logger = logger
    (obstacles, met) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// The dispatcher that stops giving out messages while the disk is full, and tells when it cannot
  /// read.
  func guards(_ dispatcher: Dispatcher) async {
    self.dispatcher = dispatcher
    await dispatcher.reports(to: self)
  }

  /// Something could not be made durable.
  func report(_ error: StoreError) async {
    log(error)
    if error.isFatal {
      fatal = error
      await dispatcher?.block("\(error)")
      finish()
    } else if error.isObstacle {
      isObstructed = true
      met.yield()
      await dispatcher?.block("\(error)")
    }
  }

  /// Logs a failure once, however many meet it and however often they try: all who write report here,
  /// and log nothing themselves.
  private func log(_ error: StoreError) {
    let now = ContinuousClock.now
    logged = logged.filter { $0.key.isLasting || now - $0.value < Self.silence }
    let isKnown = logged[error] != nil
    if !isKnown { logged[error] = now }
    logger.log(
      level: isKnown ? .debug : .error,
      "the database failed",
      metadata: ["error": "\(error)"]
    )
  }

  /// Something could be made durable again.
  func recovered() async {
    guard fatal == nil else { return }
    if isObstructed { logger.notice("the database works again") }
    isObstructed = false
    logged = logged.filter { !$0.key.isLasting }
    await dispatcher?.block(nil)
  }

  /// How the database failed for good; nil where it did not.
  var lastFailure: StoreError? { fatal }

  /// Waits until the database has failed for good.
  ///
  /// - Returns: How; nil when the gateway is closing.
  func failure() async -> StoreError? {
    if fatal != nil || isClosed { return fatal }
    return await withCheckedContinuation { waiters.append($0) }
  }

  /// The gateway is about to end: what cannot be written soon is not waited for.
  func expectEnd(within time: Duration = lastTries) {
    lastTry = lastTry ?? .now + time
  }

  /// Whether what could not be written so far is given up.
  var isGivingUp: Bool { lastTry.map { $0 <= .now } ?? false }

  /// The gateway is closing.
  func close() {
    isClosed = true
    finish()
  }

  private func finish() {
    met.finish()
    for waiter in waiters { waiter.resume(returning: fatal) }
    waiters = []
  }
}

extension StoreError {
  /// Whether nothing can be written until it goes away, and it may go away.
  fileprivate var isObstacle: Bool {
    switch self {
    case .diskFull, .optOutListUnreadable, .readOnly, .locked: true
    case .inputOutput, .corrupt, .unreadable, .newerVersion, .cannotOpen, .notDurable, .closed,
      .unexpected:
      false
    }
  }

  /// Whether it is a state of the database, and not something that has happened once.
  fileprivate var isLasting: Bool { isFatal || isObstacle }
}
