internal import CDispatch
internal import Foundation
internal import Glibc
public import Logging
internal import Synchronization

/// Where the daemon logs: standard error, a line for each event.
///
/// Under systemd the journal takes time and unit by itself and reads the level from `<N>` in front
/// of the line (sd-daemon(3)); elsewhere the line begins with the time and the level.
public final class GatewayLog: Sendable {
  /// What the lines look like.
  public enum Form: Hashable, Sendable {
    /// `<6>message key=value`
    case journal
    /// `2026-05-03T09:41:00Z info message key=value`
    case terminal
  }

  private struct Settings {
    var level: Logger.Level
    var showsNumbers: Bool
  }

  private let form: Form
  /// The level of the command line, which goes before that of the configuration.
  private let fixedLevel: Logger.Level?
  private let settings: Mutex<Settings>
  private let write: @Sendable (String) -> Void

  /// A log.
  ///
  /// - Parameters:
  ///   - section: How much is logged, and what is masked.
  ///   - fixedLevel: The level whatever the configuration says.
  ///   - form: What the lines look like.
  ///   - write: Takes each line, with its line feed.
  public init(
    _ section: GatewayConfiguration.LogSection,
    fixedLevel: Logger.Level? = nil,
    form: Form = .ofStandardError(),
    write: @escaping @Sendable (String) -> Void = GatewayLog.standardError
  ) {
    self.form = form
    self.fixedLevel = fixedLevel
    self.write = write
    settings = Mutex(
      Settings(level: fixedLevel ?? section.level.logLevel, showsNumbers: section.showsNumbers)
    )
  }

  /// From now on as this section says.
  public func follow(_ section: GatewayConfiguration.LogSection) {
    settings.withLock { settings in
      settings.level = fixedLevel ?? section.level.logLevel
      settings.showsNumbers = section.showsNumbers
    }
  }

  /// Writes to standard error, one call for each line.
  public static let standardError: @Sendable (String) -> Void = { line in
    var rest = Array(line.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }

  fileprivate var level: Logger.Level { settings.withLock { $0.level } }

  fileprivate func log(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) {
    let showsNumbers = settings.withLock { $0.showsNumbers }
    let facts = metadata.sorted { $0.key < $1.key }.map {
      " \($0.key)=\(LogText.value("\($0.value)"))"
    }
    let body = LogText.oneLine(message + facts.joined())
    let shown = showsNumbers ? body : LogText.masked(body)
    switch form {
    case .journal: write("<\(level.priority)>\(shown)\n")
    case .terminal: write("\(LogText.time(Date())) \(level.rawValue) \(shown)\n")
    }
  }
}

extension GatewayLog.Form {
  /// The journal's where standard error is the journal's own stream, as `JOURNAL_STREAM` says by
  /// device and inode (systemd.exec(5)); else a terminal's.
  public static func ofStandardError() -> GatewayLog.Form {
    let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] ?? ""
    var facts = stat()
    guard fstat(STDERR_FILENO, &facts) == 0 else { return .terminal }
    return stream == "\(facts.st_dev):\(facts.st_ino)" ? .journal : .terminal
  }
}

/// Hands the lines of one logger to the log.
public struct GatewayLogHandler: LogHandler {
  private let log: GatewayLog
  /// What every line of this logger bears.
  public var metadata: Logger.Metadata = [:]

  /// A handler.
  public init(_ log: GatewayLog) {
    self.log = log
  }

  /// The level of the log; one for all loggers, which a reload may change.
  public var logLevel: Logger.Level {
    get { max(log.level, own ?? .trace) }
    set { own = newValue }
  }

  /// A logger may be quieter than the log.
  private var own: Logger.Level?

  /// A member of `metadata`.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one line.
  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    log.log(event.level, "\(event.message)", all)
  }
}

extension GatewayConfiguration.LogSection.Level {
  /// The level as the logger has it.
  var logLevel: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}

extension Logger.Level {
  /// The priority of syslog(3).
  fileprivate var priority: Int {
    switch self {
    case .critical: 2
    case .error: 3
    case .warning: 4
    case .notice: 5
    case .info: 6
    case .debug, .trace: 7
    }
  }
}
