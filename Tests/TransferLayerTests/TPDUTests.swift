import Testing
import TransferLayer

@Suite struct TPDUTests {
  @Test("TS 23.040 §9.2: what is encoded is decoded, every kind, both directions")
  func roundTrips() throws {
    var samples = Samples(seed: 23_040)
    for direction in [TPDU.Direction.mobileOriginated, .mobileTerminated] {
      for _ in 0..<3000 {
        let tpdu = samples.tpdu(direction)
        let octets = tpdu.encoded()
        let decoding = try TPDUDecoding(octets, direction: direction)
        #expect(decoding.tpdu == tpdu, "\(Hexadecimal.text(of: octets))")
        #expect(decoding.tpdu.encoded() == octets)
      }
    }
  }

  @Test("A TPDU cut short at any octet is refused with field and offset, or read with a warning")
  func truncation() {
    var samples = Samples(seed: 7)
    for direction in [TPDU.Direction.mobileOriginated, .mobileTerminated] {
      for _ in 0..<200 {
        let octets = samples.tpdu(direction).encoded()
        for count in 0..<octets.count {
          do throws(TPDUError) {
            _ = try TPDUDecoding(Array(octets[..<count]), direction: direction)
          } catch {
            #expect(error.offset <= count && error.field != nil)
            #expect(error.description.contains("octet \(error.offset)"))
          }
        }
      }
    }
  }

  @Test("Whatever decodes is encoded to what decodes to the same")
  func anyOctets() {
    var samples = Samples(seed: 99)
    var decoded = 0
    for _ in 0..<20_000 {
      let octets = samples.octets(0...60)
      for direction in [TPDU.Direction.mobileOriginated, .mobileTerminated] {
        guard let decoding = try? TPDUDecoding(octets, direction: direction) else { continue }
        decoded += 1
        // What is left of a header that was cut short is a header of another length.
        if decoding.warnings.contains(where: { $0.isHeaderCutShort }) { continue }
        let tpdu = decoding.tpdu
        let again = try? TPDU(decoding: tpdu.encoded(), direction: direction)
        #expect(again == tpdu, "\(Hexadecimal.text(of: octets))")
      }
    }
    #expect(decoded > 1000)
  }

