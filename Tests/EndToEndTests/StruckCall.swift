import Foundation
import Glibc

/// A system call that `Tests/Fixtures/faults/strike.c` counts and strikes, in its order there.
enum StruckCall: Int32, CaseIterable, Sendable {
  case write, pwrite64, fsync, fdatasync, syncfs, fallocate, openat, renameat, renameat2, unlinkat
}

/// What is done to a struck call.
enum StruckEffect: Hashable, Sendable, CustomStringConvertible {
  /// The program is killed in place of the call.
  case killed
  /// Half of the octets are written, and then the program is killed.
  case torn
  /// The call fails.
  case fails(POSIXErrorCode)

  fileprivate var number: Int32 {
    switch self {
    case .killed: -1
    case .torn: -2
    case .fails(let code): code.rawValue
    }
  }

  var description: String {
    switch self {
    case .killed: "killed"
    case .torn: "torn and killed"
    case .fails(.ENOSPC): "no space"
    case .fails(.EMFILE): "no descriptors"
    case .fails(.EROFS): "read-only"
    case .fails: "I/O error"
    }
  }
}

/// The page that a program under `strike.c` shares with the test, and the library that makes it do so.
final class StruckProgram {
  private static let size = 512
  /// Where the members of the C structure are, in octets.
  private enum Offset {
    static let (armed, call, effect, point, struck, wasHanded, handed, counts) =
      (0, 4, 8, 12, 16, 20, 24, 28)
    static let place = counts + 4 * StruckCall.allCases.count
  }

  /// The compiled library; nil, with the reason printed, where there is no C compiler.
  private static let library: String? = {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/faults/strike.c").path
    let output = FileManager.default.temporaryDirectory
      .appending(path: "hermod-strike-\(getpid()).so").path
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = [
      "cc", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", source, "-o", output,
    ]
    guard (try? compiler.run()) != nil else { return nil }
    compiler.awaitExit()
    return compiler.terminationStatus == 0 ? output : nil
  }()

  static var isPossible: Bool { library != nil }

  private let path: String
  private let page: UnsafeMutableRawPointer

  init(in directory: URL) throws {
    path = directory.path + "/strike"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, ftruncate(descriptor, off_t(Self.size)) == 0,
      let mapped = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      mapped != MAP_FAILED
    else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    close(descriptor)
    page = mapped
  }

  deinit { munmap(page, Self.size) }

  /// What the environment of the program has besides.
  var variables: [String: String] {
    ["LD_PRELOAD": Self.library ?? "", "HERMOD_STRIKE": path]
  }

  private func store(_ value: Int32, at offset: Int) {
    page.storeBytes(of: value, toByteOffset: offset, as: Int32.self)
  }

  private func value(at offset: Int) -> Int32 {
    page.load(fromByteOffset: offset, as: Int32.self)
  }

  /// From now on calls are counted, and one of them is struck.
  ///
  /// - Parameters:
  ///   - call: The call.
  ///   - effect: What is done to it; nil to count alone.
  ///   - point: Which of the calls from now on, from 1.
  func arm(_ call: StruckCall, _ effect: StruckEffect?, at point: Int = 0) {
    store(0, at: Offset.armed)
    page.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size)
    store(call.rawValue, at: Offset.call)
    store(effect?.number ?? 0, at: Offset.effect)
    store(Int32(point), at: Offset.point)
    store(1, at: Offset.armed)
  }

  /// Nothing is counted or struck any more.
  func disarm() { store(0, at: Offset.armed) }

  /// Whether the call was struck since it was armed.
  var wasStruck: Bool { value(at: Offset.struck) == 1 }

  /// Whether a message had been handed to a modem before the call was struck.
  var wasHanded: Bool { value(at: Offset.wasHanded) == 1 }

  /// How often the call was made since it was armed.
  func count(of call: StruckCall) -> Int { Int(value(at: Offset.counts + 4 * Int(call.rawValue))) }

  /// The file, directory or line that the struck call went to.
  var place: String {
    String(cString: (page + Offset.place).assumingMemoryBound(to: CChar.self))
  }
}
