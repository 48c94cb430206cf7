import Foundation
import Messaging
import Synchronization

@testable import Spool

/// A spool in a directory of its own, removed when the test is done.
final class TemporarySpool: Sendable {
  let path: String
  let directories: SpoolDirectories
  private let shift = Mutex<Int64>(0)
  private let noted = Mutex<[SpoolNotice]>([])
  private let news: AsyncStream<Void>
  private let newsMaker: AsyncStream<Void>.Continuation

  init() throws {
    (news, newsMaker) = AsyncStream.makeStream()
    path = FileManager.default.temporaryDirectory.path + "/spool-" + UUID().uuidString
    directories = try SpoolDirectories(path: path, submitGroup: nil)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The wall clock, moved ahead by `advance`.
  var now: Timestamp {
    let seconds = Date().timeIntervalSince1970
    return Timestamp(milliseconds: Int64(seconds * 1000) + shift.withLock { $0 })
  }

  /// Moves the clock, so that files look older than they are.
  func advance(by duration: Duration) {
    shift.withLock { $0 += duration.wholeMilliseconds }
  }

  /// What the intake has told the operator.
  var notices: [SpoolNotice] { noted.withLock { $0 } }

  /// Waits until the intake has told the operator of something.
  func waitForNotice(_ notice: SpoolNotice) async {
    if notices.contains(notice) { return }
    for await _ in news where notices.contains(notice) { return }
  }

  func intake(_ limits: SpoolLimits = .quick) -> SpoolIntake {
    SpoolIntake(
      directories: directories,
      limits: limits,
      now: { self.now },
      notify: { notice in
        self.noted.withLock { $0.append(notice) }
        self.newsMaker.yield()
      }
    )
  }

  /// Puts a file into `outgoing/` as a careful writer does: under another name, then renamed.
  func drop(_ name: String, _ text: String = "To: +447700900123\n\nHello") throws {
    try write(".staging-\(name)", text)
    try FileManager.default.moveItem(
      atPath: "\(path)/outgoing/.staging-\(name)",
      toPath: "\(path)/outgoing/\(name)"
    )
  }

  /// Writes a file of `outgoing/` in place.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/outgoing/\(name)"))
  }

  func read(_ file: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(file)")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in a directory, sorted, with those that begin with a dot.
  func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(directory)").sorted()
  }

  /// The octets of messages in one file.
  static func file(_ text: String, name: String = "x") throws(SpoolFileError) -> SpoolFile {
    try SpoolFile(name: name, octets: Array(text.utf8))
  }
}

extension SpoolLimits {
  /// Those of a production spool, but looking again soon.
  static var quick: SpoolLimits {
    var limits = SpoolLimits()
    limits.scanInterval = .milliseconds(50)
    return limits
  }
}

/// Runs an operation, and gives up after a while.
func withDeadline<Value: Sendable>(
  _ deadline: Duration = .seconds(60),
  _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(for: deadline)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let value = first else { throw DeadlineExceeded() }
    return value
  }
}

struct DeadlineExceeded: Error {}
