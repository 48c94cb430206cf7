import FaultSimulation
import Foundation
import Messaging
import QueuePolicy
import Storage
import Synchronization
import Testing

/// The store of the simulation is a model: here the real one is asked the same, and has to answer
/// the same.
@Suite struct StoreAgreementTests {
  @Test(arguments: [2, 7, 9, 14, 17, 23, 25, 26] as [UInt64])
  func `The real store answers like that of the simulation`(seed: UInt64) async throws {
    var run = FaultRun(seed: seed, keepsHistory: true)
    let report = run.run()
    let directory = NSTemporaryDirectory() + "hermod-agreement-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let store = RealStore(store: try await MessageStore.open(directory: directory))
    #expect(report.history.count > 20)
    for (place, entry) in report.history.enumerated() {
      let answer = try await store.perform(entry.verb, at: entry.at)
      // What a reference is depends on the claim, which the model does not write down.
      if case .reference = entry.answer { continue }
      try #require(answer == entry.answer, "seed \(seed), verb \(place): \(entry.verb)")
    }
    for row in report.rows {
      let detail = try #require(try await store.store.message(row.id))
      let real = FaultReport.Row(
        id: detail.id,
        state: detail.state,
        acceptedSegments: detail.acceptedSegments,
        isPossibleDuplicate: detail.isPossibleDuplicate,
        dueAt: detail.dueAt
      )
      #expect(real == row, "seed \(seed)")
    }
    try await store.store.close()
  }
}

/// Carries out a verb of the simulation on the real store.
private struct RealStore {
  let store: MessageStore

  func perform(_ verb: StoreVerb, at now: Timestamp) async throws -> StoreAnswer {
    switch verb {
    case .accept(let one):
      return Self.answer(try await store.accept([Self.submission(one)], at: now)[0])
    case .drawReference(let message, let iccid):
      let claimant = Claimant(iccid: iccid, modem: "any", isEligible: { $0.id == message })
      let claimed = try await store.claim(claimant, at: now)
      if let claimed { store.release(claimed.id) }
      return .reference(claimed?.concatenationReference)
    case .recordAttempt(let attempt):
      switch try await store.recordAttempt(Self.record(attempt), at: now) {
      case .recorded(let id): return .recorded(id.value)
      case .refused(let refusal): return .refused(Self.reason(refusal))
      }
    case .recordFailedAttempt(let attempt, let outcome, let jitter):
      let change = try await store.recordFailedAttempt(
        Self.record(attempt),
        outcome,
        at: now,
        jitter: jitter
      )
      return .changed(change.map(Self.change))
    case .recordOutcome(let attempt, let outcome, let jitter):
      let change = try await store.recordOutcome(
        of: AttemptID(attempt),
        outcome,
        at: now,
        jitter: jitter
      )
      return .changed(Self.change(change))
    case .recordEvidence(let evidence, let attempt):
      let change = try await store.recordEvidence(evidence, about: AttemptID(attempt), at: now)
      return .changed(change.map(Self.change))
    case .recordConflict(let older, let newer):
      _ = try await store.recordConflict(AttemptID(older), AttemptID(newer), at: now)
      return .done
    case .recordReport(let record):
      _ = try await store.recordReport(Self.report(record), at: now)
      return .done
    case .recordReference(let reading):
      let read = LastUsedReference(
        iccid: reading.iccid,
        value: reading.value,
        firmware: reading.firmware,
        agrees: reading.agrees
      )
      _ = try await store.record(read, at: now)
      return .done
    case .resultsWritten(let written):
      try await store.resultsWritten(pending(written))
      return .done
    case .remember(let firmware, let trust):
      try await remember(trust, of: firmware)
      return .done
    case .recordInbound(let part, let newID):
      try await record(part, newID: newID, at: now)
      return .done
    case .recordIncomplete(let limit, let seed):
      try await recordIncomplete(before: limit, seed: seed, at: now)
      return .done
    case .recordDeleted(let iccid, let modem, let storage, let index):
      try await store.recordDeleted(iccid: iccid, modem: modem, storage: storage, index: index)
      return .done
    case .expire:
      _ = try await store.expire(at: now)
      return .done
    case .recover:
      _ = try await store.recover(at: now)
      return .done
    case .cancel(let message): return Self.answer(try await store.cancel(message, at: now))
    case .retry(let message): return Self.answer(try await store.retry(message, at: now))
    case .resolve(let message, let resolution):
      let wish: Resolution =
        switch resolution {
        case .sent: .sent
        case .resend: .resend
        case .drop: .drop
        }
      return Self.answer(try await store.resolve(message, wish, at: now))
    }
  }

