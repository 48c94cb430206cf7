/// SMS-SUBMIT: a message on its way to the service centre, 3GPP TS 23.040 §9.2.2.2.
public struct SMSSubmit: Hashable, Sendable {
  /// TP-RD, §9.2.3.25: whether a second message with the same reference is refused.
  public var rejectDuplicates: Bool
  /// TP-SRR, §9.2.3.5.
  public var statusReportRequest: Bool
  /// TP-RP, §9.2.3.17.
  public var replyPath: Bool
  /// TP-MR, §9.2.3.6; most modems put one of their own in its place.
  public var messageReference: UInt8
  /// TP-DA, §9.2.3.8.
  public var destinationAddress: TPAddress
  /// TP-PID, §9.2.3.9.
  public var protocolIdentifier: UInt8
  /// TP-DCS, §9.2.3.10.
  public var dataCodingScheme: DataCodingScheme
  /// TP-VP, §9.2.3.12, and by it TP-VPF.
  public var validityPeriod: ValidityPeriod?
  /// TP-UDH, §9.2.3.24, and by it TP-UDHI.
  public var userDataHeader: UserDataHeader?
  /// TP-UD behind its header, §9.2.3.24.
  public var userData: UserData

  /// A message; all but the recipient and the content has the value of an ordinary one.
  public init(
    destinationAddress: TPAddress,
    dataCodingScheme: DataCodingScheme = DataCodingScheme(rawValue: 0),
    userDataHeader: UserDataHeader? = nil,
    userData: UserData,
    messageReference: UInt8 = 0,
    protocolIdentifier: UInt8 = 0,
    validityPeriod: ValidityPeriod? = nil,
    statusReportRequest: Bool = false,
    rejectDuplicates: Bool = false,
    replyPath: Bool = false
  ) {
    self.rejectDuplicates = rejectDuplicates
    self.statusReportRequest = statusReportRequest
    self.replyPath = replyPath
    self.messageReference = messageReference
    self.destinationAddress = destinationAddress
    self.protocolIdentifier = protocolIdentifier
    self.dataCodingScheme = dataCodingScheme
    self.validityPeriod = validityPeriod
    self.userDataHeader = userDataHeader
    self.userData = userData
  }

  /// The text, or nil where the message is data or compressed.
  public var text: String? { userData.text(dataCodingScheme, header: userDataHeader) }

  /// The octets of the TPDU, without a service centre address.
  ///
  /// - Returns: What `AT+CMGS` counts: its length is the number of these octets.
  public func encoded() -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(176)
    append(to: &octets)
    return octets
  }

  func append(to octets: inout [UInt8]) {
    octets.append(
      0x01 | bit(2, rejectDuplicates) | (validityPeriod?.format ?? 0) << 3
        | bit(5, statusReportRequest) | bit(6, userDataHeader != nil) | bit(7, replyPath)
    )
    octets.append(messageReference)
    destinationAddress.append(to: &octets)
    octets.append(protocolIdentifier)
    octets.append(dataCodingScheme.rawValue)
    validityPeriod?.append(to: &octets)
    userData.append(header: userDataHeader, to: &octets)
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    rejectDuplicates = first & 0x04 != 0
    statusReportRequest = first & 0x20 != 0
    replyPath = first & 0x80 != 0
    messageReference = try reader.octet(.messageReference)
    destinationAddress = try reader.address(.destinationAddress)
    protocolIdentifier = try reader.octet(.protocolIdentifier)
    dataCodingScheme = DataCodingScheme(rawValue: try reader.octet(.dataCodingScheme))
    validityPeriod = try reader.validityPeriod(format: first >> 3 & 0x03)
    (userDataHeader, userData) = try reader.userData(
      dataCodingScheme,
      hasHeader: first & 0x40 != 0
    )
  }
}

/// A flag at its place in an octet.
func bit(_ place: UInt8, _ isSet: Bool) -> UInt8 {
  isSet ? 1 << place : 0
}
