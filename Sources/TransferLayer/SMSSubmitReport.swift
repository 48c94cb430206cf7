/// SMS-SUBMIT-REPORT: the service centre's answer to an SMS-SUBMIT or an SMS-COMMAND.
///
/// 3GPP TS 23.040 §9.2.2.2a.
public struct SMSSubmitReport: Hashable, Sendable {
  /// TP-FCS, §9.2.3.22, of a refusal; nil where the message was taken.
  public var failureCause: UInt8?
  /// TP-SCTS, §9.2.3.11: when the service centre received the message.
  public var serviceCentreTimeStamp: ServiceCentreTimeStamp
  /// The fields that TP-PI announces, §9.2.3.27.
  public var parameters: OptionalParameters

  /// A report.
  public init(
    failureCause: UInt8? = nil,
    serviceCentreTimeStamp: ServiceCentreTimeStamp,
    parameters: OptionalParameters = OptionalParameters()
  ) {
    self.failureCause = failureCause
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
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
    octets.append(0x01 | parameters.headerIndicator)
    if let failureCause { octets.append(failureCause) }
    octets.append(parameters.indicator)
    octets += serviceCentreTimeStamp.octets
    parameters.append(to: &octets)
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    failureCause = try reader.failureCause()
    let indicator = try reader.parameterIndicator()
    serviceCentreTimeStamp = try reader.timeStamp(.serviceCentreTimeStamp)
    parameters = try reader.optionalParameters(indicator, hasHeader: first & 0x40 != 0)
  }
}
