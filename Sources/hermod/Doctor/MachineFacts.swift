import DeviceDiscovery

/// What the doctor has seen of the machine, without the daemon.
struct MachineFacts: Equatable, Sendable {
  /// A place in the file system that the daemon writes to.
  struct Place: Equatable, Sendable {
    var path: String
    /// Nil where it does not exist.
    var file: FileFacts?
    /// Whether its file system is mounted read-only.
    var isReadOnly = false
    /// Octets; nil where they cannot be asked.
    var free: UInt64?
    var total: UInt64?
  }

  /// The node of a port.
  struct Port: Equatable, Sendable {
    var file: FileFacts
    var groupName: String
  }

  /// What the configuration file is like.
  enum Configuration: Equatable, Sendable {
    case absent
    case good
    case bad(file: String, faults: String)
  }

  var configuration = Configuration.absent
  /// Whoever runs this command.
  var caller: Account
  /// The user that the gateway runs as, or would.
  var gateway: Account
  /// Whether the groups of the package exist.
  var hasGroups = true
  /// Whether the caller is in `hermod-submit` or `hermod` by the machine's list, though perhaps not
  /// in this session yet.
  var isListed = false
  /// Whether udev runs here and its events arrive.
  var hasUdev = true
  /// ModemManager's process.
  var modemManager: Int32?
  var devices: [DiscoveredDevice] = []
  /// Why devices could not be looked at.
  var discoveryFailure: String?
  /// The nodes of the ports, by path.
  var ports: [String: Port] = [:]
  var spool: Place
  var outgoing: Place
  var state: Place
  /// Whether the kernel has the time from elsewhere; nil where it does not say.
  var isClockSynchronized: Bool?
  /// Whether the clock is behind the files of this very program.
  var isClockBehind = false
}
