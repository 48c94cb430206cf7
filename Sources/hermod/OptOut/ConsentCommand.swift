import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// `hermod optout consent`.
struct ConsentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Look at and change the record of who agreed to marketing.",
    discussion: """
      With require_consent = true in [optout] only numbers on this list get marketing. START by SMS \
      puts its sender on it, and any opt-out takes the number off. "optout history" has it all.
      """,
    subcommands: [
      ConsentListCommand.self, ConsentAdd.self, ConsentRemove.self, ConsentCheckCommand.self,
      ConsentImport.self, ConsentExport.self,
    ],
    defaultSubcommand: ConsentListCommand.self
  )
}

/// `hermod optout consent list`, where `list` may be left out.
struct ConsentListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the numbers whose owners have agreed to marketing."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var page: PageOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.consents(page.request)) { list, style in
        guard !list.consents.isEmpty else { return "Nobody has agreed to marketing.\n" }
        var table = Table([
          .init("NUMBER"), .init("SINCE"), .init("SOURCE"), .init("DETAIL", isFlexible: true),
        ])
        for consent in list.consents {
          table.add([
            .init(consent.number), .init(style.time(consent.since)), .init(consent.source),
            .init(consent.detail ?? ""),
          ])
        }
        guard let next = list.next else { return table.text(style) }
        return table.text(style)
          + style.paint("There are more: --after \(Escape.oneLine(next))", .faint) + "\n"
      }
    }
  }
}

/// `hermod optout consent add`.
struct ConsentAdd: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Record that the owner of a number has agreed to marketing; it lifts no opt-out."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  @Option(help: "How and where it was given, for whoever asks later.")
  var reason: String?

  func ask(_ gateway: GatewayClient) async throws -> Answer<ConsentCheck> {
    try await gateway.addConsent(of: target.number, ConsentRequest(reason: reason))
  }
}

/// `hermod optout consent remove`.
struct ConsentRemove: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Record that a consent is taken back."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  func ask(_ gateway: GatewayClient) async throws -> Answer<ConsentCheck> {
    try await gateway.removeConsent(of: target.number)
  }
}

/// `hermod optout consent check`.
struct ConsentCheckCommand: NumberCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a consent is recorded: exit with 1 where none is."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var target: NumberArgument

  func ask(_ gateway: GatewayClient) async throws -> Answer<ConsentCheck> {
    try await gateway.consent(of: target.number)
  }

  static func exitCode(_ check: ConsentCheck) -> Int32 { check.consented ? 0 : ExitStatus.no }
}
