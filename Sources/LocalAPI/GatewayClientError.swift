/// Why a request to the daemon brought no answer.
public enum GatewayClientError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why nobody could be reached at the socket.
  public enum Cause: Hashable, Sendable {
    /// There is no such file.
    case noSocket
    /// The file is there, and nobody listens.
    case nobodyListens
    /// The user may not connect.
    case notPermitted
    /// Anything else.
    case other(String)
  }

  /// No connection was made: the daemon has not seen the request.
  case notReachable(socket: String, cause: Cause)
  /// The request went out, and no answer came: the daemon may have acted on it.
  case noAnswer(socket: String, reason: String)
  /// The daemon answered that it did not do it, and why.
  case problem(ProblemDocument)
  /// What came back is not an answer of a Hermod daemon.
  case notUnderstood(socket: String, detail: String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .notReachable(let socket, .noSocket):
      "no daemon at \(socket): there is no such socket; "
        + "start it with \"systemctl start hermod\", or name its socket with --socket or HERMOD_SOCKET"
    case .notReachable(let socket, .nobodyListens):
      "no daemon at \(socket): nobody listens there; "
        + "start it with \"systemctl start hermod\", or name its socket with --socket or HERMOD_SOCKET"
    case .notReachable(let socket, .notPermitted):
      "not allowed to connect to \(socket); become a member of the group hermod-submit "
        + "(and of hermod, to administer) and log in again"
    case .notReachable(let socket, .other(let reason)):
      "cannot connect to \(socket): \(reason); is the daemon running?"
    case .noAnswer(let socket, let reason):
      "the daemon at \(socket) took the request and did not answer: \(reason)"
    case .problem(let problem):
      problem.description
    case .notUnderstood(let socket, let detail):
      "what answers at \(socket) is not a Hermod daemon of this version: \(detail)"
    }
  }
}
