internal import Glibc

/// The directory of the database, held by one gateway at a time.
final class StateDirectory: Sendable {
  /// Where it is.
  let path: String
  private let descriptor: CInt

  /// Makes the directory where it is missing and locks it.
  ///
  /// - Throws: `DaemonError` where another gateway has it or it cannot be used.
  init(path: String) throws(DaemonError) {
    self.path = path
    try Self.make(path)
    let lock = path + "/lock"
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else {
      throw .stateDirectory(path: lock, detail: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw .alreadyRunning(path: path, holder: holder)
    }
    self.descriptor = descriptor
    let text = "\(getpid())\n"
    _ = ftruncate(descriptor, 0)
    _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
  }

  deinit { close(descriptor) }

  /// Makes a directory and those above it.
  private static func make(_ path: String) throws(DaemonError) {
    guard mkdir(path, 0o750) != 0, errno != EEXIST else { return }
    if errno == ENOENT, let end = path.lastIndex(of: "/"), end > path.startIndex {
      try make(String(path[..<end]))
      guard mkdir(path, 0o750) != 0, errno != EEXIST else { return }
    }
    throw .stateDirectory(path: path, detail: String(cString: strerror(errno)))
  }

  /// The process that wrote itself into the lock.
  private static func holder(_ descriptor: CInt) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: buffer.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
