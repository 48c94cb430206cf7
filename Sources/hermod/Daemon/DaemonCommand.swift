import ArgumentParser
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
      flight is waited for up to a minute.
      """
  )

  @Option(help: "The configuration file.")
  var config: String?

  @Option(
    help: "How much is logged: trace, debug, info, notice, warning or error.",
    transform: Self.level
  )
  var logLevel = Logger.Level.info

  func run() async throws {
    let configuration = try load()
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = logLevel
      return handler
    }
    let logger = Logger(label: "hermod")
    let daemon = HermodDaemon(
      configuration: configuration,
      logger: logger,
      onReady: { logger.notice("ready", metadata: ["socket": "\(configuration.gateway.socket)"]) }
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

  private func load() throws -> GatewayConfiguration {
    let path = config ?? ConfigurationFile.defaultPath
    if config == nil, !FileManager.default.fileExists(atPath: path) {
      return GatewayConfiguration()
    }
    do {
      return try ConfigurationFile(path: path).configuration
    } catch {
      throw CommandFailure("\(error)", exitCode: ExitStatus.badData)
    }
  }
}
