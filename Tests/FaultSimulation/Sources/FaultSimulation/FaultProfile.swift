internal import Messaging
internal import ModemModel

/// What goes wrong in one run, how often, and how much there is to do: all of it drawn from the seed.
///
/// Each run has some of the faults and not others, for some hide behind others.
struct FaultProfile: Sendable {
  /// Something that happens once, at its time.
  enum Occasion: Sendable {
    case drop(tag: Int)
    case request(tag: Int)
    case crash(powerLoss: Bool)
    case unplug(modem: Int, back: Duration)
    case reset(modem: Int)
    /// The port goes, and the modem lives on.
    case loseLine(modem: Int, back: Duration)
    case diskFull(Duration)
    case slowDisk(Duration)
    case customer(number: Int, text: String, modem: Int)
    /// A customer writes a long message.
    case longReply(LongReply)
    case noNetwork(modem: Int, Duration)
    case swapSIMs(Int, Int)
    /// The network refuses every message, or those to one number, whatever SIM they come from.
    case outage(code: Int, number: Int?)
    /// Somebody sets the gateway's clock forward or back.
    case setClock(Duration)
    case cancel(tag: Int)
    case retry(tag: Int)
    case resolve(tag: Int, ModelResolution)
  }

  /// A message that a producer has.
  struct Product: Sendable {
    var recipient: Int
    var messageClass: MessageClass
    var segmentCount: Int
    var duplicates: DuplicatePolicy
    var validity: Duration
    /// What its file is called, where another's is called so too.
    var name: String?
  }

  /// How long the faults go on.
  var duration: Duration
  var modems: [SimulatedModem] = []
  var behaviour = NetworkBehaviour()
  var products: [Product] = []
  var occasions: [(at: Duration, what: Occasion)] = []
  /// How long octets take between a modem and the gateway, at most, in milliseconds.
  var lineLatency: Int64
  /// How long a commit takes, at most, in milliseconds.
  var commitLatency: Int64
  /// How many people there are.
  var recipients: Int
  /// What the gateway knows of firmwares from before.
  var acquaintances: [Acquaintance] = []

  init(using random: inout SplitMix64) {
    duration = .seconds(Int64.random(in: 300...2400, using: &random))
    lineLatency = [0, 3, 40, 400].randomElement(using: &random) ?? 0
    commitLatency = [1, 10, 60, 2000].randomElement(using: &random) ?? 1
    recipients = Int.random(in: 1...4, using: &random)
    let count = Int.random(in: 1...3, using: &random)
    for number in 1...count { modems.append(Self.modem(number, using: &random)) }
    behaviour.reportDelay =
      [nil, .seconds(3), .seconds(40), .seconds(1500)]
      .randomElement(using: &random) ?? nil
    behaviour.reportStatus = [0, 0, 0, 0x46, 0x30].randomElement(using: &random) ?? 0
    for _ in 0..<Int.random(in: 2...14, using: &random) {
      products.append(product(using: &random))
    }
    addWork(using: &random)
    addTrouble(using: &random)
  }

  private func product(using random: inout SplitMix64) -> Product {
    let messageClass = MessageClass.allCases.randomElement(using: &random) ?? .notification
    return Product(
      recipient: Int.random(in: 0..<recipients, using: &random),
      messageClass: messageClass,
      segmentCount: random.chance(60) ? 1 : Int.random(in: 2...4, using: &random),
      duplicates: DuplicatePolicy.allCases.randomElement(using: &random) ?? .hold,
      validity: random.chance(70)
        ? .seconds(3 * 60 * 60) : .seconds(Int64.random(in: 30...1200, using: &random))
    )
  }

  mutating func add(_ what: Occasion, using random: inout SplitMix64) {
    let moment = Duration.milliseconds(
      Int64.random(in: 0...duration.wholeMilliseconds, using: &random)
    )
    occasions.append((moment, what))
  }

  private mutating func addWork(using random: inout SplitMix64) {
    let together = random.chance(50)
    for tag in products.indices {
      let what = random.chance(50) ? Occasion.drop(tag: tag) : .request(tag: tag)
      if together {
        occasions.append((.milliseconds(Int64(tag) * 7), what))
      } else {
        add(what, using: &random)
      }
    }
    if random.chance(40) {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        add(stop(using: &random), using: &random)
      }
    }
    if random.chance(50) {
      for number in 0..<Int.random(in: 1...5, using: &random) {
        let body = "message \(number) from a customer. "
        let times = random.chance(70) ? 1 : 8
        let text = String(repeating: body, count: times)
        add(customer(text, using: &random), using: &random)
      }
    }
  }

  private func stop(using random: inout SplitMix64) -> Occasion {
    customer("STOP", using: &random)
  }

  private func customer(_ text: String, using random: inout SplitMix64) -> Occasion {
    .customer(
      number: Int.random(in: 0..<recipients, using: &random),
      text: text,
      modem: Int.random(in: modems.indices, using: &random)
    )
  }

  private mutating func addTrouble(using random: inout SplitMix64) {
    let modem = { (random: inout SplitMix64, count: Int) in
      Int.random(in: 0..<count, using: &random)
    }
    if random.chance(60) {
      let isPower = random.chance(50)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        add(.crash(powerLoss: isPower && random.chance(70)), using: &random)
      }
    }
    if random.chance(40) {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let back = Duration.seconds(Int64.random(in: 1...120, using: &random))
        add(.unplug(modem: modem(&random, modems.count), back: back), using: &random)
      }
    }
    if random.chance(25) { add(.reset(modem: modem(&random, modems.count)), using: &random) }
    if random.chance(25) {
      add(.diskFull(.seconds(Int64.random(in: 1...200, using: &random))), using: &random)
    }
    if random.chance(15) {
      add(.slowDisk(.seconds(Int64.random(in: 5...200, using: &random))), using: &random)
    }
    if random.chance(20) {
      let time = Duration.seconds(Int64.random(in: 10...300, using: &random))
      add(.noNetwork(modem: modem(&random, modems.count), time), using: &random)
    }
    if modems.count > 1, random.chance(20) { add(.swapSIMs(0, 1), using: &random) }
    if random.chance(40) { addPeople(using: &random) }
  }

  /// Some runs have a clock that is set while they last.
  ///
  /// In the first edition only seeds above 10,000 have one, and all drew it apart from the rest.
  mutating func addClockSteps(seed: UInt64) {
    guard seed > 10_000 else { return }
    var random = SplitMix64(seed: ~seed)
    guard random.chance(50) else { return }
    setClock(using: &random)
  }

  /// In half of the runs somebody sets the clock.
  mutating func addClockSteps(using random: inout SplitMix64) {
    if random.chance(50) { setClock(using: &random) }
  }

  private mutating func setClock(using random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let seconds = random.chance(50) ? 3600 : Int64.random(in: 1...300, using: &random)
      add(.setClock(.seconds(random.chance(50) ? seconds : -seconds)), using: &random)
    }
  }

  private mutating func addPeople(using random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let tag = Int.random(in: products.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: add(.cancel(tag: tag), using: &random)
      case 1: add(.retry(tag: tag), using: &random)
      default:
        let what = ModelResolution.allCases.randomElement(using: &random) ?? .drop
        add(.resolve(tag: tag, what), using: &random)
      }
    }
  }
}

extension SplitMix64 {
  /// Whether something happens that happens so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
