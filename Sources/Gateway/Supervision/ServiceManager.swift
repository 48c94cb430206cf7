internal import Foundation
internal import Glibc

/// Who started the gateway and wants to hear how it does: systemd's notification socket,
/// `sd_notify(3)`.
struct ServiceManager: Sendable {
  /// What it is told.
  enum Notice: Sendable, Equatable {
    /// Everything that was promised is there: what waits for the gateway may start.
    case ready
    /// All parts answered just now.
    case alive
    /// How it goes, for `systemctl status`.
    case status(String)
    /// It is on its way down.
    case stopping

    fileprivate var line: String {
      switch self {
      case .ready: "READY=1"
      case .alive: "WATCHDOG=1"
      case .status(let text):
        "STATUS=" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
      case .stopping: "STOPPING=1"
      }
    }
  }

  /// How long it waits for a sign of life before it ends the gateway; nil where it does not.
  let patience: Duration?
  private let socket: String?

  /// Reads who it is from the environment that it gave the process.
  ///
  /// - Parameters:
  ///   - environment: `NOTIFY_SOCKET`, a path or an abstract name that begins with `@`;
  ///     `WATCHDOG_USEC`, microseconds; `WATCHDOG_PID`, whom they are for.
  ///   - process: The gateway's process.
  init(environment: [String: String], process: Int32) {
    socket = environment["NOTIFY_SOCKET"].flatMap { name in
      (name.hasPrefix("/") || name.hasPrefix("@"))
        && (2...Self.longestName).contains(name.utf8.count)
        ? name : nil
    }
    let isForUs = environment["WATCHDOG_PID"].map { Int32($0) == process } ?? true
    let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
    patience = isForUs && microseconds > 0 ? .microseconds(microseconds) : nil
  }

  /// Who started this process.
  init() {
    self.init(environment: ProcessInfo.processInfo.environment, process: getpid())
  }

  /// Whether anybody listens.
  var isThere: Bool { socket != nil }

  /// The length of `sun_path`, unix(7); without the NUL that a path ends with.
  private static let longestName = 107

  /// Sends all of it in one datagram, without ever waiting.
  ///
  /// - Parameter notices: What to say.
  /// - Returns: Whether it was taken.
  @discardableResult
  func tell(_ notices: Notice...) -> Bool {
    guard let socket else { return false }
    let type =
      CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
    let descriptor = Glibc.socket(AF_UNIX, type, 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: socket.utf8)
      if socket.hasPrefix("@") { room[0] = 0 }
    }
    // An abstract name is as long as it is said to be, and has no NUL at its end.
    let length = MemoryLayout<sa_family_t>.size + socket.utf8.count
    let text = Array(notices.map(\.line).joined(separator: "\n").utf8)
    let sent = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, text, text.count, CInt(MSG_NOSIGNAL), $0, socklen_t(length))
      }
    }
    return sent == text.count
  }
}
