import ArgumentParser
import LocalAPI
import Messaging

/// `hermod optout import`.
struct OptOutImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the numbers of a file to the list.",
    discussion: """
      The file is CSV: a number, and if you like a scope, a reason and since when behind it, as \
      "export" writes them; or just a number on each line. What is on the list already stays as \
      it is. Lines that begin with # and a heading are passed over. Every number that can be read \
      is added; the lines that cannot are named, and the exit code is 65 then.
      """
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "The file; standard input where it is missing or \"-\".", completion: .file())
  var file: String = "-"

  func run() async throws {
    try await ListImport(client: client, file: file, outcome: "opted out").run { client, row in
      let request = OptOutRequest(
        scope: row.scope,
        reason: row.reason,
        source: "import",
        since: row.since.map { WireTime($0) }
      )
      _ = try await client.addOptOut(of: row.number, request)
    }
  }
}

/// `hermod optout export`.
struct OptOutExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole list as CSV to standard output."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await ListExport(client: client).run { gateway, page in
      let list = try await gateway.optOuts(page).value
      return (list.optOuts, list.next)
    } row: { optOut in
      optOut
    }
  }
}
