/// Who is at the other end of a connection, and what they may do.
public struct Submitter: Hashable, Sendable {
  /// What a user may do.
  public enum Role: Hashable, Sendable, Comparable {
    /// Nothing but ask whether the gateway is alive.
    case none
    /// Send, see one's own messages, and add opt-outs.
    case submit
    /// Everything.
    case admin
  }

  /// The user.
  public var uid: UInt32
  /// The process.
  public var pid: Int32
  /// What the user may do.
  public var role: Role

  /// Who is at the other end of a connection.
  public init(uid: UInt32, pid: Int32, role: Role) {
    self.uid = uid
    self.pid = pid
    self.role = role
  }
}
