import Glibc
import SystemPackage

/// Why the socket of the local API cannot be opened.
public enum SocketFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path does not fit into a socket address (unix(7)).
  case pathTooLong(path: String, limit: Int)
  /// Another daemon answers there.
  case inUse(path: String)
  /// Something that is not a socket has the name.
  case notASocket(path: String)
  /// The system refused.
  case system(doing: String, path: String, reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .pathTooLong(let path, let limit):
      "the socket path \(path) is longer than \(limit) octets; set gateway.socket to a shorter one"
    case .inUse(let path):
      "another daemon answers on \(path); stop it, or set gateway.socket to another path"
    case .notASocket(let path):
      "\(path) is not a socket; remove it, or set gateway.socket to another path"
    case .system(let doing, let path, let reason):
      "cannot \(doing) \(path): \(reason)"
    }
  }
}

/// The file of a Unix-domain socket, which NIO makes when it binds and removes when it closes.
struct SocketFile: Sendable {
  let path: String

  /// The length of `sun_path` without the terminating NUL, unix(7).
  private static let longestPath = 107

  /// Makes sure that binding takes the place of nothing but a socket that nobody listens on.
  func prepare() throws(SocketFileError) {
    guard path.utf8.count <= Self.longestPath else {
      throw .pathTooLong(path: path, limit: Self.longestPath)
    }
    let status: Stat
    do {
      status = try Stat(FilePath(path), followTargetSymlink: false)
    } catch .noSuchFileOrDirectory {
      return try makeDirectory()
    } catch {
      throw .system(doing: "look at", path: path, reason: "\(error)")
    }
    guard status.type == .socket else { throw .notASocket(path: path) }
    guard try !isAnswered() else { throw .inUse(path: path) }
  }

  /// Lets the owner and the group in, and nobody else.
  ///
  /// - Returns: What could not be done, in words; nil where all was.
  func open(to group: UInt32?) -> String? {
    if let group, chown(path, .max, group) != 0 {
      let reason = Self.reason(errno)
      return chmod(path, 0o660) == 0
        ? "cannot give \(path) to the group hermod-submit: \(reason); is the daemon a member of it?"
        : "cannot set the mode of \(path): \(Self.reason(errno))"
    }
    guard chmod(path, 0o660) == 0 else {
      return "cannot set the mode of \(path): \(Self.reason(errno))"
    }
    return nil
  }

  private func makeDirectory() throws(SocketFileError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let directory = String(path[..<slash])
    guard mkdir(directory, 0o755) == 0 || errno == EEXIST else {
      throw .system(doing: "make the directory", path: directory, reason: Self.reason(errno))
    }
  }

  /// Whether a process accepts connections there; never waits.
  private func isAnswered() throws(SocketFileError) -> Bool {
    let probe = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
    guard probe >= 0 else { throw failure("probe") }
    defer { close(probe) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(probe, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    if result == 0 { return true }
    switch errno {
    case ECONNREFUSED, ENOENT: return false
    case EAGAIN, EINPROGRESS, EACCES, EPERM: return true  // full, or somebody else's: not ours
    default: throw failure("probe")
    }
  }

  private func failure(_ doing: String) -> SocketFileError {
    .system(doing: doing, path: path, reason: Self.reason(errno))
  }

  private static func reason(_ code: CInt) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
