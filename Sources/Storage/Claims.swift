internal import GRDB
public import Messaging
internal import QueuePolicy
internal import Synchronization

/// The messages that modems have in hand.
///
/// They live in memory: a crash loses them by design, and what had no durable attempt is claimed again.
/// A lease keeps two modems from the same work; that a message is never on the air twice is not its
/// doing, for a second attempt is not recorded while the first is open.
struct Leases {
  private var leased: Set<Int64> = []
  private var rows: [MessageID: Int64] = [:]

  func isLeased(_ row: Int64) -> Bool { leased.contains(row) }

  mutating func take(_ row: Int64, id: MessageID) {
    leased.insert(row)
    rows[id] = row
  }

  mutating func release(_ id: MessageID) {
    guard let row = rows.removeValue(forKey: id) else { return }
    leased.remove(row)
  }
}

extension MessageStore {
  /// Takes the best message that is due: by class, then urgency, then how long it has been due.
  ///
  /// The claim is a lease in memory, until `release(_:)` or an outcome after which nothing more
  /// follows at once. Nothing is written, except the reference of a concatenated message.
  ///
  /// What the rules keep back on the way is set aside. Where that is much, the claim ends without a
  /// message and an event says that something is due: whoever comes again asks at another time, and
  /// finds what has been accepted meanwhile.
  ///
  /// - Parameters:
  ///   - claimant: Who asks.
  ///   - now: The time.
  /// - Returns: The message; nil where nothing is due for this SIM, or much was set aside.
  /// - Throws: `StoreError`.
  public func claim(
    _ claimant: Claimant,
    at now: Timestamp
  ) async throws(StoreError) -> ClaimedMessage? {
    // Few messages ever lose their place here: the reference of a concatenated message ran out.
    var draws = 0
    var rounds = 0
    while draws < Self.claimLimit {
      let found = try await takeLease(claimant, at: now)
      rounds += 1
      if !found.setAside.isEmpty {
        do {
          let isLast = found.claimed == nil && rounds == Self.roundLimit
          try await write(found.setAside, asksAgain: isLast, at: now)
        } catch {
          if let claimed = found.claimed { release(claimed.id) }
          throw error
        }
      }
      guard let claimed = found.claimed else {
        if found.setAside.isEmpty || rounds == Self.roundLimit { return nil }
        continue
      }
      draws += 1
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
  /// How many batches one claim sets aside; others come after a few hundredths of a second.
  private static let roundLimit = 4

  /// Writes what the rules said to messages that were met on the way.
  private func write(
    _ setAside: [SetAside],
    asksAgain: Bool,
    at now: Timestamp
  ) async throws(StoreError) {
    let rules = rules
    try await writer.write { context in
      for each in setAside { try each.write(rules: rules, at: now, in: &context) }
      if asksAgain { context.events.append(.due(now)) }
    }
  }

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
    let sending = sendingRules
    return try await read { db in
      try claimants.compactMap { claimant in
        try NextDue(db: db, claimant: claimant, rules: sending, now: now).moment()
      }.min()
    }
  }

  private func takeLease(
    _ claimant: Claimant,
    at now: Timestamp
  ) async throws(StoreError) -> LineFinding {
    let path = path
    let rules = sendingRules
    let result: Result<LineFinding, StoreError> = await withCheckedContinuation {
      continuation in
      file.claims.asyncRead { [self] database in
        let result = Result {
          let db = try database.get()
          // The snapshot is taken under the lock: whoever released a lease before has committed.
          return try leases.withLock { leases -> LineFinding in
            var line = MessageLine(db: db, claimant: claimant, rules: rules, now: now)
            return LineFinding(claimed: try line.take(&leases), setAside: line.setAside)
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
        // Another SIM's reference begins another concatenated message.
        if message.concatenationReference != nil { message.concatenation += 1 }
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
      language: message.language,
      isTransliterated: message.isTransliterated,
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
