import Foundation
import Glibc

/// This program, run once more with other arguments.
final class DemoProcess {
  private let process = Process()
  private let ended: AsyncStream<Int32>

  /// What a command printed and ended with.
  struct Answer {
    var exitCode: Int32
    var text: String
  }

  /// Starts `hermod` with arguments.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - output: What gets standard output and standard error.
  /// - Throws: An error of the start.
  init(_ arguments: [String], output: FileHandle) throws {
    let (ended, continuation) = AsyncStream.makeStream(of: Int32.self)
    self.ended = ended
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    process.terminationHandler = { process in
      let isExit = process.terminationReason == .exit
      continuation.yield(isExit ? process.terminationStatus : 128 + process.terminationStatus)
      continuation.finish()
    }
    try process.run()
  }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// Asks it to end, and ends it where it does not within ten seconds.
  ///
  /// - Returns: What it ended with; 128 and the signal where a signal ended it.
  func stop() async -> Int32 {
    if process.isRunning { process.terminate() }
    return await exitCode(atMost: .seconds(10))
  }

  /// Runs `hermod` with arguments to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - path: A file for what it prints.
  /// - Returns: What it printed and ended with.
  /// - Throws: An error of the start or of the file.
  static func run(_ arguments: [String], output path: String) async throws -> Answer {
    let output = try Self.file(at: path)
    let code = try await DemoProcess(arguments, output: output).exitCode(atMost: .seconds(20))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Answer(exitCode: code, text: text.trimmingCharacters(in: .newlines))
  }

  /// An empty file to write to.
  static func file(at path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  /// What it ended with; it is killed where it takes too long.
  private func exitCode(atMost limit: Duration) async -> Int32 {
    let identifier = process.processIdentifier
    // A task of its own, which the cancellation of the demonstration does not reach.
    let alarm = Task.detached {
      try await Task.sleep(for: limit)
      kill(identifier, SIGKILL)
    }
    defer { alarm.cancel() }
    let ended = ended
    return await Task.detached { await ended.first { _ in true } ?? -1 }.value
  }
}
