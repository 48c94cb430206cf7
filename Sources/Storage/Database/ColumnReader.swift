internal import GRDB
internal import Messaging

/// The columns of a row where SQLite has it, read from left to right.
///
/// A `Row` builds a table of its column names for every query, which takes longer than most queries of
/// the way of a message: what they read is named in its order, and read in it.
struct ColumnReader {
  /// The query, which is at its end once nobody holds it.
  private let places: FastDatabaseValueCursor<RowPlace>
  private let statement: SQLiteStatement
  private var place: CInt = 0

  fileprivate init(_ places: FastDatabaseValueCursor<RowPlace>, _ statement: SQLiteStatement) {
    self.places = places
    self.statement = statement
  }

  /// The next column; nil where it is NULL.
  mutating func optional<Value: StatementColumnConvertible>(_: Value.Type = Value.self) -> Value? {
    defer { place += 1 }
    return Value.fromStatement(statement, atUncheckedIndex: place)
  }

  /// The next column, which the schema says is there.
  mutating func value<Value: StatementColumnConvertible>(_: Value.Type = Value.self) throws -> Value
  {
    guard let value: Value = optional() else {
      throw StoreError.unreadable(detail: "column \(place) holds nothing")
    }
    return value
  }

  /// A value that is stored under its name.
  mutating func named<Value: RawRepresentable>(_: Value.Type = Value.self) throws -> Value
  where Value.RawValue == String {
    try read(Value.init(rawValue:))
  }

  /// A value that is stored under its name, where there is one.
  mutating func optionallyNamed<Value: RawRepresentable>(
    _: Value.Type = Value.self
  ) throws -> Value? where Value.RawValue == String {
    guard let text = optional(String.self) else { return nil }
    guard let value = Value(rawValue: text) else { throw unreadable(text) }
    return value
  }

  /// A moment.
  mutating func timestamp() throws -> Timestamp {
    Timestamp(milliseconds: try value())
  }

  /// A moment, where there is one.
  mutating func optionalTimestamp() -> Timestamp? {
    optional().map(Timestamp.init(milliseconds:))
  }

  /// A message's name.
  mutating func messageID() throws -> MessageID {
    try read { MessageID($0) }
  }

  /// A SIM.
  mutating func iccid() throws -> ICCID {
    try read { ICCID($0) }
  }

  /// A number.
  mutating func phoneNumber() throws -> PhoneNumber {
    PhoneNumber(normalForm: try value())
  }

  /// An octet, where there is one.
  mutating func octet() throws -> UInt8? {
    guard let number = optional(Int64.self) else { return nil }
    guard let octet = UInt8(exactly: number) else { throw unreadable("\(number)") }
    return octet
  }

  /// Octets, where there are any.
  mutating func octets() -> [UInt8]? {
    optional(Blob.self)?.octets
  }

  private mutating func read<Value>(_ make: (String) -> Value?) throws -> Value {
    let text: String = try value()
    guard let value = make(text) else { throw unreadable(text) }
    return value
  }

  private func unreadable(_ text: String) -> StoreError {
    .unreadable(detail: "column \(place) holds \(text)")
  }
}

extension Database {
  /// What is made of the rows of a query, compiled once per connection.
  ///
  /// - Parameters:
  ///   - sql: The query; its first column is never NULL.
  ///   - arguments: Its arguments.
  ///   - make: Called with each row while the query runs; it runs no query with the same text.
  /// - Returns: What it made, in order.
  /// - Throws: What the query or `make` threw.
  func all<Value>(
    _ sql: String,
    _ arguments: StatementArguments = StatementArguments(),
    as make: (inout ColumnReader) throws -> Value
  ) throws -> [Value] {
    let cursor = try ReaderCursor(self, sql, arguments)
    var values: [Value] = []
    while var columns = try cursor.next() { values.append(try make(&columns)) }
    return values
  }

  /// What is made of the first row of a query, compiled once per connection.
  func first<Value>(
    _ sql: String,
    _ arguments: StatementArguments = StatementArguments(),
    as make: (inout ColumnReader) throws -> Value
  ) throws -> Value? {
    guard var columns = try ReaderCursor(self, sql, arguments).next() else { return nil }
    return try make(&columns)
  }
}

/// The rows of a query, one after another.
struct ReaderCursor {
  private let places: FastDatabaseValueCursor<RowPlace>

  /// - Parameters:
  ///   - db: The connection.
  ///   - sql: The query; its first column is never NULL.
  ///   - arguments: Its arguments.
  /// - Throws: What the query threw.
  init(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws {
    places = try RowPlace.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The next row, which is there until the one after it is asked for; nil at the end.
  func next() throws -> ColumnReader? {
    try places.next().map { ColumnReader(places, $0.statement) }
  }
}

/// Where SQLite has the row that a query stands on.
private struct RowPlace: DatabaseValueConvertible, StatementColumnConvertible {
  let statement: SQLiteStatement

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    statement = sqliteStatement
  }

  var databaseValue: DatabaseValue { .null }

  static func fromDatabaseValue(_: DatabaseValue) -> RowPlace? { nil }
}

/// The octets of a blob.
private struct Blob: StatementColumnConvertible {
  let octets: [UInt8]

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    let value = DatabaseValue(sqliteStatement: sqliteStatement, index: index)
    guard let octets = value.octets else { return nil }
    self.octets = octets
  }
}
