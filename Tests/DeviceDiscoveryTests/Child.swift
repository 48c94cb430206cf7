import Foundation
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
  func readLine(within seconds: Int32 = 20) -> String? {
    let descriptor = output.fileHandleForReading.fileDescriptor
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line
      }
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, seconds * 1_000) == 1 else { return nil }
      var portion = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &portion, portion.count)
      guard count > 0 else { return nil }
      unread.append(contentsOf: portion[..<count])
    }
  }

  /// All output to its end, and the exit status.
  func finish() throws -> (lines: [String], status: Int32) {
    try input.fileHandleForWriting.close()
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    process.waitUntilExit()
    return (lines, process.terminationStatus)
  }

  /// Runs a program to its end.
  static func run(
    _ program: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> (lines: [String], status: Int32) {
    try Child(program, arguments, environment: environment).finish()
  }

  /// Whether a program can be run and succeeds.
  static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
    (try? run(program, arguments))?.status == 0
  }
}
