import ArgumentParser
import LocalAPI

/// `hermod config reload`.
struct ConfigReload: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Let the daemon read its configuration anew, and say what has changed.",
    discussion: """
      A modem whose settings stay as they are goes on undisturbed. Where the file has a fault, nothing \
      changes and the exit code is 65. SIGHUP does the same.
      """
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.reloadConfiguration(), Self.text)
    }
  }

  /// A line for each change.
  static func text(_ answer: ReloadAnswer, _ style: Style) -> String {
    guard !answer.changes.isEmpty || !answer.needsRestart.isEmpty else {
      return "Nothing has changed.\n"
    }
    var text = ""
    for change in answer.changes { text += Escape.oneLine(change) + "\n" }
    for change in answer.needsRestart {
      text += Escape.oneLine(change) + ", " + style.paint("after a restart", .warning) + "\n"
    }
    return text
  }
}
