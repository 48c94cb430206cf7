import TransferLayer

/// One input of libFuzzer: the first octet chooses how the others are read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.first else { return 0 }
  let octets = Array(input.dropFirst())
  let directions: [TPDU.Direction?] = [.mobileOriginated, .mobileTerminated, nil]
  let pdu: ServiceCentrePDU
  do throws(TPDUError) {
    pdu = try ServiceCentrePDU(
      decoding: octets,
      direction: directions[Int(choice & 0x0F) % 3],
      hasServiceCentreAddress: choice & 0x80 != 0,
      keepsFields: true
    )
  } catch {
    precondition(error.offset <= octets.count && !error.description.isEmpty)
    return 0
  }
  precondition(pdu.fields.allSatisfy { $0.octets.upperBound <= octets.count })
  precondition(pdu.warnings.allSatisfy { !$0.description.isEmpty })
  checkText(pdu.tpdu, octets: octets)
  checkEncoding(pdu)
  return 0
}

/// Text takes no more than a small multiple of the input.
private func checkText(_ tpdu: TPDU, octets: [UInt8]) {
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
  precondition((text?.utf8.count ?? 0) <= 4 * octets.count + 4)
}

/// What was decoded is encoded to what decodes to the same.
private func checkEncoding(_ pdu: ServiceCentrePDU) {
  let direction: TPDU.Direction =
    switch pdu.tpdu {
    case .deliver, .submitReport, .statusReport: .mobileTerminated
    case .submit, .deliverReport, .command: .mobileOriginated
    }
  let isCutShort = pdu.warnings.contains {
    if case .userDataHeaderCutShort = $0 { true } else { false }
  }
  // What is left of a header that was cut short is a header of another length.
  guard !isCutShort else { return }
  let again = try? TPDU(decoding: pdu.tpdu.encoded(), direction: direction)
  precondition(again == pdu.tpdu, "encoding changed the TPDU")
}
