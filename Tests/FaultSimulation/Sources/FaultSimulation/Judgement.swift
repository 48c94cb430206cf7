internal import ATProtocol
public import Messaging
internal import ModemModel
internal import QueuePolicy

/// What came of a run.
public struct FaultReport: Sendable {
  /// The seed.
  public var seed: UInt64
  /// The promises that were broken.
  public var violations: [Violation]
  /// Two runs of one seed agree in it.
  public var digest: UInt64
  /// What happened, where that was wanted.
  public var log: [String]
  /// How many segments the service centre has.
  public var acceptedSegments: Int
  /// How many of them it has more than once.
  public var repeatedSegments: Int
  /// How the messages ended, by state.
  public var ends: [MessageState: Int]
  /// How often the gateway was started.
  public var starts: Int
  /// How many received messages there are.
  public var received: Int
  /// How many attempts without an answer EF-SMSS settled.
  public var settledByReference: Int
  /// What the store was asked, where that was wanted.
  public var history: [Step]
  /// The messages at the end.
  public var rows: [Row]

  /// A verb that is in the database, and what it was answered.
  public struct Step: Sendable {
    /// The verb.
    public var verb: StoreVerb
    /// When it was asked.
    public var at: Timestamp
    /// The answer.
    public var answer: StoreAnswer
  }

  /// What the store says of a message.
  public struct Row: Equatable, Sendable {
    /// The message.
    public var id: MessageID
    /// Where it is.
    public var state: MessageState
    /// How many segments the service centre has.
    public var acceptedSegments: Int
    /// Whether a copy may have arrived before.
    public var isPossibleDuplicate: Bool
    /// When it is due; nil unless it is queued.
    public var dueAt: Timestamp?

    /// What the store says of a message.
    public init(
      id: MessageID,
      state: MessageState,
      acceptedSegments: Int,
      isPossibleDuplicate: Bool,
      dueAt: Timestamp?
    ) {
      self.id = id
      self.state = state
      self.acceptedSegments = acceptedSegments
      self.isPossibleDuplicate = isPossibleDuplicate
      self.dueAt = dueAt
    }
  }
}

