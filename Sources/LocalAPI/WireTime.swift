public import Messaging

/// A moment as it stands in JSON: RFC 3339 in UTC with milliseconds, `2026-05-03T09:41:00.000Z`.
public struct WireTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The moment itself.
  public var timestamp: Timestamp

  /// A moment to be written.
  public init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// Reads an RFC 3339 date and time; nil where the text is none, or the date does not exist.
  ///
  /// Any offset is understood, digits beyond the milliseconds are dropped, and a leap second reads
  /// as the second after it.
  public init?(_ text: some StringProtocol) {
    guard let timestamp = Timestamp(rfc3339: text) else { return nil }
    self.init(timestamp)
  }

  /// RFC 3339 in UTC; moments outside the years 1 to 9999 are written as the nearest in them.
  public var description: String { timestamp.rfc3339 }

  /// Whether one moment comes before another.
  public static func < (left: WireTime, right: WireTime) -> Bool {
    left.timestamp < right.timestamp
  }
}

extension WireTime: Codable {
  /// Reads RFC 3339 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = WireTime(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "not a date and time of RFC 3339, such as 2026-05-03T09:41:00Z"
      )
    }
    self = time
  }

  /// Writes RFC 3339 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
