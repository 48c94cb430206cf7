internal import GRDB
internal import Synchronization

/// Whether a request may use the room that is kept for the results of messages in flight.
enum WriteUrgency {
  /// It may not: on a full disk it fails, and may be tried again when there is room.
  case ordinary
  /// It may: what happened on the air has to be written down.
  case essential
}

/// What a request sees while it runs: the connection, and the events that its commit will announce.
struct WriteContext {
  let db: Database
  var events: [StoreEvent] = []
  /// What is counted, and written before the commit.
  var counts = BatchCounts()
  /// The webhooks, once one of the batch has looked; nil again where they may have changed.
  var webhooks: [WebhookTable.Subscriber]?
}

/// The one writer.
///
/// Requests that come in while a commit is on its way share the next one.
///
/// A request that fails takes nothing with it: the batch is run once more then, each request in a
/// savepoint of its own. A caller goes on only after the COMMIT. Nothing here is ever cancelled: what
/// a caller was promised does not depend on whether the caller still waits.
final class GroupCommit: Sendable {
  private struct Waiting {
    var requests: [any WriteRequest] = []
    var isScheduled = false
    var isClosed = false
    var commits = 0
    var failure: StoreError?
  }

  /// How many requests share one commit at most.
  private static let batchLimit = 512

  private let pool: DatabasePool
  private let path: String
  private let events: EventHub
  private let reserve: SpaceReserve
  private let waiting = Mutex(Waiting())

  init(pool: DatabasePool, path: String, events: EventHub, reserve: SpaceReserve) {
    self.pool = pool
    self.path = path
    self.events = events
    self.reserve = reserve
  }

  /// How many transactions were committed so far.
  var commitCount: Int { waiting.withLock { $0.commits } }

  /// The error after which nothing is written any more; nil while all is well.
  var failure: StoreError? { waiting.withLock { $0.failure } }

