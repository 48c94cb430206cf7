/// Who is at the other end of a connection, and what they may do.
public struct Submitter: Hashable, Sendable {
  /// What a user may do.
  public enum Role: Hashable, Sendable {
    /// Nothing but ask whether the gateway is alive.
    case none
    /// Send, see one's own messages, and add opt-outs.
    case submit
    /// See everything, change nothing.
    case read
    /// Everything.
    case admin
  }

  /// The user; of no meaning where there is a token.
  public var uid: UInt32
  /// The process; 0 where none is known.
  public var pid: Int32
  /// The name of the token that came with the request.
  public var token: String?
  /// What the user may do.
  public var role: Role

  /// Who is at the other end of a Unix-domain socket.
  public init(uid: UInt32, pid: Int32, role: Role) {
    self.uid = uid
    self.pid = pid
    self.role = role
  }

  /// Who came with a token.
  public init(token: String, role: Role) {
    self.init(uid: .max, pid: 0, role: role)
    self.token = token
  }

  /// What is written down of who asked: `uid:1000`, or `token:shop`.
  public var account: String {
    token.map { "token:" + $0 } ?? "uid:\(uid)"
  }

  /// Whether messages of others are theirs to see.
  public var seesAll: Bool {
    switch role {
    case .admin, .read: true
    case .none, .submit: false
    }
  }

  /// Whether they may do what asks for a role.
  ///
  /// - Parameters:
  ///   - required: What it asks for.
  ///   - changesNothing: Whether it only looks.
  /// - Returns: Whether they may.
  public func may(_ required: Role, changesNothing: Bool) -> Bool {
    switch (role, required) {
    case (_, .none), (.admin, _), (.submit, .submit): true
    case (.read, _): changesNothing
    case (.none, _), (.submit, _): false
    }
  }
}
