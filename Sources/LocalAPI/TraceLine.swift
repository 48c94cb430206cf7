/// One line that crossed a modem's port: an event of `GET /v1/modems/NAME/trace`.
public struct TraceLine: Codable, Hashable, Sendable {
  /// Which way it went.
  public enum Direction: String, Codable, Hashable, Sendable {
    /// From the modem.
    case `in`
    /// To the modem.
    case out
  }

  /// When.
  public var at: WireTime
  /// Which way it went.
  public var direction: Direction
  /// The line; PINs and the contents of messages are masked.
  public var line: String

  /// A line.
  public init(at: WireTime, direction: Direction, line: String) {
    self.at = at
    self.direction = direction
    self.line = line
  }
}
