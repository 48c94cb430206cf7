internal import Messaging
internal import QueuePolicy

// Status reports, as `ReportTable` does it in `Storage`.
extension ModelTables {
  private static let clockTolerance: Duration = .seconds(600)

  mutating func record(
    _ record: ModelReportRecord,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    guard !isKnown(record) else { return }
    reports.append(ModelReport(record: record, receivedAt: now))
    guard let attempt = owner(of: record, rules, at: now) else { return }
    attach(reports.count - 1, to: attempt, rules, at: now)
  }

  /// Whether it was received before, for any SIM that either record names; a doubt that is new is kept.
  private mutating func isKnown(_ record: ModelReportRecord) -> Bool {
    // The real store looks by the SIM first, and then by the other one.
    let earlier = reports.indices.filter { index in
      let before = reports[index].record
      return before.rawPDU == record.rawPDU
        && !before.possibleSIMs.isDisjoint(with: record.possibleSIMs)
    }
    let bySIM = earlier.first { record.possibleSIMs.contains(reports[$0].record.iccid) }
    guard let known = bySIM ?? earlier.first else { return false }
    if let other = record.otherSIM, reports[known].record.otherSIM == nil {
      reports[known].record.otherSIM =
        reports[known].record.iccid == record.iccid ? other : record.iccid
    }
    return true
  }

  /// The attempt that a report is about; an unknown one that it proves is settled on the way.
  private mutating func owner(
    of record: ModelReportRecord,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> Int? {
    let latest = record.serviceCentreTimeStamp + Self.clockTolerance
    let owners = attempts.indices.reversed().filter { index in
      let attempt = attempts[index]
      return (attempt.iccid == record.iccid || attempt.iccid == record.otherSIM)
        && attempt.recipient == record.recipient
        && attempt.messageReference == record.messageReference
        && attempt.facts.standing == .accepted
    }
    let waiting = owners.filter { !(attempts[$0].delivery?.isFinal ?? false) }
    if let found = waiting.first(where: { attempts[$0].recordedAt <= latest }) ?? waiting.first {
      return found
    }
    if record.otherSIM == nil,
      let proved = settle(record, isOwned: !owners.isEmpty, rules, at: now)
    {
      return proved
    }
    return owners.first { attempts[$0].recordedAt <= latest }
  }

  private mutating func settle(
    _ record: ModelReportRecord,
    isOwned: Bool,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> Int? {
    let doubtful = attempts.indices.reversed().filter { index in
      let attempt = attempts[index]
      return attempt.iccid == record.iccid && attempt.recipient == record.recipient
        && attempt.facts.isOpenToEvidence
    }
    let possible = doubtful.filter { attempts[$0].mayBeMeant(by: record) }
    let declared = attempts.filter { attempt in
      attempt.iccid == record.iccid && attempt.recipient == record.recipient
        && attempt.messageReference == nil && attempt.settlement == .declaredSent
        && attempt.mayBeMeant(by: record)
    }
    let evidence = Evidence.statusReport(
      StatusReportEvidence(
        iccid: record.iccid,
        recipient: record.recipient,
        messageReference: record.messageReference,
        serviceCentreTimeStamp: record.serviceCentreTimeStamp,
        isOwnedByAnotherAttempt: isOwned,
        possibleAttempts: mutation == .reportProvesAny ? 1 : possible.count + declared.count
      )
    )
    for index in possible where attempts[index].facts.standing != .open {
      let conclusion = attempts[index].unresolved.conclusion(from: evidence)
      guard conclusion != .nothing else { continue }
      _ = conclude(conclusion, about: index, by: .statusReport, rules, at: now)
      return index
    }
    return nil
  }

  /// Gives the reports that came since an attempt was recorded, and have no owner yet, to theirs.
  mutating func matchEarly(_ attempt: ModelAttempt, _ rules: MessageRules, at now: Timestamp) {
    for index in reports.indices {
      let report = reports[index]
      guard report.attempt == nil,
        report.record.iccid == attempt.iccid || report.record.otherSIM == attempt.iccid,
        report.record.recipient == attempt.recipient, report.receivedAt >= attempt.recordedAt,
        let owner = owner(of: report.record, rules, at: now)
      else { continue }
      attach(index, to: owner, rules, at: now)
    }
  }

  private mutating func attach(
    _ report: Int,
    to index: Int,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    reports[report].attempt = attempts[index].id
    let category = DeliveryCategory(status: reports[report].record.status)
    attempts[index].delivery = attempts[index].delivery?.merged(with: category) ?? category
    let place = attempts[index].message
    switch ledger(of: place).delivery {
    case .delivered: apply(.delivered, to: place, rules, at: now)
    case .undeliverable, .gaveUp: apply(.undelivered, to: place, rules, at: now)
    case .pending, nil: break
    }
  }
}

extension ModelAttempt {
  fileprivate func mayBeMeant(by record: ModelReportRecord) -> Bool {
    unresolved.mayBeMeant(by: record.messageReference, takenAt: record.serviceCentreTimeStamp)
  }
}
