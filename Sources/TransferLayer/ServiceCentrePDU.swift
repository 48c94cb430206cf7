/// A service centre address and a TPDU, as AT commands carry them, 3GPP TS 27.005 §3.1 and §4.
public struct ServiceCentrePDU: Hashable, Sendable {
  /// The address of the service centre; nil for that of the SIM.
  public let serviceCentreAddress: TPAddress?
  /// The TPDU.
  public let tpdu: TPDU
  /// How many octets the TPDU has, without the service centre address: `<length>` of `AT+CMGS`.
  public let length: Int
  /// What is wrong with the PDU, although it could be read.
  public let warnings: [TPDUWarning]
  /// Where each field stands; empty unless they were asked for.
  public let fields: [TPDUFieldSpan]

  /// A PDU to be sent.
  public init(serviceCentreAddress: TPAddress? = nil, tpdu: TPDU) {
    self.serviceCentreAddress = serviceCentreAddress
    self.tpdu = tpdu
    length = tpdu.encoded().count
    warnings = []
    fields = []
  }

  /// Reads a PDU.
  ///
  /// - Parameters:
  ///   - octets: The PDU.
  ///   - direction: Which way it goes; nil takes the kind that the message type indicator most
  ///     probably means: SMS-DELIVER, SMS-SUBMIT or SMS-STATUS-REPORT.
  ///   - hasServiceCentreAddress: Whether the PDU begins with a service centre address.
  ///   - keepsFields: Whether `fields` is wanted.
  /// - Throws: `TPDUError` with the field and the octet that could not be read.
  public init(
    decoding octets: [UInt8],
    direction: TPDU.Direction? = .mobileTerminated,
    hasServiceCentreAddress: Bool = true,
    keepsFields: Bool = false
  ) throws(TPDUError) {
    var reader = TPDUReader(octets, keepsSpans: keepsFields)
    serviceCentreAddress = hasServiceCentreAddress ? try reader.serviceCentreAddress() : nil
    length = reader.remaining
    let first = reader.remaining > 0 ? octets[reader.offset] : 0
    tpdu = try TPDU(
      &reader,
      direction: direction ?? (first & 0x03 == 1 ? .mobileOriginated : .mobileTerminated)
    )
    warnings = reader.warnings
    fields = reader.spans
  }

  /// Reads a PDU from hexadecimal digits, as a modem writes it.
  ///
  /// - Parameters:
  ///   - text: The digits, upper or lower case.
  ///   - direction: Which way it goes; nil takes the kind that the message type indicator most
  ///     probably means.
  /// - Throws: `TPDUError` with the field and the octet that could not be read.
  public init(
    decodingHex text: String,
    direction: TPDU.Direction? = .mobileTerminated
  ) throws(TPDUError) {
    try self.init(decoding: try Hexadecimal.octets(of: text), direction: direction)
  }

  /// The octets.
  ///
  /// - Returns: The service centre address, one octet of 0 for none, and the TPDU.
  public func encoded() -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(188)
    if let serviceCentreAddress {
      serviceCentreAddress.appendAsServiceCentre(to: &octets)
    } else {
      octets.append(0)
    }
    tpdu.append(to: &octets)
    return octets
  }

  /// The octets in hexadecimal digits, as `AT+CMGS` takes them.
  public var hexadecimal: String { Hexadecimal.text(of: encoded()) }
}
