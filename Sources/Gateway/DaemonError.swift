/// Why the gateway does not start, or had to stop.
public enum DaemonError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another gateway has the state directory; its process where it is known.
  case alreadyRunning(path: String, holder: Int?)
  /// Another gateway has a port of this one.
  case portTaken(path: String, modem: String, by: OtherGateway)
  /// Another gateway has the spool; which, where it is known.
  case spoolTaken(path: String, by: OtherGateway?)
  /// The state directory cannot be used.
  case stateDirectory(path: String, detail: String)
  /// The spool cannot be used.
  case spool(detail: String)
  /// The database cannot be opened, or has failed.
  case store(detail: String)

  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .alreadyRunning(let path, .some(let holder)):
      "process \(holder) is a gateway on \(path) already; stop it first, or give this one another "
        + "gateway.state_directory"
    case .alreadyRunning(let path, nil):
      "another process has locked \(path); stop it first, or give this gateway another "
        + "gateway.state_directory"
    case .portTaken(let path, let modem, let other):
      "\(other) has \(path), the port of \(modem); stop it first, or take the port out of one of the "
        + "two configurations"
    case .spoolTaken(let path, let other):
      "\(other?.description ?? "another process") has the spool \(path); stop it first, or give this one "
        + "another spool.directory"
    case .stateDirectory(let path, let detail):
      "the state directory cannot be used: \(path): \(detail)"
    case .spool(let detail): "the spool cannot be used: \(detail)"
    case .store(let detail): "the database cannot be used: \(detail)"
    }
  }
}
