/// One thing that stands between this machine and a sent message, or that soon will, and its cure.
struct Finding: Equatable, Sendable, Encodable {
  /// How bad it is.
  enum Severity: String, Equatable, Sendable, Encodable {
    /// While it lasts, something does not work.
    case obstacle
    /// It works, and a person should look at it.
    case warning
  }

  /// What kind of thing it is; names that a script can rely on.
  enum Kind: String, Equatable, Sendable, Encodable, CaseIterable {
    case configuration
    case daemonUnreachable = "daemon-unreachable"
    case accessDenied = "access-denied"
    case gatewayBlocked = "gateway-blocked"
    case queuePaused = "queue-paused"
    case noModem = "no-modem"
    case storageMode = "storage-mode"
    case hiLink = "hilink"
    case noPort = "no-port"
    case leftAlone = "left-alone"
    case portPermission = "port-permission"
    case portBusy = "port-busy"
    case modemManager = "modem-manager"
    case noUdev = "no-udev"
    case wrongGroup = "wrong-group"
    case simMissing = "sim-missing"
    case pinRequired = "pin-required"
    case notRegistered = "not-registered"
    case modemNotReady = "modem-not-ready"
    case modemWarning = "modem-warning"
    case spoolNotWritable = "spool-not-writable"
    case stateNotWritable = "state-not-writable"
    case diskNearlyFull = "disk-nearly-full"
    case clockWrong = "clock-wrong"
  }

  var kind: Kind
  var severity: Severity
  /// What it is about: a modem, a device, a path.
  var subject: String
  /// What was found, as one sentence without its subject.
  var problem: String
  /// What a person does about it, as a command where there is one.
  var cure: String

  init(_ kind: Kind, _ severity: Severity, _ subject: String, _ problem: String, cure: String) {
    self.kind = kind
    self.severity = severity
    self.subject = subject
    self.problem = problem
    self.cure = cure
  }
}

/// What the doctor says: everything found, and whether a message could be sent at this moment.
struct Diagnosis: Equatable, Sendable, Encodable {
  var canSend: Bool
  var findings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case findings
    case canSend = "can_send"
  }
}
