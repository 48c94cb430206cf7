import CLinux
internal import Glibc

/// A file to be written whole or not at all.
struct DurableFile {
  /// The name it gets.
  var name: String
  /// The name under which it is written; it begins with a dot.
  var temporaryName: String
  var octets: [UInt8]
}

/// Writes files so that after a power cut each is there whole or not at all.
enum DurableFiles {
  /// Writes each under another name, makes the octets durable, renames, makes the names durable.
  ///
  /// The syncs of many files are one: from eight files on the file system is synced as a whole.
  static func write(_ files: [DurableFile], in directory: DirectoryFiles) throws(SpoolError) {
    guard !files.isEmpty else { return }
    do throws(SpoolError) {
      for file in files {
        // What a crash has left under this name is of no use: it is replaced.
        let descriptor = try directory.create(file.temporaryName, file.octets, mode: 0o640)
        if files.count < batch { try sync(descriptor, directory, file.temporaryName) }
      }
      if files.count >= batch, clinux_sync_file_system(directory.descriptor.number) != 0 {
        throw SpoolError.last("sync", directory.path)
      }
      for file in files {
        try directory.replace(file.name, with: file.temporaryName)
      }
    } catch {
      for file in files { try? directory.remove(file.temporaryName) }
      throw error
    }
    try directory.sync()
  }

  private static let batch = 8

  private static func sync(_ file: Descriptor, _ directory: DirectoryFiles, _ name: String)
    throws(SpoolError)
  {
    guard retrying({ fsync(file.number) }) == 0 else {
      throw .last("sync", "\(directory.path)/\(name)")
    }
  }
}
