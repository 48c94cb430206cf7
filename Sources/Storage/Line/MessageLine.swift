internal import GRDB
internal import Messaging
internal import QueuePolicy

/// What a look along the line gave.
struct LineFinding {
  /// The message that is taken; nil where there is none.
  var claimed: ClaimedMessage?
  /// Messages that the rules keep back.
  var setAside: [SetAside]
}

/// The line of messages that are due, as one SIM sees it.
struct MessageLine {
  let db: Database
  let claimant: Claimant
  let rules: SendingRules
  let now: Timestamp
  private(set) var setAside: [SetAside] = []
  private var check: RuleCheck

  /// How many messages of one rank are looked at before a claim gives up on the rank.
  private static let depth = 10_000

  /// What becomes of a message that is looked at.
  private enum Look {
    case take
    case pass
    /// Nothing behind it is looked at either: it waits for room, and nobody goes past it.
    case stop
    case keepBack(RuleVerdict)
  }

  init(db: Database, claimant: Claimant, rules: SendingRules, now: Timestamp) {
    self.db = db
    self.claimant = claimant
    self.rules = rules
    self.now = now
    check = RuleCheck(db: db, rules: rules, now: now)
  }

  mutating func take(_ leases: inout Leases) throws -> ClaimedMessage? {
    let room = try SIMRoom(db: db, claimant, rules, at: now)
    let lines = try RouteLines(db: db, claimant: claimant, rules: rules).all()
    var ranks = try QueueRanks(of: lines.map(\.route), in: db)
    while let rank = ranks.first {
      let present = Set(ranks.lines)
      let found = try best(
        of: lines.filter { present.contains($0.route) },
        rank,
        room,
        leases
      )
      if let found, let claimed = try load(found) {
        leases.take(found.row, id: found.id)
        return claimed
      }
      if setAside.count >= SetAside.batch { return nil }
      try ranks.advance()
    }
    return nil
  }

  /// The first message of a rank that this SIM may send, in any of the lines.
  private mutating func best(
    of lines: [RouteLines.Line],
    _ rank: Int,
    _ room: SIMRoom,
    _ leases: Leases
  ) throws -> LineMessage? {
    guard let messageClass = MessageClass(rank: rank),
      !claimant.excludedClasses.contains(messageClass)
    else { return nil }
    // A SIM at its limit looks at nothing.
    let standing = room.standing(for: messageClass)
    if case .stopped = standing { return nil }
    var best: LineMessage?
    for line in lines {
      let found = try first(line, rank, messageClass, standing, leases)
      guard let candidate = found else { continue }
      if let present = best, (present.dueAt, present.row) <= (candidate.dueAt, candidate.row) {
        continue
      }
      best = candidate
    }
    return best
  }

  private mutating func first(
    _ line: RouteLines.Line,
    _ rank: Int,
    _ messageClass: MessageClass,
    _ standing: SIMStanding,
    _ leases: Leases
  ) throws -> LineMessage? {
    let cursor = try rows(line, rank, standing)
    var looked = 0
    while looked < Self.depth, setAside.count < SetAside.batch, var columns = try cursor.next() {
      looked += 1
      let number: Int64 = try columns.value()
      guard !leases.isLeased(number) else { continue }
      let message = try LineMessage(row: number, &columns)
      guard message.isOpen(to: claimant, at: now) else { continue }
      switch try look(at: message, messageClass, standing) {
      case .take:
        return message
      case .pass:
        continue
      case .stop:
        return nil
      case .keepBack(let verdict):
        setAside.append(SetAside(row: number, verdict: verdict))
      }
    }
    return nil
  }

  /// The messages of a line in their order.
  private func rows(
    _ line: RouteLines.Line,
    _ rank: Int,
    _ standing: SIMStanding
  ) throws -> ReaderCursor {
    let dueBy = (now - line.wait).milliseconds
    let condition = """
      m.state = 'queued' AND m.held = 0 AND m.route = ? AND m.rank = ? AND m.due_at <= ?
      """
    switch standing {
    case .open, .stopped:
      return try ReaderCursor(
        db,
        """
        SELECT \(LineMessage.columns) FROM messages m INDEXED BY messages_line WHERE \(condition)
        ORDER BY m.due_at, m.row
        """,
        [line.route, rank, dueBy]
      )
    case .knownRecipients(_, let since, _):
      // From the few whom the SIM knows to their messages, and not the other way round.
      return try ReaderCursor(
        db,
        """
        SELECT \(LineMessage.columns) FROM sim_contacts c INDEXED BY sim_contacts_period
          CROSS JOIN messages m INDEXED BY messages_recipient ON m.recipient = c.recipient
        WHERE c.iccid = ? AND c.last_at >= ? AND \(condition) ORDER BY m.due_at, m.row
        """,
        [claimant.iccid.description, since.milliseconds, line.route, rank, dueBy]
      )
    }
  }

  private mutating func look(
    at message: LineMessage,
    _ messageClass: MessageClass,
    _ standing: SIMStanding
  ) throws -> Look {
    if let isEligible = claimant.isEligible, !isEligible(message.candidate(messageClass)) {
      return .pass
    }
    if message.modem == nil, let modems = rules.prefixes.route(to: message.recipient)?.modems,
      !modems.contains(claimant.modem)
    {
      return .pass
    }
    let verdict = try check.verdict(on: message.subject(messageClass), leavingAt: now)
    guard verdict == .allowed else { return .keepBack(verdict) }
    switch standing {
    case .stopped: return .stop
    case .open(let room), .knownRecipients(let room, _, _):
      let rest = message.segmentCount - message.acceptedCount
      if rest <= room.now { return .take }
      return rest > room.ever ? .pass : .stop
    }
  }

  private func load(_ candidate: LineMessage) throws -> ClaimedMessage? {
    guard let message = try MessageRow.find(row: candidate.row, in: db) else { return nil }
    let attempts =
      message.attemptCount == 0 ? [] : try AttemptRow.all(of: message.row, in: db)
    let ledger = message.ledger(attempts)
    guard let next = ledger.nextSegment else { return nil }
    return ClaimedMessage(message, ledger, nextSegment: next, iccid: claimant.iccid)
  }
}
