import CLinux
import Glibc
import NIOCore

/// The user, the process and the groups at the other end of a Unix-domain socket, as the kernel
/// recorded them when it connected (SO_PEERCRED, SO_PEERGROUPS).
struct PeerCredentials: Hashable, Sendable {
  var uid: UInt32
  var pid: Int32
  var groups: [UInt32]

  /// Reads them from a connected socket; nil where the kernel does not tell.
  init?(socket: CInt) {
    var process: pid_t = 0
    var user: uid_t = 0
    var group: gid_t = 0
    guard clinux_peer_credentials(socket, &process, &user, &group) == 0 else { return nil }
    uid = user
    pid = process
    groups = [group] + Self.supplementaryGroups(of: socket)
  }

  init(uid: UInt32, pid: Int32, groups: [UInt32]) {
    self.uid = uid
    self.pid = pid
    self.groups = groups
  }

  /// Reads them from the socket of a channel; nil for a channel that has none.
  static func read(from channel: any Channel) async -> PeerCredentials? {
    let credentials = channel.eventLoop.submit {
      try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) { socket in
        PeerCredentials(socket: socket)
      } ?? nil
    }
    return try? await credentials.get()
  }

  /// SO_PEERGROUPS of Linux 4.13, which glibc's headers do not show to Swift.
  private static let peerGroupsOption: CInt = 59
  /// The kernel's own limit, NGROUPS_MAX.
  private static let mostGroups = 65_536

  private static func supplementaryGroups(of socket: CInt) -> [UInt32] {
    var capacity = 64
    while capacity <= mostGroups {
      var groups = [gid_t](repeating: 0, count: capacity)
      var length = socklen_t(capacity * MemoryLayout<gid_t>.size)
      if getsockopt(socket, SOL_SOCKET, peerGroupsOption, &groups, &length) == 0 {
        return Array(groups.prefix(Int(length) / MemoryLayout<gid_t>.size))
      }
      guard errno == ERANGE else { return [] }
      capacity *= 32
    }
    return []
  }
}
