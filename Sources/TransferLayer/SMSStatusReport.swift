/// SMS-STATUS-REPORT: what became of a message, 3GPP TS 23.040 §9.2.2.3.
public struct SMSStatusReport: Hashable, Sendable {
  /// TP-MMS, §9.2.3.2: whether more messages wait; on the wire the bit is 0 if they do.
  public var moreMessagesToSend: Bool
  /// TP-LP, §9.2.3.28: whether the message must not be forwarded.
  public var loopPrevention: Bool
  /// TP-SRQ, §9.2.3.26: whether this answers an SMS-COMMAND rather than an SMS-SUBMIT.
  public var statusReportQualifier: Bool
  /// TP-MR, §9.2.3.6: that of the message.
  public var messageReference: UInt8
  /// TP-RA, §9.2.3.14.
  public var recipientAddress: TPAddress
  /// TP-SCTS, §9.2.3.11: when the service centre received the message.
  public var serviceCentreTimeStamp: ServiceCentreTimeStamp
  /// TP-DT, §9.2.3.13: when the message was delivered or last tried.
  public var dischargeTime: ServiceCentreTimeStamp
  /// TP-ST, §9.2.3.15.
  public var status: DeliveryStatus
  /// The fields that TP-PI announces, §9.2.3.27.
  public var parameters: OptionalParameters

  /// A report.
  public init(
    messageReference: UInt8,
    recipientAddress: TPAddress,
    serviceCentreTimeStamp: ServiceCentreTimeStamp,
    dischargeTime: ServiceCentreTimeStamp,
    status: DeliveryStatus,
    statusReportQualifier: Bool = false,
    moreMessagesToSend: Bool = false,
    loopPrevention: Bool = false,
    parameters: OptionalParameters = OptionalParameters()
  ) {
    self.moreMessagesToSend = moreMessagesToSend
    self.loopPrevention = loopPrevention
    self.statusReportQualifier = statusReportQualifier
    self.messageReference = messageReference
    self.recipientAddress = recipientAddress
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.dischargeTime = dischargeTime
    self.status = status
    self.parameters = parameters
  }

  /// The octets of the TPDU, without a service centre address.
  ///
  /// - Returns: The octets.
  public func encoded() -> [UInt8] {
    var octets: [UInt8] = []
    append(to: &octets)
    return octets
  }

  func append(to octets: inout [UInt8]) {
    octets.append(
      0x02 | bit(2, !moreMessagesToSend) | bit(3, loopPrevention) | bit(5, statusReportQualifier)
        | parameters.headerIndicator
    )
    octets.append(messageReference)
    recipientAddress.append(to: &octets)
    octets += serviceCentreTimeStamp.octets
    octets += dischargeTime.octets
    octets.append(status.rawValue)
    guard parameters.indicator != 0 else { return }
    octets.append(parameters.indicator)
    parameters.append(to: &octets)
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    moreMessagesToSend = first & 0x04 == 0
    loopPrevention = first & 0x08 != 0
    statusReportQualifier = first & 0x20 != 0
    messageReference = try reader.octet(.messageReference)
    recipientAddress = try reader.address(.recipientAddress)
    serviceCentreTimeStamp = try reader.timeStamp(.serviceCentreTimeStamp)
    dischargeTime = try reader.timeStamp(.dischargeTime)
    status = DeliveryStatus(rawValue: try reader.octet(.status))
    parameters = reader.trailingParameters(hasHeader: first & 0x40 != 0)
  }
}
