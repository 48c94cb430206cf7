internal import GRDB
public import Messaging
internal import QueuePolicy

/// What an operator decides about a message whose outcome is unknown.
public enum Resolution: String, Hashable, Sendable, Codable, CaseIterable {
  /// It was sent.
  case sent
  /// Send it again, as a possible duplicate.
  case resend
  /// Put it to rest as unknown (closed).
  case drop
}

/// What became of an operator's wish.
public enum OperationResult: Hashable, Sendable {
  /// Done, or noted until the open attempt ends.
  case done(MessageChange)
  /// The message is in a state in which that cannot be done.
  case refused(MessageState)
  /// Nothing can be sent to this number: it has opted out.
  case optedOut
  /// There is no such message.
  case notFound
}

extension MessageStore {
  /// Takes a message back.
  ///
  /// While an attempt is open the wish is noted, and the message is cancelled
  /// if the attempt fails.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func cancel(
    _ id: MessageID,
    at now: Timestamp
  ) async throws(StoreError) -> OperationResult {
    try await operate(.cancelled, on: id, at: now, reason: "cancelled") { _ in }
  }

  /// Ends a queued message that cannot be sent, whatever a modem would say.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - reason: Why, in words for people.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func fail(
    _ id: MessageID,
    reason: String,
    at now: Timestamp
  ) async throws(StoreError) -> OperationResult {
    try await operate(.refusedForGood, on: id, at: now, reason: reason) { _ in }
  }

  /// Tries a failed, cancelled or expired message again, or a waiting one at once.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - now: The time.
  ///   - validity: How long it may still be sent; nil: as long as its class allows, if its time
  ///     was over.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func retry(
    _ id: MessageID,
    at now: Timestamp,
    validity: Duration? = nil
  ) async throws(StoreError) -> OperationResult {
    try await operate(.operatorRetry, on: id, at: now, reason: "tried again by an operator") {
      message in
      message.isCancelRequested = false
      message.forgivenAttempts = message.attemptCount
      if let validity {
        message.expiresAt = now + validity
      } else if message.expiresAt <= now {
        message.expiresAt = now + message.messageClass.defaultValidity
      }
    }
  }

  /// Settles a message whose outcome is unknown.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - resolution: What the operator decides.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func resolve(
    _ id: MessageID,
    _ resolution: Resolution,
    at now: Timestamp
  ) async throws(StoreError) -> OperationResult {
    switch resolution {
    case .sent:
      return try await operate(
        .operatorSent,
        on: id,
        at: now,
        reason: "an operator says that it was sent"
      ) { _ in }
    case .drop:
      return try await operate(
        .operatorDrop,
        on: id,
        at: now,
        reason: "put to rest by an operator"
      ) { _ in }
    case .resend:
      return try await operate(
        .operatorResend,
        on: id,
        at: now,
        reason: "sent again by an operator"
      ) { message in
        if message.expiresAt <= now {
          message.expiresAt = now + message.messageClass.defaultValidity
        }
      }
    }
  }

  /// Pushes a queued message back: it is not looked at before then.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - moment: When it is due.
  /// - Throws: `StoreError`.
  public func postpone(_ id: MessageID, until moment: Timestamp) async throws(StoreError) {
    try await writer.write { context in
      try context.db.run(
        "UPDATE messages SET due_at = ? WHERE id = ? AND state = 'queued'",
        [moment.milliseconds, id.description]
      )
      context.events.append(.due(moment))
    }
    release(id)
  }

  private func operate(
    _ event: MessageEvent,
    on id: MessageID,
    at now: Timestamp,
    reason: String,
    prepare: @escaping @Sendable (inout MessageRow) -> Void
  ) async throws(StoreError) -> OperationResult {
    let rules = rules
    return try await writer.write { context in
      guard var message = try MessageRow.find(id, in: context.db) else { return .notFound }
      switch event {
      case .operatorRetry, .operatorResend:
        if try OptOutTable.objection(to: message, in: context.db) != nil { return .optedOut }
      default:
        break
      }
      prepare(&message)
      let transitions = Transitions(db: context.db, rules: rules)
      if event == .operatorSent {
        try transitions.declareSent(message, at: now)
      }
      let change = try transitions.apply(
        event,
        to: message,
        at: now,
        reason: reason,
        in: &context
      )
      return change.map(OperationResult.done) ?? .refused(message.state)
    }
  }
}

extension Transitions {
  /// An operator vouches for every attempt in doubt.
  func declareSent(_ message: MessageRow, at now: Timestamp) throws {
    switch message.state {
    case .unknown, .closed: break
    case .queued, .submitting, .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled,
      .expired:
      return
    }
    for var attempt in try AttemptRow.all(of: message.row, in: db) {
      switch attempt.facts.standing {
      case .unknown, .disregarded: break
      case .open, .accepted, .refused, .notSubmitted: continue
      }
      attempt.settlement = .declaredSent
      attempt.settledAt = now
      attempt.evidence = "an operator"
      try attempt.save(in: db)
    }
  }
}