extension FaultRun {
  /// Checks what a session writes, as it writes it.
  mutating func checkWrite(_ octets: [UInt8], _ modem: Int) {
    if octets == [0x1A] { return checkControlZ(modem) }
    if octets == [0x1B] { return }
    let text = String(decoding: octets, as: UTF8.self)
    if octets.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }) { return }
    guard text.hasPrefix("AT"), octets.last == 0x0D,
      octets.dropLast().allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x3B })
    else { return oracle.fail(.grammar, Self.printable(octets)) }
    checkDeletion(text, modem)
  }

  private mutating func checkControlZ(_ modem: Int) {
    guard let work = daemon?.seats[modem]?.desk.work else {
      return oracle.fail(.recorded, "Ctrl-Z without a message in hand")
    }
    let tables = disk.durable
    let attempt = tables.attempts.last {
      tables.messages[$0.message].id == work.message && $0.segment == work.segment
        && $0.outcome == nil
    }
    guard let attempt else {
      return oracle.fail(.recorded, "\(work.message) segment \(work.segment)")
    }
    let stop = oracle.optOutCommits.first { $0.number == attempt.recipient }
    if let stop, attempt.commit > stop.commit {
      oracle.fail(.stopped, "#\(tables.messages[attempt.message].tag) to \(stop.number)")
    }
  }

  private mutating func checkDeletion(_ command: String, _ modem: Int) {
    guard let seat = daemon?.seats[modem] else { return }
    if command.hasPrefix("AT+CMGD="), let index = Int(command.dropFirst(8).prefix { $0.isNumber }) {
      if !seat.durable.contains(where: { $0.index == index }) {
        oracle.fail(.durableBeforeDelete, command)
      }
    } else if command.hasPrefix("AT+CNMA\r") {
      daemon?.seats[modem]?.routedDurable -= 1
      if seat.routedDurable < 1 { oracle.fail(.durableBeforeDelete, "AT+CNMA") }
    }
  }

  /// Compares what the gateway says with what the service centre has.
  mutating func judge() -> FaultReport {
    let tables = disk.visible
    judgeIntake(tables)
    var repeated = 0
    for message in tables.messages {
      let copies = copies(of: message)
      repeated += copies.reduce(0) { $0 + max($1 - 1, 0) }
      judge(message, copies)
      judgeAllowed(message, copies, tables)
      judgePatience(message, tables)
      account(message, copies, tables)
    }
    judgeReceived(tables)
    judgeLongReplies(tables)
    judgeFiles(tables)
    judgeRest(tables)
    return FaultReport(
      seed: seed,
      violations: oracle.violations,
      digest: log.digest,
      log: log.lines,
      acceptedSegments: world.serviceCentre.record.count,
      repeatedSegments: repeated,
      ends: tables.messages.reduce(into: [:]) { $0[$1.state, default: 0] += 1 },
      starts: life,
      received: tables.inbound.count,
      settledByReference: tables.attempts.count { $0.settlement == .provedNotSubmitted },
      history: history,
      rows: tables.messages.map { message in
        FaultReport.Row(
          id: message.id,
          state: message.state,
          acceptedSegments: message.acceptedCount,
          isPossibleDuplicate: message.isPossibleDuplicate,
          dueAt: message.state == .queued ? message.dueAt : nil
        )
      }
    )
  }

  private func copies(of message: ModelMessage) -> [Int] {
    var copies = [Int](repeating: 0, count: message.segmentCount)
    for segment in world.serviceCentre.record where Oracle.tag(in: segment) == message.tag {
      let position = segment.part?.position ?? 1
      if copies.indices.contains(position - 1) { copies[position - 1] += 1 }
    }
    return copies
  }

  /// Whether the service centre has all segments of a message from one SIM and under one reference, so
  /// that a phone puts them together.
  private func isWhole(_ message: ModelMessage) -> Bool {
    guard message.segmentCount > 1 else { return true }
    var positions: [String: Set<Int>] = [:]
    for segment in world.serviceCentre.record where Oracle.tag(in: segment) == message.tag {
      guard let part = segment.part else { continue }
      positions["\(segment.iccid) \(part.reference)", default: []].insert(part.position)
    }
    return positions.values.contains { $0.count == message.segmentCount }
  }

  private mutating func judgeIntake(_ tables: ModelTables) {
    for tag in oracle.dropped + oracle.kept {
      let rows = tables.messages.count { $0.tag == tag }
      let waits = spool.visible.outgoing.contains(tag)
      if rows + (waits ? 1 : 0) != 1 { oracle.fail(.kept, "#\(tag) is there \(rows) times") }
    }
    for tag in oracle.refused where tables.messages.contains(where: { $0.tag == tag }) {
      oracle.fail(.kept, "#\(tag) was refused and is kept")
    }
  }

  private mutating func judge(_ message: ModelMessage, _ copies: [Int]) {
    let note = "#\(message.tag) \(message.state) \(message.duplicates), copies \(copies)"
    let most = copies.max() ?? 0
    let isResent = oracle.resent.contains(message.tag)
    if most > 1, !message.isPossibleDuplicate { oracle.fail(.marked, note) }
    if message.duplicates == .avoid, !isResent, most > 1 { oracle.fail(.avoids, note) }
    switch message.state {
    case .sent, .delivered, .undelivered:
      if !oracle.declared.contains(message.tag) {
        if copies.contains(0) { oracle.fail(.sentIsSent, note) }
        if !isWhole(message) { oracle.fail(.oneReference, note) }
      }
    case .failed, .withdrawn, .cancelled, .expired:
      if !copies.contains(0) { oracle.fail(.failedIsFailed, note) }
      if message.acceptedCount != copies.count(where: { $0 > 0 }) {
        oracle.fail(.failedIsFailed, "\(note), counted \(message.acceptedCount)")
      }
    case .unknown, .closed, .queued, .submitting:
      break
    }
  }

  /// Under `allow` the service centre has all of a message once the faults are over, unless its time was
  /// over first, the network refused it for good, or somebody did not want it any more.
  private mutating func judgeAllowed(
    _ message: ModelMessage,
    _ copies: [Int],
    _ tables: ModelTables
  ) {
    guard message.duplicates == .allow, copies.contains(0) else { return }
    let note = "#\(message.tag) \(message.state), copies \(copies)"
    switch message.state {
    case .sent, .delivered, .undelivered, .queued, .submitting, .withdrawn, .cancelled:
      // Judged elsewhere, or so wanted by somebody.
      return
    case .unknown: return oracle.fail(.allows, note)
    case .failed, .expired, .closed: break
    }
    guard let place = tables.place(of: message.id) else { return }
    let last = tables.attempts(of: place).last?.facts.standing
    let isTooShort =
      message.expiresAt <= FaultRun.start + profile.duration + max(clockError, .zero)
      + Self.timeToRecover
    let isUnwanted =
      oracle.unwanted.contains(message.tag) || tables.optedOut.contains(message.recipient)
    if last == .refused && message.state != .expired || isTooShort || isUnwanted { return }
    oracle.fail(.allows, note)
  }

  /// How long after the last fault a message may need: the longest waits, one after the other.
  private static let timeToRecover: Duration = .seconds(75 * 60)
  /// How often a segment comes to nothing at most, by the steps of the back-off, in one run.
  private static let mostFailures = 80

  /// Nothing is tried again and again without a wait in between.
  private mutating func judgePatience(_ message: ModelMessage, _ tables: ModelTables) {
    guard let place = tables.place(of: message.id) else { return }
    let failures = tables.attempts(of: place).filter(\.facts.cameToNothing)
    for (segment, attempts) in Dictionary(grouping: failures, by: \.segment)
    where attempts.count > Self.mostFailures {
      oracle.fail(.bounded, "#\(message.tag) part \(segment) was tried \(attempts.count) times")
    }
  }

  /// What the service centre has came with attempts that may have brought it.
  private mutating func account(
    _ message: ModelMessage,
    _ copies: [Int],
    _ tables: ModelTables
  ) {
    guard let place = tables.place(of: message.id) else { return }
    let attempts = tables.attempts(of: place)
    for (index, count) in copies.enumerated() {
      let able = attempts.count {
        $0.segment == index + 1 && !$0.facts.cameToNothing
      }
      if count > able {
        oracle.fail(
          .accounted,
          "#\(message.tag) part \(index + 1): \(count) copies of \(able) attempts"
        )
      }
    }
  }

  private mutating func judgeReceived(_ tables: ModelTables) {
    for (text, sender) in oracle.written {
      let same = oracle.written.count { $0.text == text && $0.sender == sender }
      let found = tables.inbound.count { $0.text == text && $0.sender.description == sender }
      if found != same { oracle.fail(.received, "\"\(text)\" is there \(found) times") }
      if text == "STOP", !tables.optedOut.contains(where: { $0.description == sender }) {
        oracle.fail(.stopped, "the STOP of \(sender) was not honoured")
      }
    }
  }

  private mutating func judgeRest(_ tables: ModelTables) {
    for message in tables.messages where !Oracle.isAtRest(message) {
      oracle.fail(.drains, "#\(message.tag) is \(message.state) at the end")
    }
    if !isAtRest { oracle.fail(.drains, "not at rest after \(steps) steps: \(unrest)") }
    if queue.count > 5000 { oracle.fail(.bounded, "\(queue.count) events wait") }
    for message in tables.messages.indices where tables.attempts(of: message).count > 200 {
      oracle.fail(.bounded, "#\(tables.messages[message].tag) has more than 200 attempts")
    }
  }

  /// What is not at rest.
  private var unrest: String {
    let seats = daemon?.seats.map { seat in
      seat.map { "\($0.session.phase), lane \($0.lane.count)" } ?? "closed"
    }
    return
      "seats \(seats ?? []), spool \(spool.visible), network \(world.serviceCentre.waitingCount), "
      + "stored \(world.modems.map(\.storedMessageCount)), answered \(oracle.isSatisfied)"
  }
}
