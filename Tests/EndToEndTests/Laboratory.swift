import FakeGateway
import Foundation
import Glibc
import Testing

/// The real binary as `hermod simulate` and `hermod daemon`, in a directory of their own.
final class Laboratory {
  /// One line of the service centre's record.
  struct Accepted: Decodable {
    let text: String?
    let recipient: String
    let modem: String
    let iccid: String
    let time: Int64
    /// TP-DCS.
    let dataCodingScheme: UInt8
    /// The TPDU in hexadecimal digits.
    let transferUnit: String

    private enum CodingKeys: String, CodingKey {
      case text, recipient, modem, iccid, time
      case dataCodingScheme = "data_coding_scheme"
      case transferUnit = "transfer_unit"
    }
  }

  /// One line that crossed a wire.
  struct WireLine: Decodable {
    let timeMicroseconds: Int64
    let modem: String
    let direction: String
    let line: String

    private enum CodingKeys: String, CodingKey {
      case timeMicroseconds = "time_us"
      case modem, direction, line
    }
  }

  /// What a command answered.
  struct Answer {
    let status: Int32
    let output: String
    let error: String
  }

  static var hermod: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("hermod")
  }

  /// Whether the long sweeps run whole: `HERMOD_LONG` is set.
  static let isLong = ProcessInfo.processInfo.environment["HERMOD_LONG"] != nil

  /// A time zone in which it is eight in the morning when the tests begin: what is counted for a day
  /// stays within one, and no rule about noon or the night is met by chance.
  static let timeZone: String = {
    let hour = time(nil) / 3600 % 24
    let east = hour <= 20 ? 8 - hour : 32 - hour
    // West is positive in these names.
    return east < 0 ? "Etc/GMT+\(-east)" : "Etc/GMT-\(east)"
  }()

  let directory: URL
  /// Where the state directory and the spool are.
  let data: URL
  private let simulator: Process
  private let commands: FileHandle
  private let answers: LineSource
  private(set) var daemon: Process?

  /// Starts the simulated modems, and writes a configuration that names them.
  ///
  /// - Parameters:
  ///   - modems: How many.
  ///   - options: Further options of `hermod simulate`.
  ///   - gateway: Further lines of the section `[gateway]`.
  ///   - data: Where the state directory and the spool are; nil for the directory of all the rest.
  ///   - spool: Further lines of the section `[spool]`.
  ///   - tables: Further tables.
  /// - Throws: What the file system or the process says.
  init(
    modems: Int,
    options: [String] = [],
    gateway: String = "",
    data: URL? = nil,
    spool: String = "",
    tables: String = ""
  ) throws {
    directory = SocketPlace.directory
      .appendingPathComponent("hermod-\(UUID().uuidString.prefix(8))")
    self.data = data ?? directory
    try FileManager.default.createDirectory(
      at: self.data.appendingPathComponent("staging"),
      withIntermediateDirectories: true
    )
    let input = Pipe()
    let output = Pipe()
    simulator = Process()
    simulator.executableURL = Self.hermod
    simulator.arguments =
      [
        "simulate", "-n", "\(modems)", "--directory", directory.path + "/modems",
        "--record", directory.path + "/record", "--wire", directory.path + "/wire",
        "--config-out", directory.path + "/modems.toml", "--until-eof",
      ] + options
    simulator.standardInput = input
    simulator.standardOutput = output
    try simulator.run()
    commands = input.fileHandleForWriting
    answers = LineSource(output.fileHandleForReading)
    while let line = answers.next(), line != "# ready" {}
    let configuration = """
      [gateway]
      country_code = "44"
      state_directory = "\(self.data.path)/state"
      socket = "\(socket)"
      \(gateway)
      [spool]
      directory = "\(self.data.path)/spool"
      \(spool)
      \(tables)

      """
    let modemTables = try String(contentsOfFile: directory.path + "/modems.toml", encoding: .utf8)
    try (configuration + modemTables).write(
      toFile: directory.path + "/hermod.toml",
      atomically: true,
      encoding: .utf8
    )
  }

  deinit {
    daemon?.terminate()
    daemon?.awaitExit()
    try? commands.close()
    simulator.terminate()
    simulator.awaitExit()
    try? FileManager.default.removeItem(at: directory)
  }

  var socket: String { directory.path + "/hermod.sock" }

  private var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["HERMOD_SOCKET"] = socket
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["TZ"] = Self.timeZone
    return environment
  }

  /// Starts the gateway.
  ///
  /// - Parameters:
  ///   - ready: How many modems must be ready before this returns.
  ///   - tracer: A program and its arguments that the gateway runs under.
  ///   - variables: What its environment has besides.
  /// - Throws: What the process says.
  func start(
    untilReady ready: Int = 0,
    under tracer: [String] = [],
    with variables: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = tracer.isEmpty ? Self.hermod : URL(fileURLWithPath: "/usr/bin/env")
    let program = tracer.isEmpty ? [] : tracer + [Self.hermod.path]
    process.arguments =
      program + [
        "daemon", "--config", directory.path + "/hermod.toml", "--log-level", "notice",
      ]
    process.environment = environment.merging(variables) { $1 }
    let log = directory.path + "/log"
    if !FileManager.default.fileExists(atPath: log) {
      _ = FileManager.default.createFile(atPath: log, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    try handle.seekToEnd()
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    // Foundation keeps the process and its handles; after a thousand starts it would trip over them.
    try handle.close()
    daemon = process
    guard ready > 0 else { return }
    try eventually("\(ready) modems ready") { self.readyModems == ready }
  }

  /// What the gateway says of its modems; none where nothing answers.
  ///
  /// Asked over the socket: to start a command costs more than everything that it would wait for.
  var modems: [[String: Any]] {
    let reply = RawHTTP.get("/v1/status", from: socket)
    let object = try? JSONSerialization.jsonObject(with: Data(reply.body.utf8))
    return (object as? [String: Any])?["modems"] as? [[String: Any]] ?? []
  }

  /// How many modems say that they are ready, or are at work.
  var readyModems: Int {
    modems.count { ["ready", "sending"].contains($0["state"] as? String ?? "") }
  }

  /// Ends the gateway with a signal and waits until it is gone.
  @discardableResult
  func end(_ signal: Int32 = SIGTERM) -> Int32 {
    guard let process = daemon else { return 0 }
    kill(process.processIdentifier, signal)
    process.awaitExit()
    daemon = nil
    return process.terminationStatus
  }

  /// Gives the simulator a command and returns its answer.
  @discardableResult
  func simulate(_ command: String) throws -> String {
    try commands.write(contentsOf: Data((command + "\n").utf8))
    return answers.next() ?? "nothing"
  }

  /// Waits until the service centre has accepted so many segments.
  func waitForAccepted(_ count: Int, within duration: String = "60s") throws {
    #expect(try simulate("wait accepted \(count) \(duration)").hasPrefix("ok"))
  }

  /// Runs a client command.
  func hermod(_ arguments: String...) throws -> Answer {
    let process = Process()
    process.executableURL = Self.hermod
    process.arguments = arguments
    process.environment = environment
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.awaitExit()
    return Answer(
      status: process.terminationStatus,
      output: String(decoding: text, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self)
    )
  }

  /// Writes a file outside of `outgoing/`, and returns what moves it in.
  func stage(_ name: String, _ content: String) throws -> () throws -> Void {
    let staged = data.path + "/staging/" + name
    try content.write(toFile: staged, atomically: false, encoding: .utf8)
    let target = data.path + "/spool/outgoing/" + name
    return {
      guard rename(staged, target) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    }
  }

  /// Drops a file into `outgoing/` by renaming it there.
  func drop(_ name: String, _ content: String) throws {
    try stage(name, content)()
  }

  /// Makes a file of `outgoing/` a minute old.
  func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)],
      ofItemAtPath: data.path + "/spool/outgoing/" + name
    )
  }

  /// The names of the files in a directory of the spool.
  func names(in folder: String) -> [String] {
    let path = data.path + "/spool/" + folder
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix(".") }
  }

  /// The names of all that has a result, once each: a result that moves is in two directories for a
  /// moment.
  func results(in folders: String...) -> Set<String> {
    Set(folders.flatMap(names))
  }

  /// The text of a file of the spool.
  func file(_ name: String, in folder: String) throws -> String {
    try String(contentsOfFile: data.path + "/spool/\(folder)/\(name)", encoding: .utf8)
  }

  /// What the service centre has accepted so far.
  func record() throws -> [Accepted] {
    try lines("record").map { try JSONDecoder().decode(Accepted.self, from: Data($0.utf8)) }
  }

  /// What has crossed the wires so far.
  func wire() throws -> [WireLine] {
    try lines("wire").map { try JSONDecoder().decode(WireLine.self, from: Data($0.utf8)) }
  }

  private func lines(_ name: String) throws -> [Substring] {
    let path = directory.path + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    // The last one may be on its way.
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[...end].split(separator: "\n")
  }

  /// What the gateway has said.
  var log: String {
    (try? String(contentsOfFile: directory.path + "/log", encoding: .utf8)) ?? ""
  }

  /// Waits for something that gives no event, with a deadline.
  func eventually(
    _ what: String,
    within seconds: Double = 60,
    _ condition: () throws -> Bool
  ) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if try condition() { return }
      poll(nil, 0, 10)
    }
    Issue.record("not within \(seconds) s: \(what); the log ends: \(log.suffix(2000))")
  }
}

/// Lines of a pipe, one at a time.
final class LineSource {
  private let handle: FileHandle
  private var pending: [UInt8] = []

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  func next() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeFirst(end + 1)
        return line
      }
      let more = handle.availableData
      guard !more.isEmpty else { return nil }
      pending += more
    }
  }
}

extension Process {
  /// Waits until the process is gone, without a run loop: many tests wait on few threads.
  func awaitExit() {
    while isRunning { poll(nil, 0, 5) }
  }
}
