internal import Glibc

/// The lock of one gateway on the directory of claims, which is its own; it ends with the process.
struct SpoolLock {
  private let directory: DirectoryFiles

  /// Locks a directory.
  init(_ directory: DirectoryFiles) throws(SpoolError) {
    // A description of its own: the one that the spool works with goes when the directories are replaced.
    let own = try DirectoryFiles(opening: directory.path, follow: true)
    guard flock(own.descriptor.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw .taken(path: directory.path)
    }
    // A file system without locks is one that two gateways seldom share.
    self.directory = own
  }

  /// Whether this directory is the one that is locked.
  func isOn(_ other: DirectoryFiles) -> Bool {
    guard let mine = try? directory.status(), let status = try? other.status() else { return false }
    return mine.isSame(as: status)
  }
}
