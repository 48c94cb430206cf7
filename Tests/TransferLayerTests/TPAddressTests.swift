import Messaging
import Testing
import TransferLayer

@Suite struct TPAddressTests {
  /// The octets of an address, from a message to it.
  static func octets(_ address: TPAddress) -> [UInt8] {
    let octets = SMSSubmit(destinationAddress: address, userData: .octets([])).encoded()
    return Array(octets[2..<octets.count - 3])
  }

  static func decoded(_ octets: [UInt8]) throws -> TPAddress {
    let tpdu = try TPDU(decoding: [1, 0] + octets + [0, 0, 0], direction: .mobileOriginated)
    guard case .submit(let submit) = tpdu else { throw PDUKindError() }
    return submit.destinationAddress
  }

  @Test(
    "TS 23.040 §9.1.2.5: every kind of address, both ways",
    arguments: [
      (1, 1, "46708251358", [11, 0x91, 0x64, 0x07, 0x28, 0x15, 0x53, 0xF8]),
      (0, 1, "85080", [5, 0x81, 0x58, 0x80, 0xF0]),
      (2, 1, "0612345678", [10, 0xA1, 0x60, 0x21, 0x43, 0x65, 0x87]),
      (0, 1, "*#abc", [5, 0x81, 0xBA, 0xDC, 0xFE]),
      (4, 8, "27838890001", [11, 0xC8, 0x72, 0x38, 0x88, 0x09, 0x00, 0xF1]),
      (5, 0, "Hermod", [11, 0xD0, 0xC8, 0xB2, 0xBC, 0xFD, 0x26, 0x03]),
      (5, 0, "ALPHATAG@@@", [20, 0xD0, 0x41, 0x26, 0x14, 0x19, 0xA4, 0x06, 0x8F, 0, 0, 0]),
      (
        1, 1, "12345678901234567890",
        [20, 0x91, 0x21, 0x43, 0x65, 0x87, 9, 0x21, 0x43, 0x65, 0x87, 9]
      ),
      (0, 0, "", [0, 0x80]), (7, 15, "1", [1, 0xFF, 0xF1]),
    ] as [(UInt8, UInt8, String, [UInt8])]
  )
  func kinds(_ type: UInt8, _ plan: UInt8, _ digits: String, _ octets: [UInt8]) throws {
    let address = TPAddress(typeOfNumber: type, numberingPlan: plan, digits: digits)
    #expect(Self.octets(address) == octets)
    #expect(try Self.decoded(Self.octets(address)) == address)
    #expect(address.isEncodable)
  }

  @Test("TS 23.040 §9.1.2.5: the length of an alphanumeric address counts semi-octets")
  func alphanumericLengths() throws {
    for count in 1...11 {
      let text = String("Hermod&Co.Z".prefix(count))
      let address = TPAddress(typeOfNumber: 5, numberingPlan: 0, digits: text)
      #expect(Int(Self.octets(address)[0]) == (count * 7 + 3) / 4)
      #expect(try Self.decoded(Self.octets(address)).digits == text)
    }
  }

  @Test func whatHasNoRoomOrNoDigitIsNotEncodable() {
    #expect(!TPAddress(typeOfNumber: 1, digits: "123456789012345678901").isEncodable)
    #expect(!TPAddress(typeOfNumber: 1, digits: "12x").isEncodable)
    #expect(!TPAddress(typeOfNumber: 5, digits: "twelve chars").isEncodable)
    #expect(!TPAddress(typeOfNumber: 5, digits: "Łódź").isEncodable)
  }

  @Test func aFillDigitIsLeftOutAndSaid() throws {
    let octets: [UInt8] = [1, 0, 4, 0x81, 0xF1, 0x32, 0, 0, 0]
    let decoding = try TPDUDecoding(octets, direction: .mobileOriginated)
    guard case .submit(let submit) = decoding.tpdu else { throw PDUKindError() }
    #expect(submit.destinationAddress.digits == "123")
    #expect(
      decoding.warnings == [.fillDigitInAddress(field: .destinationAddress, offset: 2)]
    )
  }

  @Test func aNumberBecomesAnAddressAndComesBack() throws {
    let plan = NumberingPlan(countryCode: "33", nationalPrefix: "0")
    for text in ["+33612345678", "0612345678", "36111"] {
      let number = try PhoneNumber(text, in: plan)
      #expect(TPAddress(number).phoneNumber(in: plan) == number)
    }
    let name = PhoneNumber(normalForm: "Hermod")
    #expect(TPAddress(name).phoneNumber(in: plan) == name)
    let national = TPAddress(typeOfNumber: 2, digits: "612345678")
    #expect(national.phoneNumber(in: plan).description == "+33612345678")
  }

  @Test("TS 27.005 §3.1: the length of a service centre address counts octets")
  func serviceCentre() throws {
    for digits in ["27381000015", "273810000151", ""] {
      let address = TPAddress(typeOfNumber: 1, digits: digits)
      let deliver = SMSDeliver(
        originatingAddress: TPAddress(typeOfNumber: 0, digits: "1"),
        serviceCentreTimeStamp: ServiceCentreTimeStamp(octets: []),
        userData: .septets([])
      )
      let pdu = ServiceCentrePDU(serviceCentreAddress: address, tpdu: .deliver(deliver))
      #expect(pdu.length == deliver.encoded().count)
      #expect(Int(pdu.encoded()[0]) == 1 + (digits.count + 1) / 2)
      let decoded = try ServiceCentrePDU(decodingHex: pdu.hexadecimal)
      #expect(decoded.serviceCentreAddress == address)
      #expect(decoded.length == pdu.length)
    }
    let without = try ServiceCentrePDU(
      decodingHex: "0001000080000000",
      direction: .mobileOriginated
    )
    #expect(without.serviceCentreAddress == nil && without.length == 7)
  }
}

struct PDUKindError: Error {}
