internal import ATProtocol
internal import Logging
internal import Messaging
internal import QueuePolicy
internal import Storage

/// What a driver asks of the rest of the gateway.
struct ModemServices: Sendable {
  let configuration: CurrentConfiguration
  let store: MessageStore
  let dispatcher: Dispatcher
  let inbound: InboundService
  let unresolved: UnresolvedAttempts
  let pins: PINMemory
  let sims: SIMHistoryBook
  let notices: NoticeBoard
  let pauses: PauseBook
  let simHealth: SIMHealthBook
  let meters: GatewayMeters
  let clock: WallClock
  let health: StoreHealth
  let logger: Logger
  /// How long to wait after each failure in a row to write an outcome; the last for all that follow.
  var writingPauses: [Duration] = [1, 1, 2, 5, 10].map { .seconds($0) }

  /// Why an attempt must not go on to Ctrl-Z.
  struct Refusal: Error {
    let reason: NotSubmittedReason
  }

  /// Makes an attempt durable.
  ///
  /// - Parameter record: The attempt.
  /// - Returns: Its number, or why Ctrl-Z must not be written.
  func record(_ record: AttemptRecord) async -> Result<AttemptID, Refusal> {
    do {
      switch try await store.recordAttempt(record, at: clock.now) {
      case .recorded(let id): return .success(id)
      case .refused(let refusal): return .failure(Refusal(reason: refusal.notSubmittedReason))
      }
    } catch {
      await health.report(error)
      return .failure(Refusal(reason: .notRecorded))
    }
  }

  /// The next message for a modem; waits until there is one, and until all that is known of the
  /// message before is durable.
  func nextMessage(for claimant: Claimant, on slot: ModemSlot) async -> Dispatcher.Assignment? {
    await slot.keptOutcomes.areWritten()
    return await dispatcher.next(for: claimant)
  }

  /// Makes the outcome of a recorded attempt durable.
  func recordOutcome(
    of attempt: AttemptID,
    _ outcome: SubmissionOutcome,
    on slot: ModemSlot
  ) async {
    let now = clock.now
    let jitter = Double.random(in: 0...1)
    await untilDurable(slot) { () async throws(StoreError) in
      log(try await store.recordOutcome(of: attempt, outcome, at: now, jitter: jitter))
    }
  }

  /// Repeats a verb until the database takes it, has failed for good, or the gateway ends.
  ///
  /// What is known of a message must not be lost because something stood in the way of writing for a
  /// while. The modem gets no other message meanwhile, so that no more than this is kept for it.
  private func untilDurable(
    _ slot: ModemSlot,
    _ verb: () async throws(StoreError) -> Void
  ) async {
    var failures = 0
    while true {
      do {
        try await verb()
        break
      } catch {
        await health.report(error)
        let isOver = await health.isGivingUp
        if error.isFatal || error == .closed || isOver { break }
      }
      if failures == 0 {
        slot.logger.warning("what became of a message is kept until the database takes it")
        await slot.keptOutcomes.begin()
      }
      failures += 1
      try? await Task.sleep(for: writingPauses[min(failures, writingPauses.count) - 1])
    }
    if failures > 0 { await slot.keptOutcomes.end() }
  }

  /// Ends a message that cannot be sent, whatever a modem would say.
  func fail(_ message: MessageID, because reason: String) async {
    do {
      _ = try await store.fail(message, reason: reason, at: clock.now)
    } catch {
      await health.report(error)
    }
    await release(message)
  }

  /// Makes the outcome of an attempt durable that came to nothing before it was recorded.
  func recordFailed(_ attempt: AttemptRecord, _ outcome: SubmissionOutcome) async {
    do {
      let change = try await store.recordFailedAttempt(
        attempt,
        outcome,
        at: clock.now,
        jitter: Double.random(in: 0...1)
      )
      if let change { log(change) }
    } catch {
      store.release(attempt.message)
      await health.report(error)
    }
  }

  /// Gives back a message that was not attempted at all.
  func release(_ message: MessageID) async {
    store.release(message)
    await dispatcher.wake()
  }

  /// A late answer proves that an attempt was accepted.
  func recordLateProof(of attempt: AttemptID, _ reference: UInt8, on slot: ModemSlot) async {
    let now = clock.now
    await untilDurable(slot) { () async throws(StoreError) in
      let change = try await store.recordEvidence(
        .lateReference(reference, openAttempts: 1, count: 1),
        about: attempt,
        at: now
      )
      if let change { log(change) }
    }
  }

  /// Two answers came for two attempts: nobody knows what became of either.
  func recordConflict(_ older: AttemptID, _ newer: AttemptID, on slot: ModemSlot) async {
    let now = clock.now
    await untilDurable(slot) { () async throws(StoreError) in
      for change in try await store.recordConflict(older, newer, at: now) { log(change) }
    }
  }

  /// Makes a reading of EF-SMSS durable, with what it proves.
  func record(_ reading: LastUsedReference, on slot: ModemSlot) async {
    let now = clock.now
    await untilDurable(slot) { () async throws(StoreError) in
      for change in try await store.record(reading, at: now) { log(change) }
    }
  }

  private func log(_ change: MessageChange) {
    let metadata: Logger.Metadata = [
      "message": "\(change.id)", "modem": "\(change.modem ?? "-")",
      "reason": "\(change.reason ?? "-")",
    ]
    switch change.to {
    case .queued, .submitting, .sent, .delivered, .cancelled, .withdrawn:
      logger.debug("message is \(change.to.rawValue)", metadata: metadata)
    case .undelivered, .failed, .expired, .unknown, .closed:
      logger.notice("message is \(change.to.rawValue)", metadata: metadata)
    }
  }
}

extension ModemServices {
  /// What a gateway does for its drivers.
  ///
  /// - Parameters:
  ///   - gateway: The gateway.
  ///   - inbound: What takes in received messages.
  ///   - recovery: What an earlier run of the gateway has left.
  init(_ gateway: GatewayCore, _ inbound: InboundService, _ recovery: Recovery) {
    self.init(
      configuration: gateway.configuration,
      store: gateway.store,
      dispatcher: gateway.dispatcher,
      inbound: inbound,
      unresolved: UnresolvedAttempts(
        recovery.unresolved,
        answerDeadline: gateway.initial.gateway.answerDeadline,
        at: gateway.clock.reading
      ),
      pins: PINMemory(store: gateway.store, clock: gateway.clock, health: gateway.health),
      sims: SIMHistoryBook(store: gateway.store, health: gateway.health),
      notices: gateway.notices,
      pauses: gateway.pauses,
      simHealth: gateway.simHealth,
      meters: gateway.meters,
      clock: gateway.clock,
      health: gateway.health,
      logger: gateway.logger
    )
  }
}

extension AttemptRefusal {
  /// Why Ctrl-Z is not written, for the session.
  fileprivate var notSubmittedReason: NotSubmittedReason {
    switch self {
    case .optedOut: .optedOut
    case .cancelled, .superseded, .keptBack: .cancelled
    case .expired, .tooLateToResume: .expired
    }
  }
}
