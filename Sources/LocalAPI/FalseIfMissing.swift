/// A truth that servers of earlier versions do not tell: a key that is not there reads as false.
@propertyWrapper
public struct FalseIfMissing: Hashable, Sendable {
  /// The truth.
  public var wrappedValue: Bool

  /// A truth.
  public init(wrappedValue: Bool) {
    self.wrappedValue = wrappedValue
  }
}

extension FalseIfMissing: Codable {
  /// Reads the truth.
  public init(from decoder: any Decoder) throws {
    wrappedValue = try decoder.singleValueContainer().decode(Bool.self)
  }

  /// Writes the truth.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

extension KeyedDecodingContainer {
  /// What the compiler's own `Decodable` calls for such a property.
  func decode(_ type: FalseIfMissing.Type, forKey key: Key) throws -> FalseIfMissing {
    FalseIfMissing(wrappedValue: try decodeIfPresent(Bool.self, forKey: key) ?? false)
  }
}
