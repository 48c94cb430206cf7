internal import GRDB
public import Messaging
internal import QueuePolicy
internal import Synchronization

/// The messages that modems have in hand.
///
/// They live in memory: a crash loses them by design, and
/// what had no durable attempt is claimed again.
struct Leases {
  private var holders: [Int64: String] = [:]
  private var rows: [MessageID: Int64] = [:]

  func isLeased(_ row: Int64) -> Bool { holders[row] != nil }

  mutating func take(_ row: Int64, id: MessageID, by modem: String) {
    holders[row] = modem
    rows[id] = row
  }

  mutating func release(_ id: MessageID) {
    guard let row = rows.removeValue(forKey: id) else { return }
    holders[row] = nil
  }
}

extension MessageStore {
  /// Takes the best message that is due: by class, then urgency, then how long it has been due.
  ///
  /// The claim is a lease in memory, until `release(_:)` or an outcome after which nothing more
  /// follows at once. Nothing is written, except the reference of a concatenated message.
  ///
  /// - Parameters:
  ///   - claimant: Who asks.
  ///   - now: The time.
  /// - Returns: The message; nil where nothing is due for this SIM.
  /// - Throws: `StoreError`.
  public func claim(
    _ claimant: Claimant,
    at now: Timestamp
  ) async throws(StoreError) -> ClaimedMessage? {
    // Few messages ever lose their place here: the reference of a concatenated message ran out.
    for _ in 0..<Self.claimLimit {
      guard let claimed = try await takeLease(claimant, at: now) else { return nil }
      guard claimed.segments.count > 1, claimed.concatenationReference == nil else {
        return claimed
      }
      do {
        if let reference = try await drawReference(for: claimed, claimant.iccid, at: now) {
          var claimed = claimed
          claimed.concatenationReference = reference
          return claimed
        }
      } catch {
        release(claimed.id)
        throw error
      }
      release(claimed.id)
    }
    return nil
  }

  private static let claimLimit = 16

  /// Gives a claimed message back unsent.
  ///
  /// - Parameter id: The message.
  public func release(_ id: MessageID) {
    leases.withLock { $0.release(id) }
  }

  /// When the next message will be due that one of these SIMs may send; nil where none waits.
  ///
  /// - Parameters:
  ///   - claimants: Who asks; `isEligible` is not asked.
  ///   - now: The time; what is due already does not count.
  /// - Returns: The moment.
  /// - Throws: `StoreError`.
  public func nextDue(
    _ claimants: [Claimant],
    after now: Timestamp
  ) async throws(StoreError) -> Timestamp? {
    let lines = Set(
      claimants.flatMap { Route.lines(iccid: $0.iccid, modem: $0.modem) }
    ).sorted()
    return try await read { db in
      var next: Int64?
      var ranks = try QueueRanks(of: lines, in: db)
      while let rank = ranks.first {
        for line in ranks.lines {
          let due = try db.value(
            Int64.self,
            """
            SELECT due_at FROM messages WHERE state = 'queued' AND held = 0 AND route = ?
              AND rank = ? AND due_at > ? ORDER BY due_at LIMIT 1
            """,
            [line, rank, now.milliseconds]
          )
          if let due { next = min(next ?? due, due) }
        }
        try ranks.advance()
      }
      return next.map(Timestamp.init(milliseconds:))
    }
  }

  private func takeLease(
    _ claimant: Claimant,
    at now: Timestamp
  ) async throws(StoreError) -> ClaimedMessage? {
    let path = path
    let result: Result<ClaimedMessage?, StoreError> = await withCheckedContinuation {
      continuation in
      file.claims.asyncRead { [self] database in
        let result = Result {
          let db = try database.get()
          // The snapshot is taken under the lock: whoever released a lease before has committed.
          return try leases.withLock { leases -> ClaimedMessage? in
            try Line(db: db, claimant: claimant, now: now).take(&leases)
          }
        }
        continuation.resume(returning: result.mapError { StoreError($0, path: path) })
      }
    }
    return try result.get()
  }

  /// Draws the reference of a concatenated message, and keeps it in its row.
  ///
  /// - Returns: The reference; nil where this SIM has none left for the recipient today, and the
  ///   message waits for the oldest to come free, or for another SIM.
  private func drawReference(
    for claimed: ClaimedMessage,
    _ iccid: ICCID,
    at now: Timestamp
  ) async throws(StoreError) -> UInt8? {
    try await writer.write { context in
      let db = context.db
      guard var message = try MessageRow.find(claimed.id, in: db) else { return nil }
      let drawn = try ConcatenationReferences(db: db).draw(iccid, message.recipient, at: now)
      switch drawn {
      case .reference(let reference):
        message.concatenationReference = reference
        message.concatenationSIM = iccid.description
      case .exhausted(let until):
        message.avoidedSIM = AvoidedSIM(iccid: iccid, until: until)
      }
      try message.save(in: db)
      return message.concatenationReference
    }
  }
}

