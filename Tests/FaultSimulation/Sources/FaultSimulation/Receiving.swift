internal import ATProtocol
internal import Messaging
internal import ModemModel
internal import TransferLayer

// What `InboundService` does: makes what comes out of a modem durable, then lets it be deleted.
extension FaultRun {
  static let plan = NumberingPlan()

  mutating func keep(_ pdu: ReceivedPDU, _ modem: Int) {
    guard let seat = daemon?.seats[modem], let present = seat.sim else {
      tell(modem, .notStored(pdu))
      return
    }
    // What lay in the modem's own memory may have come to a SIM that was in it before.
    let before = pdu.mayPredateSIM ? simHistories[modem]?.other(than: present) : nil
    let doubt = before == nil ? nil : present
    guard let verb = verb(for: pdu, before ?? present, doubt: doubt, modem) else {
      oracle.fail(.received, "a PDU of the service centre cannot be read: \(pdu.hexadecimal)")
      return
    }
    let isEarly = mutation == .deleteBeforeStore
    submit(
      StoreRequest(
        verb: verb,
        reply: isEarly ? .nobody : .received(modem: modem, link: seat.link, pdu),
        at: now
      )
    )
    if isEarly { tell(modem, .stored(pdu)) }
  }

  private mutating func verb(
    for pdu: ReceivedPDU,
    _ sim: ICCID,
    doubt otherSIM: ICCID?,
    _ modem: Int
  ) -> StoreVerb? {
    guard let octets = try? Hexadecimal.octets(of: pdu.hexadecimal),
      let decoded = try? ServiceCentrePDU(decoding: octets, direction: .mobileTerminated)
    else { return nil }
    switch decoded.tpdu {
    case .deliver(let deliver):
      let concatenation = deliver.userDataHeader?.concatenation
      let part = ModelPart(
        iccid: sim,
        modem: world.modems[modem].name,
        storage: pdu.location?.memory ?? "direct",
        index: pdu.location?.index ?? 0,
        rawPDU: octets,
        sender: deliver.originatingAddress.phoneNumber(in: Self.plan),
        reference: concatenation?.reference,
        isWide: concatenation?.width == .sixteenBit,
        total: Int(concatenation?.total ?? 1),
        number: Int(concatenation?.sequence ?? 1),
        serviceCentreTimeStamp: deliver.serviceCentreTimeStamp.timestamp
      )
      return .recordInbound(part, newID: MessageID(timestamp: now, using: &random))
    case .statusReport(let report):
      return .recordReport(
        ModelReportRecord(
          iccid: sim,
          otherSIM: otherSIM,
          recipient: report.recipientAddress.phoneNumber(in: Self.plan),
          messageReference: report.messageReference,
          status: report.status.rawValue,
          serviceCentreTimeStamp: report.serviceCentreTimeStamp.timestamp ?? now,
          dischargeTime: report.dischargeTime.timestamp,
          rawPDU: octets
        )
      )
    case .submit, .command, .deliverReport, .submitReport:
      return nil
    }
  }

  mutating func received(_ modem: Int, _ link: Int, _ pdu: ReceivedPDU, isDurable: Bool) {
    guard daemon?.seats[modem]?.link == link else { return }
    if isDurable {
      if let location = pdu.location {
        daemon?.seats[modem]?.durable.append(location)
      } else {
        daemon?.seats[modem]?.routedDurable += 1
      }
    }
    tell(modem, isDurable ? .stored(pdu) : .notStored(pdu))
  }

  mutating func forget(_ location: StorageLocation, _ modem: Int) {
    guard let sim = daemon?.seats[modem]?.sim else { return }
    daemon?.seats[modem]?.durable.removeAll { $0 == location }
    submit(
      StoreRequest(
        verb: .recordDeleted(
          sim,
          modem: world.modems[modem].name,
          storage: location.memory,
          index: location.index
        ),
        reply: .nobody,
        at: now
      )
    )
  }
}
