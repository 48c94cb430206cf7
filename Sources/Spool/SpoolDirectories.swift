internal import CLinux
internal import Glibc
internal import Synchronization

/// The directories of a spool, held open, and opened anew when somebody has replaced them.
public final class SpoolDirectories: Sendable {
  /// A directory inside the spool.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// Applications drop files here.
    case outgoing
    /// The service centre has these messages.
    case sent
    /// These did not go: failed, expired, cancelled or withdrawn.
    case failed
    /// Nobody knows whether the service centre has these.
    case unknown
    /// Received messages.
    case incoming
    /// Delivery reports.
    case report
    /// What could not be read, each with a `.reason` beside it.
    case rejected
    /// Files that the gateway has taken and not yet made durable.
    case claimed = ".claimed"

    /// Anybody in the submitting group may drop a file into `outgoing`, and nobody may list it or
    /// touch another's; claims are the daemon's alone; the group of the daemon reads the rest.
    var mode: UInt32 {
      switch self {
      case .outgoing: 0o3730
      case .claimed: 0o700
      case .sent, .failed, .unknown, .incoming, .report, .rejected: 0o2770
      }
    }
  }

  /// The path of the spool.
  public let path: String
  private let submitGroup: String?
  private let current: Mutex<OpenDirectories>
  /// What keeps other gateways away, once `occupy` was called.
  private let occupation = Mutex<SpoolLock?>(nil)

  /// Opens a spool, and creates what is missing of it.
  ///
  /// - Parameters:
  ///   - path: The directory of the spool.
  ///   - submitGroup: The group that may drop files, given to `outgoing` when it is created; where
  ///     there is no such group, or the daemon may not give it, the daemon's own group is kept.
  /// - Throws: `SpoolError`, also where the directories are not all on one mount.
  public init(path: String, submitGroup: String? = "hermod-submit") throws(SpoolError) {
    self.path = path
    self.submitGroup = submitGroup
    current = Mutex(try OpenDirectories(path: path, submitGroup: submitGroup))
  }

  /// The directories, opened anew where their paths lead elsewhere now.
  func refreshed() throws(SpoolError) -> OpenDirectories {
    let held = self.held
    guard held.isReplaced else { return held }
    let opened = try OpenDirectories(path: path, submitGroup: submitGroup)
    try occupation.withLock { (lock: inout SpoolLock?) throws(SpoolError) in
      guard let held = lock, !held.isOn(opened[.claimed]) else { return }
      lock = try SpoolLock(opened[.claimed])
    }
    current.withLock { $0 = opened }
    return opened
  }

  /// Keeps every other gateway away from the spool for as long as these directories are held: of two on one
  /// spool, each would take what the other has claimed for left by a crash, and send it too.
  ///
  /// - Throws: `SpoolError.taken` where another one has it.
  public func occupy() throws(SpoolError) {
    let lock = try SpoolLock(held[.claimed])
    occupation.withLock { $0 = lock }
  }

  /// The directories as they were last opened.
  var held: OpenDirectories {
    current.withLock { $0 }
  }
}

/// The directories of a spool at one time.
final class OpenDirectories: Sendable {
  let root: DirectoryFiles
  private let directories: [SpoolDirectories.Name: DirectoryFiles]

  init(path: String, submitGroup: String?) throws(SpoolError) {
    try Self.createAll(path)
    let root = try DirectoryFiles(opening: path, follow: true)
    let device = try root.status().device
    var directories: [SpoolDirectories.Name: DirectoryFiles] = [:]
    for name in SpoolDirectories.Name.allCases {
      let directory = try Self.directory(name, in: root, submitGroup)
      guard try directory.status().device == device else {
        throw .notOneMount(path: directory.path)
      }
      directories[name] = directory
    }
    self.root = root
    self.directories = directories
    try probe()
  }

  /// One of them.
  subscript(name: SpoolDirectories.Name) -> DirectoryFiles {
    // The initializer has opened every one of them; the root stands in for what cannot be missing.
    directories[name] ?? root
  }

  /// Whether a path of the spool leads to another directory than the one that is open.
  var isReplaced: Bool {
    do {
      let root = try DirectoryFiles(opening: root.path, follow: true)
      guard try root.status().isSame(as: self.root.status()) else { return true }
      for name in SpoolDirectories.Name.allCases {
        let now = try root.status(of: name.rawValue)
        guard let now, now.isSame(as: try self[name].status()) else { return true }
      }
      return false
    } catch {
      return true
    }
  }

  /// Two directories can be of one file system and still not of one mount: only a rename tells.
  private func probe() throws(SpoolError) {
    let name = ".probe"
    let route: [SpoolDirectories.Name] = [.outgoing, .claimed, .rejected]
    for directory in route { try self[directory].remove(name) }
    _ = try self[.outgoing].create(name, [], mode: 0o600)
    for (from, to) in zip(route, route.dropFirst()) {
      _ = try self[from].move(FileName(name), to: self[to], as: name)
    }
    try self[.rejected].remove(name)
  }

  private static func directory(
    _ name: SpoolDirectories.Name,
    in root: DirectoryFiles,
    _ submitGroup: String?
  ) throws(SpoolError) -> DirectoryFiles {
    let isNew = mkdirat(root.descriptor.number, name.rawValue, 0o700) == 0
    guard isNew || errno == EEXIST else { throw .last("create", "\(root.path)/\(name.rawValue)") }
    let directory = try DirectoryFiles(opening: name.rawValue, in: root)
    let number = directory.descriptor.number
    var group: gid_t = 0
    if isNew, name == .outgoing, let submitGroup, clinux_group_number(submitGroup, &group) == 0 {
      // Only root, or a member of the group, may give it; the package sets it otherwise.
      _ = fchown(number, .max, group)
    }
    if name == .claimed {
      guard try directory.status().owner == geteuid() else {
        throw .notPrivate(path: directory.path)
      }
    }
    if isNew || name == .claimed, !setMode(name.mode, of: number) {
      throw .last("set the mode of", directory.path)
    }
    return directory
  }

  /// Sets a mode; without the bit that hands down the group where a sandbox forbids that bit
  /// (RestrictSUIDSGID of systemd): files then have the group of whoever writes them.
  private static func setMode(_ mode: UInt32, of directory: CInt) -> Bool {
    fchmod(directory, mode) == 0 || (errno == EPERM && fchmod(directory, mode & 0o1777) == 0)
  }

  private static func createAll(_ path: String) throws(SpoolError) {
    var built = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      built += "/\(part)"
      guard mkdir(built, 0o755) == 0 || errno == EEXIST || access(built, X_OK) == 0 else {
        throw .last("create", built)
      }
    }
  }
}
