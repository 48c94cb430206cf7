internal import Messaging
internal import QueuePolicy

// Acceptance and claims, as `Intake` and `Line` do it in `Storage`.
extension ModelTables {
  mutating func accept(_ submission: ModelSubmission, at now: Timestamp) -> StoreAnswer {
    if let known = messages.first(where: { $0.id == submission.id }) {
      return .accepted(known.id, known.state)
    }
    if submission.hasKey,
      let known = messages.first(where: { $0.hasKey && $0.tag == submission.tag })
    {
      return .accepted(known.id, known.state)
    }
    let isBlocked = optedOut.contains(submission.recipient)
    // A file gets its result; a request over the API is refused.
    if isBlocked, submission.hasKey { return .optedOut }
    var row = ModelMessage(
      id: submission.id,
      tag: submission.tag,
      recipient: submission.recipient,
      messageClass: submission.messageClass,
      text: submission.text,
      segmentCount: submission.segmentCount,
      duplicates: submission.duplicates,
      hasKey: submission.hasKey,
      name: submission.name,
      expiresAt: submission.expiresAt,
      dueAt: now
    )
    if isBlocked {
      row.state = .withdrawn
      row.oweResult()
    }
    messages.append(row)
    return .accepted(row.id, row.state)
  }

  /// The best message that is due for a SIM, and its next segment.
  func claim(
    _ iccid: ICCID,
    leased: [MessageID],
    _ mutation: Mutation?,
    at now: Timestamp
  ) -> (message: ModelMessage, nextSegment: Int)? {
    let candidates = messages.enumerated().filter { _, row in
      row.state == .queued && row.dueAt <= now && row.expiresAt > now
        && !leased.contains(row.id) && (row.sim == nil || row.sim == iccid)
        && (row.resumeBy.map { $0 > now } ?? true)
        && !(row.avoidedSIM.map { $0.iccid == iccid && $0.until > now } ?? false)
    }
    let best = candidates.min { left, right in
      let ranks = [left, right].map { QueueRank($0.element.messageClass, isUrgent: false).value }
      return (ranks[0], left.element.dueAt, left.offset)
        < (ranks[1], right.element.dueAt, right.offset)
    }
    guard let best else { return nil }
    guard let next = ledger(of: best.offset).nextSegment else { return nil }
    return (best.element, mutation == .restartAtFirstSegment ? 1 : next)
  }

  /// When the next message will be due that is not due yet; nil where none waits.
  func nextDue(after now: Timestamp) -> Timestamp? {
    messages.lazy.filter { $0.state == .queued }
      .flatMap { [$0.dueAt, $0.avoidedSIM?.until].compactMap(\.self) }
      .filter { $0 > now }.min()
  }

  mutating func drawReference(
    for id: MessageID,
    _ iccid: ICCID,
    at now: Timestamp
  ) -> StoreAnswer {
    guard let place = place(of: id) else { return .reference(nil) }
    let recipient = messages[place].recipient
    let rest: Duration = .seconds(24 * 60 * 60)
    let used = concatenations.filter {
      $0.iccid == iccid && $0.recipient == recipient && $0.drawnAt > now - rest
    }.sorted { ($0.drawnAt, $0.reference) < ($1.drawnAt, $1.reference) }
    let last = used.last.map { Int($0.reference) } ?? 0
    let free = (1...256).map { UInt8((last + $0) % 256) }
      .first { candidate in !used.contains { $0.reference == candidate } }
    guard let free else {
      let until = (used.first?.drawnAt ?? now) + rest
      messages[place].avoidedSIM = AvoidedSIM(iccid: iccid, until: until)
      return .reference(nil)
    }
    concatenations.removeAll {
      $0.iccid == iccid && $0.recipient == recipient && $0.reference == free
    }
    concatenations.append(
      ModelConcatenation(iccid: iccid, recipient: recipient, reference: free, drawnAt: now)
    )
    if messages[place].concatenationReference != nil, mutation != .earlierCopiesAddUp {
      messages[place].concatenation += 1
    }
    messages[place].concatenationReference = free
    messages[place].concatenationSIM = iccid
    return .reference(free)
  }
}