  @Test("TS 23.040 §9.2.3.1: a reserved message type is read as SMS-DELIVER")
  func reservedType() throws {
    let octets = try Hexadecimal.octets(of: "07008100000062113291404240" + "00")
    let decoding = try TPDUDecoding(octets, direction: .mobileTerminated)
    guard case .deliver = decoding.tpdu else { throw PDUKindError() }
    #expect(decoding.warnings.contains(.reservedMessageType(offset: 0)))
    #expect(throws: TPDUError.reservedMessageType(offset: 0)) {
      try TPDU(decoding: octets, direction: .mobileOriginated)
    }
  }

  @Test("TS 23.040 §9.2.3.16: a TP-UDL larger than the data is said, and the rest is read")
  func lyingLength() throws {
    let octets = try Hexadecimal.octets(of: "0100" + "0181F1" + "0000" + "FF" + "E8329BFD06")
    let decoding = try TPDUDecoding(octets, direction: .mobileOriginated)
    guard case .submit(let submit) = decoding.tpdu else { throw PDUKindError() }
    #expect(submit.text == "hello")
    #expect(decoding.warnings == [.userDataCutShort(declared: 255, available: 5, offset: 7)])
  }

  @Test("TS 23.040 §9.2.3.24: a header longer than the data is said")
  func lyingHeader() throws {
    let octets = try Hexadecimal.octets(of: "4100" + "0181F1" + "0004" + "04" + "09000301")
    let decoding = try TPDUDecoding(octets, direction: .mobileOriginated)
    guard case .submit(let submit) = decoding.tpdu else { throw PDUKindError() }
    #expect(submit.userDataHeader?.elements.isEmpty == true)
    #expect(submit.userData == .octets([]))
    #expect(
      decoding.warnings == [.userDataHeaderCutShort(declared: 9, available: 3, offset: 8)]
    )
  }

  @Test("TS 23.040 §9.2.3.23: a header that is announced and is not there")
  func missingHeader() throws {
    let decoding = try TPDUDecoding([0x41, 0, 0, 0x81, 0, 0, 0], direction: .mobileOriginated)
    #expect(decoding.warnings == [.userDataHeaderMissing(offset: 7)])
  }

  @Test func octetsBehindTheEndAreSaid() throws {
    let octets = try Hexadecimal.octets(of: "0100" + "0181F1" + "0004" + "01" + "AA" + "FFFF")
    let decoding = try TPDUDecoding(octets, direction: .mobileOriginated)
    #expect(decoding.warnings == [.octetsBehindTheEnd(count: 2, offset: 9)])
  }

  @Test("TS 23.040 §9.2.2.3: optional fields that are bad leave the report readable")
  func badOptionalFields() throws {
    var samples = Samples(seed: 1)
    var report = samples.statusReport()
    report.parameters = OptionalParameters()
    let octets = report.encoded() + [0x07, 0x41, 0xF5]
    let decoding = try TPDUDecoding(octets, direction: .mobileTerminated)
    // TP-UDL is missing; TP-PID and TP-DCS stand before it and are there.
    report.parameters.protocolIdentifier = 0x41
    report.parameters.dataCodingScheme = DataCodingScheme(rawValue: 0xF5)
    #expect(decoding.tpdu == .statusReport(report))
    let said = decoding.warnings.contains {
      if case .optionalFieldsIgnored = $0 { true } else { false }
    }
    #expect(said)
  }

  @Test("TS 23.040 §9.2.3.23: TP-UDHI is kept where there is no user data")
  func headerIndicatorWithoutUserData() throws {
    for parameters in ["", "00", "0141"] {
      let octets = try Hexadecimal.octets(
        of: "460F0B914477009000F3993092516195809930925161958046" + parameters
      )
      let decoding = try TPDUDecoding(octets, direction: .mobileTerminated)
      guard case .statusReport(let report) = decoding.tpdu else { throw PDUKindError() }
      #expect(report.parameters.userDataHeader?.elements == [])
      #expect(report.parameters.userData == nil)
      #expect(decoding.warnings == [.userDataHeaderMissing(offset: octets.count)])
      #expect(decoding.tpdu.encoded().first == 0x46)
      #expect(try TPDU(decoding: report.encoded(), direction: .mobileTerminated) == decoding.tpdu)
    }
  }

  @Test("TS 23.040 §9.2.3.22: TP-FCS stands before TP-PI")
  func failureCause() throws {
    let report = SMSDeliverReport(
      failureCause: 0xD3,
      parameters: OptionalParameters(protocolIdentifier: 0x7F)
    )
    #expect(report.encoded() == [0x00, 0xD3, 0x01, 0x7F])
    #expect(SMSDeliverReport().encoded() == [0x00, 0x00])
  }

  @Test(arguments: ["0", "zz", "0Z", "00 1", "é1"])
  func whatIsNotHexadecimalIsRefusedWithItsPlace(_ text: String) {
    #expect(throws: TPDUError.self) { try Hexadecimal.octets(of: text) }
  }

  @Test func fieldsAreWhereTheyAreSaidToBe() throws {
    let octets = try Hexadecimal.octets(
      of: "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37"
    )
    let pdu = try ServiceCentrePDU(decoding: octets, keepsFields: true)
    #expect(pdu.fields.map(\.octets.lowerBound) == [0, 8, 9, 17, 18, 19, 26, 27])
    #expect(pdu.fields.last?.octets.upperBound == octets.count)
    #expect(pdu.warnings.isEmpty)
    #expect(pdu.length == octets.count - 8)
  }
}
