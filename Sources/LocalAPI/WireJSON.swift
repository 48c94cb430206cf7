public import FoundationEssentials

/// JSON as the local API writes and reads it: keys in order, so that equal values are equal text.
public enum WireJSON {
  /// The JSON text of a value, in UTF-8.
  ///
  /// - Parameters:
  ///   - value: What to write.
  ///   - pretty: Whether to indent it for people.
  /// - Returns: The text, without a newline at its end.
  /// - Throws: `EncodingError` for a value that JSON cannot hold.
  public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return try encoder.encode(value)
  }

  /// A value, from JSON text in UTF-8.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - data: The text.
  /// - Returns: The value.
  /// - Throws: `DecodingError`, which says where the text does not fit.
  public static func decode<Value: Decodable>(
    _ type: Value.Type,
    from data: Data
  ) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }
}

/// A key that is known only when the JSON is read or written.
struct DynamicKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// Refuses an object with a key that nobody reads: a misspelt key must not be silently dropped.
  func refuseUnknownKeys<Keys: CodingKey & CaseIterable>(beside known: Keys.Type) throws {
    let container = try container(keyedBy: DynamicKey.self)
    let names = known.allCases.map(\.stringValue)
    let unknown = container.allKeys.map(\.stringValue).filter { !names.contains($0) }.sorted()
    guard let first = unknown.first else { return }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: codingPath + [DynamicKey(first)],
        debugDescription: "there is no such field; the fields are " + names.joined(separator: ", ")
      )
    )
  }
}