/// The line of messages that are due, as one SIM sees it.
private struct Line {
  let db: Database
  let claimant: Claimant
  let now: Timestamp

  /// How many messages of one rank are looked at before a claim gives up on the rank.
  private static let depth = 10_000

  private struct Candidate {
    let row: Int64
    let id: MessageID
    let dueAt: Int64
  }

  func take(_ leases: inout Leases) throws -> ClaimedMessage? {
    let lines = Route.lines(iccid: claimant.iccid, modem: claimant.modem)
    var ranks = try QueueRanks(of: lines, in: db)
    while let rank = ranks.first {
      if let messageClass = MessageClass(rank: rank),
        !claimant.excludedClasses.contains(messageClass),
        let best = try best(of: ranks.lines, rank, messageClass, leases),
        let claimed = try load(best)
      {
        leases.take(best.row, id: best.id, by: claimant.modem)
        return claimed
      }
      try ranks.advance()
    }
    return nil
  }

  private func best(
    of lines: [String],
    _ rank: Int,
    _ messageClass: MessageClass,
    _ leases: Leases
  ) throws -> Candidate? {
    var best: Candidate?
    for line in lines {
      guard let candidate = try first(line, rank, messageClass, leases) else { continue }
      if let present = best, (present.dueAt, present.row) <= (candidate.dueAt, candidate.row) {
        continue
      }
      best = candidate
    }
    return best
  }

  private func first(
    _ line: String,
    _ rank: Int,
    _ messageClass: MessageClass,
    _ leases: Leases
  ) throws -> Candidate? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT row, id, due_at, expires_at, recipient, segment_count, modem, avoid_sim,
          avoid_until, resume_by
        FROM messages WHERE state = 'queued' AND held = 0 AND route = ? AND rank = ?
          AND due_at <= ? ORDER BY due_at, row
        """
    )
    let cursor = try Row.fetchCursor(statement, arguments: [line, rank, now.milliseconds])
    var looked = 0
    while looked < Self.depth, let row = try cursor.next() {
      looked += 1
      let number: Int64 = row["row"]
      guard !leases.isLeased(number), isOpen(row) else { continue }
      let id = try row.messageID("id")
      if let isEligible = claimant.isEligible {
        let candidate = ClaimCandidate(
          id: id,
          recipient: row.phoneNumber("recipient"),
          messageClass: messageClass,
          segmentCount: row["segment_count"]
        )
        guard isEligible(candidate) else { continue }
      }
      return Candidate(row: number, id: id, dueAt: row["due_at"])
    }
    return nil
  }

  /// Whether a message is still in time, and this SIM may have it.
  private func isOpen(_ row: Row) -> Bool {
    guard row["expires_at"] > now.milliseconds else { return false }
    if let modem: String = row["modem"], modem != claimant.modem { return false }
    if let resumeBy: Int64 = row["resume_by"], resumeBy <= now.milliseconds { return false }
    if let until: Int64 = row["avoid_until"], until > now.milliseconds,
      row["avoid_sim"] == claimant.iccid.description
    {
      return false
    }
    return true
  }

  private func load(_ candidate: Candidate) throws -> ClaimedMessage? {
    guard let message = try MessageRow.find(row: candidate.row, in: db) else { return nil }
    let attempts =
      message.attemptCount == 0 ? [] : try AttemptRow.all(of: message.row, in: db)
    let ledger = SubmissionLedger(
      segmentCount: message.segmentCount,
      attempts: attempts.map(\.facts)
    )
    guard let next = ledger.nextSegment else { return nil }
    return ClaimedMessage(message, ledger, nextSegment: next, iccid: claimant.iccid)
  }
}

extension ClaimedMessage {
  init(_ message: MessageRow, _ ledger: SubmissionLedger, nextSegment: Int, iccid: ICCID) {
    var options = message.transferOptions
    if message.omitsRejectDuplicates { options.rejectDuplicates = false }
    self.init(
      id: message.id,
      recipient: message.recipient,
      messageClass: message.messageClass,
      content: message.content,
      requestedEncoding: message.requestedEncoding,
      displayClass: message.displayClass,
      transferOptions: options,
      wantsStatusReport: message.wantsStatusReport,
      omitsValidityPeriod: message.omitsValidityPeriod,
      expiresAt: message.expiresAt,
      segments: ledger.segments,
      nextSegment: nextSegment,
      concatenationReference: message.concatenationSIM == iccid.description
        ? message.concatenationReference : nil,
      attemptCount: message.attemptCount,
      isPossibleDuplicate: message.isPossibleDuplicate,
      acceptedAt: message.acceptedAt
    )
  }
}
