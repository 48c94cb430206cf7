public import Messaging

/// A modem with its SIM, seen from its serial port and from its radio.
///
/// It reads 3GPP TS 27.005 and 27.007 strictly and on its own: what a host does wrong shows in its
/// answers and in `violations`. It has no clock: bytes and times go in, actions come out, and
/// `nextDeadline` says when it wants to be called.
public struct SimulatedModem: Sendable {
  /// What the modem does to its surroundings.
  public enum Action: Equatable, Sendable {
    /// Write these bytes to the host.
    case write([UInt8])
    /// A command line has come from the host.
    case received(String)
    /// Hand this to the service centre, and its verdict to `answered`.
    case transmit(Submission)
    /// The host has acknowledged the delivery that awaited it.
    case acknowledged
    /// The host has not acknowledged the delivery in time.
    case notAcknowledged
    /// The port goes away.
    case hangUp
    /// The port is there again.
    case comeBack
  }

  /// What the modem is doing.
  enum Phase: Equatable, Sendable {
    /// Not plugged in. → `command` (plugged in)
    case absent
    /// Waits for a command line. → `executing` (an answer takes time), `entering`, `absent`
    case command
    /// An answer is on its way. → `command` (answered), `entering` (prompt), `absent`
    case executing
    /// Waits for a PDU or a text. → `command` (ESC, or answered), `executing` (Ctrl-Z), `absent`
    case entering(MessageEntry)
  }

  /// A PDU or text that comes in after the prompt.
  struct MessageEntry: Equatable, Sendable {
    /// The length that `AT+CMGS` gave, in octets without the service centre address.
    var length: Int
    /// The number that `AT+CMGS` gave, in text mode.
    var recipient: String?
    /// What has come.
    var characters: [UInt8] = []
    /// Whether the fault before Ctrl-Z had its chance.
    var hadItsChance = false
  }

  /// Something that happens later by itself.
  enum TimerEvent: Equatable, Sendable {
    case line(String)
    case chatter(index: Int, turn: Int)
    case prompt(MessageEntry)
    case transmit(Submission)
    case finish(lines: [String], result: FinalResult?)
    case strayAnswer(lines: [String], result: FinalResult)
    /// The network's answer has come: EF-SMSS may be written.
    case referenceIsKept(UInt8)
    case comeBack
    case lineIsBack
    case acknowledgementOverdue
    case simReady
    case registration(Int)
    case ring(caller: String, count: Int)
  }

  struct Timer: Equatable, Sendable {
    var deadline: Timestamp
    var event: TimerEvent
  }

  /// The name of the modem in records and messages.
  public let name: String
  /// The habits of its make.
  public var personality: ModemPersonality
  /// The IMEI.
  public let imei: String
  /// The times it takes.
  public var timing: RadioTiming
  /// The SIM; nil where there is none.
  public internal(set) var sim: SimulatedSIM?
  /// What the host did that 3GPP TS 27.005 or V.250 forbids, the first hundred of them.
  public internal(set) var violations: [String] = []
  /// `<stat>` of `+CREG`: 1 at home, 5 roaming, 2 searching, 3 denied, 0 not searching.
  public internal(set) var registration = 1
  /// `<rssi>` of `+CSQ`, 0 to 31, 99 unknown.
  public internal(set) var signal = 19
  /// Whether it answers nothing at all.
  public internal(set) var isDead = false
  /// What `AT+CUSD=1,"CODE"` is answered with.
  public var serviceAnswers: [String: String] = ["*100#": "Balance: 5.00 GBP"]

  var phase = Phase.absent
  var settings: ModemSettings
  var stores: [MemoryName: MessageMemory] = [:]
  var faults = FaultPlan()
  var random: SplitMix64
  var now = Timestamp(milliseconds: 0)
  var actions: [Action] = []
  var timers: [Timer] = []
  var input: [UInt8] = []
  var lastLine = ""
  var remaining: [Command] = []
  var heldLines: [String] = []
  var linesToLose = 0
  var simReadyAt = Timestamp(milliseconds: 0)
  var linkHeldUntil: Timestamp?
  var linkIsUp = false
  var awaitedAcknowledgement: Delivery?
  var quietedChatter: Set<Int> = []
  var pendingFault: Fault?
  /// The TP-MR of a modem that counts for itself.
  var countedReference: UInt8?
  var removedSIM: SimulatedSIM?
  var isStorageFull = false
  /// Whether its port is gone while it lives on.
  var isLineLost = false
  var isMuted = false
  var hasAnnouncedFullMemory = false

  /// A modem that is not plugged in yet.
  ///
  /// - Parameters:
  ///   - name: Its name in records and messages.
  ///   - imei: Its IMEI, 15 digits.
  ///   - sim: Its SIM; nil for none.
  ///   - personality: The habits of its make.
  ///   - timing: The times it takes.
  ///   - seed: What its random choices start from.
  public init(
    name: String,
    imei: String,
    sim: SimulatedSIM?,
    personality: ModemPersonality = .standard,
    timing: RadioTiming = RadioTiming(),
    seed: UInt64 = 0
  ) {
    self.name = name
    self.imei = imei
    self.sim = sim
    self.personality = personality
    self.timing = timing
    settings = ModemSettings(personality)
    random = SplitMix64(seed: seed)
    for (memory, capacity) in personality.capacities {
      stores[memory] = MessageMemory(capacity: capacity, firstIndex: personality.firstIndex)
    }
  }