  /// What was written, as the store would have given it out then.
  private func pending(_ written: [ModelResult]) async throws -> [PendingResult] {
    var pending: [PendingResult] = []
    for one in written {
      switch one.kind {
      case .result(let state):
        guard var detail = try await store.message(one.id), let folder = ResultFolder(state) else {
          continue
        }
        detail.state = state
        pending.append(.message(detail, folder: folder, previous: nil))
      case .report(let state):
        guard var detail = try await store.message(one.id) else { continue }
        detail.state = state
        pending.append(.report(detail))
      case .inbound:
        guard let message = try await store.inboundMessage(one.id) else { continue }
        pending.append(.inbound(message))
      }
    }
    return pending
  }

  private func remember(_ trust: FirmwareTrust, of firmware: Firmware) async throws {
    for _ in 0..<trust.agreements { try await store.record(.agreed, of: firmware) }
    for _ in 0..<trust.unansweredAdvances {
      try await store.record(.advancedUnanswered, of: firmware)
    }
  }

  private func record(_ part: ModelPart, newID: MessageID, at now: Timestamp) async throws {
    let inbound = InboundPart(
      iccid: part.iccid,
      modem: part.modem,
      storage: part.storage,
      index: part.index,
      rawPDU: part.rawPDU,
      sender: part.sender,
      reference: part.reference.map {
        ConcatenationKey(reference: $0, isWide: part.isWide, total: part.total)
      },
      number: part.number,
      serviceCentreTimeStamp: part.serviceCentreTimeStamp,
      receivedAt: now
    )
    _ = try await store.recordInbound(
      inbound,
      newID: { newID },
      assemble: { parts in
        PartJudgement.judge(parts.map(Self.stored)).map(Self.assembly)
      }
    )
  }

  private func recordIncomplete(before limit: Timestamp, seed: UInt64, at now: Timestamp)
    async throws
  {
    let ids = Mutex(DrawnIDs(seed: seed, at: now))
    _ = try await store.recordIncomplete(
      receivedBefore: limit,
      at: now,
      newID: { ids.withLock { $0.next() } },
      assemble: { parts in
        PartJudgement.overdue(parts.map(Self.stored), before: limit).map(Self.assembly)
      }
    )
  }

  private static func stored(_ part: InboundPart) -> StoredPart {
    StoredPart(
      rawPDU: part.rawPDU,
      serviceCentreTimeStamp: part.serviceCentreTimeStamp,
      receivedAt: part.receivedAt
    )
  }

  private static func assembly(_ joined: PartJudgement) -> InboundAssembly {
    InboundAssembly(
      content: .text(joined.text),
      usedParts: joined.used,
      missingParts: joined.missing,
      verdict: joined.isOptOut ? .optOut(scope: .all, rule: "test") : .nothing
    )
  }

  private static func submission(_ one: ModelSubmission) -> Submission {
    Submission(
      id: one.id,
      recipient: one.recipient,
      messageClass: one.messageClass,
      content: .text(one.text),
      encoding: "gsm7",
      segmentCount: one.segmentCount,
      duplicates: one.duplicates,
      expiresAt: one.expiresAt,
      submitter: "test",
      origin: one.hasKey ? .api : .spool(name: one.name, member: nil, headers: ""),
      idempotency: one.hasKey ? IdempotencyKey(key: "\(one.tag)", fingerprint: "\(one.tag)") : nil
    )
  }

  private static func record(_ attempt: ModelAttemptRecord) -> AttemptRecord {
    AttemptRecord(
      message: attempt.message,
      segment: attempt.segment,
      modem: attempt.modem,
      iccid: attempt.iccid,
      messageReferenceBaseline: attempt.baseline,
      firmware: attempt.firmware,
      uptime: attempt.uptime
    )
  }

  private static func report(_ record: ModelReportRecord) -> StatusReportRecord {
    StatusReportRecord(
      iccid: record.iccid,
      otherSIM: record.otherSIM,
      recipient: record.recipient,
      messageReference: record.messageReference,
      status: record.status,
      serviceCentreTimeStamp: record.serviceCentreTimeStamp,
      dischargeTime: record.dischargeTime,
      rawPDU: record.rawPDU
    )
  }

  private static func answer(_ acceptance: Acceptance) -> StoreAnswer {
    switch acceptance {
    case .accepted(let id): .accepted(id, .queued)
    case .alreadyAccepted(let id, let state): .accepted(id, state)
    case .withdrawn(let id): .accepted(id, .withdrawn)
    case .ruledOut, .refused: .optedOut
    }
  }

  private static func answer(_ result: OperationResult) -> StoreAnswer {
    switch result {
    case .done(let change): .changed(Self.change(change))
    case .refused, .optedOut, .notFound: .changed(nil)
    }
  }

  private static func change(_ change: MessageChange) -> ModelChange {
    ModelChange(message: change.id, state: change.to, continues: change.continues)
  }

  private static func reason(_ refusal: AttemptRefusal) -> NotSubmittedReason {
    switch refusal {
    case .optedOut: .optedOut
    case .cancelled, .superseded, .keptBack: .cancelled
    case .expired, .tooLateToResume: .expired
    }
  }
}
