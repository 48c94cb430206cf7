import ArgumentParser
import LocalAPI
import Messaging

/// `hermod optout`.
struct OptOutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optout",
    abstract: "Look at and change the list of numbers that want no more messages.",
    subcommands: [
      OptOutListCommand.self,
      OptOutAdd.self,
      OptOutRemove.self,
      OptOutCheckCommand.self,
      OptOutHistoryCommand.self,
      OptOutImport.self,
      OptOutExport.self,
      ConsentCommand.self,
      OptOutClassify.self,
    ],
    defaultSubcommand: OptOutListCommand.self
  )
}

/// A phone number.
struct NumberArgument: ParsableArguments {
  @Argument(help: "The phone number, best with + and country code.")
  var number: String
}

/// `hermod optout list`, where `list` may be left out.
struct OptOutListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the numbers that have opted out."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var page: PageOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.optOuts(page.request)) {
        OptOutTable(list: $0, style: $1).text
      }
    }
  }
}

/// `hermod optout add`.
struct OptOutAdd: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Opt a number out: nothing is sent to it any more, from now on."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  @Option(help: "What it wants no more of: all, or the name of a class.")
  var scope: String?

  @Option(help: "Why, for whoever asks later.")
  var reason: String?

  func ask(_ gateway: GatewayClient) async throws -> Answer<OptOutCheck> {
    try await gateway.addOptOut(
      of: target.number,
      OptOutRequest(scope: scope, reason: reason)
    )
  }
}

/// `hermod optout remove`.
struct OptOutRemove: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Let a number receive messages again; only do this when its owner asks for it."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  func ask(_ gateway: GatewayClient) async throws -> Answer<OptOutCheck> {
    try await gateway.removeOptOut(of: target.number)
  }
}

/// `hermod optout check`.
struct OptOutCheckCommand: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a number has opted out: then exit with 1."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  func ask(_ gateway: GatewayClient) async throws -> Answer<OptOutCheck> {
    try await gateway.optOut(of: target.number)
  }

  static func exitCode(_ check: OptOutCheck) -> Int32 { check.optedOut ? ExitStatus.no : 0 }
}

/// `hermod optout history`.
struct OptOutHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show when and how a number opted out and in."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.optOutHistory(of: target.number)) { history, style in
        guard !history.entries.isEmpty else {
          return "Nothing is known of \(Escape.oneLine(history.number)).\n"
        }
        var table = Table([
          .init("TIME"), .init("ACTION"), .init("SCOPE"), .init("SOURCE"), .init("BY"),
          .init("DETAIL", isFlexible: true),
        ])
        for entry in history.entries {
          table.add([
            .init(style.fullTime(entry.at)), .init(entry.action), .init(entry.scope),
            .init(entry.source), .init(entry.by ?? "-"), .init(entry.detail ?? ""),
          ])
        }
        return table.text(style)
      }
    }
  }
}

/// Opt-outs, a line each.
struct OptOutTable {
  let list: OptOutList
  let style: Style

  var text: String {
    guard !list.optOuts.isEmpty else { return "No number has opted out.\n" }
    var table = Table([
      .init("NUMBER"), .init("SCOPE"), .init("SINCE"), .init("SOURCE"),
      .init("DETAIL", isFlexible: true),
    ])
    for optOut in list.optOuts {
      table.add([
        .init(optOut.number), .init(optOut.scope), .init(style.time(optOut.since)),
        .init(optOut.source), .init(optOut.detail ?? ""),
      ])
    }
    guard let next = list.next else { return table.text(style) }
    return table.text(style)
      + style.paint("There are more: --after \(Escape.oneLine(next))", .faint) + "\n"
  }
}
