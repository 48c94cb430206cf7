internal import ATProtocol
internal import Messaging
internal import ModemModel
internal import QueuePolicy

/// One run: a gateway, its disk, its modems and their network, from a seed, until all is at rest.
///
/// Single-threaded, with a clock of its own. What is real: the session, the desk, the rules, the
/// codec, the classifier of replies, the modems and the service centre. What is modelled: the disk
/// under the store, and the wires. The judge is the record of the service centre.
public struct FaultRun: Sendable {
  static let start = Timestamp(seconds: 1_800_000_000)

  /// What happens.
  enum Event: Sendable {
    case toModem(Int, [UInt8], link: Int, life: Int)
    case toHost(Int, [UInt8], link: Int)
    case hangUp(Int, link: Int)
    case openPort(Int, life: Int)
    case committed(life: Int)
    case again(StoreRequest, life: Int)
    case wake(life: Int)
    case scan(life: Int)
    case claimsSynchronized(count: Int, claims: [ModelSpool.Claim], life: Int)
    case upkeep(life: Int)
    case filesSynchronized(WritingStage, count: Int, [ModelResult], life: Int)
    case consume
    case startGateway
    case occasion(FaultProfile.Occasion)
    case request(tag: Int)
    case diskHasRoom
    case diskIsFast
    case networkIsBack(Int)
    case heal
  }

  let seed: UInt64
  let edition: Edition
  let mutation: Mutation?
  var profile: FaultProfile
  var random: SplitMix64
  var world: SimulatedWorld
  var queue = EventQueue<Event>()
  var now = FaultRun.start
  var log: EventLog
  var oracle: Oracle

  var disk = ModelDisk()
  var spool = ModelSpool()
  var folders = ModelFolders()
  let store: ModelStore
  var daemon: Daemon?
  /// How often the gateway has been started; what belongs to an earlier life is dropped.
  var life = 0
  /// Whether what a gateway had written when it died still reached the modem, by life.
  var flushes: [Bool] = []
  /// Which plugging in of each modem this is.
  var links: [Int]
  /// What is on its way keeps its order.
  var latestToHost: [Timestamp]
  var latestToModem: [Timestamp]
  /// The SIMs that what lies in each modem's own memory may have come to.
  var simHistories: [SIMHistory?]
  /// How far the gateway's clock is ahead of the true time.
  var clockError: Duration = .zero
  var isDiskFull = false
  var isDiskSlow = false
  var isHealed = false
  var steps = 0
  /// When each session wants to be told of the time.
  var deadlines: [Timestamp?]
  /// What the sessions are told, in order.
  var inputs: [(modem: Int, input: SessionInput)] = []
  /// The verbs that were carried out and kept, where they are wanted.
  var history: [FaultReport.Step] = []
  let keepsHistory: Bool

  /// The time by the gateway's clock, which may be set; `now` is the true time, and how time passes.
  var wall: Timestamp { now + clockError }
  /// How often the gateway's machine has lost its power.
  var boots: Int64 = 0
  /// How long the gateway's machine has been up: from where that counts does not matter.
  var uptime: Uptime {
    Uptime(boot: boots, milliseconds: (now - FaultRun.start).wholeMilliseconds)
  }

  /// A run that has not begun.
  ///
  /// - Parameters:
  ///   - seed: What everything is drawn from.
  ///   - edition: What is simulated.
  ///   - mutation: The rule that is broken; nil for none.
  ///   - isTraced: Whether the log of events is kept.
  ///   - keepsHistory: Whether the verbs of the store are kept.
  public init(
    seed: UInt64,
    edition: Edition = .current,
    mutation: Mutation? = nil,
    isTraced: Bool = false,
    keepsHistory: Bool = false
  ) {
    self.seed = seed
    self.edition = edition
    self.mutation = mutation
    self.keepsHistory = keepsHistory
    var random = SplitMix64(seed: seed)
    profile = FaultProfile(using: &random)
    switch edition {
    case .first: profile.addClockSteps(seed: seed)
    case .second, .third, .fourth, .fifth, .sixth:
      var apart = SplitMix64(seed: ~seed)
      profile.addClockSteps(using: &apart)
      profile.addFirmware(using: &apart)
      profile.addExchanges(using: &apart)
      profile.addNames(using: &apart)
      if edition >= .fourth { profile.addLateAnswers(using: &apart) }
    }
    if edition >= .third {
      var apart = SplitMix64(seed: seed ^ 0x5_DEEC_E66D)
      profile.addOutage(using: &apart)
    }
    if edition >= .fifth {
      var apart = SplitMix64(seed: seed ^ 0x2545_F491_4F6C_DD1D)
      profile.addLongReplies(using: &apart)
    }
    if edition >= .sixth {
      var apart = SplitMix64(seed: seed ^ 0x1B87_3593_CC9E_2D51)
      profile.addLongDoubts(using: &apart)
    }
    self.random = random
    world = SimulatedWorld(
      modems: profile.modems,
      serviceCentre: ServiceCentre(behaviour: profile.behaviour)
    )
    log = EventLog(isKept: isTraced)
    store = ModelStore(mutation: mutation)
    oracle = Oracle(recipients: profile.recipients)
    links = profile.modems.map { _ in 0 }
    latestToHost = profile.modems.map { _ in FaultRun.start }
    latestToModem = latestToHost
    simHistories = profile.modems.map { _ in nil }
    deadlines = profile.modems.map { _ in nil }
  }

