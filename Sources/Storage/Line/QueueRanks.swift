internal import GRDB
internal import Messaging
internal import QueuePolicy

/// The ranks that there are in some lines, first in line first; those that nobody stands in cost
/// nothing.
struct QueueRanks {
  private let db: Database
  /// The next rank of each line; a line without one has left.
  private var next: [(line: String, rank: Int)] = []

  init(of lines: [String], in db: Database) throws {
    self.db = db
    next = try lines.compactMap { line in
      try Self.rank(of: line, after: -1, in: db).map { (line, $0) }
    }
  }

  /// The first rank; nil where there is none left.
  var first: Int? { next.map(\.rank).min() }

  /// The lines in which somebody has it.
  var lines: [String] {
    let first = first
    return next.filter { $0.rank == first }.map(\.line)
  }

  /// Goes on to the rank behind the first.
  mutating func advance() throws {
    guard let first else { return }
    next = try next.compactMap { line, rank in
      guard rank == first else { return (line, rank) }
      return try Self.rank(of: line, after: rank, in: db).map { (line, $0) }
    }
  }

  private static func rank(of line: String, after rank: Int, in db: Database) throws -> Int? {
    try db.value(
      Int.self,
      """
      SELECT rank FROM messages INDEXED BY messages_line
      WHERE state = 'queued' AND held = 0 AND route = ? AND rank > ?
        ORDER BY rank LIMIT 1
      """,
      [line, rank]
    )
  }
}

extension MessageClass {
  /// The class of a rank; nil where there is no such rank.
  init?(rank: Int) {
    let found = Self.allCases.first { messageClass in
      [true, false].contains { QueueRank(messageClass, isUrgent: $0).value == rank }
    }
    guard let found else { return nil }
    self = found
  }
}
