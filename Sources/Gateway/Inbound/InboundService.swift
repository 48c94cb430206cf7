internal import ATProtocol
internal import Logging
internal import Messaging
internal import OptOut
internal import QueuePolicy
internal import Storage
internal import TransferLayer

/// The SIM that a message came to.
struct InboundReceiver: Sendable {
  let iccid: ICCID
  /// Another SIM that it may have come to instead; nil where there is no doubt.
  var otherSIM: ICCID?
  let modem: String
  /// How numbers are dialled where the SIM is at home.
  let plan: NumberingPlan
}

/// Makes what comes out of a modem durable: messages, with what they mean for the opt-out list, and
/// status reports.
struct InboundService: Sendable {
  let store: MessageStore
  let clock: WallClock
  let judge: ReplyJudge
  let health: StoreHealth
  let logger: Logger

  /// Makes a received PDU durable.
  ///
  /// - Parameters:
  ///   - pdu: The PDU and where it lies.
  ///   - receiver: The SIM that it came to.
  /// - Returns: Whether it is durable and may be deleted from the modem.
  func keep(_ pdu: ReceivedPDU, from receiver: InboundReceiver) async -> Bool {
    do {
      switch InboundPDU(hexadecimal: pdu.hexadecimal) {
      case .deliver(let deliver, let octets):
        try await keep(deliver, octets, at: pdu.location, from: receiver)
      case .statusReport(let report, let octets):
        try await keep(report, octets, from: receiver)
      case .unreadable(let octets, let error):
        logger.warning(
          "a received PDU cannot be read; it is kept as data",
          metadata: [
            "modem": "\(receiver.modem)", "error": "\(error)", "pdu": "\(pdu.hexadecimal)",
          ]
        )
        try await keepUnreadable(octets, at: pdu.location, from: receiver)
      }
      return true
    } catch {
      await health.report(error)
      return false
    }
  }

  /// A message is gone from the modem: an equal one in its place is a new one.
  func deleted(_ location: StorageLocation, from receiver: InboundReceiver) async {
    do {
      try await store.recordDeleted(
        iccid: receiver.iccid,
        modem: receiver.modem,
        storage: location.memory,
        index: location.index
      )
    } catch {
      await health.report(error)
    }
  }

  /// Delivers what is there of messages whose missing parts are overdue.
  ///
  /// - Parameter limit: A message whose last part was received before this waits no longer.
  func deliverIncomplete(receivedBefore limit: Timestamp) async {
    let judge = judge
    let clock = clock
    do {
      _ = try await store.recordIncomplete(
        receivedBefore: limit,
        at: clock.now,
        newID: { clock.newID() },
        assemble: { parts in judge.assembleOverdue(parts, receivedBefore: limit) }
      )
    } catch {
      await health.report(error)
    }
  }

  private func keep(
    _ deliver: SMSDeliver,
    _ octets: [UInt8],
    at location: StorageLocation?,
    from receiver: InboundReceiver
  ) async throws(StoreError) {
    let now = clock.now
    let sender = deliver.originatingAddress.phoneNumber(in: receiver.plan)
    let concatenation = deliver.userDataHeader?.concatenation
    let part = InboundPart(
      iccid: receiver.iccid,
      modem: receiver.modem,
      storage: location?.memory ?? "direct",
      index: location?.index ?? 0,
      rawPDU: octets,
      sender: sender,
      reference: concatenation.map {
        ConcatenationKey(
          reference: $0.reference,
          isWide: $0.width == .sixteenBit,
          total: Int($0.total)
        )
      },
      number: Int(concatenation?.sequence ?? 1),
      serviceCentreTimeStamp: deliver.serviceCentreTimeStamp.timestamp,
      receivedAt: now
    )
    try await record(part, from: receiver)
  }

  private func keepUnreadable(
    _ octets: [UInt8],
    at location: StorageLocation?,
    from receiver: InboundReceiver
  ) async throws(StoreError) {
    let part = InboundPart(
      iccid: receiver.iccid,
      modem: receiver.modem,
      storage: location?.memory ?? "direct",
      index: location?.index ?? 0,
      rawPDU: octets,
      sender: PhoneNumber(received: "unreadable", typeOfNumber: 5, in: receiver.plan),
      receivedAt: clock.now
    )
    try await record(part, from: receiver)
  }

  private func record(
    _ part: InboundPart,
    from receiver: InboundReceiver
  ) async throws(StoreError) {
    let judge = judge
    let clock = clock
    let recording = try await store.recordInbound(
      part,
      newID: { clock.newID() },
      assemble: { parts in judge.assemble(parts) }
    )
    guard let message = recording.message else { return }
    logger.info(
      "message received",
      metadata: [
        "modem": "\(message.modem)", "message": "\(message.id)",
        "verdict": "\(message.verdict)", "withdrawn": "\(recording.optOut?.withdrawn.count ?? 0)",
      ]
    )
  }

  private func keep(
    _ report: SMSStatusReport,
    _ octets: [UInt8],
    from receiver: InboundReceiver
  ) async throws(StoreError) {
    let record = StatusReportRecord(
      iccid: receiver.iccid,
      otherSIM: receiver.otherSIM,
      recipient: report.recipientAddress.phoneNumber(in: receiver.plan),
      messageReference: report.messageReference,
      status: report.status.rawValue,
      serviceCentreTimeStamp: report.serviceCentreTimeStamp.timestamp ?? clock.now,
      dischargeTime: report.dischargeTime.timestamp,
      rawPDU: octets
    )
    let recording = try await store.recordReport(record, at: clock.now)
    if recording.report.message == nil, !recording.isDuplicate {
      logger.debug(
        "a status report belongs to no message known here",
        metadata: ["modem": "\(receiver.modem)", "reference": "\(report.messageReference)"]
      )
    }
  }
}

extension InboundService {
  /// What takes in the messages that the modems of a gateway receive.
  init(_ gateway: GatewayCore) {
    self.init(
      store: gateway.store,
      clock: gateway.clock,
      judge: gateway.initial.optOut.judge,
      health: gateway.health,
      logger: gateway.logger
    )
  }
}

/// What a received PDU holds.
enum InboundPDU {
  /// An SMS-DELIVER, and all octets of the PDU.
  case deliver(SMSDeliver, [UInt8])
  /// An SMS-STATUS-REPORT, and all octets of the PDU.
  case statusReport(SMSStatusReport, [UInt8])
  /// Something else, or nothing that can be read.
  case unreadable([UInt8], String)

  /// Reads a PDU as `AT+CMGR` gives it.
  init(hexadecimal: String) {
    self.init(octets: (try? Hexadecimal.octets(of: hexadecimal)) ?? [])
  }

  /// Reads the octets of a PDU.
  init(octets: [UInt8]) {
    do {
      let pdu = try ServiceCentrePDU(decoding: octets, direction: .mobileTerminated)
      switch pdu.tpdu {
      case .deliver(let deliver): self = .deliver(deliver, octets)
      case .statusReport(let report): self = .statusReport(report, octets)
      case .submit, .command, .deliverReport, .submitReport:
        self = .unreadable(octets, "not a message that a service centre sends")
      }
    } catch {
      self = .unreadable(octets, "\(error)")
    }
  }
}
