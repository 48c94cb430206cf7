internal import ATProtocol

extension RegistrationStatus {
  /// Why nothing can be sent, for an operator.
  var reason: String? {
    switch self {
    case .notRegistered: "not registered, and not looking for a network"
    case .searching: "looking for a network"
    case .denied: "the network refuses this SIM"
    case .unknown: "the modem does not know whether it is registered"
    case .emergencyOnly: "emergency calls only"
    case .home, .roaming, .homeForMessagesOnly, .roamingForMessagesOnly, .homeWithoutFallback,
      .roamingWithoutFallback:
      nil
    }
  }

  /// The word for it in `hermod status`.
  var word: String {
    switch self {
    case .notRegistered: "none"
    case .home, .homeWithoutFallback: "home"
    case .searching: "searching"
    case .denied: "denied"
    case .unknown: "unknown"
    case .roaming, .roamingWithoutFallback: "roaming"
    case .homeForMessagesOnly: "home, SMS only"
    case .roamingForMessagesOnly: "roaming, SMS only"
    case .emergencyOnly: "emergency only"
    }
  }
}
