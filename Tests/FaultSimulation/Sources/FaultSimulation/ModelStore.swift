internal import Messaging
internal import QueuePolicy

/// Carries out the verbs of the store on a snapshot of its rows: one verb is one savepoint.
struct ModelStore: Sendable {
  let rules = MessageRules()
  let mutation: Mutation?

  func perform(
    _ verb: StoreVerb,
    on tables: inout ModelTables,
    at now: Timestamp
  ) -> StoreAnswer {
    tables.mutation = mutation
    switch verb {
    case .accept(let submission):
      return tables.accept(submission, at: now)
    case .drawReference(let message, let iccid):
      return tables.drawReference(for: message, iccid, at: now)
    case .recordAttempt(let attempt):
      return tables.record(attempt, rules, mutation, at: now)
    case .recordFailedAttempt(let attempt, let outcome, let jitter):
      guard case .recorded(let id) = tables.record(attempt, rules, mutation, at: now) else {
        return .changed(nil)
      }
      return .changed(tables.recordOutcome(of: id, outcome, rules, jitter: jitter, at: now))
    case .recordOutcome(let attempt, let outcome, let jitter):
      return .changed(
        tables.recordOutcome(of: attempt, judged(outcome), rules, jitter: jitter, at: now)
      )
    case .recordEvidence(let evidence, let attempt):
      return .changed(tables.recordEvidence(evidence, about: attempt, rules, at: now))
    case .recordConflict(let older, let newer):
      for attempt in [older, newer] { tables.doubt(attempt, rules, at: now) }
      return .done
    case .recordReport(let record):
      tables.record(record, rules, at: now)
      return .done
    case .recordReference(let reading):
      tables.record(reading, rules, at: now)
      return .done
    case .resultsWritten(let written):
      tables.resultsWritten(written)
      return .done
    case .remember(let firmware, let trust):
      tables.firmware.append(ModelFirmware(firmware: firmware, trust: trust))
      return .done
    case .recordInbound(let part, let newID):
      tables.record(part, newID: newID, rules, at: now)
      return .done
    case .recordIncomplete(let limit, let seed):
      tables.recordIncomplete(before: limit, DrawnIDs(seed: seed, at: now), rules, at: now)
      return .done
    case .recordDeleted(let iccid, let modem, let storage, let index):
      tables.recordDeleted(iccid, modem: modem, storage: storage, index: index)
      return .done
    case .expire:
      tables.expire(rules, at: now)
      return .done
    case .recover:
      tables.recover(rules, mutation, at: now)
      return .done
    case .cancel(let message):
      guard let place = tables.place(of: message) else { return .changed(nil) }
      return .changed(tables.apply(.cancelled, to: place, rules, at: now))
    case .retry(let message):
      return .changed(tables.retry(message, rules, at: now))
    case .resolve(let message, let resolution):
      return .changed(tables.resolve(message, resolution, rules, at: now))
    }
  }

  /// The outcome as the rules get to see it; a mutation takes a doubtful error for a refusal.
  private func judged(_ outcome: SubmissionOutcome) -> SubmissionOutcome {
    guard mutation == .unknownErrorIsFailure,
      case .refused(.cms(code: 500, let delay)) = outcome
    else { return outcome }
    return .refused(.cms(code: 42, afterControlZ: delay.map { _ in .zero }))
  }
}
