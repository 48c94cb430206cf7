internal import Glibc

/// The names in a directory, read a few at a time: a million files are never in memory at once.
final class DirectoryListing {
  private let stream: OpaquePointer
  private let path: String

  /// Begins to list a directory, with an offset of its own.
  init(_ directory: DirectoryFiles) throws(SpoolError) {
    path = directory.path
    let number = openat(directory.descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last("list", path) }
    guard let stream = fdopendir(number) else {
      let error = SpoolError.last("list", path)
      close(number)
      throw error
    }
    self.stream = stream
  }

  deinit {
    closedir(stream)
  }

  /// The next names, at most `count`; empty at the end.
  ///
  /// Names that begin with a dot are left out.
  func next(_ count: Int) throws(SpoolError) -> [FileName] {
    var names: [FileName] = []
    while names.count < count {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .last("list", path) }
        return names
      }
      let octets = Self.name(of: entry)
      guard octets.first != UInt8(ascii: ".") else { continue }
      names.append(FileName(octets: octets))
    }
    return names
  }

  /// The name in an entry, read where it lies.
  ///
  /// An entry is as long as its name. Copied as the array that `dirent` declares, the last one in the
  /// buffer would be read past the buffer's end.
  private static func name(of entry: UnsafePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let first = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    var octets: [UInt8] = []
    while first[octets.count] != 0 { octets.append(first[octets.count]) }
    return octets
  }
}

/// The name of a file as the kernel has it: octets, which need not be text.
struct FileName: Hashable {
  var octets: [UInt8]

  init(octets: [UInt8]) {
    self.octets = octets
  }

  init(_ text: String) {
    octets = Array(text.utf8)
  }

  /// The name, where it is one that a file of the spool may have.
  var accepted: String? {
    guard (1...Self.longest).contains(octets.count), octets.allSatisfy(Self.isAllowed),
      octets.first != UInt8(ascii: ".")
    else { return nil }
    return String(decoding: octets, as: UTF8.self)
  }

  /// A name that a file of the spool may have and that resembles this one.
  var tamed: String {
    let allowed = octets.prefix(Self.longest).map { Self.isAllowed($0) ? $0 : UInt8(ascii: "_") }
    return String(decoding: allowed, as: UTF8.self)
  }

  /// The name for people to read.
  var shown: String {
    printable(String(decoding: octets, as: UTF8.self))
  }

  /// Whether it is the name of a file that is still being written: `.x`, `x.tmp`, `x.LOCK`, `LOCKED…`.
  var isUnfinished: Bool {
    octets.first == UInt8(ascii: ".") || octets.starts(with: "LOCKED".utf8)
      || octets.suffix(4).elementsEqual(".tmp".utf8)
      || octets.suffix(5).elementsEqual(".LOCK".utf8)
  }

  static let longest = 128
  static let allowed = "letters, digits and . _ - + : = @ , (at most 128 of them)"

  private static func isAllowed(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "._-+:=@,".utf8.contains(octet)
    }
  }
}
