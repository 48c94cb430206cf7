internal import GRDB
internal import Messaging
public import QueuePolicy
internal import Synchronization

/// The database of one gateway: messages, attempts, received messages, reports and opt-outs.
///
/// Every verb that changes something returns after the change is durable (WAL, `synchronous=FULL`);
/// verbs that are called at the same time share one commit. A verb whose caller is cancelled is
/// carried out all the same.
public final class MessageStore: Sendable {
  /// The file, `hermod.db` in the state directory.
  public let path: String
  /// The rules by which messages change.
  public let rules: MessageRules

  let file: DatabaseFile
  let writer: GroupCommit
  let hub: EventHub
  let reserve: SpaceReserve
  let leases = Mutex(Leases())
  let sending = Mutex(SendingRules())

  private init(file: DatabaseFile, rules: MessageRules, reservedSpace: Int) {
    path = file.path
    self.file = file
    self.rules = rules
    hub = EventHub()
    reserve = SpaceReserve(besides: file.path, size: reservedSpace)
    writer = GroupCommit(pool: file.pool, path: file.path, events: hub, reserve: reserve)
  }

  /// Opens the database of a state directory, and creates it where there is none.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - rules: The rules by which messages change.
  ///   - reservedSpace: How many octets of the disk are kept for the results of messages in flight.
  /// - Returns: The store.
  /// - Throws: `StoreError`; a database from a newer version is not touched.
  public static func open(
    directory: String,
    rules: MessageRules = MessageRules(),
    reservedSpace: Int = 8 << 20
  ) async throws(StoreError) -> MessageStore {
    let separator = directory.hasSuffix("/") ? "" : "/"
    return try await open(
      path: directory + separator + fileName,
      rules: rules,
      reservedSpace: reservedSpace
    )
  }

  /// Opens a database by its path.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - rules: The rules by which messages change.
  ///   - reservedSpace: How many octets of the disk are kept for the results of messages in flight.
  /// - Returns: The store.
  /// - Throws: `StoreError`; a database from a newer version is not touched.
  public static func open(
    path: String,
    rules: MessageRules = MessageRules(),
    reservedSpace: Int = 8 << 20
  ) async throws(StoreError) -> MessageStore {
    MessageStore(file: try DatabaseFile(path: path), rules: rules, reservedSpace: reservedSpace)
  }

  /// The name of the database in its directory.
  public static let fileName = "hermod.db"

  /// Finishes what is pending and closes the file; verbs after this throw `closed`.
  ///
  /// - Throws: `StoreError` where the file cannot be closed properly.
  public func close() async throws(StoreError) {
    await writer.close()
    hub.finish()
    do {
      try file.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Everything that becomes durable from now on.
  ///
  /// - Parameter limit: How far a listener may fall behind before it loses the oldest events.
  /// - Returns: The events, in the order of their commits.
  public func events(limit: Int = 4096) -> AsyncStream<StoreEvent> { hub.stream(limit: limit) }

  /// Says that something of a kind has become durable, for those who then look for themselves.
  ///
  /// What happens while they look is said once more when they have looked, however much it was: a
  /// listener that is slow misses nothing and costs nothing.
  ///
  /// - Parameter isWanted: Whether an event is of that kind; called on the writer's own queue.
  /// - Returns: The signals.
  public func signals(
    _ isWanted: @escaping @Sendable (StoreEvent) -> Bool
  ) -> AsyncStream<Void> {
    hub.signals(isWanted)
  }

  /// How many transactions were committed since the store was opened.
  public var commitCount: Int { writer.commitCount }

  /// Whether there was room to accept and to send at the last commit.
  ///
  /// Without room `accept` and `recordAttempt` throw `diskFull`, and outcomes are written into the
  /// room that was kept for them.
  public var hasRoom: Bool { reserve.isWhole }

  /// Asks the disk whether there is room to accept and to send again.
  ///
  /// - Returns: Whether there is.
  /// - Throws: `StoreError`, but not `diskFull`.
  public func checkRoom() async throws(StoreError) -> Bool {
    do {
      try await writer.write { _ in }
      return true
    } catch {
      if case .diskFull = error { return false }
      throw error
    }
  }

  /// The error after which nothing is written any more; nil while all is well.
  ///
  /// The process must end then: what the disk holds is not known.
  public var failure: StoreError? { writer.failure }

  /// The settings that the promises rest on, as the writing connection has them now.
  ///
  /// - Returns: The settings.
  /// - Throws: `StoreError`.
  public func durability() async throws(StoreError) -> Durability {
    try await writer.write { context in try Durability(context.db) }
  }

  /// Runs a query on a reader; its caller's cancellation does not end it.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    let path = path
    let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
      file.pool.asyncRead { database in
        continuation.resume(
          returning: Result { try body(database.get()) }.mapError { StoreError($0, path: path) }
        )
      }
    }
    return try result.get()
  }
}
