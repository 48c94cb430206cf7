import Foundation
import Glibc

/// Writes to standard output; a reader that has gone ends the process quietly, as it does `cat`.
enum StandardOutput {
  static func write(_ text: String) {
    FileDescriptorWriter.write(text, to: STDOUT_FILENO)
  }

  static func write(line: String) {
    write(line + "\n")
  }
}

/// Writes to standard error.
enum StandardError {
  static func write(_ text: String) {
    FileDescriptorWriter.write(text, to: STDERR_FILENO)
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Reads standard input.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// All that is left of it.
  ///
  /// - Parameter limit: The most octets to take.
  /// - Returns: The text.
  /// - Throws: `CommandFailure` where there is more, or it is not UTF-8.
  static func text(limit: Int) throws -> String {
    var data = Data()
    while let chunk = try FileHandle.standardInput.read(upToCount: 65_536), !chunk.isEmpty {
      data.append(chunk)
      guard data.count <= limit else {
        throw CommandFailure(
          "standard input has more than \(limit / 1024) KiB",
          exitCode: ExitStatus.badData
        )
      }
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure("standard input is not UTF-8", exitCode: ExitStatus.badData)
    }
    return text
  }
}

private enum FileDescriptorWriter {
  static func write(_ text: String, to descriptor: CInt) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }
}
