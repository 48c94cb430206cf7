/// What stands against sending a message to its recipient.
public enum Objection: Hashable, Sendable {
  /// The recipient has opted out.
  case optedOut
  /// Marketing needs a consent, and none is recorded.
  case noConsent

  /// What people are told.
  public var reason: String {
    switch self {
    case .optedOut: "the recipient has opted out"
    case .noConsent: "no consent of the recipient to marketing is recorded"
    }
  }

  var refusal: AcceptanceRefusal {
    switch self {
    case .optedOut: .optedOut
    case .noConsent: .noConsent
    }
  }
}
