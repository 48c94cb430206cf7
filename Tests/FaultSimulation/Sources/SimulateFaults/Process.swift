import FaultSimulation

#if canImport(Glibc)
  import Glibc
#endif

/// How the process says that something was found.
enum Exit {
  static func failure() -> Never { exit(1) }
}

/// The one file that is read.
enum Files {
  /// The seeds in a file; none where it cannot be read, which counts as a failure.
  static func seeds(_ path: String) -> [SeedList.Entry] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var text = ""
    while let line = readLine(from: file) { text += line }
    return SeedList.seeds(in: text)
  }

  private static func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
    var buffer = [CChar](repeating: 0, count: 512)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
