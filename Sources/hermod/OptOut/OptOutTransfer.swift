import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// `hermod optout import`.
struct OptOutImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the numbers of a file to the list.",
    discussion: """
      The file is CSV: a number, and if you like a scope and a reason behind it, as "export" writes \
      them. Lines that begin with # and a heading are passed over. Every number that can be read is \
      added; the lines that cannot are named, and the exit code is 65 then.
      """
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "The file; standard input where it is missing or \"-\".", completion: .file())
  var file: String = "-"

  func run() async throws {
    let rows = try OptOutRows.read(try text())
    var added = 0
    var rejected = 0
    try await client.withClient { client in
      for row in rows {
        do {
          let request = OptOutRequest(scope: row.scope, reason: row.reason, source: "import")
          _ = try await client.addOptOut(of: row.number, request)
          added += 1
        } catch let error as GatewayClientError {
          guard case .problem(let problem) = error, problem.status < 500 else { throw error }
          rejected += 1
          StandardError.write("hermod: line \(row.line): \(Escape.visible(problem.detail))\n")
        }
      }
    }
    let summary = OptOutImportSummary(added: added, rejected: rejected)
    if client.json {
      StandardOutput.write(
        line: String(decoding: try WireJSON.encode(summary), as: UTF8.self)
      )
    } else {
      StandardOutput.write(line: "\(Style.count(added, "number")) opted out, \(rejected) rejected")
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
}

/// What an import did.
private struct OptOutImportSummary: Encodable {
  var added: Int
  var rejected: Int
}

/// `hermod optout export`.
struct OptOutExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole list as CSV to standard output."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await client.withClient { client in
      if !self.client.json { StandardOutput.write(line: OptOutRows.heading) }
      var page = PageRequest(limit: PageRequest.mostEntries)
      while true {
        let list = try await client.optOuts(page).value
        for optOut in list.optOuts {
          StandardOutput.write(
            line: self.client.json
              ? String(decoding: try WireJSON.encode(optOut), as: UTF8.self)
              : OptOutRows.line(optOut)
          )
        }
        guard let next = list.next else { return }
        page.after = next
      }
    }
  }
}
