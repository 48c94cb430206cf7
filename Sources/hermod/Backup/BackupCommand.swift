import ArgumentParser
import Foundation
import Glibc
import LocalAPI

/// `hermod backup`.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database while the gateway runs.",
    discussion: """
      A gateway that is started from the copy sends none of the messages that waited in it until \
      "hermod queue release": what became of them after the copy was made is not known to it.
      """
  )

  @OptionGroup var client: ClientOptions
  @Argument(help: "The file to make; there must be none of that name.", completion: .file())
  var file: String

  func run() async throws {
    let draft = try BackupDraft(target: file)
    try await client.withClient { client in
      try await client.backup { portion in try draft.append(portion) }
    }
    try draft.publish()
    if client.json {
      let answer = try WireJSON.encode(Made(file: file, bytes: draft.size))
      StandardOutput.write(line: String(decoding: answer, as: UTF8.self))
    } else {
      StandardOutput.write(line: "\(file): \(draft.size) bytes")
    }
  }

  private struct Made: Encodable {
    let file: String
    let bytes: Int
  }
}

/// The file of a backup while it is incomplete, under another name; gone unless it is published.
private final class BackupDraft {
  private let target: String
  private let path: String
  private let descriptor: CInt
  private(set) var size = 0

  init(target: String) throws(CommandFailure) {
    self.target = target
    path = target + ".partial"
    guard access(target, F_OK) != 0 else {
      throw CommandFailure(
        "\(target) is there already; give the backup another name",
        exitCode: ExitStatus.no
      )
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure("create", target) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  func append(_ portion: [UInt8]) throws(CommandFailure) {
    var rest = portion[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw Self.failure("write", path)
      }
      rest = rest.dropFirst(count)
      size += count
    }
  }

  /// Gives the file its name once it is whole on the disk, never over another one.
  func publish() throws(CommandFailure) {
    guard fsync(descriptor) == 0 else { throw Self.failure("write", path) }
    guard link(path, target) == 0 else { throw Self.failure("create", target) }
    let directory = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw Self.failure("open", parent) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw Self.failure("write", parent) }
  }

  private var parent: String {
    target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
  }

  private static func failure(_ verb: String, _ path: String) -> CommandFailure {
    let error = errno
    return CommandFailure(
      "cannot \(verb) \(path): \(String(cString: strerror(error)))",
      exitCode: lasting.contains(error) ? ExitStatus.badData : ExitStatus.tryAgain
    )
  }

  /// What is wrong with the name that was given: the same command will not do better later.
  private static let lasting: Set<CInt> = [
    ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP, EACCES, EPERM, EROFS,
  ]
}