  /// When `timerFired(at:)` is wanted next; nil where nothing is pending.
  public var nextDeadline: Timestamp? {
    timers.lazy.map(\.deadline).min()
  }

  /// Whether the port is there.
  public var isPresent: Bool { isPowered && !isLineLost }

  /// Whether it is plugged in, with its port or without.
  var isPowered: Bool { phase != .absent }

  /// Takes bytes from the host.
  ///
  /// - Parameters:
  ///   - bytes: What the host wrote, in pieces of any size.
  ///   - time: When.
  /// - Returns: What the modem does.
  public mutating func receive(_ bytes: [UInt8], at time: Timestamp) -> [Action] {
    now = max(now, time)
    guard isPresent, !isDead else { return [] }
    if phase == .executing { noteInputDuringCommand(bytes) }
    guard phase != .absent else { return takeActions() }
    let room = max(0, Self.inputLimit - input.count)
    if bytes.count > room { note("more input than the modem has room for") }
    input += bytes.prefix(room)
    processInput()
    return takeActions()
  }

  /// Does what is due.
  ///
  /// - Parameter time: The time it is; what is due later stays.
  /// - Returns: What the modem does.
  public mutating func timerFired(at time: Timestamp) -> [Action] {
    now = max(now, time)
    while let index = firstDueTimer() {
      let timer = timers.remove(at: index)
      perform(timer.event)
    }
    processInput()
    return takeActions()
  }

  private func firstDueTimer() -> Int? {
    var first: Int?
    for (index, timer) in timers.enumerated() where timer.deadline <= now {
      if let current = first, timers[current].deadline <= timer.deadline { continue }
      first = index
    }
    return first
  }

  private mutating func perform(_ event: TimerEvent) {
    switch event {
    case .line(let line): announce(line)
    case .chatter(let index, let turn): chat(index, turn: turn)
    case .prompt(let entry): givePrompt(entry)
    case .transmit(let submission): actions.append(.transmit(submission))
    case .finish(let lines, let result): finish(lines, result)
    case .strayAnswer(let lines, let result):
      for line in lines { announce(line) }
      announce(result.line(errorLevel: settings.errorLevel, isVerbose: settings.isVerbose))
    case .referenceIsKept(let reference): sim?.lastUsedReference = reference
    case .comeBack: powerUp()
    case .lineIsBack: regainLine()
    case .acknowledgementOverdue: acknowledgementIsOverdue()
    // Nothing to do, but what waits at the service centre can come now.
    case .simReady: break
    case .registration(let status): changeRegistration(status)
    case .ring(let caller, let count): ringOnce(caller, count)
    }
  }

  // MARK: - What the other parts of the modem use

  static let inputLimit = 4096

  mutating func takeActions() -> [Action] {
    defer { actions.removeAll(keepingCapacity: true) }
    return actions
  }

  mutating func schedule(_ event: TimerEvent, after delay: Duration) {
    timers.append(Timer(deadline: now + delay, event: event))
  }

  /// Does it now where it takes no time, later where it does.
  mutating func performOrSchedule(_ event: TimerEvent, after delay: Duration) {
    if delay.wholeMilliseconds <= 0 { perform(event) } else { schedule(event, after: delay) }
  }

  mutating func note(_ violation: String) {
    if violations.count < 100 { violations.append(violation) }
  }

  mutating func write(_ bytes: some Sequence<UInt8>) {
    guard !isMuted, !isLineLost else { return }
    if case .write(var earlier)? = actions.last {
      actions.removeLast()
      earlier += bytes
      actions.append(.write(earlier))
    } else {
      actions.append(.write(Array(bytes)))
    }
  }

  /// Writes a line of an answer, V.250 §5.7.1.
  mutating func writeLine(_ line: String) {
    write((settings.isVerbose ? "\r\n\(line)\r\n" : "\(line)\r\n").utf8)
  }

  mutating func writeResult(_ result: FinalResult) {
    guard !settings.isQuiet else { return }
    let line = result.line(errorLevel: settings.errorLevel, isVerbose: settings.isVerbose)
    write((settings.isVerbose ? "\r\n\(line)\r\n" : "\(line)\r").utf8)
  }

  /// Writes a line that nobody asked for; held back while a PDU comes in.
  mutating func announce(_ line: String) {
    guard isPowered else { return }
    if case .entering = phase {
      if heldLines.count < 1000 { heldLines.append(line) }
    } else {
      writeLine(line)
    }
  }

  mutating func flushHeldLines() {
    let lines = heldLines
    heldLines = []
    for line in lines { writeLine(line) }
  }
}
