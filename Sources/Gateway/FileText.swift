internal import Glibc

/// Text files that people write, read whole, with errors in the words of the system.
public enum FileText {
  /// Why a file cannot be read, to stand behind its name.
  public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var description: String
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file; a pipe is read to its end.
  ///   - limit: The most octets to take.
  /// - Returns: The text.
  /// - Throws: `Unreadable` where it cannot be opened or read, has more octets, or is not UTF-8.
  public static func read(_ path: String, limit: Int) throws(Unreadable) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal() }
    defer { close(descriptor) }
    var octets: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &portion, portion.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw refusal()
      }
      octets += portion.prefix(count)
      guard octets.count <= limit else {
        throw Unreadable(description: "is larger than \(limit / 1024 / 1024) MiB")
      }
    }
    guard let text = String(validating: octets, as: UTF8.self) else {
      throw Unreadable(description: "is not UTF-8")
    }
    return text
  }

  private static func refusal() -> Unreadable {
    Unreadable(description: "cannot be read: \(String(cString: strerror(errno)))")
  }
}
