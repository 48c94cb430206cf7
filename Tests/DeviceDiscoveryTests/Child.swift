import Dispatch
import Foundation
import Glibc
import Testing

/// A program run by a test, spoken to in lines, and ended with the test.
final class Child {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
  }

  func write(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
  }

  /// The next line of output; nil at its end, or when none has come for that many seconds.
  func readLine(within seconds: Int32 = 60) async -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line
      }
      let descriptor = output.fileHandleForReading.fileDescriptor
      guard let portion = await Self.read(descriptor, within: seconds) else { return nil }
      unread.append(contentsOf: portion)
    }
  }

  /// All output to its end, and the exit status.
  func finish() async throws -> (lines: [String], status: Int32) {
    try input.fileHandleForWriting.close()
    var lines: [String] = []
    while let line = await readLine() { lines.append(line) }
    process.waitUntilExit()
    return (lines, process.terminationStatus)
  }

  /// Ends the input, and waits until the program has gone.
  func dismiss() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Asks the program to end, and waits until it has gone.
  func terminate() {
    process.terminate()
    process.waitUntilExit()
  }

  /// Runs a program to its end.
  static func run(
    _ program: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) async throws -> (lines: [String], status: Int32) {
    try await Child(program, arguments, environment: environment).finish()
  }

  /// Whether a program can be run and succeeds.
  static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
    guard let child = try? Child(program, arguments) else { return false }
    child.dismiss()
    return child.process.terminationStatus == 0
  }

  /// Waits on a thread of its own: other tests need those that tests share.
  private static func read(_ descriptor: CInt, within seconds: Int32) async -> [UInt8]? {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "child").async {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var portion = [UInt8](repeating: 0, count: 65_536)
        let isReady = poll(&watched, 1, seconds * 1_000) == 1
        let count = isReady ? Glibc.read(descriptor, &portion, portion.count) : 0
        continuation.resume(returning: count > 0 ? Array(portion[..<count]) : nil)
      }
    }
  }
}
