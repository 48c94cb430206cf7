import Glibc

/// A file that takes whole lines, each in one write, so that a reader never sees half of one.
final class LineFile {
  private let descriptor: CInt
  private let path: String

  /// Makes the file, or empties it.
  init(path: String) throws(SimulationError) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC
    descriptor = Glibc.open(path, flags, 0o644)
    guard descriptor >= 0 else { throw .system("open", path) }
  }

  deinit { Glibc.close(descriptor) }

  /// Writes a line and its end.
  func write(_ line: some Sequence<UInt8>) {
    let bytes = Array(line) + [0x0A]
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 {
        // A full disk must not stop the modems: the line is lost, and seen to be.
        guard errno == EINTR else { return }
      } else {
        offset += written
      }
    }
  }
}

extension SimulationError {
  /// The error that `errno` tells of.
  static func system(_ call: String, _ path: String) -> SimulationError {
    .system(call: call, path: path, message: String(cString: strerror(errno)))
  }
}
