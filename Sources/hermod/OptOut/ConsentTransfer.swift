import ArgumentParser
import Foundation
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
    try await client.withClient { client in
      if !self.client.json { StandardOutput.write(line: OptOutRows.heading) }
      var page = PageRequest(limit: PageRequest.mostEntries)
      while true {
        let list = try await client.consents(page).value
        for consent in list.consents {
          StandardOutput.write(
            line: self.client.json
              ? String(decoding: try WireJSON.encode(consent), as: UTF8.self)
              : OptOutRows.line(
                OptOutView(
                  number: consent.number,
                  scope: OptOutScope.marketing.rawValue,
                  since: consent.since,
                  source: consent.source,
                  detail: consent.detail
                )
              )
          )
        }
        guard let next = list.next else { return }
        page.after = next
      }
    }
  }
}

/// Hands the rows of a file to the gateway, one after another.
struct ListImport {
  let client: ClientOptions
  let file: String
  /// What those on the list have done, for the summary.
  let outcome: String

  func run(
    _ record: @escaping @Sendable (GatewayClient, OptOutFile.Row) async throws -> Void
  ) async throws {
    let rows = try OptOutRows.read(try text())
    var added = 0
    var rejected = 0
    try await client.withClient { client in
      for row in rows {
        do {
          try await record(client, row)
          added += 1
        } catch let error as GatewayClientError {
          guard case .problem(let problem) = error, problem.status < 500 else { throw error }
          rejected += 1
          StandardError.write("hermod: line \(row.line): \(Escape.visible(problem.detail))\n")
        }
      }
    }
    let summary = Summary(added: added, rejected: rejected)
    if client.json {
      StandardOutput.write(line: String(decoding: try WireJSON.encode(summary), as: UTF8.self))
    } else {
      StandardOutput.write(
        line: "\(Style.count(added, "number")) \(outcome), \(rejected) rejected"
      )
    }
    if rejected > 0 { throw ExitCode(ExitStatus.badData) }
  }

  private func text() throws -> String {
    if file == "-" { return try StandardInput.text(limit: 64 * 1024 * 1024) }
    do {
      return try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      throw CommandFailure(
        "cannot read \(file): \(error.localizedDescription)",
        exitCode: ExitStatus.badData
      )
    }
  }

  /// What an import did.
  private struct Summary: Encodable {
    var added: Int
    var rejected: Int
  }
}
