/// Where a message is in its life.
///
/// `docs/guarantees.md` shows the whole table of transitions.
public enum MessageState: String, Hashable, Sendable, Codable, CaseIterable {
  /// Durable and waiting for a modem. → `submitting`, `cancelled`, `withdrawn`, `expired`, `failed`.
  case queued
  /// An attempt is recorded; Ctrl-Z may have been written. → `sent`, `queued`, `failed`,
  /// `withdrawn`, `cancelled`, `unknown`.
  case submitting
  /// The service centre has every segment: positive proof. → `delivered`, `undelivered`.
  case sent
  /// A status report says that the recipient's phone has every segment.
  case delivered
  /// A status report says that the service centre gave up. Late proof → `delivered`.
  case undelivered
  /// The service centre certainly does not have the whole message. Late proof → `sent`.
  case failed
  /// The recipient opted out before it left. Late proof → `sent`.
  case withdrawn
  /// Somebody took it back before it left. Late proof → `sent`.
  case cancelled
  /// Its time ran out before it left. Late proof → `sent`.
  case expired
  /// Ctrl-Z was written and no definite answer came. → `sent`, `queued`, `closed`.
  case unknown
  /// An unknown outcome that policy or an operator has put to rest. Late proof → `sent`.
  case closed

  /// Whether nothing but late evidence can move the message from here.
  public var isTerminal: Bool {
    switch self {
    case .queued, .submitting, .unknown: false
    case .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired, .closed: true
    }
  }
}
