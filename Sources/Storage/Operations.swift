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
  ///   - account: Who asks, for its history; nil where nobody is to be named.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func cancel(
    _ id: MessageID,
    by account: String? = nil,
    at now: Timestamp
  ) async throws(StoreError) -> OperationResult {
    let call = Call(event: .cancelled, wish: .cancel, account: account, reason: "cancelled")
    return try await operate(call, on: id, at: now) { _ in }
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
    try await operate(Call(event: .refusedForGood, reason: reason), on: id, at: now) { _ in }
  }

  /// Tries a failed, cancelled or expired message again, or a waiting one at once; one that was held is held
  /// no longer.
  ///
  /// - Parameters:
  ///   - id: The message.
  ///   - account: Who asks, for its history; nil where nobody is to be named.
  ///   - now: The time.
  ///   - validity: How long it may still be sent; nil: as long as its class allows, if its time
  ///     was over.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func retry(
    _ id: MessageID,
    by account: String? = nil,
    at now: Timestamp,
    validity: Duration? = nil
  ) async throws(StoreError) -> OperationResult {
    let call = Call(
      event: .operatorRetry,
      wish: .retry,
      account: account,
      reason: "tried again by an operator"
    )
    return try await operate(call, on: id, at: now) { message in
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
  ///   - account: Who that is, for its history; nil where nobody is to be named.
  ///   - now: The time.
  /// - Returns: What became of it.
  /// - Throws: `StoreError`.
  public func resolve(
    _ id: MessageID,
    _ resolution: Resolution,
    by account: String? = nil,
    at now: Timestamp
  ) async throws(StoreError) -> OperationResult {
    let call =
      switch resolution {
      case .sent:
        Call(
          event: .operatorSent,
          wish: .declareSent,
          account: account,
          reason: "an operator says that it was sent"
        )
      case .drop:
        Call(
          event: .operatorDrop,
          wish: .close,
          account: account,
          reason: "put to rest by an operator"
        )
      case .resend:
        Call(
          event: .operatorResend,
          wish: .resend,
          account: account,
          reason: "sent again by an operator"
        )
      }
    return try await operate(call, on: id, at: now) { message in
      guard call.event == .operatorResend, message.expiresAt <= now else { return }
      message.expiresAt = now + message.messageClass.defaultValidity
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

  /// What somebody wants of a message, and what the message says of it then.
  private struct Call {
    var event: MessageEvent
    var wish: Intervention.Wish?
    var account: String?
    var reason: String

    /// Whether somebody has decided that the message is sent: it is not held for a decision any more.
    var sends: Bool { wish == .retry || wish == .resend }
  }

  private func operate(
    _ call: Call,
    on id: MessageID,
    at now: Timestamp,
    prepare: @escaping @Sendable (inout MessageRow) -> Void
  ) async throws(StoreError) -> OperationResult {
    let rules = rules
    return try await writer.write { context in
      guard var message = try MessageRow.find(id, in: context.db) else { return .notFound }
      let before = message
      switch call.event {
      case .operatorRetry, .operatorResend:
        if try OptOutTable.objection(to: message, in: context.db) != nil { return .optedOut }
      // These send nothing; what does, asks the list first.
      case .cancelled, .operatorSent, .operatorDrop, .attemptRecorded, .segmentAccepted,
        .messageAccepted, .refusedForNow, .refusedForGood, .notSubmitted, .outcomeUnknown,
        .proofOfSegment, .proofOfMessage, .proofOfAbsence, .answerDoubted, .delivered,
        .undelivered, .reportWindowOver, .optedOut, .expired, .resumeWindowOver, .restartAllowed,
        .waitOverHold, .waitOverAvoid, .waitOverAllow:
        break
      }
      prepare(&message)
      let transitions = Transitions(db: context.db, rules: rules)
      if call.event == .operatorSent {
        try transitions.declareSent(message, at: now)
      }
      let change = try transitions.apply(
        call.event,
        to: message,
        at: now,
        reason: call.reason,
        in: &context
      )
      if change != nil, call.sends {
        try context.db.run("UPDATE messages SET held = 0 WHERE row = ?", [message.row])
      }
      if let change, let wish = call.wish, let account = call.account {
        let intervention = Intervention(
          wish: wish,
          account: account,
          at: now,
          from: before.state,
          to: change.to,
          earlierReason: before.reason
        )
        try InterventionTable.record(intervention, on: message.row, in: context.db)
      }
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
