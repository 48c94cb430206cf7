internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage

/// Has passcodes ended at once that no modem can take in time.
struct VainWaitWatch: Sendable {
  let store: MessageStore
  let fleet: FleetDirectory
  let clock: WallClock

  /// Looks at what waits, where some SIM rests or has limits.
  ///
  /// - Throws: `StoreError`.
  func check() async throws(StoreError) {
    let modems = fleet.all.map(\.view.prospect)
    guard modems.contains(where: { $0.rest != nil }) || store.sendingRules.hasLimits else { return }
    try await store.endVainWaits(for: modems, at: clock.now)
  }
}

extension ModemSlot.View {
  /// When it may take messages, as far as that is known: a modem that is not there, or not set up, may
  /// be at any moment.
  var prospect: ModemProspect {
    switch condition.state {
    case .ready, .sending, .waiting:
      return ModemProspect(modem: name, iccid: facts.sim)
    case .paused:
      guard let until = condition.until else { break }
      let rest = SIMOpening(at: until, reason: condition.reason ?? "paused")
      return ModemProspect(modem: name, iccid: facts.sim, rest: rest)
    case .absent, .probing, .initialising, .pinRequired, .searching, .recovering, .failed:
      break
    }
    return ModemProspect(modem: name, iccid: nil)
  }
}
