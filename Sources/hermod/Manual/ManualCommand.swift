import ArgumentParser
import Foundation

/// `hermod manual`: writes the manual pages; for the installation, and shown in no help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the manual pages, made from the definitions of the commands.",
    shouldDisplay: false
  )

  @Argument(help: "The directory to write them to.", completion: .directory)
  var directory: String

  func run() throws {
    let program = try CommandDescription.program()
    let pages = [ManualPage(program: program)] + program.visible.map(ManualPage.init(command:))
    do {
      for page in pages {
        try page.text.write(
          toFile: "\(directory)/\(page.name).1",
          atomically: false,
          encoding: .utf8
        )
      }
    } catch {
      throw CommandFailure(
        "the manual pages cannot be written to \(directory): \(error.localizedDescription)",
        exitCode: ExitStatus.no
      )
    }
  }
}
