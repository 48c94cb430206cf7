import Foundation
import Glibc
import Testing

/// What systemd hears from the daemon, with a manager that does what systemd does about it.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct ServiceManagerTests {
  @Test func `The daemon says when it is ready, how it goes, and that it ends`() throws {
    let laboratory = try Laboratory(modems: 2)
    let manager = try FakeServiceManager(in: laboratory.directory)
    try laboratory.start(with: manager.variables)
    #expect(try manager.next { $0 == "READY=1" } != nil)
    // What waits for the gateway may start now: the socket is there.
    #expect(FileManager.default.fileExists(atPath: laboratory.socket))
    #expect(try manager.next { $0 == "STATUS=2 of 2 modems ready" } != nil)
    #expect(try manager.next { $0 == "WATCHDOG=1" } != nil)
    #expect(laboratory.end() == 0)
    #expect(try manager.next { $0 == "STOPPING=1" } != nil)
  }

  @Test(arguments: ["event-loop", "database"])
  func `A part that hangs stops the signs of life, and the manager starts the daemon anew`(
    part: String
  ) throws {
    let laboratory = try Laboratory(modems: 1)
    let manager = try FakeServiceManager(in: laboratory.directory)
    var variables = manager.variables
    variables["HERMOD_TEST_WEDGE"] = part
    try laboratory.start(with: variables)
    #expect(try manager.next { $0 == "READY=1" } != nil)
    for _ in 0..<5 { #expect(try manager.next { $0 == "WATCHDOG=1" } != nil) }

    let daemon = try #require(laboratory.daemon)
    kill(daemon.processIdentifier, SIGUSR1)
    // The signs of life that are on their way end, and then systemd's patience does.
    while try manager.next(within: FakeServiceManager.patience, where: { $0 == "WATCHDOG=1" })
      != nil
    {}
    let silent = part == "database" ? "the writer of the database" : "event loop"
    try laboratory.eventually("the log names the part") {
      laboratory.log.contains("does not answer") && laboratory.log.contains(silent)
    }
    #expect(daemon.isRunning)
    #expect(laboratory.end(SIGABRT) == SIGABRT)

    try laboratory.start(with: manager.variables)
    #expect(try manager.next { $0 == "READY=1" } != nil)
    #expect(try manager.next { $0 == "STATUS=1 of 1 modems ready" } != nil)
  }
}

/// The notification socket of systemd, and as much patience as it was told to have.
final class FakeServiceManager {
  /// How long it waits for a sign of life: what the daemon is told, in milliseconds.
  static let patience = 3_000

  /// What it puts into the environment of the daemon.
  let variables: [String: String]
  private let socket: CInt
  private var lines: [String] = []

  init(in directory: URL) throws {
    let path = directory.path + "/notify"
    let descriptor = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(descriptor >= 0 && result == 0)
    socket = descriptor
    variables = [
      "NOTIFY_SOCKET": path, "WATCHDOG_USEC": "\(Self.patience * 1_000)",
    ]
  }

  deinit { close(socket) }

  /// The next line of a kind; nil when none has come in that many milliseconds.
  func next(
    within milliseconds: Int = 60_000,
    where isWanted: (String) -> Bool
  ) throws -> String? {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      while !lines.isEmpty {
        let line = lines.removeFirst()
        if isWanted(line) { return line }
      }
      let left = (end - .now).components
      let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
      var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard milliseconds > 0, poll(&watched, 1, Int32(milliseconds)) == 1 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = recv(socket, &buffer, buffer.count, 0)
      try #require(count > 0)
      lines += String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").map(
        String.init
      )
    }
  }
}
