import Messaging
import ModemModel

/// A host's side of some modems, with a clock that the test moves.
struct Bench {
  var world: SimulatedWorld
  var time = Timestamp(milliseconds: 1_800_000_000_000)
  /// What the modems have written and the test has not read.
  var output: [String]
  var hangUps: [Int] = []
  var returns: [Int] = []

  init(
    _ count: Int = 1,
    personality: ModemPersonality = .standard,
    timing: RadioTiming = RadioTiming(),
    network: NetworkBehaviour = NetworkBehaviour(),
    initialised: Bool = true
  ) {
    let modems = (1...count).map { ordinal in
      SimulatedModem(
        name: "modem\(ordinal)",
        imei: SimulatedModem.imei(numbered: ordinal),
        sim: .numbered(ordinal),
        personality: personality,
        timing: timing,
        seed: UInt64(ordinal)
      )
    }
    world = SimulatedWorld(modems: modems, serviceCentre: ServiceCentre(behaviour: network))
    output = Array(repeating: "", count: count)
    for index in 0..<count {
      operate(index) { $0.plug(at: $1) }
      guard initialised else { continue }
      for line in ["ATE0", "AT+CMEE=1", "AT+CMGF=0", "AT+CNMI=2,1,0,2,0"] {
        _ = type(line + "\r", on: index)
      }
    }
  }

  var record: [AcceptedSegment] { world.serviceCentre.record }

  /// Writes to a modem, and gives what it answers at once.
  mutating func type(_ text: String, on modem: Int = 0) -> String {
    take(world.receive(Array(text.utf8), on: modem, at: time))
    return read(modem)
  }

  /// Gives what a modem has written since the last time, CR and LF as `|`.
  mutating func read(_ modem: Int = 0) -> String {
    defer { output[modem] = "" }
    return output[modem]
  }

  /// Moves the clock, stopping at each deadline on the way.
  mutating func wait(_ duration: Duration) {
    let end = time + duration
    while let deadline = world.nextDeadline, deadline <= end {
      time = max(time, deadline)
      take(world.advance(to: time))
    }
    time = end
    take(world.advance(to: time))
  }

  mutating func operate(
    _ modem: Int = 0,
    _ work: (inout SimulatedModem, Timestamp) -> [SimulatedModem.Action]
  ) {
    take(world.operate(modem, at: time, work))
  }

  mutating func receive(
    _ text: String,
    from sender: String = "+447700900123",
    messageClass: UInt8? = nil
  ) {
    take(
      world.operate(at: time) {
        $0.send(text, from: sender, to: 0, messageClass: messageClass, at: $1)
      }
    )
  }

  /// Lets a status report of a segment of the record arrive.
  mutating func report(_ sequence: Int) {
    take(world.operate(at: time) { _ = $0.report(sequence, status: 0, to: 0, at: $1) })
  }

  mutating func fault(_ text: String, on modem: Int = 0) throws {
    let instruction = try FaultSyntax.instruction(text)
    operate(modem) { $0.apply(instruction, at: $1) }
  }

  /// Submits a segment as a host does, and gives all that the modem writes after Ctrl-Z.
  mutating func submit(_ unit: String = Bench.segment(), on modem: Int = 0) -> String {
    let prompt = type("AT+CMGS=\(unit.count / 2)\r", on: modem)
    guard prompt.hasSuffix(">") || prompt.hasSuffix("> ") else { return "no prompt: " + prompt }
    return type("00\(unit)\u{1A}", on: modem)
  }

  private mutating func take(_ events: [SimulatedWorld.Event]) {
    for event in events {
      switch event {
      case .write(let modem, let bytes):
        // CR and LF of a line end are one Character in Swift.
        output[modem] += String(decoding: bytes, as: UTF8.self)
          .replacing("\r\n", with: "|").replacing("\r", with: "|")
      case .hangUp(let modem): hangUps.append(modem)
      case .comeBack(let modem): returns.append(modem)
      case .received, .accepted, .delivered: continue
      }
    }
  }

  /// A SMS-SUBMIT of `Test` to +447700900123, in hex.
  static func segment(reportWanted: Bool = false, rejectDuplicates: Bool = false) -> String {
    let first = 0x11 | (reportWanted ? 0x20 : 0) | (rejectDuplicates ? 0x04 : 0)
    return String(first, radix: 16) + "000C914477000910320000A704D4F29C0E".uppercased()
  }
}
