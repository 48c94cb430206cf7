import Foundation
import Messaging
import ModemModel

/// The commands by which a fleet is driven from a terminal or a script: one line in, one line out.
public enum FleetCommand {
  /// The commands and what they do, for the help text.
  public static let table: [(words: String, meaning: String)] = [
    ("receive MODEM NUMBER TEXT", "a message arrives for the modem; \\n in TEXT is a line end"),
    ("receive-class N MODEM NUMBER TEXT", "the same with a message class, 0 to 3"),
    ("receive-pdu MODEM HEX", "a SMS-DELIVER arrives as it is, without service centre address"),
    ("report MODEM SEQUENCE STATUS", "a status report of a segment of the record; TP-ST decimal"),
    ("fault MODEM FAULT...", "a fault or a condition, as in --fault; 'clear' ends all of them"),
    ("customer NUMBER: ANSWER...", "a customer who answers, as in --customer"),
    ("unplug MODEM [DURATION]", "the port hangs up, and is back after the duration"),
    ("plug MODEM", "the port is there again"),
    ("reset MODEM", "the modem starts anew"),
    ("urc MODEM LINE", "the modem writes a line that nobody asked for"),
    ("ring MODEM NUMBER", "somebody calls"),
    ("signal MODEM N", "the signal strength of AT+CSQ"),
    ("register MODEM STAT", "the registration of AT+CREG"),
    ("sim MODEM N", "the SIM with number N is put in, 0: none"),
    ("wait accepted COUNT DURATION", "until the record has so many segments"),
    ("wait received DURATION", "until the modems have taken all messages that are for them"),
    ("stats", "what the modems have done, as JSON"),
  ]

  /// Carries a line out.
  ///
  /// - Parameters:
  ///   - line: A command of `table`, or an empty line.
  ///   - fleet: The modems that it is about.
  /// - Returns: `ok`, `ok` with something, `timeout`, or `error:` with what is wrong; one line.
  public static func run(_ line: String, on fleet: SimulatedFleet) async -> String {
    do {
      return try await perform(Words(line), on: fleet)
    } catch {
      return "error: \(error)"
    }
  }

  /// A line, taken word by word.
  private struct Words {
    var rest: Substring

    init(_ line: String) {
      rest = line.drop { $0 == " " }[...]
    }

    mutating func next(_ what: String) throws(SyntaxError) -> String {
      let word = rest.prefix { $0 != " " }
      guard !word.isEmpty else { throw .missing(what) }
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      return String(word)
    }

    mutating func number(_ what: String) throws(SyntaxError) -> Int {
      let word = try next(what)
      guard word.utf8.count <= 9, let value = Int(word) else {
        throw .unknownWord(word, expected: what)
      }
      return value
    }
  }

  private static func perform(_ line: Words, on fleet: SimulatedFleet) async throws -> String {
    var words = line
    guard !words.rest.isEmpty else { return "ok" }
    let verb = try words.next("a command")
    switch verb {
    case "wait": return try await wait(&words, on: fleet)
    case "stats": return try await statistics(of: fleet)
    case "customer": try await fleet.add(try FaultSyntax.customer(String(words.rest)))
    case "receive", "receive-class", "receive-pdu", "report":
      try await receive(verb, &words, on: fleet)
    default:
      try await operate(verb, try words.next("the name of a modem"), &words, on: fleet)
    }
    return "ok"
  }

  private static func receive(
    _ verb: String,
    _ words: inout Words,
    on fleet: SimulatedFleet
  ) async throws {
    let messageClass =
      verb == "receive-class"
      ? UInt8(clamping: try words.number("a message class")) & 0x03 : nil
    let modem = try words.next("the name of a modem")
    switch verb {
    case "receive-pdu":
      guard let octets = FaultSyntax.octets(words.rest) else {
        throw SyntaxError.unknownWord(String(words.rest), expected: "a PDU in hex")
      }
      try await fleet.receive(transferUnit: octets, on: modem)
    case "report":
      let sequence = try words.number("the place of a segment in the record")
      let status = UInt8(clamping: try words.number("TP-ST"))
      try await fleet.report(sequence, status: status, to: modem)
    default:
      let sender = try words.next("the sender's number")
      let text = words.rest.replacingOccurrences(of: "\\n", with: "\n")
      try await fleet.receive(text, from: sender, on: modem, messageClass: messageClass)
    }
  }

  private static func operate(
    _ verb: String,
    _ modem: String,
    _ words: inout Words,
    on fleet: SimulatedFleet
  ) async throws {
    let rest = String(words.rest)
    switch verb {
    case "fault": try await fleet.apply(try FaultSyntax.instruction(rest), to: modem)
    case "unplug":
      let delay = rest.isEmpty ? nil : try FaultSyntax.duration(rest)
      try await fleet.operate(modem) { $0.unplug(comesBackAfter: delay, at: $1) }
    case "plug": try await fleet.operate(modem) { $0.plug(at: $1) }
    case "reset": try await fleet.operate(modem) { $0.reset(at: $1) }
    case "urc": try await fleet.operate(modem) { $0.say(rest, at: $1) }
    case "ring": try await fleet.operate(modem) { $0.ring(from: rest, at: $1) }
    case "signal":
      let strength = try words.number("a signal strength")
      try await fleet.operate(modem) { modem, _ in
        modem.setSignal(strength)
        return []
      }
    case "register":
      let status = try words.number("a registration")
      try await fleet.operate(modem) { $0.setRegistration(status, at: $1) }
    case "sim":
      let ordinal = try words.number("the number of a SIM")
      try await fleet.operate(modem) {
        $0.insert(ordinal == 0 ? nil : .numbered(ordinal), at: $1)
      }
    default:
      throw SyntaxError.unknownWord(verb, expected: "a command")
    }
  }

  private static func wait(_ words: inout Words, on fleet: SimulatedFleet) async throws -> String {
    let what = try words.next("what to wait for")
    switch what {
    case "accepted":
      let count = try words.number("a number of segments")
      let limit = try FaultSyntax.duration(try words.next("a duration"))
      let isDone = await fleet.waitForAccepted(count, atMost: limit)
      return "\(isDone ? "ok" : "timeout") \(try await fleet.record().count)"
    case "received":
      let limit = try FaultSyntax.duration(try words.next("a duration"))
      let isDone = await fleet.wait(atMost: limit) { $0.serviceCentre.waitingCount == 0 }
      return isDone ? "ok" : "timeout"
    default:
      throw SyntaxError.unknownWord(what, expected: "accepted or received")
    }
  }

  private struct Statistics: Encodable {
    struct Modem: Encodable {
      var name: String
      var present: Bool
      var accepted: Int
      var stored: Int
      var violations: [String]
    }

    var accepted: Int
    var waiting: Int
    var modems: [Modem]
  }

  private static func statistics(of fleet: SimulatedFleet) async throws -> String {
    let world = try await fleet.world()
    let record = world.serviceCentre.record
    let statistics = Statistics(
      accepted: record.count,
      waiting: world.serviceCentre.waitingCount,
      modems: world.modems.map { modem in
        Statistics.Modem(
          name: modem.name,
          present: modem.isPresent,
          accepted: record.reduce(0) { $1.modem == modem.name ? $0 + 1 : $0 },
          stored: modem.storedMessageCount,
          violations: modem.violations
        )
      }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return "ok " + String(decoding: try encoder.encode(statistics), as: UTF8.self)
  }
}
