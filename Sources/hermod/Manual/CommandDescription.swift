import ArgumentParser
import Foundation

/// What the argument parser says about a command: the part of its help dump that a manual needs.
struct CommandDescription: Decodable {
  /// An option, a flag or an argument.
  struct Argument: Decodable {
    /// How it is written.
    struct Name: Decodable {
      var kind: String
      var name: String

      var written: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var allValues: [String]?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var superCommands: [String]?
  var arguments: [Argument]?
  var subcommands: [CommandDescription]?

  /// The subcommands that people see.
  var visible: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The command with those that it stands under, as one types it.
  var typed: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  private struct Dump: Decodable {
    var command: CommandDescription
  }

  /// The program with everything below it.
  ///
  /// - Throws: `DecodingError`, where the argument parser describes itself in another form.
  static func program() throws -> CommandDescription {
    try JSONDecoder().decode(Dump.self, from: Data(Hermod._dumpHelp().utf8)).command
  }
}
