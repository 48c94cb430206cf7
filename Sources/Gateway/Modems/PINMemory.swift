internal import Messaging
internal import Storage

/// Remembers which PIN a SIM has refused, across restarts: a PIN is never tried twice on a SIM that
/// has refused it, for the third refusal locks the SIM.
///
/// What is remembered is a short fingerprint of the PIN, so that another PIN in the file is tried.
struct PINMemory: Sendable {
  /// The name of the fact about a SIM.
  private static let name = "pin"

  let store: MessageStore
  let clock: WallClock
  let health: StoreHealth

  /// Whether a PIN may be tried; that it is being tried is durable when this returns true.
  ///
  /// - Parameters:
  ///   - pin: The PIN.
  ///   - sim: The ICCID, or the IMEI where that cannot be read before the PIN.
  ///   - triesLeft: What the modem says, if it says it.
  /// - Returns: Whether it may be tried.
  func mayTry(_ pin: String, on sim: String?, triesLeft: Int?) async -> Bool {
    guard let key = sim.flatMap({ ICCID($0) }) else { return false }
    do {
      let known = try await store.facts(of: key).first { $0.name == Self.name }?.value
      let fingerprint = Self.fingerprint(pin, key)
      if known == "refused " + fingerprint { return false }
      // The daemon ended while it was being tried: only a full counter shows that it was not refused.
      if known == "trying " + fingerprint, triesLeft != 3 { return false }
      try await store.remember(Self.name, "trying " + fingerprint, of: key, at: clock.now)
      return true
    } catch {
      await health.report(error)
      return false
    }
  }

  /// The SIM took a PIN, or refused it.
  func answered(_ pin: String, on sim: String?, wasTaken: Bool) async {
    guard let key = sim.flatMap({ ICCID($0) }) else { return }
    let value = wasTaken ? nil : "refused " + Self.fingerprint(pin, key)
    do {
      try await store.remember(Self.name, value, of: key, at: clock.now)
    } catch {
      await health.report(error)
    }
  }

  private static func fingerprint(_ pin: String, _ key: ICCID) -> String {
    var hash = RequestFingerprint.FowlerNollVo()
    hash.add(key.description)
    hash.add(pin)
    return hash.hexadecimal
  }
}
