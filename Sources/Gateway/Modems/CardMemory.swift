internal import ATProtocol
internal import Messaging
internal import Storage

/// Remembers which SIMs each modem had: what lies in a modem's own memory when another SIM is in it
/// came to the one before.
struct CardMemory: Sendable {
  let store: MessageStore
  let health: StoreHealth

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
    guard pdu.mayPredateCard, let imei, let unknown = ICCID(imei) else { return receiver }
    do {
      let history = try await history(of: imei) ?? CardHistory(unknown: unknown)
      let before = history.other(than: receiver.iccid)
      return InboundReceiver(
        iccid: before ?? receiver.iccid,
        otherCard: before == nil ? nil : receiver.iccid,
        modem: receiver.modem,
        plan: receiver.plan
      )
    } catch {
      await health.report(error)
      return nil
    }
  }

  /// This SIM is in the modem.
  func inserted(_ card: ICCID, in imei: String) async {
    await change(imei) { $0.inserted(card) }
  }

  /// What is found in the modem's own memory from now on came to this SIM.
  func settled(_ card: ICCID, in imei: String) async {
    await change(imei) { $0.settled(card) }
  }

  private func change(_ imei: String, _ apply: (inout CardHistory) -> Void) async {
    guard let unknown = ICCID(imei) else { return }
    do {
      let before = try await history(of: imei)
      var after = before ?? CardHistory(unknown: unknown)
      apply(&after)
      if after != before { try await store.set(Self.name(imei), after.description) }
    } catch {
      await health.report(error)
    }
  }

  private func history(of imei: String) async throws(StoreError) -> CardHistory? {
    try await store.setting(Self.name(imei)).flatMap { CardHistory($0) }
  }

  private static func name(_ imei: String) -> String { "card in \(imei)" }
}
