internal import Glibc
internal import Synchronization

/// Room on the disk that is kept for the results of messages in flight.
///
/// While there is room, a file beside the database holds it. When the disk is full the file goes, and
/// from then on only what must be written is written, until the file can be made again.
final class SpaceReserve: Sendable {
  private let path: String
  private let size: Int
  private let isSpent = Mutex(false)

  init(besides database: String, size: Int) {
    path = Self.path(besides: database)
    self.size = size
    isSpent.withLock { $0 = !allocate() }
  }

  private static func path(besides database: String) -> String { database + "-reserve" }

  /// Whether a database has a reserve, as each has that a gateway works with while there is room.
  static func isThere(besides database: String) -> Bool {
    access(path(besides: database), F_OK) == 0
  }

  /// Whether there was room for more than what must be written when last asked.
  var isWhole: Bool { isSpent.withLock { !$0 } }

  /// Whether there is room for more than what must be written; asks the disk if there was not.
  func restore() -> Bool {
    isSpent.withLock { isSpent in
      if isSpent { isSpent = !allocate() }
      return !isSpent
    }
  }

  /// Gives the room up, for what must be written.
  ///
  /// - Returns: Whether there was any to give.
  func spend() -> Bool {
    isSpent.withLock { isSpent in
      let hadRoom = !isSpent
      isSpent = true
      unlink(path)
      return hadRoom
    }
  }

  /// Makes the file, whole or not at all.
  private func allocate() -> Bool {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard posix_fallocate(descriptor, 0, size) == 0 else {
      unlink(path)
      return false
    }
    return true
  }
}
