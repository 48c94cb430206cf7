internal import GRDB
internal import Synchronization

/// What a request sees while it runs: the connection, and the events that its commit will announce.
struct WriteContext {
  let db: Database
  var events: [StoreEvent] = []
}

/// The one writer.
///
/// Requests that come in while a commit is on its way share the next one.
///
/// Each request runs in a savepoint, so that one that fails takes nothing with it, and its caller
/// goes on only after the COMMIT. Nothing here is ever cancelled: what a caller was promised does
/// not depend on whether the caller still waits.
final class GroupCommit: Sendable {
  private struct Waiting {
    var requests: [any WriteRequest] = []
    var isScheduled = false
    var isClosed = false
    var commits = 0
  }

  /// How many requests share one commit at most.
  private static let batchLimit = 512

  private let pool: DatabasePool
  private let path: String
  private let events: EventHub
  private let waiting = Mutex(Waiting())

  init(pool: DatabasePool, path: String, events: EventHub) {
    self.pool = pool
    self.path = path
    self.events = events
  }

  /// How many transactions were committed so far.
  var commitCount: Int { waiting.withLock { $0.commits } }

  /// Runs a request in the next transaction and returns after its COMMIT.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (inout WriteContext) throws -> Value
  ) async throws(StoreError) -> Value {
    let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
      submit(TypedRequest(body: body, continuation: continuation))
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
      case refuse
    }
    let next = waiting.withLock { waiting -> Next in
      if waiting.isClosed { return .refuse }
      waiting.requests.append(request)
      if waiting.isScheduled { return .wait }
      waiting.isScheduled = true
      return .start
    }
    switch next {
    case .start: pool.asyncWriteWithoutTransaction { [self] db in drain(db) }
    case .wait: break
    case .refuse: request.finish(.closed)
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
    var context = WriteContext(db: db)
    do {
      try db.execute(sql: "BEGIN IMMEDIATE")
      for request in batch { try run(request, in: &context) }
      try db.execute(sql: "COMMIT")
    } catch {
      if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
      let failure = StoreError(error, path: path)
      for request in batch { request.finish(failure) }
      return
    }
    waiting.withLock { $0.commits += 1 }
    for request in batch { request.finish(nil) }
    events.send(context.events)
  }

  /// Runs one request in its savepoint.
  ///
  /// - Throws: What spoils the whole transaction; a failure of the request alone is kept in it.
  private func run(_ request: any WriteRequest, in context: inout WriteContext) throws {
    let db = context.db
    let eventCount = context.events.count
    try db.execute(sql: "SAVEPOINT request")
    do {
      try request.run(&context)
      try db.execute(sql: "RELEASE request")
    } catch {
      let failure = StoreError(error, path: path)
      switch failure {
      case .diskFull, .inputOutput, .corrupt, .readOnly, .notDurable, .locked, .closed,
        .cannotOpen:
        throw error
      case .newerVersion, .optOutListUnreadable, .unexpected:
        // SQLite ends the transaction itself after some errors; then the batch is lost.
        guard db.isInsideTransaction else { throw error }
        try db.execute(sql: "ROLLBACK TO request")
        try db.execute(sql: "RELEASE request")
        context.events.removeSubrange(eventCount...)
        request.fail(failure)
      }
    }
  }
}

/// A request as the writer sees it.
private protocol WriteRequest: Sendable {
  func run(_ context: inout WriteContext) throws
  func fail(_ error: StoreError)
  func finish(_ error: StoreError?)
}

/// A request with the type of its answer.
private final class TypedRequest<Value: Sendable>: WriteRequest {
  private let body: @Sendable (inout WriteContext) throws -> Value
  private let continuation: CheckedContinuation<Result<Value, StoreError>, Never>
  private let result = Mutex<Result<Value, StoreError>?>(nil)

  init(
    body: @escaping @Sendable (inout WriteContext) throws -> Value,
    continuation: CheckedContinuation<Result<Value, StoreError>, Never>
  ) {
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
