import ArgumentParser
import LocalAPI
import Messaging

/// `hermod optout consent import`.
struct ConsentImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Record the consents of a file.",
    discussion: """
      The file is CSV as "consent export" writes it, or just a number on each line. What is on the \
      list already stays as it is; the lines that cannot be read are named, and the exit code is \
      65 then.
      """
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "The file; standard input where it is missing or \"-\".", completion: .file())
  var file: String = "-"

  func run() async throws {
    try await ListImport(client: client, file: file, outcome: "agreed to marketing").run {
      client,
      row in
      let request = ConsentRequest(
        reason: row.reason,
        source: "import",
        since: row.since.map { WireTime($0) }
      )
      _ = try await client.addConsent(of: row.number, request)
    }
  }
}

/// `hermod optout consent export`.
struct ConsentExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all consents as CSV to standard output."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await ListExport(client: client).run { gateway, page in
      let list = try await gateway.consents(page).value
      return (list.consents, list.next)
    } row: { consent in
      OptOutView(
        number: consent.number,
        scope: OptOutScope.marketing.rawValue,
        since: consent.since,
        source: consent.source,
        detail: consent.detail
      )
    }
  }
}
