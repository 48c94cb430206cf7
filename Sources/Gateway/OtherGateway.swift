internal import Foundation
internal import Glibc
internal import SerialIO
internal import Spool

/// Another process on this machine that is a gateway, as its command line tells.
public struct OtherGateway: Equatable, Sendable, CustomStringConvertible {
  /// Its process.
  public var process: Int32
  /// Its configuration file, as it was given; nil where it reads the default one.
  public var configuration: String?

  /// A process with its command line; nil where it is something else.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - arguments: The words of its command line.
  init?(process: Int32, arguments: [String]) {
    guard let program = arguments.first?.split(separator: "/").last, program == "hermod",
      arguments.dropFirst().first == "daemon"
    else { return nil }
    self.process = process
    for (place, word) in arguments.enumerated() {
      if word == "--config" {
        configuration = arguments.dropFirst(place + 1).first
      } else if word.hasPrefix("--config=") {
        configuration = String(word.dropFirst("--config=".utf8.count))
      }
    }
  }

  /// The gateway that has a port open; nil where nobody has, or somebody else.
  ///
  /// Only the list of locks is read: to open the port of another would disturb it.
  ///
  /// - Parameter path: The device node.
  init?(holding path: String) {
    guard let process = LockHolder.process(of: path), process != getpid(),
      let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
    else { return nil }
    let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    self.init(process: process, arguments: words)
  }

  /// Which process it is, and what it was started with.
  public var description: String {
    let file = configuration ?? ConfigurationFile.defaultPath
    return "process \(process), a gateway with the configuration \(file),"
  }

  /// Makes sure that no other gateway has a port that the configuration names.
  ///
  /// Any other program may let go of it: such a port is tried again and again.
  ///
  /// - Parameter modems: The modems of the configuration.
  /// - Throws: `DaemonError.portTaken`.
  static func keepOff(_ modems: [ModemConfiguration]) throws(DaemonError) {
    for modem in modems {
      guard let path = modem.devicePath, let other = OtherGateway(holding: path) else { continue }
      throw .portTaken(path: path, modem: modem.name, by: other)
    }
  }
  /// Makes sure that no other gateway has the spool, now and as long as this one runs.
  ///
  /// - Parameter directories: The spool.
  /// - Throws: `DaemonError.spoolTaken`, or `DaemonError.spool` where it cannot be locked.
  static func keepOff(_ directories: SpoolDirectories) throws(DaemonError) {
    do {
      try directories.occupy()
    } catch .taken(let path) {
      throw .spoolTaken(path: directories.path, by: OtherGateway(holding: path))
    } catch {
      throw .spool(detail: "\(error)")
    }
  }
}
