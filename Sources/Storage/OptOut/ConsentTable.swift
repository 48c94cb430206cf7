internal import GRDB
internal import Messaging

/// The recorded consents to marketing, as a transaction sees them.
enum ConsentTable {
  private static let setting = "require_consent"

  /// Whether marketing goes only to numbers with a recorded consent.
  static func isRequired(in db: Database) throws -> Bool {
    try db.value(String.self, "SELECT value FROM settings WHERE name = ?", [setting]) == "yes"
  }

  static func require(_ isRequired: Bool, in db: Database) throws {
    try db.run(
      "INSERT OR REPLACE INTO settings VALUES (?, ?)",
      [setting, isRequired ? "yes" : "no"]
    )
  }

  static func has(_ number: PhoneNumber, in db: Database) throws -> Bool {
    try db.value(
      Int.self,
      "SELECT 1 FROM consents WHERE number = ?",
      [number.description]
    ) != nil
  }

  static func add(_ entry: OptOutEntry, in db: Database) throws {
    try db.run(
      "INSERT OR IGNORE INTO consents VALUES (?, ?)",
      [entry.number.description, (entry.since ?? entry.at).milliseconds]
    )
  }

  static func remove(_ number: PhoneNumber, in db: Database) throws {
    try db.run("DELETE FROM consents WHERE number = ?", [number.description])
  }
}
