public import Messaging

/// Calls that come in: `RING` and `+CLIP`, 3GPP TS 27.007 §7.6.
extension SimulatedModem {
  /// How long between two `RING`s.
  private static let ringInterval = Duration.seconds(3)
  /// How often it rings before the caller gives up.
  private static let ringsPerCall = 5

  /// Lets somebody call until the host rejects the call or the caller gives up.
  ///
  /// - Parameters:
  ///   - caller: The caller's number.
  ///   - time: When.
  /// - Returns: What the modem says.
  public mutating func ring(from caller: String, at time: Timestamp) -> [Action] {
    now = max(now, time)
    guard isPowered, isRegistered, !isDead else { return [] }
    ringOnce(caller, 1)
    return takeActions()
  }

  mutating func ringOnce(_ caller: String, _ count: Int) {
    guard count <= Self.ringsPerCall else { return announce("NO CARRIER") }
    announce("RING")
    if settings.showsCaller { announce("+CLIP: \"\(caller)\",145") }
    schedule(.ring(caller: caller, count: count + 1), after: Self.ringInterval)
  }

  /// `ATH` and `AT+CHUP`: rejects the call.
  mutating func rejectCall() {
    timers.removeAll { $0.event.isRing }
  }
}
