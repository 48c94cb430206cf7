internal import GRDB

/// How long what is done with is kept.
public struct Retention: Hashable, Sendable {
  /// How long a message is kept after it came to rest, with its attempts.
  public var messages: Duration
  /// How long a received message is kept.
  public var inbound: Duration

  /// Idempotency keys are kept this long.
  static let idempotencyKeys: Duration = .seconds(7 * 24 * 60 * 60)

  /// Retention; as it stands, 90 days for both.
  public init(
    messages: Duration = .seconds(90 * 24 * 60 * 60),
    inbound: Duration = .seconds(90 * 24 * 60 * 60)
  ) {
    self.messages = messages
    self.inbound = inbound
  }
}