  /// Runs to the end.
  ///
  /// - Returns: What came of it.
  public mutating func run() -> FaultReport {
    for index in world.modems.indices {
      handle(world.operate(index, at: now) { modem, time in modem.plug(at: time) })
    }
    for (moment, what) in profile.occasions {
      queue.schedule(.occasion(what), at: now + moment)
    }
    queue.schedule(.heal, at: now + profile.duration)
    queue.schedule(.startGateway, at: now)
    if edition != .first { queue.schedule(.consume, at: now + .seconds(20)) }
    let end = now + profile.duration + Self.patience
    while now < end, steps < Self.stepLimit, disk.visible.attempts.count < Self.attemptLimit,
      !(isHealed && isAtRest)
    {
      guard step() else { break }
    }
    return judge()
  }

  /// How long after the last fault everything may take: the longest validity and the longest waits.
  private static let patience: Duration = .seconds(6 * 60 * 60)
  /// A run that takes more steps than this goes in circles.
  static let stepLimit = 400_000
  /// A run with more attempts than this goes in circles too, and gets slower and slower.
  private static let attemptLimit = 2000

  /// What is next is done; false where nothing is.
  private mutating func step() -> Bool {
    steps += 1
    let ofQueue = queue.nextTime
    let ofWorld = world.nextDeadline
    let ofSession = nextSessionDeadline()
    guard
      let next = [ofQueue, ofWorld, ofSession?.time].compactMap(\.self).min()
    else { return false }
    now = max(now, next)
    if let time = ofQueue, time <= now {
      if let event = queue.next() { perform(event) }
    } else if let time = ofWorld, time <= now {
      handle(world.advance(to: now))
    } else if let (_, modem) = ofSession {
      tell(modem, .deadline)
    }
    return true
  }

  private func nextSessionDeadline() -> (time: Timestamp, modem: Int)? {
    var best: (time: Timestamp, modem: Int)?
    for (modem, deadline) in deadlines.enumerated() {
      guard let time = deadline else { continue }
      if best.map({ time < $0.time }) ?? true { best = (time, modem) }
    }
    return best
  }

  private mutating func perform(_ event: Event) {
    switch event {
    case .toModem(let modem, let octets, let link, let writer):
      guard links[modem] == link, writer == life || flushes[writer] else { return }
      log.note(now, 1, "\(world.modems[modem].name) < \(Self.printable(octets))")
      handle(world.receive(octets, on: modem, at: now))
    case .toHost(let modem, let octets, let link):
      guard links[modem] == link else { return }
      log.note(now, 2, "\(world.modems[modem].name) > \(Self.printable(octets))")
      tell(modem, .received(octets))
    case .hangUp(let modem, let link):
      log.note(now, 3, "\(world.modems[modem].name) hangs up")
      guard daemon?.seats[modem]?.link == link else { return }
      tell(modem, .hungUp)
    case .openPort(let modem, let writer): if writer == life { openPort(modem) }
    case .committed(let writer): if writer == life { committed() }
    case .again(let request, let writer): if writer == life { submit(request) }
    case .wake(let writer): if writer == life { serve() }
    case .scan(let writer): if writer == life { scan() }
    case .claimsSynchronized(let count, let claims, let writer):
      if writer == life { claimsSynchronized(count, claims) }
    case .upkeep(let writer): if writer == life { upkeep() }
    case .filesSynchronized(let stage, let count, let results, let writer):
      if writer == life { filesSynchronized(stage, count, results) }
    case .consume: consume()
    case .startGateway: startGateway()
    case .occasion(let what): perform(what)
    case .request(let tag): request(tag: tag)
    case .diskHasRoom: isDiskFull = false
    case .diskIsFast: isDiskSlow = false
    case .networkIsBack(let modem):
      handle(world.operate(modem, at: now) { $0.set(.notRegistered, false, at: $1) })
    case .heal: heal()
    }
  }

  static func printable(_ octets: [UInt8]) -> String {
    octets.map { octet in
      switch octet {
      case 0x0D: "\\r"
      case 0x0A: "\\n"
      case 0x1A: "<Ctrl-Z>"
      case 0x1B: "<ESC>"
      case 0x20...0x7E: String(UnicodeScalar(octet))
      default: "."
      }
    }.joined()
  }
}
