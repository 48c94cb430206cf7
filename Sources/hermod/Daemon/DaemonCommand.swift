import ArgumentParser
import CLinux
import Foundation
import Gateway
import Logging

/// `hermod daemon`: the gateway itself.
struct DaemonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daemon",
    abstract: "Run the gateway in the foreground.",
    discussion: """
      Without --config, \(ConfigurationFile.defaultPath) is read where it exists; without any file
      the defaults hold, and modems are found by themselves. SIGTERM ends it in order: an answer in
      flight is waited for up to a minute. SIGHUP reads the configuration anew, as
      "hermod config reload" does. Where another gateway has the state directory, or a port that
      the configuration names, it says which and ends with 75.
      """
  )

  @Option(help: "The configuration file.")
  var config: String?

  @Option(
    help: ArgumentHelp(
      "How much is logged, whatever the configuration says: trace, debug, info, notice, warning or "
        + "error.",
      valueName: "level"
    ),
    transform: Self.level
  )
  var logLevel: Logger.Level?

  /// How many arenas of memory the threads share.
  ///
  /// A file of ten thousand messages passes through several of them; with an arena for each the daemon
  /// would keep half as much memory again. With fewer than four, threads wait for each other.
  private static let memoryArenas: Int32 = 4

  func run() async throws {
    _ = clinux_limit_memory_arenas(Self.memoryArenas)
    let configuration = try load()
    let log = GatewayLog(configuration.current.log, fixedLevel: logLevel)
    LoggingSystem.bootstrap { _ in GatewayLogHandler(log) }
    let logger = Logger(label: "hermod")
    let socket = configuration.current.gateway.socket
    let daemon = HermodDaemon(
      configuration: configuration,
      log: log,
      logger: logger,
      onReady: { logger.notice("ready", metadata: ["socket": "\(socket)"]) }
    )
    do {
      try await daemon.run()
    } catch let error as DaemonError {
      throw CommandFailure("\(error)", exitCode: ExitStatus.tryAgain)
    }
  }

  private static func level(_ name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
      throw ValidationError(
        "\(name) is not a level; say trace, debug, info, notice, warning or error"
      )
    }
    return level
  }

  /// The configuration, which a reload reads from the same place.
  private func load() throws -> CurrentConfiguration {
    let config = config
    do {
      return try CurrentConfiguration { () throws(ConfigurationError) in
        let path = config ?? ConfigurationFile.defaultPath
        if config == nil, !FileManager.default.fileExists(atPath: path) {
          return ConfigurationFile()
        }
        return try ConfigurationFile(path: path)
      }
    } catch {
      throw CommandFailure("\(error)", exitCode: ExitStatus.badData)
    }
  }
}
