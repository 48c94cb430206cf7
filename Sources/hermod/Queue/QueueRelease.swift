import ArgumentParser
import LocalAPI
import Messaging

/// `hermod queue release`.
struct QueueRelease: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Let messages go on that are held since a backup was restored.",
    discussion: """
      What was sent after the backup was made is sent again. Cancel first what must not be: \
      "hermod message list --state queued" shows what waits.
      """
  )

  @OptionGroup var client: ClientOptions
  @Argument(help: "The message; all that are held where nothing is said.")
  var id: String?

  func validate() throws {
    if let id, MessageID(id.uppercased()) == nil {
      throw ValidationError("\(id) is not the id of a message; ids have 26 letters and digits.")
    }
  }

  func run() async throws {
    let message = id.flatMap { MessageID($0.uppercased()) }
    try await client.withClient { client in
      let answer = try await client.releaseHeld(message)
      self.client.print(answer) { answer, _ in
        switch answer.released {
        case 0: "Nothing was held.\n"
        case 1: "1 message goes on.\n"
        case let count: "\(count) messages go on.\n"
        }
      }
    }
  }
}
