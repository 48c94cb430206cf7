import Foundation
import Glibc

/// A file system of its own that can be filled up and freed; mounting it takes root.
final class SmallDisk {
  let directory: URL

  /// Nil, with the reason printed, where nothing may be mounted here.
  ///
  /// - Parameters:
  ///   - megabytes: Its size.
  ///   - place: Where it is mounted; nil for a directory of its own.
  /// - Throws: What the file system says.
  init?(megabytes: Int, at place: URL? = nil) throws {
    directory =
      place
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-disk-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    guard mount("tmpfs", directory.path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
      print("skipped: a small file system cannot be mounted here (root is needed)")
      try FileManager.default.removeItem(at: directory)
      return nil
    }
  }

  deinit {
    umount2(directory.path, Int32(MNT_DETACH))
    try? FileManager.default.removeItem(at: directory)
  }

  /// Takes all the room that is left.
  func fill() {
    let descriptor = open(directory.path + "/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    lseek(descriptor, 0, SEEK_END)
    for size in [65_536, 4096, 1] {
      let octets = [UInt8](repeating: 0, count: size)
      while write(descriptor, octets, size) > 0 {}
    }
  }

  func free() {
    unlink(directory.path + "/filler")
  }

  /// Mounts it anew so that nothing can be written, or so that it can be again.
  func set(readOnly: Bool) -> Bool {
    let flags = UInt(MS_REMOUNT) | (readOnly ? UInt(MS_RDONLY) : 0)
    return mount("tmpfs", directory.path, "tmpfs", flags, nil) == 0
  }
}
