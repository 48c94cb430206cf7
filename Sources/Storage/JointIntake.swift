public import Messaging

/// What became of messages that were handed in together, of which all are kept or none.
public enum JointAcceptance: Hashable, Sendable {
  /// All are kept: the answers for those that are durable by now, in order.
  case kept([Acceptance])
  /// None is kept: for each what stands in its way, nil where nothing does.
  case refused([Acceptance?])
}

extension MessageStore {
  /// Accepts files: of each all messages are kept or none.
  ///
  /// None is where one was accepted before under its idempotency key, or its key is that of another
  /// request. That is asked for all of a file before its first message is kept, and its keys belong to
  /// it from then on.
  ///
  /// - Parameters:
  ///   - files: The messages of each file.
  ///   - first: How many messages of a file are made durable by this call at most; the rest is handed
  ///     to `accept(_:at:)` afterwards, and nothing stands in its way then.
  ///   - now: The time.
  /// - Returns: What became of each file, in order.
  /// - Throws: `StoreError`; nothing was accepted then. `optOutListUnreadable` where the list of
  ///   opt-outs could not be asked.
  public func accept(
    together files: [[Submission]],
    first: Int = .max,
    at now: Timestamp
  ) async throws(StoreError) -> [JointAcceptance] {
    guard !files.isEmpty else { return [] }
    let sending = sendingRules
    return try await writer.write { context in
      let intake = Intake(db: context.db, now: now, rules: sending)
      return try files.map { file in
        let obstacles = try file.map { try intake.obstacle(to: $0) }
        guard obstacles.allSatisfy({ $0 == nil }) else { return .refused(obstacles) }
        for later in file.dropFirst(first) {
          if let idempotency = later.idempotency { try intake.reserve(idempotency, for: later) }
        }
        return .kept(try intake.accept(file.prefix(first), in: &context))
      }
    }
  }
}

extension Intake {
  /// What keeps a message from being accepted under its idempotency key; nil where nothing does, also
  /// where it was accepted under it before itself.
  fileprivate func obstacle(to submission: Submission) throws -> Acceptance? {
    switch try known(submission) {
    case .alreadyAccepted(submission.id, _), nil: nil
    case let obstacle?: obstacle
    }
  }
}
