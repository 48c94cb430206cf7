import GSMAlphabet
import Testing
import TransferLayer

@Suite struct UserDataHeaderTests {
  static func header(_ octets: [UInt8]) -> UserDataHeader { UserDataHeader(octets: octets) }

  @Test("TS 23.040 §9.2.3.24.1 and §9.2.3.24.8: concatenation, both widths")
  func concatenation() {
    let short = Concatenation(reference: 0xAB, total: 3, sequence: 2)
    #expect(InformationElement(short) == InformationElement(identifier: 0, data: [0xAB, 3, 2]))
    #expect(Self.header([0, 3, 0xAB, 3, 2]).concatenation == short)
    let wide = Concatenation(reference: 0xABCD, total: 255, sequence: 255, width: .sixteenBit)
    #expect(Self.header([8, 4, 0xAB, 0xCD, 255, 255]).concatenation == wide)
    #expect(
      InformationElement(wide) == InformationElement(identifier: 8, data: [0xAB, 0xCD, 255, 255])
    )
  }

  @Test(
    "TS 23.040 §9.2.3.24.1: a number of 0 or above the total makes an element unusable",
    arguments: [
      [0, 3, 1, 0, 0], [0, 3, 1, 2, 0], [0, 3, 1, 2, 3], [0, 2, 1, 2], [8, 3, 1, 2, 1],
    ]
      as [[UInt8]]
  )
  func unusable(_ octets: [UInt8]) {
    #expect(Self.header(octets).concatenation == nil)
    #expect(Self.header(octets).elements.count == 1)
  }

  @Test("TS 23.040 §9.2.3.24: of repeated elements the last usable counts")
  func lastUsable() {
    #expect(Self.header([0, 3, 1, 2, 1, 8, 4, 0, 9, 2, 2]).concatenation?.reference == 9)
    #expect(Self.header([8, 4, 0, 9, 2, 2, 0, 3, 1, 2, 0]).concatenation?.reference == 9)
    #expect(Self.header([4, 2, 1, 2, 5, 4, 0, 3, 0, 4]).ports?.destination == 3)
    #expect(Self.header([5, 4, 0, 3, 0, 4, 4, 2, 1, 2]).ports?.source == 2)
    #expect(Self.header([0x24, 1, 1, 0x24, 1, 0x77]).shiftTables.single == .turkish)
  }

  @Test("TS 23.040 §9.2.3.24.15 and §9.2.3.24.16: national language tables")
  func languages() {
    for language in NationalLanguage.allCases {
      let tables = Self.header([0x24, 1, language.rawValue, 0x25, 1, language.rawValue]).shiftTables
      #expect(tables == ShiftTables(locking: language, single: language))
    }
    #expect(Self.header([0x25, 1, 2]).shiftTables == .defaultAlphabet)
    #expect(Self.header([0x25, 2, 1, 1, 0x24, 1, 0]).shiftTables == .defaultAlphabet)
  }

  @Test("TS 23.040 §9.2.3.24.2: special message indications")
  func messageWaiting() {
    let indications = Self.header([1, 2, 0x80, 5, 1, 2, 0x02, 0]).specialMessageIndications
    #expect(indications.map(\.kind) == [0, 2])
    #expect(indications.map(\.isStored) == [true, false])
    #expect(indications.map(\.count) == [5, 0])
  }

  @Test("TS 23.040 §9.2.3.24: unknown elements are kept as they came")
  func unknownElements() {
    let octets: [UInt8] = [0x70, 0, 0xA5, 3, 1, 2, 3, 0x70, 1, 9]
    #expect(Self.header(octets).octets == [10] + octets)
    #expect(Self.header(octets).elements.map(\.identifier) == [0x70, 0xA5, 0x70])
  }

  @Test(
    "TS 23.040 §9.2.3.24: elements that do not fill the header make it ignored",
    arguments: [[0, 3, 1, 2, 1, 9], [0, 4, 1, 2, 1], [0], [0, 3, 1, 2, 1, 0, 200]] as [[UInt8]]
  )
  func ignored(_ octets: [UInt8]) {
    let header = Self.header(octets)
    #expect(header.elements.isEmpty && header.concatenation == nil)
    #expect(header.octets == [UInt8(octets.count)] + octets)
  }

  @Test("TS 23.040 §9.2.3.24.3 and §9.2.3.24.4: ports in 8 and in 16 bits")
  func ports() {
    let wide = InformationElement(ApplicationPorts(destination: 2948, source: 9200))
    #expect(wide == InformationElement(identifier: 5, data: [0x0B, 0x84, 0x23, 0xF0]))
    let short = InformationElement(ApplicationPorts(destination: 240, source: 1, isShort: true))
    #expect(short == InformationElement(identifier: 4, data: [240, 1]))
    let tooWide = ApplicationPorts(destination: 256, source: 1, isShort: true)
    #expect(InformationElement(tooWide).identifier == 5)
  }

  @Test("TS 23.040 §9.2.3.24: fill bits bring the text to a septet boundary", arguments: 0...20)
  func fillBits(_ dataCount: Int) throws {
    let header = UserDataHeader(
      elements: [
        InformationElement(identifier: 0x70, data: [UInt8](repeating: 7, count: dataCount))
      ]
    )
    let septets = Array("Hermod rides".utf8)
    let submit = SMSSubmit(
      destinationAddress: TPAddress(typeOfNumber: 0, digits: "1"),
      userDataHeader: header,
      userData: .septets(septets)
    )
    let octets = submit.encoded()
    let headerBits = (3 + dataCount) * 8
    #expect(Int(octets[7]) == (headerBits + 6) / 7 + septets.count)
    #expect(octets.count == 8 + (Int(octets[7]) * 7 + 7) / 8)
    #expect(try TPDU(decoding: octets, direction: .mobileOriginated) == .submit(submit))
  }
}
