import TransferLayer

/// A PDU for people: each field with its octets, what they mean, and the clause that says so.
struct PDUView {
  private let pdu: ServiceCentrePDU
  private let octets: [UInt8]

  init(_ pdu: ServiceCentrePDU, octets: [UInt8]) {
    self.pdu = pdu
    self.octets = octets
  }

  /// The lines, each with its end.
  var text: String {
    var lines = ["\(name), \(octets.count) octets, the TPDU \(pdu.length)"]
    for span in pdu.fields { lines += self.lines(span) }
    for line in details { lines.append("  " + line) }
    for warning in pdu.warnings { lines.append("  ! \(warning)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var name: String {
    switch pdu.tpdu {
    case .deliver: "SMS-DELIVER"
    case .deliverReport: "SMS-DELIVER-REPORT"
    case .submit: "SMS-SUBMIT"
    case .submitReport: "SMS-SUBMIT-REPORT"
    case .statusReport: "SMS-STATUS-REPORT"
    case .command: "SMS-COMMAND"
    }
  }

  /// How many octets stand on a line.
  private static let octetsPerLine = 12

  private func lines(_ span: TPDUFieldSpan) -> [String] {
    var lines: [String] = []
    var start = span.octets.lowerBound
    while start < span.octets.upperBound {
      let end = min(start + Self.octetsPerLine, span.octets.upperBound)
      let digits = Hexadecimal.text(of: octets[start..<end])
      let isFirst = start == span.octets.lowerBound
      let head = "  " + padded(String(start), 4) + padded(isFirst ? span.field.rawValue : "", 8)
      let tail = isFirst ? "\(meaning(span))  [\(span.field.clause)]" : ""
      lines.append(head + padded(digits, 26) + tail)
      start = end
    }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text.count < width ? text + String(repeating: " ", count: width - text.count) : text + " "
  }

  private func meaning(_ span: TPDUFieldSpan) -> String {
    let first = octets[span.octets.lowerBound]
    switch span.field {
    case .serviceCentreAddress:
      return pdu.serviceCentreAddress.map(PDUWords.address) ?? "that of the SIM"
    case .messageTypeIndicator: return PDUWords.flags(pdu.tpdu)
    case .originatingAddress, .destinationAddress, .recipientAddress:
      return pdu.tpdu.address.map(PDUWords.address) ?? ""
    case .dataCodingScheme: return PDUWords.scheme(DataCodingScheme(rawValue: first))
    case .serviceCentreTimeStamp, .dischargeTime:
      return PDUWords.time(ServiceCentreTimeStamp(octets: octets[span.octets]))
    case .validityPeriod: return pdu.tpdu.validityPeriod.map(PDUWords.validity) ?? ""
    case .status: return DeliveryStatus(rawValue: first).description
    case .userDataHeader: return "\(span.octets.count) octets"
    case .userData: return "\(span.octets.count) octets"
    case .messageReference, .protocolIdentifier, .failureCause, .parameterIndicator,
      .userDataLength, .commandType, .messageNumber, .commandDataLength, .commandData:
      return String(first)
    }
  }

  /// What does not stand at one place: the elements of the header, the text, the data.
  private var details: [String] {
    guard let content = pdu.tpdu.content else { return [] }
    var lines = (content.header?.elements ?? []).map(PDUWords.element)
    if let text = content.userData.text(content.scheme, header: content.header) {
      lines.append("text: \(PDUWords.quoted(text))")
    }
    if let data = content.userData.data(content.scheme) {
      lines.append("data: \(Hexadecimal.text(of: data))")
    }
    return lines
  }
}

extension TPDU {
  fileprivate var address: TPAddress? {
    switch self {
    case .deliver(let tpdu): tpdu.originatingAddress
    case .submit(let tpdu): tpdu.destinationAddress
    case .statusReport(let tpdu): tpdu.recipientAddress
    case .command(let tpdu): tpdu.destinationAddress
    case .deliverReport, .submitReport: nil
    }
  }

  fileprivate var validityPeriod: ValidityPeriod? {
    guard case .submit(let tpdu) = self else { return nil }
    return tpdu.validityPeriod
  }

  fileprivate var content: (scheme: DataCodingScheme, header: UserDataHeader?, userData: UserData)?
  {
    switch self {
    case .deliver(let tpdu): (tpdu.dataCodingScheme, tpdu.userDataHeader, tpdu.userData)
    case .submit(let tpdu): (tpdu.dataCodingScheme, tpdu.userDataHeader, tpdu.userData)
    case .statusReport(let tpdu): tpdu.parameters.content
    case .deliverReport(let tpdu): tpdu.parameters.content
    case .submitReport(let tpdu): tpdu.parameters.content
    case .command: nil
    }
  }
}

extension OptionalParameters {
  fileprivate var content: (scheme: DataCodingScheme, header: UserDataHeader?, userData: UserData)?
  {
    userData.map { (effectiveScheme, userDataHeader, $0) }
  }
}
