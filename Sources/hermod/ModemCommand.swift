import ArgumentParser

/// Everything about modems.
struct ModemCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modem",
    abstract: "Look at the modems and look after them.",
    subcommands: [DiscoverCommand.self]
  )
}
