import TransferLayer

/// What must hold of any octets that are decoded; fuzzing and the tests share it.
enum TPDUFuzzCheck {
  /// Decodes an input, whose first octet chooses how the others are read.
  ///
  /// - Parameter input: Any octets.
  /// - Returns: What did not hold, or nil.
  static func fault(_ input: [UInt8]) -> String? {
    guard let choice = input.first else { return nil }
    let octets = Array(input.dropFirst())
    let directions: [TPDU.Direction?] = [.mobileOriginated, .mobileTerminated, nil]
    do throws(TPDUError) {
      let pdu = try ServiceCentrePDU(
        decoding: octets,
        direction: directions[Int(choice & 0x0F) % 3],
        hasServiceCentreAddress: choice & 0x80 != 0,
        keepsFields: true
      )
      guard pdu.fields.allSatisfy({ $0.octets.upperBound <= octets.count }) else {
        return "a field lies outside the octets"
      }
      return textFault(pdu.tpdu, octetCount: octets.count) ?? encodingFault(pdu)
    } catch {
      return error.offset <= octets.count ? nil : "an error lies outside the octets"
    }
  }

  /// Text takes no more than a small multiple of the input.
  private static func textFault(_ tpdu: TPDU, octetCount: Int) -> String? {
    let text: String?
    switch tpdu {
    case .deliver(let tpdu):
      text = tpdu.text
      _ = (tpdu.userDataHeader?.concatenation, tpdu.userDataHeader?.ports)
      _ = tpdu.serviceCentreTimeStamp.iso8601
    case .submit(let tpdu):
      text = tpdu.text
      _ = tpdu.validityPeriod?.duration
    case .statusReport(let tpdu):
      text = tpdu.parameters.text
      _ = (tpdu.status.category, tpdu.dischargeTime.timestamp)
    case .deliverReport(let tpdu): text = tpdu.parameters.text
    case .submitReport(let tpdu): text = tpdu.parameters.text
    case .command: text = nil
    }
    return (text?.utf8.count ?? 0) <= 4 * octetCount + 4 ? nil : "more text than there was input"
  }

  /// What was decoded is encoded to what decodes to the same.
  private static func encodingFault(_ pdu: ServiceCentrePDU) -> String? {
    let direction: TPDU.Direction =
      switch pdu.tpdu {
      case .deliver, .submitReport, .statusReport: .mobileTerminated
      case .submit, .deliverReport, .command: .mobileOriginated
      }
    // What is left of a header that was cut short is a header of another length.
    guard !pdu.warnings.contains(where: { $0.isHeaderCutShort }) else { return nil }
    let again = try? TPDU(decoding: pdu.tpdu.encoded(), direction: direction)
    return again == pdu.tpdu ? nil : "encoding changed the TPDU"
  }
}

extension TPDUWarning {
  var isHeaderCutShort: Bool {
    if case .userDataHeaderCutShort = self { true } else { false }
  }
}
