import ArgumentParser
import Foundation
import Gateway
import LocalAPI
import Messaging

/// Hands the rows of a file to the gateway, many at a time: it makes those that come together durable
/// together.
struct ListImport {
  let client: ClientOptions
  let file: String
  /// What those on the list have done, for the summary.
  let outcome: String

  /// How many rows are on their way at the same time.
  private static let batch = 64

  /// Records all rows; those that the gateway refuses are named, in the order of the file.
  func run(
    _ record: @escaping @Sendable (GatewayClient, OptOutFile.Row) async throws -> Void
  ) async throws {
    let rows = try OptOutRows.read(try text())
    let progress = ImportProgress(
      total: rows.count,
      isShown: StandardError.isTerminal && !client.json
    )
    var summary = Summary(added: 0, rejected: 0)
    try await client.withClient { client in
      for batch in Self.batches(of: rows) {
        let refusals = try await Self.refusals(of: batch) { try await record(client, $0) }
        summary.rejected += refusals.count
        summary.added += batch.count - refusals.count
        progress.hide()
        for (line, problem) in refusals {
          StandardError.write("hermod: line \(line): \(Escape.visible(problem.detail))\n")
        }
        progress.show(summary.added + summary.rejected)
      }
    }
    progress.hide()
    if client.json {
      StandardOutput.write(line: String(decoding: try WireJSON.encode(summary), as: UTF8.self))
    } else {
      StandardOutput.write(
        line: "\(Style.count(summary.added, "number")) \(outcome), \(summary.rejected) rejected"
      )
    }
    if summary.rejected > 0 { throw ExitCode(ExitStatus.badData) }
  }

  /// The rows, so that none is in one batch with another of its number: of two the first counts.
  static func batches(of rows: [OptOutFile.Row]) -> [[OptOutFile.Row]] {
    var batches: [[OptOutFile.Row]] = []
    var numbers: Set<String> = []
    for row in rows {
      let isNew = numbers.insert(row.number).inserted
      if !isNew || batches.last?.count ?? Self.batch == Self.batch {
        batches.append([])
        numbers = [row.number]
      }
      batches[batches.count - 1].append(row)
    }
    return batches
  }

  /// Records rows at the same time.
  ///
  /// - Returns: Those that the gateway refuses, by their lines.
  /// - Throws: What keeps the others from being recorded, too.
  private static func refusals(
    of rows: [OptOutFile.Row],
    _ record: @escaping @Sendable (OptOutFile.Row) async throws -> Void
  ) async throws -> [(line: Int, problem: ProblemDocument)] {
    try await withThrowingTaskGroup(of: (Int, ProblemDocument)?.self) { group in
      for row in rows {
        group.addTask {
          do {
            try await record(row)
            return nil
          } catch let error as GatewayClientError {
            guard case .problem(let problem) = error, problem.status < 500 else { throw error }
            return (row.line, problem)
          }
        }
      }
      var refusals: [(line: Int, problem: ProblemDocument)] = []
      for try await case let refusal? in group { refusals.append(refusal) }
      return refusals.sorted { $0.line < $1.line }
    }
  }

  private func text() throws -> String {
    if file == "-" { return try StandardInput.text(limit: 64 * 1024 * 1024) }
    do {
      return try FileText.read(file, limit: 64 << 20)
    } catch {
      throw CommandFailure("\(file) \(error)", exitCode: ExitStatus.badData)
    }
  }

  /// What an import did.
  private struct Summary: Encodable {
    var added: Int
    var rejected: Int
  }
}

/// How far an import is, on one line of a terminal that is written over.
struct ImportProgress {
  let total: Int
  let isShown: Bool

  func show(_ done: Int) {
    guard isShown else { return }
    StandardError.write("\(done) of \(total)")
  }

  func hide() {
    guard isShown else { return }
    StandardError.write("\r\u{1B}[K")
  }
}
