import ArgumentParser
import LocalAPI
import Messaging

/// `hermod queue`.
struct QueueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Show the queue; pause and resume classes of messages.",
    subcommands: [QueueShow.self, QueuePause.self, QueueResume.self, QueueRelease.self],
    defaultSubcommand: QueueShow.self
  )
}

/// `hermod queue show`, which may be left out.
struct QueueShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Count the messages that are not at rest, by class and state."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.queue()) { QueueTable(queue: $0, style: $1).text }
    }
  }
}

/// Which class is meant: one, or all of them.
struct ClassArgument: ParsableArguments {
  @Argument(help: "otp, alert, notification, marketing, or all.")
  var messageClass: String

  /// The class; nil for all.
  var value: MessageClass? { MessageClass(rawValue: messageClass) }

  func validate() throws {
    guard messageClass == "all" || value != nil else {
      throw ValidationError(
        "There is no class \"\(messageClass)\", only otp, alert, notification, marketing, and all."
      )
    }
  }
}

/// `hermod queue pause`.
struct QueuePause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Hold back a class: it is accepted, and not sent until it is resumed."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: ClassArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.pauseQueue(target.value)) {
        QueueTable(queue: $0, style: $1).text
      }
    }
  }
}

/// `hermod queue resume`.
struct QueueResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Send a class again that was paused."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: ClassArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.resumeQueue(target.value)) {
        QueueTable(queue: $0, style: $1).text
      }
    }
  }
}
