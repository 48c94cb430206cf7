/// What a message is for.
///
/// The class decides its priority, how long it is worth sending, and which opt-out, quiet-hour and
/// frequency rules bind it.
public enum MessageClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// A one-time passcode: first in line, worthless after ten minutes.
  case otp
  /// Something is wrong and somebody must know: next in line, worth an hour.
  case alert
  /// A reminder or a receipt: the default.
  case notification
  /// Offers and surveys: last in line.
  case marketing

  /// The place in line, 0 first.
  public var priority: Int {
    switch self {
    case .otp: 0
    case .alert: 1
    case .notification: 2
    case .marketing: 3
    }
  }

  /// How long after acceptance a message of this class may still be sent, unless it says otherwise.
  public var defaultValidity: Duration {
    switch self {
    case .otp: .seconds(10 * 60)
    case .alert: .seconds(60 * 60)
    case .notification: .seconds(24 * 60 * 60)
    case .marketing: .seconds(24 * 60 * 60)
    }
  }
}
