import Glibc

/// A user, and what the user may do with a file by its owner, group and mode.
struct Account: Equatable, Sendable {
  var name: String
  var user: UInt32
  var groups: Set<UInt32>

  /// Whoever runs this command, with the groups that are in force.
  static func caller() -> Account {
    var groups = [gid_t](repeating: 0, count: Int(max(getgroups(0, nil), 0)))
    let count = getgroups(Int32(groups.count), &groups)
    let inForce = Set(groups.prefix(Int(max(count, 0)))).union([getegid()])
    let user = geteuid()
    return Account(name: entry(of: user)?.name ?? "\(user)", user: user, groups: inForce)
  }

  /// A user with the groups that the machine's list gives.
  init?(user: UInt32) {
    guard let entry = Self.entry(of: user) else { return nil }
    self.init(entry)
  }

  /// A user by name.
  init?(named name: String) {
    guard let found = getpwnam(name) else { return nil }
    self.init((name: name, user: found.pointee.pw_uid, group: found.pointee.pw_gid))
  }

  init(name: String, user: UInt32, groups: Set<UInt32>) {
    self.name = name
    self.user = user
    self.groups = groups
  }

  private init(_ entry: (name: String, user: UInt32, group: UInt32)) {
    var groups = [gid_t](repeating: 0, count: 1_024)
    var count = Int32(groups.count)
    let isWhole = getgrouplist(entry.name, entry.group, &groups, &count) >= 0
    let listed = isWhole ? groups.prefix(Int(count)) : []
    self.init(name: entry.name, user: entry.user, groups: Set(listed).union([entry.group]))
  }

  private static func entry(of user: UInt32) -> (name: String, user: UInt32, group: UInt32)? {
    guard let found = getpwuid(user) else { return nil }
    return (String(cString: found.pointee.pw_name), user, found.pointee.pw_gid)
  }

  /// Whether the mode of a file lets this user do something.
  ///
  /// - Parameters:
  ///   - access: R_OK, W_OK and X_OK together.
  ///   - file: The file.
  /// - Returns: Whether its mode allows all of it.
  func may(_ access: UInt32, _ file: FileFacts) -> Bool {
    if user == 0 { return true }
    let shift: UInt32 = file.owner == user ? 6 : groups.contains(file.group) ? 3 : 0
    return (file.mode >> shift) & access == access
  }
}

/// The owner, the group and the mode of a file.
struct FileFacts: Equatable, Sendable {
  var owner: UInt32
  var group: UInt32
  var mode: UInt32

  init(owner: UInt32, group: UInt32, mode: UInt32) {
    self.owner = owner
    self.group = group
    self.mode = mode
  }

  /// What a path leads to; nil where there is nothing, or it is not to be seen.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(owner: status.st_uid, group: status.st_gid, mode: status.st_mode)
  }

  /// The group's name, or its number.
  var groupName: String {
    getgrgid(group).map { String(cString: $0.pointee.gr_name) } ?? "\(group)"
  }
}
