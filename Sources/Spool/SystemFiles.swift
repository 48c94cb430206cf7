import CLinux
internal import Glibc

/// An open descriptor, closed when nobody holds it any longer.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }
}

/// What `fstat` says of a file, as far as the spool asks.
struct FileStatus: Equatable {
  /// What kind of thing it is.
  enum Kind: String {
    case regular = "file"
    case directory
    case symbolicLink = "symbolic link"
    case fifo = "FIFO"
    case socket
    case device
  }

  var kind: Kind
  var device: UInt64
  var inode: UInt64
  var linkCount: UInt64
  var size: Int64
  var permissions: UInt32
  var owner: UInt32
  /// When its content last changed, in milliseconds since 1970.
  var modified: Int64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .symbolicLink
    case S_IFIFO: kind = .fifo
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    linkCount = UInt64(status.st_nlink)
    size = Int64(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    modified = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
  }

  /// Whether both are one file.
  func isSame(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// Calls to the system on names inside a directory.
struct DirectoryFiles: Sendable {
  /// The directory, held open.
  let descriptor: Descriptor
  /// What people call it.
  let path: String

  /// Opens a directory by its path, or by its name inside another one.
  init(opening path: String, in parent: DirectoryFiles? = nil, follow: Bool = false)
    throws(SpoolError)
  {
    self.path = parent.map { "\($0.path)/\(path)" } ?? path
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)
    let number = openat(parent?.descriptor.number ?? AT_FDCWD, path, flags)
    guard number >= 0 else {
      if errno == ENOTDIR || errno == ELOOP { throw .notADirectory(path: self.path) }
      throw .last("open", self.path)
    }
    descriptor = Descriptor(number)
  }

  /// What a name stands for, itself and not what it points to; nil where there is nothing.
  func status(of name: String) throws(SpoolError) -> FileStatus? {
    try status(of: FileName(name))
  }

  /// What a name stands for, itself and not what it points to; nil where there is nothing.
  func status(of name: FileName) throws(SpoolError) -> FileStatus? {
    var status = stat()
    let result = name.withCharacters {
      fstatat(descriptor.number, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else {
      if errno == ENOENT { return nil }
      throw .last("look at", "\(path)/\(name.shown)")
    }
    return FileStatus(status)
  }

  /// What the directory itself is.
  func status() throws(SpoolError) -> FileStatus {
    try status(of: descriptor)
  }

  /// What an open file is.
  func status(of file: Descriptor) throws(SpoolError) -> FileStatus {
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .last("look at", path) }
    return FileStatus(status)
  }

  /// Opens a file for reading; never waits, never follows a link.
  ///
  /// Where it cannot, there is the error number instead.
  func open(_ name: String) -> (file: Descriptor?, error: Int32) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let number = openat(descriptor.number, name, flags)
    return number < 0 ? (nil, errno) : (Descriptor(number), 0)
  }

  /// Renames a file into another directory; false where the source is gone or the target is there.
  func move(_ name: FileName, to target: DirectoryFiles, as newName: String) throws(SpoolError)
    -> Bool
  {
    let result = name.withCharacters {
      clinux_rename_no_replace(descriptor.number, $0, target.descriptor.number, newName)
    }
    guard result != 0 else { return true }
    switch errno {
    case ENOENT, EEXIST: return false
    case EXDEV: throw .notOneMount(path: target.path)
    default: throw .last("move", "\(path)/\(name.shown)")
    }
  }

  /// Renames a file within the directory, over whatever has the new name.
  func replace(_ newName: String, with name: String) throws(SpoolError) {
    guard renameat(descriptor.number, name, descriptor.number, newName) == 0 else {
      throw .last("rename", "\(path)/\(name)")
    }
  }

  /// Removes a file; one that is gone is as good as removed.
  func remove(_ name: String) throws(SpoolError) {
    guard unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
      throw .last("remove", "\(path)/\(name)")
    }
  }

  /// Makes the names in the directory durable.
  func sync() throws(SpoolError) {
    guard retrying({ fsync(descriptor.number) }) == 0 else { throw .last("sync", path) }
  }

  /// Creates a file with a content, which is not durable yet, in place of one of that name.
  func create(_ name: String, _ octets: [UInt8], mode: UInt32) throws(SpoolError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var number = openat(descriptor.number, name, flags, mode)
    if number < 0, errno == EEXIST {
      try remove(name)
      number = openat(descriptor.number, name, flags, mode)
    }
    guard number >= 0 else { throw .last("create", "\(path)/\(name)") }
    let file = Descriptor(number)
    guard fchmod(number, mode) == 0 else { throw .last("set the mode of", "\(path)/\(name)") }
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .last("write", "\(path)/\(name)")
      }
      rest = rest.dropFirst(count)
    }
    return file
  }

  /// The octets of an open file from its start; nil where it has more than `limit`.
  func read(_ file: Descriptor, name: String, limit: Int) throws(SpoolError) -> [UInt8]? {
    var octets: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit + 1, 2048))
    while octets.count <= limit {
      let offset = off_t(octets.count)
      let count = chunk.withUnsafeMutableBytes {
        pread(file.number, $0.baseAddress, $0.count, offset)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .last("read", "\(path)/\(name)")
      }
      octets += chunk[..<count]
      // A plain file gives less than it was asked for only at its end.
      if count < chunk.count { return octets.count > limit ? nil : octets }
      chunk = [UInt8](repeating: 0, count: min(limit + 1, 65_536))
    }
    return nil
  }
}

/// Calls again while a signal interrupts.
func retrying(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

extension FileName {
  /// Hands the octets to a call, with the zero at their end that C wants.
  func withCharacters<Result>(_ call: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = octets.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      // An array of at least the final zero has a base address; an empty name is refused by the call.
      buffer.baseAddress.map(call) ?? "".withCString(call)
    }
  }
}
