/// What `GET /v1/status` answers: whether the gateway works, and why not.
public struct StatusReport: Codable, Hashable, Sendable {
  /// The headline.
  public enum State: String, Codable, Hashable, Sendable, CaseIterable {
    /// Everything works.
    case ok
    /// Messages leave, but something needs a look.
    case degraded
    /// No message can leave.
    case down
  }

  /// The headline.
  public var state: State
  /// Why the state is not `ok`, a sentence each, the gravest first.
  public var reasons: [String]
  /// The version of the daemon.
  public var version: String
  /// When the daemon was started.
  public var startedAt: WireTime
  /// The messages that are not yet at rest.
  public var queue: QueueSummary
  /// The modems, by name.
  public var modems: [ModemView]
  /// Where the daemon looks for modems and what it passed over.
  public var discovery: DiscoveryView
  /// Numbers that opted out since midnight.
  public var optOutsToday: Int
  /// What was spent of the budgets; nil where none is set.
  @Nullable public var spending: SpendingView?
  /// The room left where the state is kept; nil where it could not be read.
  @Nullable public var disk: DiskView?

  /// A report.
  public init(
    state: State,
    reasons: [String] = [],
    version: String,
    startedAt: WireTime,
    queue: QueueSummary,
    modems: [ModemView] = [],
    discovery: DiscoveryView = DiscoveryView(),
    optOutsToday: Int = 0,
    spending: SpendingView? = nil,
    disk: DiskView? = nil
  ) {
    self.state = state
    self.reasons = reasons
    self.version = version
    self.startedAt = startedAt
    self.queue = queue
    self.modems = modems
    self.discovery = discovery
    self.optOutsToday = optOutsToday
    self.spending = spending
    self.disk = disk
  }

  private enum CodingKeys: String, CodingKey {
    case state, reasons, version, queue, modems, discovery, spending, disk
    case startedAt = "started_at"
    case optOutsToday = "optouts_today"
  }
}

/// The room left in a file system.
public struct DiskView: Codable, Hashable, Sendable {
  /// The directory that was asked about.
  public var path: String
  /// Octets that the daemon may still use.
  public var freeBytes: Int64
  /// Octets in all.
  public var totalBytes: Int64

  /// The room left at a path.
  public init(path: String, freeBytes: Int64, totalBytes: Int64) {
    self.path = path
    self.freeBytes = freeBytes
    self.totalBytes = totalBytes
  }

  private enum CodingKeys: String, CodingKey {
    case path
    case freeBytes = "free_bytes"
    case totalBytes = "total_bytes"
  }
}

/// What `GET /healthz` answers, with status 503 when the state is `down`.
public struct HealthView: Codable, Hashable, Sendable {
  /// The headline of the status report.
  public var state: StatusReport.State

  /// The headline alone.
  public init(state: StatusReport.State) {
    self.state = state
  }
}
