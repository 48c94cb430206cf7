import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// Which messages to change: named one by one, or all that fit a filter.
struct MessageSelection: ParsableArguments {
  @Argument(help: "The ids of the messages, 26 letters and digits each: \"hermod message list\".")
  var ids: [MessageID] = []

  @OptionGroup var filter: MessageFilterOptions

  @Flag(name: .shortAndLong, help: "Do not ask before changing what --state and --to select.")
  var yes = false

  func validate() throws {
    let isFiltered = !filter.state.isEmpty || filter.to != nil
    guard ids.isEmpty == isFiltered else {
      throw ValidationError("Name messages by id, or select them with --state and --to.")
    }
  }

  /// The messages that are meant; where they were not named, asks `question`, which is
  /// given how many there are.
  func resolve(
    _ client: GatewayClient,
    question: (String) -> String
  ) async throws -> [MessageID] {
    guard ids.isEmpty else { return ids }
    var found: [MessageID] = []
    var page = PageRequest(limit: PageRequest.mostEntries)
    while true {
      let filter = MessageFilter(states: filter.state, to: filter.to, page: page)
      let list = try await client.messages(filter).value
      found += list.messages.map(\.id)
      guard let next = list.next else { break }
      page.after = next
    }
    guard !found.isEmpty else { return [] }
    try yes ? () : Confirmation.ask(question(Style.count(found.count, "message")))
    return found
  }
}

/// A question on the terminal, before many things change at once.
enum Confirmation {
  /// Goes on only after "y".
  ///
  /// - Throws: `CommandFailure` where the answer is no, or nobody can be asked.
  static func ask(_ question: String) throws {
    guard StandardInput.isTerminal, StandardError.isTerminal else {
      throw CommandFailure(
        "about to \(question.lowercased()); add --yes to do so without being asked",
        exitCode: ExitStatus.usage
      )
    }
    StandardError.write("\(question)? [y/N] ")
    let answer = readLine()?.lowercased() ?? ""
    guard answer == "y" || answer == "yes" else {
      throw CommandFailure("nothing was changed", exitCode: ExitStatus.no)
    }
  }
}

/// A command that changes messages, one after the other; what cannot be changed is said, and the rest
/// goes on.
protocol MessageChange: AsyncParsableCommand {
  var client: ClientOptions { get }
  var selection: MessageSelection { get }

  /// What is asked before many messages change; it is given how many.
  func question(_ count: String) -> String
  /// Changes one.
  func change(
    _ id: MessageID,
    _ gateway: GatewayClient
  ) async throws(GatewayClientError) -> Answer<MessageView>
}

extension MessageChange {
  func run() async throws {
    try await client.withClient { gateway in
      try await apply(to: try await selection.resolve(gateway, question: question), gateway)
    }
  }

  private func apply(to ids: [MessageID], _ gateway: GatewayClient) async throws {
    if ids.isEmpty, !client.json { StandardOutput.write(line: "There are no such messages.") }
    var failure: CommandFailure?
    for id in ids {
      do throws(GatewayClientError) {
        client.print(try await change(id, gateway)) { MessageLine.text($0, $1) + "\n" }
      } catch {
        guard case .problem(let problem) = error else { throw error }
        failure = CommandFailure(GatewayClientError.problem(problem))
        StandardError.write("hermod: \(id): \(Escape.visible(problem.detail))\n")
      }
    }
    if let failure { throw ExitCode(failure.exitCode) }
  }
}

/// `hermod message cancel`.
struct MessageCancel: MessageChange {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Take back messages that have not left yet."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var selection: MessageSelection

  func question(_ count: String) -> String { "Cancel \(count)" }

  func change(
    _ id: MessageID,
    _ gateway: GatewayClient
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await gateway.cancelMessage(id)
  }
}

/// `hermod message retry`.
struct MessageRetry: MessageChange {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Queue messages again that failed, expired or were cancelled."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var selection: MessageSelection

  func question(_ count: String) -> String { "Queue \(count) again" }

  func change(
    _ id: MessageID,
    _ gateway: GatewayClient
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await gateway.retryMessage(id)
  }
}

/// `hermod message resolve`.
struct MessageResolve: MessageChange {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Settle messages of which nobody could know whether they were sent.",
    discussion: """
      Ask the recipient if you can. "--resend" may bring them a second copy; it is marked as a \
      possible duplicate.
      """
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var selection: MessageSelection

  @Flag var verdict: ResolutionFlag

  func question(_ count: String) -> String { "\(verdict.question) \(count)" }

  func change(
    _ id: MessageID,
    _ gateway: GatewayClient
  ) async throws(GatewayClientError) -> Answer<MessageView> {
    try await gateway.resolveMessage(id, as: verdict.resolution)
  }
}

/// What somebody has found out about a message, or wants in spite of not knowing.
enum ResolutionFlag: EnumerableFlag {
  case sent, resend, drop

  static func help(for flag: Self) -> ArgumentHelp? {
    switch flag {
    case .sent: "It did arrive."
    case .resend: "Send it again."
    case .drop: "Leave it: it stays unknown, and is closed."
    }
  }

  var resolution: Resolution {
    switch self {
    case .sent: .sent
    case .resend: .resend
    case .drop: .close
    }
  }

  fileprivate var question: String {
    switch self {
    case .sent: "Call sent"
    case .resend: "Send again"
    case .drop: "Close"
    }
  }
}
