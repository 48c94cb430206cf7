import CLinux
import Glibc

/// Which users may do what.
public struct AccessPolicy: Hashable, Sendable {
  /// The users who may do everything, whatever their groups.
  public var administrators: Set<UInt32>
  /// The group that administers; nil where the machine has no such group.
  public var adminGroup: UInt32?
  /// The group that submits; nil where the machine has no such group.
  public var submitGroup: UInt32?

  /// A policy.
  public init(
    administrators: Set<UInt32>,
    adminGroup: UInt32? = nil,
    submitGroup: UInt32? = nil
  ) {
    self.administrators = administrators
    self.adminGroup = adminGroup
    self.submitGroup = submitGroup
  }

  /// The policy of this machine: root, the user that the daemon runs as, and the groups `hermod` and
  /// `hermod-submit` where they exist.
  public static func ofThisMachine() -> AccessPolicy {
    AccessPolicy(
      administrators: [0, geteuid()],
      adminGroup: group(named: "hermod"),
      submitGroup: group(named: "hermod-submit")
    )
  }

  func role(of peer: PeerCredentials) -> Submitter.Role {
    if administrators.contains(peer.uid) { return .admin }
    if let adminGroup, peer.groups.contains(adminGroup) { return .admin }
    if let submitGroup, peer.groups.contains(submitGroup) { return .submit }
    return .none
  }

  private static func group(named name: String) -> UInt32? {
    var group: gid_t = 0
    return clinux_group_number(name, &group) == 0 ? group : nil
  }
}
