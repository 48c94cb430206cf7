import LocalAPI
import Messaging

/// The list of opt-outs as CSV (RFC 4180).
enum OptOutRows {
  static let heading = "number,scope,reason,since,source"

  /// A line of the export.
  static func line(_ optOut: OptOutView) -> String {
    [
      optOut.number, optOut.scope, optOut.detail ?? "", optOut.since.description, optOut.source,
    ].map(quote).joined(separator: ",")
  }

  /// The lines of an import.
  ///
  /// - Throws: `CommandFailure` where a quoted field does not end.
  static func read(_ text: String) throws -> [OptOutFile.Row] {
    do {
      return try OptOutFile(text).rows
    } catch {
      throw CommandFailure("\(error)", exitCode: ExitStatus.badData)
    }
  }

  private static func quote(_ field: String) -> String {
    // A spreadsheet runs what begins with one of these, so such text is quoted with a mark before it.
    let isFormula = field.first.map { "=@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + field : field
    guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
