/// SMS-COMMAND: asks the service centre about an earlier message, 3GPP TS 23.040 §9.2.2.4.
public struct SMSCommand: Hashable, Sendable {
  /// TP-SRR, §9.2.3.5.
  public var statusReportRequest: Bool
  /// TP-MR, §9.2.3.6.
  public var messageReference: UInt8
  /// TP-PID, §9.2.3.9.
  public var protocolIdentifier: UInt8
  /// TP-CT, §9.2.3.19: 0 enquiry, 1 cancel the report request, 2 delete, 3 enable the report.
  public var commandType: UInt8
  /// TP-MN, §9.2.3.18: the reference of the message.
  public var messageNumber: UInt8
  /// TP-DA, §9.2.3.8: the recipient of the message.
  public var destinationAddress: TPAddress
  /// TP-CD, §9.2.3.21; with TP-UDHI it begins with a user data header, here not taken apart.
  public var commandData: [UInt8]
  /// TP-UDHI, §9.2.3.23.
  public var hasUserDataHeader: Bool

  /// A command.
  public init(
    commandType: UInt8,
    messageNumber: UInt8,
    destinationAddress: TPAddress,
    messageReference: UInt8 = 0,
    protocolIdentifier: UInt8 = 0,
    statusReportRequest: Bool = false,
    commandData: [UInt8] = [],
    hasUserDataHeader: Bool = false
  ) {
    self.statusReportRequest = statusReportRequest
    self.messageReference = messageReference
    self.protocolIdentifier = protocolIdentifier
    self.commandType = commandType
    self.messageNumber = messageNumber
    self.destinationAddress = destinationAddress
    self.commandData = commandData
    self.hasUserDataHeader = hasUserDataHeader
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
    octets += [
      0x02 | bit(5, statusReportRequest) | bit(6, hasUserDataHeader), messageReference,
      protocolIdentifier, commandType, messageNumber,
    ]
    destinationAddress.append(to: &octets)
    octets.append(UInt8(clamping: commandData.count))
    octets += commandData
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    statusReportRequest = first & 0x20 != 0
    hasUserDataHeader = first & 0x40 != 0
    messageReference = try reader.octet(.messageReference)
    protocolIdentifier = try reader.octet(.protocolIdentifier)
    commandType = try reader.octet(.commandType)
    messageNumber = try reader.octet(.messageNumber)
    destinationAddress = try reader.address(.destinationAddress)
    let length = Int(try reader.octet(.commandDataLength))
    commandData = Array(reader.octets[try reader.range(length, .commandData)])
  }
}
