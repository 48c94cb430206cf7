internal import ATProtocol
internal import Storage

/// What a modem has received: kept for the SIM that it came to, and forgotten when it is deleted.
struct ReceivingDesk {
  private let slot: ModemSlot
  private let services: ModemServices
  private let mailbox: Mailbox<ModemDriver.Event>
  private let lane: StoreLane
  private var emptied = EmptiedPlaces()

  init(
    slot: ModemSlot,
    services: ModemServices,
    mailbox: Mailbox<ModemDriver.Event>,
    lane: StoreLane
  ) {
    self.slot = slot
    self.services = services
    self.mailbox = mailbox
    self.lane = lane
  }

  /// Makes a received message durable, and tells the session.
  func keep(_ pdu: ReceivedPDU, imei: String?) {
    let mailbox = mailbox
    let services = services
    guard let present = slot.receiver else {
      mailbox.put(.session(.notStored(pdu)))
      return
    }
    let note = emptied.note(of: pdu.location)
    Task {
      await note?.value
      guard let receiver = await services.sims.receiver(of: pdu, present, imei: imei),
        await services.inbound.keep(pdu, from: receiver)
      else { return mailbox.put(.session(.notStored(pdu))) }
      mailbox.put(.session(.stored(pdu)))
    }
  }

  /// The message that lay here is gone from the modem.
  mutating func forget(_ location: StorageLocation) {
    guard let receiver = slot.receiver else { return }
    let inbound = services.inbound
    let note = emptied.emptied(location) { await inbound.deleted(location, from: receiver) }
    // The driver does not end before it is written.
    lane.run { await note.value }
  }
}
