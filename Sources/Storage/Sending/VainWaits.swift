internal import GRDB
public import Messaging
public import QueuePolicy
internal import Synchronization

/// A modem, as far as it is known when it may take messages.
public struct ModemProspect: Hashable, Sendable {
  /// Its name.
  public var modem: String
  /// Its SIM; nil where it is not known, or not known when it is at work again.
  public var iccid: ICCID?
  /// What it rests for; nil where it works.
  public var rest: SIMOpening?

  /// A modem.
  public init(modem: String, iccid: ICCID?, rest: SIMOpening? = nil) {
    self.modem = modem
    self.iccid = iccid
    self.rest = rest
  }
}

extension MessageStore {
  /// Ends passcodes that none of the modems can take before their time is over: their SIMs rest, or
  /// their limits are used up.
  ///
  /// - Parameters:
  ///   - modems: All modems there are.
  ///   - now: The time.
  /// - Returns: What changed.
  /// - Throws: `StoreError`.
  @discardableResult
  public func endVainWaits(
    for modems: [ModemProspect],
    at now: Timestamp
  ) async throws(StoreError) -> [MessageChange] {
    let sending = sendingRules
    let rules = rules
    let found = try await read { db in
      try VainWaits(db: db, modems: modems, rules: sending, now: now).all()
    }.filter { wait in !leases.withLock { $0.isLeased(wait.row) } }
    guard !found.isEmpty else { return [] }
    return try await writer.write { context in
      try found.compactMap { wait in
        guard let message = try MessageRow.find(row: wait.row, in: context.db),
          message.state == .queued
        else { return nil }
        return try Transitions(db: context.db, rules: rules)
          .apply(.expired, to: message, at: now, reason: wait.reason, in: &context)
      }
    }
  }
}

/// The passcodes that wait for nothing.
struct VainWaits {
  /// One of them.
  struct Wait {
    var row: Int64
    var reason: String
  }

  let db: Database
  let modems: [ModemProspect]
  let rules: SendingRules
  let now: Timestamp

  /// How many of one line are looked at; the others follow when these have ended.
  private static let batch = 200

  func all() throws -> [Wait] {
    let lines = try RouteLines.inUse(in: db).map { (Route($0), try messages(in: $0)) }
    // Mostly none waits, and then nobody has to ask how much the SIMs have sent.
    guard lines.contains(where: { !$0.1.isEmpty }) else { return [] }
    let standings = try modems.map { try standing(of: $0) }
    var waits: [Wait] = []
    for (route, messages) in lines {
      let able = zip(modems, standings).filter { modem, _ in serves(modem, route) }
      for message in messages {
        let openings = try able.filter { modem, _ in isFree(message, for: modem) }
          .map { try opening(of: $0.0, $0.1, for: message) }
        guard let reason = MessageClass.otp.reasonToEnd(openings, expiringAt: message.expiresAt)
        else { continue }
        waits.append(Wait(row: message.row, reason: reason))
      }
    }
    return waits
  }

  /// The passcodes that wait in a line, urgent ones first.
  private func messages(in route: String) throws -> [MessageRow] {
    try [true, false].flatMap { isUrgent in
      try db.all(
        """
        SELECT \(MessageRow.columns) FROM messages INDEXED BY messages_line
        WHERE state = 'queued' AND held = 0 AND route = ? AND rank = ? LIMIT \(Self.batch)
        """,
        [route, QueueRank(.otp, isUrgent: isUrgent).value],
        as: MessageRow.init
      )
    }
  }

  /// What the limits of a modem's SIM say to passcodes; nil where the SIM is not known.
  private func standing(of modem: ModemProspect) throws -> SIMStanding? {
    try modem.iccid.map {
      try SIMRoom(db: db, Claimant(iccid: $0, modem: modem.modem), rules, at: now)
        .standing(for: .otp)
    }
  }

  private func serves(_ modem: ModemProspect, _ route: Route) -> Bool {
    switch route {
    case .anywhere: true
    case .modem(let name): modem.modem == name
    // A SIM that is not known may be the one.
    case .sim(let iccid): modem.iccid.map { $0.description == iccid } ?? true
    case .home(let prefix, usual: _):
      prefix.flatMap { rules.prefixes.modems(ofPrefix: $0) }?.contains(modem.modem) ?? true
    }
  }

  private func isFree(_ message: MessageRow, for modem: ModemProspect) -> Bool {
    guard message.modem == nil,
      let modems = rules.prefixes.route(to: message.recipient)?.modems
    else { return true }
    return modems.contains(modem.modem)
  }

  /// When a modem may take a message; nil for at any moment, or where nobody knows.
  private func opening(
    of modem: ModemProspect,
    _ standing: SIMStanding?,
    for message: MessageRow
  ) throws -> SIMOpening? {
    guard let iccid = modem.iccid, let standing else { return nil }
    let limit: SIMOpening?
    switch standing {
    case .open(let room):
      limit = opening(of: room, for: message)
    case .stopped(let stop):
      limit = SIMOpening(at: stop.until, reason: stop.reason)
    case .knownRecipients(let room, let since, let stop):
      let isKnown = try UsageTable(db: db).hasContact(iccid, message.recipient, since: since)
      limit =
        isKnown
        ? opening(of: room, for: message) : SIMOpening(at: stop.until, reason: stop.reason)
    }
    return SIMOpening.later(modem.rest, limit).map {
      SIMOpening(
        at: $0.at,
        reason: "\(modem.modem): \($0.reason), until \(rules.calendar.home.text(of: $0.at))"
      )
    }
  }

  private func opening(of room: SegmentRoom, for message: MessageRow) -> SIMOpening? {
    let rest = message.segmentCount - message.acceptedCount
    guard rest > room.now, let growsAt = room.growsAt else { return nil }
    return SIMOpening(at: growsAt, reason: "its limits have no room for \(rest) segments")
  }
}
