import ArgumentParser
import Foundation
import Gateway

/// `hermod config`: what a configuration file says, and reading it anew.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check or show a configuration file; let the daemon read it anew.",
    subcommands: [Check.self, Show.self, ConfigReload.self]
  )

  /// `hermod config check FILE`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whether a configuration file can be used, and what is wrong with it.",
      discussion: "Nothing is started. Exit code 0: it can be used; 65: it cannot."
    )

    @Argument(help: "The configuration file.")
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
      do {
        _ = try ConfigurationFile(path: file)
        print(json ? try ConfigurationJSON.check(file: file, faults: []) : "\(file): OK")
      } catch let error as ConfigurationError {
        if json { print(try ConfigurationJSON.check(file: file, faults: error.faults)) }
        throw ConfigCommand.refused(error, isPrinted: json)
      }
    }
  }

  /// `hermod config show [FILE]`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show every setting that is in force, and where it comes from.",
      discussion: """
        Without a file, \(ConfigurationFile.defaultPath) is read where it exists; otherwise the
        defaults are shown.
        """
    )

    @Argument(help: "The configuration file.")
    var file: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
      do {
        let source = try read()
        print(json ? try ConfigurationJSON.show(source) : "\(ConfigurationListing(source))")
      } catch let error as ConfigurationError {
        throw ConfigCommand.refused(error, isPrinted: false)
      }
    }

    private func read() throws -> ConfigurationFile {
      if let file { return try ConfigurationFile(path: file) }
      guard FileManager.default.fileExists(atPath: ConfigurationFile.defaultPath) else {
        return ConfigurationFile()
      }
      return try ConfigurationFile(path: ConfigurationFile.defaultPath)
    }
  }

  /// Exit code 65, bad data, after the faults are on standard error.
  fileprivate static func refused(_ error: ConfigurationError, isPrinted: Bool) -> ExitCode {
    if !isPrinted { FileHandle.standardError.write(Data("\(error)\n".utf8)) }
    return ExitCode(65)
  }
}
