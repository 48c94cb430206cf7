internal import ATProtocol
internal import Messaging
internal import Storage

/// Remembers which SIM each modem had: what lies in a modem's own memory when another SIM is in it
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
  /// - Returns: The receiver, with the SIM that was in the modem before where that is another; with
  ///   the modem's own number in place of a SIM where it was never seen before.
  func receiver(
    of pdu: ReceivedPDU,
    _ receiver: InboundReceiver,
    imei: String?
  ) async -> InboundReceiver {
    guard pdu.mayPredateCard, let imei, let unknown = ICCID(imei) else { return receiver }
    do {
      let before = try await store.setting(Self.name(imei)).flatMap { ICCID($0) }
      return InboundReceiver(
        iccid: before ?? unknown,
        otherCard: before == receiver.iccid ? nil : receiver.iccid,
        modem: receiver.modem,
        plan: receiver.plan
      )
    } catch {
      await health.report(error)
      return receiver
    }
  }

  /// The modem works with this SIM from now on.
  func settled(_ card: ICCID, in imei: String) async {
    do {
      guard try await store.setting(Self.name(imei)) != card.description else { return }
      try await store.set(Self.name(imei), card.description)
    } catch {
      await health.report(error)
    }
  }

  private static func name(_ imei: String) -> String { "card in \(imei)" }
}
