import ArgumentParser
import Foundation
import ModemModel
import Simulation

/// `hermod simulate`: modems on pseudo-terminals, to develop and test against.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate modems, each on a pseudo-terminal of its own.",
    discussion: discussion
  )

  @Option(name: [.customShort("n"), .customLong("count")], help: "How many modems.")
  var count = 1

  @Option(name: .shortAndLong, help: "Where the links modem1, modem2, ... to the ports are made.")
  var directory: String

  @Option(help: "A file, emptied first, for what the service centre accepts: JSON lines.")
  var record: String?

  @Option(help: "A file, emptied first, for all that crosses the wires: JSON lines.")
  var wire: String?

  @Option(help: "A file for the configuration that makes a gateway use these modems.")
  var configOut: String?

  @Option(help: ArgumentHelp(stringLiteral: makes), transform: personalities)
  var personality = [ModemPersonality.standard]

  @Option(help: "How often the chatter of a make comes, instead of its own.", transform: duration)
  var chatter: Duration?

  @Option(help: "From AT+CMGS to the prompt: 80ms, or 50ms-200ms.", transform: latency)
  var promptLatency = Latency.none

  @Option(help: "From Ctrl-Z to the answer.", transform: latency)
  var submitLatency = Latency.none

  @Option(help: "From any other command to its answer.", transform: latency)
  var commandLatency = Latency.none

  @Flag(help: "Setting up the radio link costs 1.5 s, unless AT+CMMS holds it (for 2 s).")
  var linkSetup = false

  @Option(help: "Status reports are sent this long after acceptance.", transform: duration)
  var reportDelay: Duration?

  @Option(help: "TP-ST of the status reports, decimal.")
  var reportStatus: UInt8 = 0

  @Option(help: "What goes wrong, 'MODEM: FAULT...', see below; may be repeated.")
  var fault: [String] = []

  @Option(help: "A customer who answers: 'NUMBER: ANSWER [after DURATION] [when TEXT]'.")
  var customer: [String] = []

  @Option(help: "What all random choices start from.")
  var seed: UInt64 = 1

  @Flag(help: "End at the end of standard input.")
  var untilEof = false

  func validate() throws {
    guard (1...1000).contains(count) else {
      throw ValidationError("-n: from 1 to 1000 modems can be simulated")
    }
    _ = try makeConfiguration()
  }

  func run() async throws {
    let fleet: SimulatedFleet
    do {
      fleet = try await SimulatedFleet(try makeConfiguration())
      try announce(fleet)
    } catch {
      FileHandle.standardError.write(Data("hermod simulate: \(error)\n".utf8))
      throw ExitCode(70)
    }
    let (events, continuation) = AsyncStream.makeStream(of: Event.self)
    let signals = Self.watchSignals(continuation)
    Self.readStandardInput(continuation)
    for await event in events {
      guard await handle(event, fleet) else { break }
    }
    withExtendedLifetime(signals) {}
    await fleet.shutDown()
  }

  private enum Event: Sendable {
    case line(String)
    case endOfInput
    case signal
  }

  /// Does what a line asks for; false where it is time to end.
  private func handle(_ event: Event, _ fleet: SimulatedFleet) async -> Bool {
    switch event {
    case .line(let line):
      Self.print(await FleetCommand.run(line, on: fleet))
      return true
    case .endOfInput: return !untilEof
    case .signal: return false
    }
  }

  // MARK: - Options

  private func makeConfiguration() throws -> FleetConfiguration {
    var configuration = FleetConfiguration(directory: directory, count: count)
    configuration.personalities = personality
    configuration.chatterInterval = chatter
    configuration.timing = RadioTiming(
      prompt: promptLatency,
      submission: submitLatency,
      linkSetUp: linkSetup ? .milliseconds(1500) : .zero,
      command: commandLatency
    )
    configuration.network = NetworkBehaviour(
      reportDelay: reportDelay,
      reportStatus: reportStatus
    )
    configuration.faults = try fault.map(Self.namedFault)
    configuration.customers = try customer.map { text in
      do {
        return try FaultSyntax.customer(text)
      } catch {
        throw ValidationError("--customer '\(text)': \(error)")
      }
    }
    configuration.seed = seed
    configuration.recordPath = record
    configuration.wirePath = wire
    return configuration
  }

  private static func namedFault(_ text: String) throws -> (String, FaultInstruction) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else {
      throw ValidationError("--fault '\(text)': write 'MODEM: FAULT', with '*' for all modems")
    }
    let modem = parts[0].trimmingCharacters(in: .whitespaces)
    do {
      return (modem, try FaultSyntax.instruction(parts[1]))
    } catch {
      throw ValidationError("--fault '\(text)': \(error)")
    }
  }

  private static let makes =
    "The make of modem: \(ModemPersonality.all.map(\.name).joined(separator: ", ")); "
    + "several with ',' between them take turns."

  private static func personalities(_ text: String) throws -> [ModemPersonality] {
    try text.split(separator: ",").map { name in
      guard let personality = ModemPersonality.named(String(name)) else {
        let names = ModemPersonality.all.map(\.name).joined(separator: ", ")
        throw ValidationError("'\(name)' is none of \(names)")
      }
      return personality
    }
  }

  private static func latency(_ text: String) throws -> Latency {
    do {
      return try FaultSyntax.latency(text)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private static func duration(_ text: String) throws -> Duration {
    do {
      return try FaultSyntax.duration(text)
    } catch {
      throw ValidationError(error.description)
    }
  }

  // MARK: - Input and output

  private func announce(_ fleet: SimulatedFleet) throws {
    let lines = fleet.ports.map { port in
      "[[modem]]\nname = \"\(port.name)\"\ndevice = \"\(Self.quoted(port.path))\"\n"
    }
    let text = "[discovery]\nudev = false\n\n" + lines.joined(separator: "\n")
    if let configOut {
      try text.write(toFile: configOut, atomically: true, encoding: .utf8)
    }
    for port in fleet.ports { Self.print("# \(port.name) \(Self.absolute(port.path))") }
    Self.print(text + "# ready")
  }

  /// The path inside the quotes of a TOML string.
  private static func quoted(_ path: String) -> String {
    absolute(path).replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Writes a line at once, so that a script on the other end of a pipe can wait for it.
  private static func print(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  private static func watchSignals(
    _ events: AsyncStream<Event>.Continuation
  ) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { events.yield(.signal) }
      source.resume()
      return source
    }
  }

  /// Reads lines on a thread of their own: reading waits, and must not hold up anything else.
  private static func readStandardInput(_ events: AsyncStream<Event>.Continuation) {
    let thread = Thread {
      while let line = readLine() { events.yield(.line(line)) }
      events.yield(.endOfInput)
    }
    thread.start()
  }

  private static var discussion: String {
    return """
      The modems answer as 3GPP TS 27.005 and 27.007 say and share one network. The paths and a \
      configuration for the gateway are printed, then '# ready'; the modems run until SIGINT or \
      SIGTERM.

      Commands are read from standard input, one a line; each is answered by one line, 'ok', \
      'timeout' or 'error:' with the reason.
      \(columns(FleetCommand.table.map { ($0.words, $0.meaning) }))

      A fault is 'FAULT [WHEN] [to NUMBER] [on COMMAND] [back DURATION]'. WHEN is once (where nothing is said), \
      always, every N, at N, next N, or P%. A modem whose port hung up is back after DURATION, \
      or when it is plugged in.
      \(columns(FaultSyntax.table.map { ($0.words, $0.meaning) }))

      A condition holds until 'off': 'fault modem1 not-registered off'.
      \(columns(FaultSyntax.conditions.map { ($0.word, $0.meaning) }))
      """
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    rows.map { "  \($0.0)\n      \($0.1)" }.joined(separator: "\n")
  }
}
