import Foundation
import Testing

/// `docs/tour.md` shows what the commands print: they are run again, in order, and compared.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct TourTests {
  private static var tour: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/tour.md")
  }

  @Test func `The outputs of the tour are as they really are`() throws {
    let laboratory = try Laboratory(modems: 1, options: ["--report-delay", "200ms"])
    try laboratory.start(untilReady: 1)
    var play = TourPlay(laboratory)
    let steps = TourStep.all(of: try String(contentsOf: Self.tour, encoding: .utf8))
    #expect(steps.count > 20)
    for step in steps { try play.run(step) }
  }
}

/// One thing that the tour does.
private enum TourStep {
  /// A command, and what it prints.
  case command(String, output: String)
  /// A line that is typed into the simulator.
  case simulator(String)

  static func all(of text: String) -> [TourStep] {
    var steps: [TourStep] = []
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        fence = fence == nil ? String(line.dropFirst(3)) : nil
      } else if fence == "simulator" {
        steps.append(.simulator(String(line)))
      } else if fence == "console" {
        if line.hasPrefix("$ ") {
          steps.append(.command(String(line.dropFirst(2)), output: ""))
        } else if case .command(let command, let output) = steps.last {
          steps[steps.count - 1] = .command(command, output: output + line + "\n")
        }
      }
    }
    return steps
  }
}

/// Runs the steps, and remembers which ids stand for those of the page.
private struct TourPlay {
  private let laboratory: Laboratory
  private var ids: [String: String] = [:]
  private var status: Int32 = 0

  init(_ laboratory: Laboratory) {
    self.laboratory = laboratory
  }

  /// What only looks may be asked again until it is there.
  private static let looking = [
    "hermod status", "hermod inbox", "hermod message list", "hermod message show", "hermod queue",
    "hermod optout check", "ls", "cat",
  ]

  mutating func run(_ step: TourStep) throws {
    switch step {
    case .simulator(let line):
      #expect(try laboratory.simulate(line) == "ok")
    case .command(let written, let output):
      let command = ids.reduce(written) { $0.replacing($1.key, with: $1.value) }
      let wanted = Self.normal(output)
      var shown = try shell(command)
      let end = Date().addingTimeInterval(60)
      while Self.normal(shown) != wanted, Self.looking.contains(where: command.hasPrefix),
        !command.hasPrefix("hermod queue "), Date() < end
      {
        shown = try shell(command)
      }
      #expect(Self.normal(shown) == wanted, "\(command) printed:\n\(shown)")
      for (page, real) in zip(Self.ids(in: output), Self.ids(in: shown)) { ids[page] = real }
    }
  }

  private mutating func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "(exit \(status)); \(command)"]
    process.currentDirectoryURL = laboratory.directory
    process.environment = ProcessInfo.processInfo.environment.merging([
      "HERMOD_SOCKET": laboratory.socket,
      "PATH": Laboratory.hermod.deletingLastPathComponent().path + ":/usr/bin:/bin",
      "COLUMNS": "80", "TZ": Laboratory.timeZone,
    ]) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.awaitExit()
    status = process.terminationStatus
    return String(decoding: text, as: UTF8.self)
  }

  private static func ids(in text: String) -> [String] {
    text.matches(of: /\b[0-9A-HJKMNP-TV-Z]{26}\b/).map { String($0.output) }
  }

  /// The text without what is another each time: ids, times, paths, and the room on the disk.
  private static func normal(_ text: String) -> String {
    // A page ends each output with a line break, also where a file has none.
    text.trimmingCharacters(in: .newlines)
      .replacing(/\b[0-9A-HJKMNP-TV-Z]{26}\b/, with: "ID")
      .replacing(/(20)?\d\d-\d\d-\d\d/, with: "DATE")
      .replacing(/\d\d:\d\d:\d\d/, with: "TIME")
      .replacing(/DATE[T ]TIME[^ \n]*/, with: "MOMENT")
      .replacing(/\ +\d+(\.\d)? s\b/, with: " SPAN")
      .replacing(/up for .*/, with: "up")
      .replacing(/\ +\d+\.\d(?=\n)/, with: " RATE")
      .replacing(/[0-9.]+ [kMGT]B free in .*/, with: "free")
      .replacing(/user \d+/, with: "user")
      .replacing(/\S*\/hermod\.toml/, with: "hermod.toml")
      .replacing(/hermod\.toml:\d+/, with: "hermod.toml:LINE")
  }
}
