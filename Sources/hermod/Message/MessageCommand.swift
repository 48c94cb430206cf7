import ArgumentParser
import LocalAPI
import Messaging

/// `hermod message`.
struct MessageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message",
    abstract: "Look at messages, cancel them, try them again, settle what is unknown.",
    subcommands: [
      MessageListCommand.self,
      MessageShow.self,
      MessageCancel.self,
      MessageRetry.self,
      MessageResolve.self,
    ],
    defaultSubcommand: MessageListCommand.self
  )
}

/// Which messages are meant, where one does not name them.
struct MessageFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only messages in this state: \(MessageState.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "state"
    )
  )
  var state: [MessageState] = []

  @Option(help: ArgumentHelp("Only messages to this number.", valueName: "number"))
  var to: String?
}

/// `hermod message list`, where `list` may be left out.
struct MessageListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List messages, the newest first."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var filter: MessageFilterOptions
  @OptionGroup var page: PageOptions

  func run() async throws {
    let filter = MessageFilter(states: filter.state, to: filter.to, page: page.request)
    try await client.withClient { client in
      self.client.print(try await client.messages(filter)) {
        MessageTable(list: $0, style: $1).text
      }
    }
  }
}

/// `hermod message show`.
struct MessageShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell the whole story of a message: every segment, attempt, modem and report."
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "The id of the message, 26 letters and digits: \"hermod message list\" shows it.")
  var id: MessageID

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.message(id)) { MessagePage(message: $0, style: $1).text }
    }
  }
}
