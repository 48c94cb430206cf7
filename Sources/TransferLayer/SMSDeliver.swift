/// SMS-DELIVER: a message from the service centre, 3GPP TS 23.040 §9.2.2.1.
public struct SMSDeliver: Hashable, Sendable {
  /// TP-MMS, §9.2.3.2: whether more messages wait; on the wire the bit is 0 if they do.
  public var moreMessagesToSend: Bool
  /// TP-LP, §9.2.3.28: whether the message must not be forwarded.
  public var loopPrevention: Bool
  /// TP-SRI, §9.2.3.4: whether the sender asked for a report.
  public var statusReportIndication: Bool
  /// TP-RP, §9.2.3.17.
  public var replyPath: Bool
  /// TP-OA, §9.2.3.7.
  public var originatingAddress: TPAddress
  /// TP-PID, §9.2.3.9.
  public var protocolIdentifier: UInt8
  /// TP-DCS, §9.2.3.10.
  public var dataCodingScheme: DataCodingScheme
  /// TP-SCTS, §9.2.3.11.
  public var serviceCentreTimeStamp: ServiceCentreTimeStamp
  /// TP-UDH, §9.2.3.24, and by it TP-UDHI.
  public var userDataHeader: UserDataHeader?
  /// TP-UD behind its header, §9.2.3.24.
  public var userData: UserData

  /// A message; all but its origin, time and content has the value of an ordinary one.
  public init(
    originatingAddress: TPAddress,
    serviceCentreTimeStamp: ServiceCentreTimeStamp,
    dataCodingScheme: DataCodingScheme = DataCodingScheme(rawValue: 0),
    userDataHeader: UserDataHeader? = nil,
    userData: UserData,
    protocolIdentifier: UInt8 = 0,
    moreMessagesToSend: Bool = false,
    loopPrevention: Bool = false,
    statusReportIndication: Bool = false,
    replyPath: Bool = false
  ) {
    self.moreMessagesToSend = moreMessagesToSend
    self.loopPrevention = loopPrevention
    self.statusReportIndication = statusReportIndication
    self.replyPath = replyPath
    self.originatingAddress = originatingAddress
    self.protocolIdentifier = protocolIdentifier
    self.dataCodingScheme = dataCodingScheme
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.userDataHeader = userDataHeader
    self.userData = userData
  }

  /// The text, or nil where the message is data or compressed.
  public var text: String? { userData.text(dataCodingScheme, header: userDataHeader) }
  /// The data, or nil where the message is text.
  public var data: [UInt8]? { userData.data(dataCodingScheme) }

  /// The octets of the TPDU, without a service centre address.
  ///
  /// - Returns: The octets.
  public func encoded() -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(176)
    append(to: &octets)
    return octets
  }

  func append(to octets: inout [UInt8]) {
    octets.append(
      bit(2, !moreMessagesToSend) | bit(3, loopPrevention) | bit(5, statusReportIndication)
        | bit(6, userDataHeader != nil) | bit(7, replyPath)
    )
    originatingAddress.append(to: &octets)
    octets.append(protocolIdentifier)
    octets.append(dataCodingScheme.rawValue)
    octets += serviceCentreTimeStamp.octets
    userData.append(header: userDataHeader, to: &octets)
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    moreMessagesToSend = first & 0x04 == 0
    loopPrevention = first & 0x08 != 0
    statusReportIndication = first & 0x20 != 0
    replyPath = first & 0x80 != 0
    originatingAddress = try reader.address(.originatingAddress)
    protocolIdentifier = try reader.octet(.protocolIdentifier)
    dataCodingScheme = DataCodingScheme(rawValue: try reader.octet(.dataCodingScheme))
    serviceCentreTimeStamp = try reader.timeStamp(.serviceCentreTimeStamp)
    (userDataHeader, userData) = try reader.userData(
      dataCodingScheme,
      hasHeader: first & 0x40 != 0
    )
  }
}
