/// The fields at the end of a report that TP-PI announces, 3GPP TS 23.040 §9.2.3.27.
public struct OptionalParameters: Hashable, Sendable {
  /// TP-PID, §9.2.3.9.
  public var protocolIdentifier: UInt8?
  /// TP-DCS, §9.2.3.10; user data without it is in the default alphabet.
  public var dataCodingScheme: DataCodingScheme?
  /// TP-UDH, §9.2.3.24, and by it TP-UDHI; empty where that is set without any user data.
  public var userDataHeader: UserDataHeader?
  /// TP-UD behind its header, §9.2.3.24.
  public var userData: UserData?

  /// Parameters; as they are, none.
  public init(
    protocolIdentifier: UInt8? = nil,
    dataCodingScheme: DataCodingScheme? = nil,
    userDataHeader: UserDataHeader? = nil,
    userData: UserData? = nil
  ) {
    self.protocolIdentifier = protocolIdentifier
    self.dataCodingScheme = dataCodingScheme
    self.userDataHeader = userDataHeader
    self.userData = userData
  }

  /// The scheme by which user data is read.
  public var effectiveScheme: DataCodingScheme {
    dataCodingScheme ?? DataCodingScheme(rawValue: 0)
  }

  /// The text, or nil where there is none.
  public var text: String? { userData?.text(effectiveScheme, header: userDataHeader) }

  /// TP-PI for the fields that are there.
  var indicator: UInt8 {
    bit(0, protocolIdentifier != nil) | bit(1, dataCodingScheme != nil) | bit(2, userData != nil)
  }

  /// The bit of TP-UDHI in the first octet.
  var headerIndicator: UInt8 { bit(6, userDataHeader != nil) }

  /// Appends the fields behind TP-PI.
  func append(to octets: inout [UInt8]) {
    if let protocolIdentifier { octets.append(protocolIdentifier) }
    if let dataCodingScheme { octets.append(dataCodingScheme.rawValue) }
    userData?.append(header: userDataHeader, to: &octets)
  }
}

extension TPDUReader {
  /// TP-PI; further octets of it, which a later release may add, are passed over.
  mutating func parameterIndicator() throws(TPDUError) -> UInt8 {
    let first = try octet(.parameterIndicator)
    var last = first
    while last & 0x80 != 0 { last = try octet(.parameterIndicator) }
    return first
  }

  /// The fields that TP-PI announces.
  mutating func optionalParameters(
    _ indicator: UInt8,
    hasHeader: Bool
  ) throws(TPDUError) -> OptionalParameters {
    var parameters = OptionalParameters()
    try read(indicator, hasHeader: hasHeader, into: &parameters)
    return parameters
  }

  private mutating func read(
    _ indicator: UInt8,
    hasHeader: Bool,
    into parameters: inout OptionalParameters
  ) throws(TPDUError) {
    if indicator & 0x01 != 0 { parameters.protocolIdentifier = try octet(.protocolIdentifier) }
    if indicator & 0x02 != 0 {
      parameters.dataCodingScheme = DataCodingScheme(rawValue: try octet(.dataCodingScheme))
    }
    if indicator & 0x04 != 0 {
      let (header, data) = try userData(parameters.effectiveScheme, hasHeader: hasHeader)
      parameters.userDataHeader = header
      parameters.userData = data
    } else if hasHeader {
      announceNothing(into: &parameters)
    }
  }

  /// TP-UDHI is set, and there is nothing that could have a header.
  private mutating func announceNothing(into parameters: inout OptionalParameters) {
    warnings.append(.userDataHeaderMissing(offset: offset))
    parameters.userDataHeader = UserDataHeader(elements: [])
  }

  /// The optional fields of a status report, which lose nothing but themselves if they are bad.
  mutating func trailingParameters(hasHeader: Bool) -> OptionalParameters {
    var parameters = OptionalParameters()
    guard remaining > 0 else {
      if hasHeader { announceNothing(into: &parameters) }
      return parameters
    }
    do throws(TPDUError) {
      try read(try parameterIndicator(), hasHeader: hasHeader, into: &parameters)
    } catch {
      warnings.append(.optionalFieldsIgnored(error))
      if hasHeader { parameters.userDataHeader = UserDataHeader(elements: []) }
    }
    return parameters
  }
}
