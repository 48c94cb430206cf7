/// A protocol data unit of the short message transfer layer, 3GPP TS 23.040 §9.2.
public enum TPDU: Hashable, Sendable {
  /// A message from the service centre.
  case deliver(SMSDeliver)
  /// The phone's answer to one.
  case deliverReport(SMSDeliverReport)
  /// A message to the service centre.
  case submit(SMSSubmit)
  /// The service centre's answer to one.
  case submitReport(SMSSubmitReport)
  /// What became of a message.
  case statusReport(SMSStatusReport)
  /// A request about an earlier message.
  case command(SMSCommand)

  /// Which way a TPDU goes; the message type indicator alone does not tell.
  public enum Direction: Hashable, Sendable {
    /// From the phone to the service centre.
    case mobileOriginated
    /// From the service centre to the phone.
    case mobileTerminated
  }

  /// Reads a TPDU that stands without a service centre address.
  ///
  /// User data that is shorter than it says is read as far as it goes; `TPDUDecoding` says so.
  ///
  /// - Parameters:
  ///   - octets: The TPDU.
  ///   - direction: Which way it goes.
  /// - Throws: `TPDUError` with the field and the octet that could not be read.
  public init(decoding octets: [UInt8], direction: Direction) throws(TPDUError) {
    self = try TPDUDecoding(octets, direction: direction).tpdu
  }

  /// The octets, without a service centre address.
  ///
  /// - Returns: The octets.
  public func encoded() -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(176)
    append(to: &octets)
    return octets
  }

  func append(to octets: inout [UInt8]) {
    switch self {
    case .deliver(let tpdu): tpdu.append(to: &octets)
    case .deliverReport(let tpdu): tpdu.append(to: &octets)
    case .submit(let tpdu): tpdu.append(to: &octets)
    case .submitReport(let tpdu): tpdu.append(to: &octets)
    case .statusReport(let tpdu): tpdu.append(to: &octets)
    case .command(let tpdu): tpdu.append(to: &octets)
    }
  }

  init(_ reader: inout TPDUReader, direction: Direction) throws(TPDUError) {
    let start = reader.offset
    guard start < reader.octets.count else {
      throw .truncated(field: .messageTypeIndicator, offset: start, needed: 1, available: 0)
    }
    // TP-MTI, §9.2.3.1.
    switch (direction, reader.octets[start] & 0x03) {
    case (.mobileTerminated, 0): self = .deliver(try SMSDeliver(&reader))
    case (.mobileTerminated, 1): self = .submitReport(try SMSSubmitReport(&reader))
    case (.mobileTerminated, 2): self = .statusReport(try SMSStatusReport(&reader))
    case (.mobileTerminated, _):
      reader.warnings.append(.reservedMessageType(offset: start))
      self = .deliver(try SMSDeliver(&reader))
    case (.mobileOriginated, 0): self = .deliverReport(try SMSDeliverReport(&reader))
    case (.mobileOriginated, 1): self = .submit(try SMSSubmit(&reader))
    case (.mobileOriginated, 2): self = .command(try SMSCommand(&reader))
    case (.mobileOriginated, _): throw .reservedMessageType(offset: start)
    }
    reader.warnOfOctetsBehindTheEnd()
  }
}

/// A TPDU as it was read, with what was noticed on the way.
public struct TPDUDecoding: Hashable, Sendable {
  /// The TPDU.
  public let tpdu: TPDU
  /// What is wrong with it, although it could be read.
  public let warnings: [TPDUWarning]

  /// Reads a TPDU that stands without a service centre address.
  ///
  /// - Parameters:
  ///   - octets: The TPDU.
  ///   - direction: Which way it goes.
  /// - Throws: `TPDUError` with the field and the octet that could not be read.
  public init(_ octets: [UInt8], direction: TPDU.Direction) throws(TPDUError) {
    var reader = TPDUReader(octets)
    tpdu = try TPDU(&reader, direction: direction)
    warnings = reader.warnings
  }
}
