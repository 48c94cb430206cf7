import Glibc

/// Which users may do what: by group, beside root and the daemon's own user, who may do all.
public struct AccessPolicy: Hashable, Sendable {
  /// The user that the daemon runs as.
  public var ownUID: UInt32
  /// The group that administers; nil where the machine has no such group.
  public var adminGroup: UInt32?
  /// The group that submits; nil where the machine has no such group.
  public var submitGroup: UInt32?

  /// A policy.
  public init(ownUID: UInt32, adminGroup: UInt32? = nil, submitGroup: UInt32? = nil) {
    self.ownUID = ownUID
    self.adminGroup = adminGroup
    self.submitGroup = submitGroup
  }

  /// The policy of this machine: the groups `hermod` and `hermod-submit`, where they exist.
  public static func ofThisMachine() -> AccessPolicy {
    AccessPolicy(
      ownUID: geteuid(),
      adminGroup: group(named: "hermod"),
      submitGroup: group(named: "hermod-submit")
    )
  }

  func role(of peer: PeerCredentials) -> Submitter.Role {
    if peer.uid == 0 || peer.uid == ownUID { return .admin }
    if let adminGroup, peer.groups.contains(adminGroup) { return .admin }
    if let submitGroup, peer.groups.contains(submitGroup) { return .submit }
    return .none
  }

  private static func group(named name: String) -> UInt32? {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      return nil
    }
    return entry.gr_gid
  }
}
