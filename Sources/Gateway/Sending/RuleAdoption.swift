internal import Messaging
internal import QueuePolicy
internal import Storage

extension MessageStore {
  private static let fingerprintName = "sending-rules"

  /// Puts the rules of a configuration in force, at the start or when it is read anew.
  ///
  /// Messages that other rules kept back are looked at again, also where those were in force before
  /// the gateway was stopped.
  ///
  /// - Parameters:
  ///   - configuration: The configuration.
  ///   - now: The time.
  /// - Throws: `StoreError`; the rules are in force all the same.
  func adoptRules(
    of configuration: GatewayConfiguration,
    at now: Timestamp
  ) async throws(StoreError) {
    let fingerprint = configuration.sendingFingerprint
    let former = try await setting(Self.fingerprintName)
    try await adopt(
      configuration.sendingRules(at: now),
      reconsidering: former != fingerprint,
      at: now
    )
    if former != fingerprint { try await set(Self.fingerprintName, fingerprint) }
  }
}

extension GatewayConfiguration {
  /// Fingerprint of all sending rules.
  var sendingFingerprint: String {
    let classes = MessageClass.allCases.map { "\(self.classes[$0] ?? ClassRules())" }
    let modems = modems.map { "\($0.name) \($0.match) \($0.limits) \($0.preset as Any)" }
    return "\(sending)\n\(classes)\n\(prefixes)\n\(standardLimits)\n\(modems)"
  }
}
