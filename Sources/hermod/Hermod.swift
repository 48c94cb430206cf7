import ArgumentParser

@main
struct Hermod: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hermod",
    subcommands: [PDUCommand.self]
  )
}
