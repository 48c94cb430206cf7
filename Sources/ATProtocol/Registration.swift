/// The part of the network that a registration is with.
public enum RegistrationDomain: String, Equatable, Sendable, CaseIterable {
  /// Circuit switched: `+CREG`, 3GPP TS 27.007 §7.2.
  case circuitSwitched
  /// GPRS: `+CGREG`, §10.1.20.
  case packetSwitched
  /// LTE: `+CEREG`, §10.1.22.
  case evolved

  /// What stands before the colon.
  var prefix: String {
    switch self {
    case .circuitSwitched: "+CREG"
    case .packetSwitched: "+CGREG"
    case .evolved: "+CEREG"
    }
  }
}

/// `<stat>` of `+CREG`, `+CGREG` and `+CEREG` (3GPP TS 27.007 §7.2).
public enum RegistrationStatus: Int, Hashable, Sendable {
  /// Not registered, and not looking for a network.
  case notRegistered = 0
  /// Registered at home.
  case home = 1
  /// Looking for a network.
  case searching = 2
  /// The network refuses this SIM.
  case denied = 3
  /// The modem does not know.
  case unknown = 4
  /// Registered abroad.
  case roaming = 5
  /// Registered at home, for short messages only.
  case homeForMessagesOnly = 6
  /// Registered abroad, for short messages only.
  case roamingForMessagesOnly = 7
  /// Attached for emergency calls only.
  case emergencyOnly = 8
  /// Registered at home, circuit-switched fall-back not preferred.
  case homeWithoutFallback = 9
  /// Registered abroad, circuit-switched fall-back not preferred.
  case roamingWithoutFallback = 10

  /// Whether short messages can be sent.
  public var allowsMessages: Bool {
    switch self {
    case .home, .roaming, .homeForMessagesOnly, .roamingForMessagesOnly, .homeWithoutFallback,
      .roamingWithoutFallback:
      true
    case .notRegistered, .searching, .denied, .unknown, .emergencyOnly: false
    }
  }
}
