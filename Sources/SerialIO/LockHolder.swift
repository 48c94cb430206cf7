import CLinux
import Glibc

/// Who holds the lock on a device node, as the kernel lists it in `/proc/locks`.
public enum LockHolder {
  /// The process that holds a `flock` on a node.
  ///
  /// - Parameter path: The node.
  /// - Returns: The process; nil where none is listed, or it is not to be seen.
  public static func process(of path: String) -> Int32? {
    var node = stat()
    guard stat(path, &node) == 0, let locks = contents(of: "/proc/locks") else { return nil }
    return process(locking: node.st_dev, inode: node.st_ino, in: locks)
  }

  /// The same from the text of `/proc/locks`, whose lines are
  /// `1: FLOCK  ADVISORY  WRITE 1234 00:17:3 0 EOF`: process, device in hexadecimal, inode.
  static func process(locking device: dev_t, inode: ino_t, in locks: String) -> Int32? {
    let node =
      "\(hexadecimal(clinux_device_major(device))):\(hexadecimal(clinux_device_minor(device))):\(inode)"
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      // A waiting process has its own line, marked with an arrow.
      guard words.count >= 6, words[1] == "FLOCK", words[5] == node else { continue }
      // 0 and less: the holder is outside our process namespace.
      if let process = Int32(words[4]), process > 0 { return process }
    }
    return nil
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  private static func contents(of path: String) -> String? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var collected: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 16_384)
    while collected.count < 1 << 20 {
      let count = Glibc.read(descriptor, &portion, portion.count)
      guard count > 0 else { break }
      collected += portion[..<count]
    }
    return String(decoding: collected, as: UTF8.self)
  }
}
