import Foundation

/// The real `hermod`, run as a user would run it.
struct Binary: Sendable {
  /// What a run left behind.
  struct Run: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The socket in `HERMOD_SOCKET`.
  let socket: String
  /// How wide `COLUMNS` says that the terminal is; nil says nothing.
  var columns: Int? = 120

  /// The executable lies beside the tests.
  private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "hermod")

  /// Runs a command to its end.
  func run(_ arguments: String..., input: String = "") async throws -> Run {
    try await run(arguments, input: input)
  }

  /// Runs a command to its end.
  func run(_ arguments: [String], input: String = "") async throws -> Run {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["HERMOD_SOCKET"] = socket
    environment["COLUMNS"] = columns.map(String.init)
    environment["TZ"] = "UTC"
    process.environment = environment
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    return try await withCheckedThrowingContinuation { continuation in
      // On a thread of its own: one that waits must not be one that the server needs.
      Thread.detachNewThread {
        do {
          try process.run()
          try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
          try stdin.fileHandleForWriting.close()
          let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
          let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
          process.waitUntilExit()
          let run = Run(
            status: process.terminationStatus,
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self)
          )
          continuation.resume(returning: run)
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }

  /// Runs a command and hands over the lines that it prints, until `body` returns; then ends it.
  func follow<Result: Sendable>(
    _ arguments: String...,
    body: (AsyncStream<String>) async throws -> Result
  ) async throws -> Result {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "HERMOD_SOCKET": socket, "TZ": "UTC",
    ]) { $1 }
    let stdout = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stdout
    try process.run()
    let (lines, continuation) = AsyncStream<String>.makeStream()
    let handle = stdout.fileHandleForReading
    Thread.detachNewThread {
      var rest = ""
      while let data = try? handle.read(upToCount: 1), !data.isEmpty {
        rest += String(decoding: data, as: UTF8.self)
        guard rest.hasSuffix("\n") else { continue }
        continuation.yield(String(rest.dropLast()))
        rest = ""
      }
      continuation.finish()
    }
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    return try await body(lines)
  }
}
