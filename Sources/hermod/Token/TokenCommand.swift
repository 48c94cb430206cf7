import ArgumentParser
import LocalAPI
import Messaging

/// `hermod token`.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Make, list and revoke the tokens of the HTTP interface.",
    subcommands: [TokenListCommand.self, TokenCreate.self, TokenRevoke.self],
    defaultSubcommand: TokenListCommand.self
  )
}

/// `hermod token list`, where `list` may be left out.
struct TokenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the tokens, also the revoked ones."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.tokens()) { list, style in
        list.tokens.isEmpty
          ? "There is no token; \"hermod token create NAME\" makes one.\n"
          : TokenTable(tokens: list.tokens, style: style).text
      }
    }
  }
}

/// `hermod token create`.
struct TokenCreate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a token. It is shown once: only a hash of it is kept."
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "What to call it, for instance after the application that gets it.")
  var name: String

  @Option(
    help: """
      What it allows: submit (send, see its own messages, add opt-outs), read (see everything, \
      change nothing) or admin (everything).
      """
  )
  var scope = TokenScope.submit

  @Option(help: "How long it lasts, for instance 90d; for ever where nothing is said.")
  var expires: TimeSpan?

  func run() async throws {
    try await client.withClient { client in
      let request = TokenRequest(
        name: name,
        scope: scope,
        expiresIn: expires.map { Int($0.seconds) }
      )
      let answer = try await client.createToken(request)
      self.client.print(answer) { new, _ in new.token + "\n" }
      guard !self.client.json else { return }
      StandardError.write(
        "Keep it now: it is not shown again. Send it as \"Authorization: Bearer TOKEN\".\n"
      )
    }
  }
}

/// `hermod token revoke`.
struct TokenRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Revoke a token, at once and for good."
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "The name of the token.")
  var name: String

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.revokeToken(named: name)) { token, _ in
        "The token \(token.name) opens nothing any more.\n"
      }
    }
  }
}
