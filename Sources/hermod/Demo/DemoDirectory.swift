import Foundation
import Glibc

/// The directory in which all of a demonstration happens.
struct DemoDirectory: Sendable {
  /// Its path.
  let path: String

  /// Makes a new directory for temporary files.
  ///
  /// - Throws: `CommandFailure` where none can be made.
  init() throws {
    // A socket has a short path, and the path goes into the configuration as it is.
    let wanted = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    let isUsable =
      wanted.hasPrefix("/") && wanted.utf8.count < 60
      && wanted.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
    var template = Array(((isUsable ? wanted : "/tmp") + "/hermod-demo-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw CommandFailure(
        "no temporary directory can be made: \(String(cString: strerror(errno)))",
        exitCode: ExitStatus.tryAgain
      )
    }
    path = String(cString: made)
  }

  var configuration: String { path + "/hermod.toml" }
  var log: String { path + "/daemon.log" }
  var modems: String { path + "/modems" }
  var socket: String { path + "/hermod.sock" }
  var spool: String { path + "/spool" }

  /// Writes the configuration of the gateway.
  ///
  /// - Parameter ports: The names of the modems and their ports.
  /// - Throws: An error of the file system.
  func writeConfiguration(ports: [(name: String, path: String)]) throws {
    let modems = ports.map { "\n[[modem]]\nname = \"\($0.name)\"\ndevice = \"\($0.path)\"\n" }
    let text = """
      [gateway]
      country_code = "44"
      state_directory = "\(path)/state"
      socket = "\(socket)"

      [spool]
      directory = "\(spool)"

      [discovery]
      udev = false

      """
    try (text + modems.joined()).write(toFile: configuration, atomically: true, encoding: .utf8)
  }

  /// Drops a file as an application does: under another name first, and then renamed.
  ///
  /// - Parameter message: What the file asks for.
  /// - Throws: An error of the file system.
  func drop(_ message: DemoMessage) throws {
    let hidden = spool + "/outgoing/." + message.file
    try Data(message.content.utf8).write(to: URL(fileURLWithPath: hidden))
    guard rename(hidden, spool + "/outgoing/" + message.file) == 0 else {
      throw CommandFailure(
        "\(hidden) cannot be renamed: \(String(cString: strerror(errno)))",
        exitCode: ExitStatus.internal
      )
    }
  }

  /// The files of a directory of the spool, by name.
  func files(in directory: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: spool + "/" + directory)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What a header of a result file says; nil where the file or the header is not there.
  func header(_ name: String, of file: String) -> String? {
    guard let text = try? String(contentsOfFile: spool + "/" + file, encoding: .utf8) else {
      return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix(name + ": ") }
    return line.map { String($0.dropFirst(name.count + 2)) }
  }

  /// The last lines of the gateway's log.
  var lastLogLines: String {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").suffix(5).map { "  \($0)" }.joined(separator: "\n")
  }

  /// Removes the directory and all in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
