internal import ATProtocol
internal import Messaging
internal import Storage
internal import Synchronization

/// Remembers which SIMs each modem had: what lies in a modem's own memory when another SIM is in it
/// came to the one before.
final class SIMHistoryBook: Sendable {
  let store: MessageStore
  private let health: StoreHealth
  /// What is known to be written down, by modem.
  private let known = Mutex<[String: SIMHistory]>([:])

  init(store: MessageStore, health: StoreHealth) {
    self.store = store
    self.health = health
  }

  /// The SIM that a message came to.
  ///
  /// - Parameters:
  ///   - pdu: The message.
  ///   - receiver: The modem with the SIM that is in it.
  ///   - imei: The modem; nil where it does not tell.
  /// - Returns: The receiver, with a SIM that was in the modem before where the message may have come
  ///   to that one; with the modem's own number in place of a SIM where it was never seen before; nil
  ///   where that cannot be told now.
  func receiver(
    of pdu: ReceivedPDU,
    _ receiver: InboundReceiver,
    imei: String?
  ) async -> InboundReceiver? {
    guard pdu.mayPredateSIM, let imei, let unknown = ICCID(imei) else { return receiver }
    do {
      let history = try await history(of: imei) ?? SIMHistory(unknown: unknown)
      let before = history.other(than: receiver.iccid)
      return InboundReceiver(
        iccid: before ?? receiver.iccid,
        otherSIM: before == nil ? nil : receiver.iccid,
        modem: receiver.modem,
        plan: receiver.plan
      )
    } catch {
      await health.report(error)
      return nil
    }
  }

  /// Whether a change would be one to what is written down.
  ///
  /// - Parameters:
  ///   - imei: The modem.
  ///   - change: What has happened to the SIMs in it.
  /// - Returns: Whether it is worth a `note`, which asks the database; this does not.
  func isNews(of imei: String, _ change: (inout SIMHistory) -> Void) -> Bool {
    guard let before = known.withLock({ $0[imei] }) else { return true }
    var after = before
    change(&after)
    return after != before
  }

  /// Writes a change down; where that fails it is news still.
  ///
  /// - Parameters:
  ///   - imei: The modem.
  ///   - change: What has happened to the SIMs in it.
  func note(of imei: String, _ change: (inout SIMHistory) -> Void) async {
    guard let unknown = ICCID(imei) else { return }
    do {
      let before = try await history(of: imei)
      var after = before ?? SIMHistory(unknown: unknown)
      change(&after)
      guard after != before else { return }
      try await store.set(Self.name(imei), after.description)
      known.withLock { $0[imei] = after }
    } catch {
      await health.report(error)
    }
  }

  private func history(of imei: String) async throws(StoreError) -> SIMHistory? {
    if let history = known.withLock({ $0[imei] }) { return history }
    let history = try await store.setting(Self.name(imei)).flatMap { SIMHistory($0) }
    return known.withLock { known in
      // What was written meanwhile is newer.
      if known[imei] == nil { known[imei] = history }
      return known[imei]
    }
  }

  private static func name(_ imei: String) -> String { "SIMs of \(imei)" }
}