  /// Runs a request in the next transaction and returns after its COMMIT.
  func write<Value: Sendable>(
    _ urgency: WriteUrgency = .ordinary,
    _ body: @escaping @Sendable (inout WriteContext) throws -> Value
  ) async throws(StoreError) -> Value {
    let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
      submit(TypedRequest(urgency: urgency, body: body, continuation: continuation))
    }
    return try result.get()
  }

  /// Refuses further requests and returns when those before are through.
  func close() async {
    waiting.withLock { $0.isClosed = true }
    await withCheckedContinuation { continuation in
      pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
    }
  }

  private func submit(_ request: any WriteRequest) {
    enum Next {
      case start
      case wait
      case refuse(StoreError)
    }
    let next = waiting.withLock { waiting -> Next in
      if waiting.isClosed { return .refuse(.closed) }
      // What the disk holds is not known any more: writing on would build on sand.
      if let failure = waiting.failure { return .refuse(failure) }
      waiting.requests.append(request)
      if waiting.isScheduled { return .wait }
      waiting.isScheduled = true
      return .start
    }
    switch next {
    case .start: pool.asyncWriteWithoutTransaction { [self] db in drain(db) }
    case .wait: break
    case .refuse(let error): request.finish(error)
    }
  }

  /// Commits batch after batch until nobody waits; runs on the writer's own queue.
  private func drain(_ db: Database) {
    while true {
      let batch = waiting.withLock { waiting -> [any WriteRequest] in
        let batch = Array(waiting.requests.prefix(Self.batchLimit))
        waiting.requests.removeFirst(batch.count)
        if batch.isEmpty { waiting.isScheduled = false }
        return batch
      }
      if batch.isEmpty { return }
      commit(batch, on: db)
    }
  }

  private func commit(_ batch: [any WriteRequest], on db: Database) {
    let batch =
      reserve.restore()
      ? batch
      : batch.filter { request in
        guard request.urgency == .ordinary else { return true }
        request.finish(.diskFull(path: path))
        return false
      }
    guard !batch.isEmpty, let failure = transact(batch, on: db) else { return }
    guard case .diskFull = failure, reserve.spend() else {
      if failure.isFatal { waiting.withLock { $0.failure = failure } }
      for request in batch { request.finish(failure) }
      return
    }
    // The first time that the disk is full: what must be written gets the room that was kept.
    let essential = batch.filter { $0.urgency == .essential }
    for request in batch where request.urgency == .ordinary { request.finish(failure) }
    guard !essential.isEmpty, let second = transact(essential, on: db) else { return }
    for request in essential { request.finish(second) }
  }

  /// Runs a batch in one transaction; on success its callers go on.
  ///
  /// A savepoint copies every page that a request changes, and hardly ever does a request fail: they
  /// are only made where one has.
  ///
  /// - Parameters:
  ///   - batch: The requests.
  ///   - db: The writing connection.
  ///   - isGuarded: Whether each request has a savepoint.
  /// - Returns: Why the transaction failed; nobody has been told of it then.
  private func transact(
    _ batch: [any WriteRequest],
    on db: Database,
    isGuarded: Bool = false
  ) -> StoreError? {
    var context = WriteContext(db: db)
    let last: Int64?
    do {
      try db.run("BEGIN IMMEDIATE")
      for request in batch {
        if isGuarded {
          try runGuarded(request, in: &context)
        } else {
          try request.run(&context)
        }
      }
      try context.counts.write(in: db)
      last = try EventTable.append(context.events, in: db)
      try db.run("COMMIT")
    } catch {
      if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
      let failure = StoreError(error, path: path)
      guard failure.isOfOneRequest, !isGuarded else { return failure }
      return transact(batch, on: db, isGuarded: true)
    }
    waiting.withLock { $0.commits += 1 }
    for request in batch { request.finish(nil) }
    events.send(context.events, isLogged: last != nil)
    return nil
  }

  /// Runs one request in its savepoint.
  ///
  /// - Throws: What spoils the whole transaction; a failure of the request alone is kept in it.
  private func runGuarded(_ request: any WriteRequest, in context: inout WriteContext) throws {
    let db = context.db
    let eventCount = context.events.count
    let counts = context.counts
    try db.run("SAVEPOINT request")
    do {
      try request.run(&context)
      try db.run("RELEASE request")
    } catch {
      let failure = StoreError(error, path: path)
      // SQLite ends the transaction itself after some errors; then the batch is lost.
      guard failure.isOfOneRequest, db.isInsideTransaction else { throw error }
      try db.run("ROLLBACK TO request")
      try db.run("RELEASE request")
      context.events.removeSubrange(eventCount...)
      context.counts = counts
      context.webhooks = nil
      request.fail(failure)
    }
  }
}

extension StoreError {
  /// Whether it says nothing of the others in the same batch.
  fileprivate var isOfOneRequest: Bool {
    switch self {
    case .diskFull, .inputOutput, .corrupt, .unreadable, .readOnly, .notDurable, .locked, .closed,
      .cannotOpen:
      false
    case .newerVersion, .optOutListUnreadable, .unexpected:
      true
    }
  }
}

/// A request as the writer sees it; it may run twice, the second time on what the first has left
/// rolled back.
private protocol WriteRequest: Sendable {
  var urgency: WriteUrgency { get }
  func run(_ context: inout WriteContext) throws
  func fail(_ error: StoreError)
  func finish(_ error: StoreError?)
}

/// A request with the type of its answer.
private final class TypedRequest<Value: Sendable>: WriteRequest {
  let urgency: WriteUrgency
  private let body: @Sendable (inout WriteContext) throws -> Value
  private let continuation: CheckedContinuation<Result<Value, StoreError>, Never>
  private let result = Mutex<Result<Value, StoreError>?>(nil)

  init(
    urgency: WriteUrgency,
    body: @escaping @Sendable (inout WriteContext) throws -> Value,
    continuation: CheckedContinuation<Result<Value, StoreError>, Never>
  ) {
    self.urgency = urgency
    self.body = body
    self.continuation = continuation
  }

  func run(_ context: inout WriteContext) throws {
    let value = try body(&context)
    result.withLock { $0 = .success(value) }
  }

  func fail(_ error: StoreError) {
    result.withLock { $0 = .failure(error) }
  }

  func finish(_ error: StoreError?) {
    if let error {
      continuation.resume(returning: .failure(error))
    } else {
      let value = result.withLock { $0 }
      continuation.resume(returning: value ?? .failure(.closed))
    }
  }
}
