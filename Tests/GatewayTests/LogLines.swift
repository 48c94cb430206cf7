import Logging
import Synchronization

/// What was logged, for a test that looks at it or waits for it.
final class LogLines: Sendable {
  struct Line: Sendable, Equatable {
    var level: Logger.Level
    var message: String
  }

  /// Each line as it comes.
  let stream: AsyncStream<Line>
  private let continuation: AsyncStream<Line>.Continuation
  private let held = Mutex<[Line]>([])

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  /// Everything so far.
  var all: [Line] { held.withLock { $0 } }

  /// Everything so far that is for people, not only for debugging.
  var forPeople: [Line] { all.filter { $0.level > .debug } }

  /// A logger that logs here, whatever the level.
  var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

  private struct Handler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let line = Line(level: event.level, message: event.message.description)
      lines.held.withLock { $0.append(line) }
      lines.continuation.yield(line)
    }
  }
}
