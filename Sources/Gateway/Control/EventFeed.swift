internal import LocalAPI
internal import Messaging
internal import Storage

/// Tells those who listen what happens, as it becomes durable, and what they have missed.
///
/// Listeners take events at their own pace from the log of the store: one that is slow is behind,
/// and loses nothing. Those that are up to date share what was read for the first of them.
actor EventFeed {
  private let store: MessageStore
  private let clock: WallClock
  /// The newest events that were read, in order and without a gap.
  private var recent: [(number: Int64, event: GatewayEvent)] = []
  /// The event behind which `recent` begins.
  private var start: Int64 = 0
  private var reading: Task<Void, any Error>?

  /// How many events are read at once.
  static let page = 256
  /// How many events are kept at hand.
  static let memory = 2048

  init(store: MessageStore, clock: WallClock) {
    self.store = store
    self.clock = clock
  }

  /// What happened behind an event, and from now on.
  ///
  /// - Parameter id: The last event that the listener has; nil for what happens from now on. Where
  ///   the log does not reach back so far, the first event is a `gateway.gap`.
  /// - Returns: The events.
  /// - Throws: `StoreError`.
  nonisolated func stream(
    after id: String?
  ) async throws -> AsyncThrowingStream<GatewayEvent, any Error> {
    let signals = store.eventSignals()
    let extent = try await store.eventExtent()
    let (position, missing) = Self.place(after: id, in: extent)
    let gap = missing.map { GatewayEvent.gap(behind: position, $0, at: clock.now) }
    let cursor = EventCursor(feed: self, after: position, gap: gap, signals: signals)
    return AsyncThrowingStream { try await cursor.next() }
  }

  /// Where to go on.
  ///
  /// - Returns: The place behind which to begin, and what is missing, in words.
  private static func place(
    after id: String?,
    in extent: EventExtent
  ) -> (EventPosition, missing: String?) {
    guard let id else { return (extent.end, nil) }
    let onwards = "what follows is what happens from now on"
    guard let wanted = EventPosition(id) else {
      return (extent.end, "\(id.prefix(40)) is not the id of an event; \(onwards)")
    }
    guard wanted.log == extent.end.log, wanted.number <= extent.end.number else {
      return (extent.end, "\(wanted) is an event of another database; \(onwards)")
    }
    guard wanted.number >= extent.start.number else {
      return (extent.start, "the events right behind \(wanted) are not kept any more")
    }
    return (wanted, nil)
  }

  /// The events behind a number, the oldest first; none where there is nothing newer.
  fileprivate func events(after number: Int64) async throws -> [(Int64, GatewayEvent)] {
    if number > newest {
      recent = []
      start = number
    }
    // A read in progress may predate this event; read again.
    if number == newest, let reading { try await reading.value }
    if number == newest { try await read() }
    guard number >= start else {
      return try await store.events(after: number, limit: Self.page).map {
        ($0.position.number, GatewayEvent($0))
      }
    }
    let first = recent.lastIndex { $0.number <= number }.map { $0 + 1 } ?? 0
    return recent[first...].prefix(Self.page).map { ($0.number, $0.event) }
  }

  /// The number of the newest event that was read.
  private var newest: Int64 { recent.last?.number ?? start }

  /// Reads what is newer than `recent`; those who come while it is read wait for the same answer.
  private func read() async throws {
    if let reading { return try await reading.value }
    let task = Task { try await readOn() }
    reading = task
    try await task.value
  }

  private func readOn() async throws {
    // Clear before waiters resume, so they can start another read.
    defer { reading = nil }
    let found = try await store.events(after: newest, limit: Self.page)
    // Meanwhile another listener may have begun anew, further on.
    let isNew = { [newest] (event: LoggedEvent) in event.position.number > newest }
    recent += found.filter(isNew).map { ($0.position.number, GatewayEvent($0)) }
    guard recent.count > Self.memory else { return }
    let excess = recent.count - Self.memory / 2
    start = recent[excess - 1].number
    recent.removeFirst(excess)
  }
}

/// Where one listener is.
private actor EventCursor {
  private let feed: EventFeed
  private var place: Int64
  private var pending: [GatewayEvent]
  private var numbers: [Int64] = []
  private var signals: AsyncStream<Void>.Iterator

  init(
    feed: EventFeed,
    after position: EventPosition,
    gap: GatewayEvent?,
    signals: AsyncStream<Void>
  ) {
    self.feed = feed
    place = position.number
    pending = gap.map { [$0] } ?? []
    self.signals = signals.makeAsyncIterator()
  }

  /// The next event; nil when the wait was cancelled or the store is closed.
  func next() async throws -> GatewayEvent? {
    while pending.isEmpty {
      let found = try await feed.events(after: place)
      if let last = found.last {
        place = last.0
        pending = found.reversed().map(\.1)
        break
      }
      guard await signalled() else { return nil }
    }
    return pending.popLast()
  }

  private func signalled() async -> Bool {
    var iterator = signals
    let isSignalled = await iterator.next(isolation: self) != nil
    signals = iterator
    return isSignalled
  }
}
