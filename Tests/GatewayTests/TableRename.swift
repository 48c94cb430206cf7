import Foundation
import Testing

/// Renames a table behind the gateway's back, so that whoever asks it is told that there is none.
func renameTable(_ table: String, to other: String, in database: String) throws {
  let sqlite = Process()
  sqlite.executableURL = URL(filePath: "/usr/bin/env")
  sqlite.arguments = [
    // The gateway may be writing.
    "sqlite3", "-cmd", ".timeout 30000", database, "ALTER TABLE \(table) RENAME TO \(other)",
  ]
  try sqlite.run()
  sqlite.waitUntilExit()
  try #require(sqlite.terminationStatus == 0)
}
