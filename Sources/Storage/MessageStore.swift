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
  let leases = Mutex(Leases())

  private init(file: DatabaseFile, rules: MessageRules) {
    path = file.path
    self.file = file
    self.rules = rules
    hub = EventHub()
    writer = GroupCommit(pool: file.pool, path: file.path, events: hub)
  }

  /// Opens the database of a state directory, and creates it where there is none.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - rules: The rules by which messages change.
  /// - Returns: The store.
  /// - Throws: `StoreError`; a database from a newer version is not touched.
  public static func open(
    directory: String,
    rules: MessageRules = MessageRules()
  ) async throws(StoreError) -> MessageStore {
    let separator = directory.hasSuffix("/") ? "" : "/"
    return try await open(path: directory + separator + fileName, rules: rules)
  }

  /// Opens a database by its path.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - rules: The rules by which messages change.
  /// - Returns: The store.
  /// - Throws: `StoreError`; a database from a newer version is not touched.
  public static func open(
    path: String,
    rules: MessageRules = MessageRules()
  ) async throws(StoreError) -> MessageStore {
    MessageStore(file: try DatabaseFile(path: path), rules: rules)
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

  /// How many transactions were committed since the store was opened.
  public var commitCount: Int { writer.commitCount }

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
