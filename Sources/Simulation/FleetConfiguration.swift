import Messaging
public import ModemModel

/// What a fleet of simulated modems is made of.
public struct FleetConfiguration: Sendable {
  /// Where the links to the ports are made; the directory is made where it is missing.
  public var directory: String
  /// How many modems there are.
  public var count: Int
  /// Their makes, in turn.
  public var personalities: [ModemPersonality] = [.standard]
  /// How often each kind of chatter comes, instead of as often as its make does it; nil: as that.
  public var chatterInterval: Duration?
  /// The times that modems and radio take.
  public var timing = RadioTiming()
  /// How the network behaves.
  public var network = NetworkBehaviour()
  /// What goes wrong from the start, by the name of the modem, or `*` for all of them.
  public var faults: [(modem: String, instruction: FaultInstruction)] = []
  /// Who answers messages.
  public var customers: [CustomerRule] = []
  /// What all random choices start from.
  public var seed: UInt64 = 1
  /// The file that gets the record of the service centre; nil for none.
  public var recordPath: String?
  /// The file that gets what crosses the wires; nil for none.
  public var wirePath: String?

  /// A fleet of modems to the letter of the standard, without latency and without faults.
  ///
  /// - Parameters:
  ///   - directory: Where the links to the ports are made.
  ///   - count: How many modems there are.
  public init(directory: String, count: Int) {
    self.directory = directory
    self.count = count
  }

  /// The modems, named `modem1` and on, with the faults that they have from the start.
  func makeModems() throws(SimulationError) -> [SimulatedModem] {
    var modems = (0..<max(0, count)).map { index in
      SimulatedModem(
        name: "modem\(index + 1)",
        imei: SimulatedModem.imei(numbered: index + 1),
        sim: .numbered(index + 1),
        personality: personality(of: index),
        timing: timing,
        seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15
      )
    }
    for (name, instruction) in faults {
      let chosen = modems.indices.filter { name == "*" || modems[$0].name == name }
      guard !chosen.isEmpty else { throw .unknownModem(name) }
      for index in chosen {
        _ = modems[index].apply(instruction, at: Timestamp(milliseconds: 0))
      }
    }
    return modems
  }

  private func personality(of index: Int) -> ModemPersonality {
    guard !personalities.isEmpty else { return .standard }
    var personality = personalities[index % personalities.count]
    if let chatterInterval {
      for turn in personality.chatter.indices {
        personality.chatter[turn].interval = chatterInterval
      }
    }
    return personality
  }
}
