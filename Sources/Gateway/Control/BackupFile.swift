internal import Glibc

/// A copy of the database that has no name any more: its room is free when nobody holds it.
public final class BackupFile: Sendable {
  /// How many octets it has.
  public let size: Int
  private let descriptor: CInt

  /// The media type of a database of SQLite, as IANA lists it.
  static let contentType = "application/vnd.sqlite3"
  private static let portion = 256 * 1024

  /// Opens a file and takes its name away.
  ///
  /// - Parameter path: The file.
  /// - Throws: `BackupFileError`.
  public init(taking path: String) throws(BackupFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw BackupFileError(detail: String(cString: strerror(errno))) }
    let end = lseek(descriptor, 0, SEEK_END)
    guard unlink(path) == 0, end >= 0 else {
      let error = BackupFileError(detail: String(cString: strerror(errno)))
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    size = Int(end)
  }

  deinit { close(descriptor) }

  /// A portion of the file; never empty.
  func read(from offset: Int) throws(BackupFileError) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: min(Self.portion, size - offset))
    let count = pread(descriptor, &octets, octets.count, off_t(offset))
    guard count > 0 else {
      throw BackupFileError(
        detail: count == 0 ? "it is shorter than it was" : String(cString: strerror(errno))
      )
    }
    return Array(octets.prefix(count))
  }
}

/// Why the copy cannot be read.
public struct BackupFileError: Error, Hashable, Sendable, CustomStringConvertible {
  let detail: String

  /// What is wrong, in words.
  public var description: String { "the copy of the database cannot be read: \(detail)" }
}
