/// SMS-DELIVER-REPORT: the phone's answer to an SMS-DELIVER or an SMS-STATUS-REPORT.
///
/// 3GPP TS 23.040 §9.2.2.1a.
public struct SMSDeliverReport: Hashable, Sendable {
  /// TP-FCS, §9.2.3.22, of a refusal; nil where the message was taken.
  public var failureCause: UInt8?
  /// The fields that TP-PI announces, §9.2.3.27.
  public var parameters: OptionalParameters

  /// A report.
  public init(
    failureCause: UInt8? = nil,
    parameters: OptionalParameters = OptionalParameters()
  ) {
    self.failureCause = failureCause
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
    octets.append(parameters.headerIndicator)
    if let failureCause { octets.append(failureCause) }
    octets.append(parameters.indicator)
    parameters.append(to: &octets)
  }

  init(_ reader: inout TPDUReader) throws(TPDUError) {
    let first = try reader.octet(.messageTypeIndicator)
    failureCause = try reader.failureCause()
    parameters = try reader.optionalParameters(
      try reader.parameterIndicator(),
      hasHeader: first & 0x40 != 0
    )
  }
}

extension TPDUReader {
  /// TP-FCS, if there is one.
  ///
  /// Whether there is follows from the layer below (RP-ERROR or RP-ACK), which AT commands do not
  /// show. All causes are from 0x80, where TP-PI only has a bit of a release to come.
  mutating func failureCause() throws(TPDUError) -> UInt8? {
    guard offset < octets.count, octets[offset] >= 0x80 else { return nil }
    return try octet(.failureCause)
  }
}
