internal import GRDB
internal import Messaging

extension Database {
  /// Runs a statement that gives no rows, compiled once per connection.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The rows of a query, compiled once per connection.
  func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
    try Row.fetchAll(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first row of a query, compiled once per connection.
  func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
    try Row.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first value of a query, compiled once per connection.
  func value<Value: DatabaseValueConvertible>(
    _ type: Value.Type,
    _ sql: String,
    _ arguments: StatementArguments = StatementArguments()
  ) throws -> Value? {
    try Value.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }
}

extension Row {
  /// A value that the schema says is there.
  func required<Value: RawRepresentable>(_ column: String) throws -> Value
  where Value.RawValue == String {
    let text: String = self[column]
    guard let value = Value(rawValue: text) else { throw unreadable(column, text) }
    return value
  }

  /// A moment that the schema says is there.
  func timestamp(_ column: String) -> Timestamp {
    Timestamp(milliseconds: self[column])
  }

  /// A moment, where there is one.
  func optionalTimestamp(_ column: String) -> Timestamp? {
    let milliseconds: Int64? = self[column]
    return milliseconds.map(Timestamp.init(milliseconds:))
  }

  /// A message's name.
  func messageID(_ column: String) throws -> MessageID {
    let text: String = self[column]
    guard let id = MessageID(text) else { throw unreadable(column, text) }
    return id
  }

  /// A SIM.
  func iccid(_ column: String) throws -> ICCID {
    let text: String = self[column]
    guard let iccid = ICCID(text) else { throw unreadable(column, text) }
    return iccid
  }

  /// A number.
  func phoneNumber(_ column: String) -> PhoneNumber {
    PhoneNumber(normalForm: self[column])
  }

  /// An octet, where there is one.
  func octet(_ column: String) -> UInt8? {
    let value: Int64? = self[column]
    return value.flatMap(UInt8.init(exactly:))
  }

  /// Octets, where there are any.
  func octets(_ column: String) -> [UInt8]? {
    let data: [UInt8]? = (self[column] as DatabaseValue).octets
    return data
  }

  private func unreadable(_ column: String, _ text: String) -> StoreError {
    .unreadable(detail: "column \(column) holds \(text)")
  }
}

extension DatabaseValue {
  /// The octets of a blob.
  var octets: [UInt8]? {
    guard case .blob(let data) = storage else { return nil }
    return Array(data)
  }
}
