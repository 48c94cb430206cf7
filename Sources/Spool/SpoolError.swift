internal import Glibc

/// Why the spool cannot be used: which step, on which path.
public enum SpoolError: Error, Hashable, Sendable {
  /// A call to the system failed with an error number.
  case system(operation: String, path: String, number: Int32)
  /// Something stands where a directory of the spool should be.
  case notADirectory(path: String)
  /// A directory of the spool lies on another file system than the rest.
  case notOneMount(path: String)
  /// The directory of claims is not the daemon's own.
  case notPrivate(path: String)
  /// Another gateway takes files from this spool.
  case taken(path: String)

  /// Whether the disk, or the sender's share of it, is full: it passes when there is room again.
  public var isFull: Bool {
    guard case .system(_, _, let number) = self else { return false }
    return number == ENOSPC || number == EDQUOT
  }

  /// Whether there are no descriptors left: it passes when some are closed.
  public var isOutOfDescriptors: Bool {
    guard case .system(_, _, let number) = self else { return false }
    return number == EMFILE || number == ENFILE || number == ENOMEM
  }

  /// Whether the file system may not be written just now: it passes when it is mounted otherwise.
  public var isReadOnly: Bool {
    guard case .system(_, _, let number) = self else { return false }
    return number == EROFS
  }

  /// The error of the call that has just failed.
  static func last(_ operation: String, _ path: String) -> SpoolError {
    .system(operation: operation, path: path, number: errno)
  }
}

extension SpoolError: CustomStringConvertible {
  /// What failed, where, and what to do about it.
  public var description: String {
    switch self {
    case .system(let operation, let path, let number):
      "\(path): cannot \(operation): \(String(cString: strerror(number)))"
    case .notADirectory(let path):
      "\(path) is not a directory; move it away, and it will be created"
    case .notOneMount(let path):
      "\(path) is on another file system than the rest of the spool; the spool must be one mount"
    case .notPrivate(let path):
      "\(path) belongs to another user; it must belong to the daemon's"
    case .taken(let path):
      "another process has locked \(path); stop it first, or give this gateway another spool.directory"
    }
  }
}
