import GSMAlphabet
import Messaging
import Testing
import TransferLayer

@Suite struct ReassemblyTests {
  static let sender = PhoneNumber(normalForm: "+447700900123")
  static let start = Timestamp(seconds: 1_800_000_000)

  static func parts(
    _ text: String,
    reference: UInt16 = 7,
    options: SegmentationOptions = SegmentationOptions()
  ) throws -> [MessagePart] {
    try MessageSegmentation.segments(text: text, options: options).segments(reference: reference)
      .map { segment in
        MessagePart(
          SMSDeliver(
            originatingAddress: TPAddress(sender),
            serviceCentreTimeStamp: ServiceCentreTimeStamp(start),
            dataCodingScheme: segment.dataCodingScheme,
            userDataHeader: segment.userDataHeader,
            userData: segment.userData
          )
        )
      }
  }

  static func text(_ result: Reassembly.Result) -> String? {
    if case .complete(let content) = result { content.text } else { nil }
  }

  static let long = String(repeating: "Hermod rides Sleipnir. ", count: 20)

  @Test("TS 23.040 §9.2.3.24.1: any order, and duplicates")
  func anyOrder() throws {
    let parts = try Self.parts(Self.long)
    #expect(parts.count == 4)
    var samples = Samples(seed: 3)
    for _ in 0..<50 {
      let shuffled = (parts + parts).shuffled(using: &samples.random)
      #expect(Self.text(Reassembly.join(parts: shuffled)) == Self.long)
    }
    #expect(Reassembly.join(parts: [parts[3], parts[1]]) == .missing([1, 3]))
    let incomplete = Reassembly.joinIncomplete(parts: [parts[3], parts[0]])
    #expect(incomplete.missing == [2, 3])
    #expect(incomplete.content.text == String(Self.long.prefix(153)) + Self.long.dropFirst(459))
  }

  @Test func joinedTextsComeBackInEveryCoding() throws {
    var samples = Samples(seed: 12)
    for _ in 0..<200 {
      let text = samples.text(1...300)
      let options = SegmentationOptions(languages: [.turkish])
      let parts = try Self.parts(text, options: options).shuffled(using: &samples.random)
      #expect(Self.text(Reassembly.join(parts: parts)).map { Array($0.utf16) } == Array(text.utf16))
    }
  }

  /// A segment with any octets in it.
  static func part(_ sequence: UInt8, of total: UInt8, _ data: UserData, dcs: UInt8) -> MessagePart
  {
    MessagePart(
      SMSDeliver(
        originatingAddress: TPAddress(sender),
        serviceCentreTimeStamp: ServiceCentreTimeStamp(start),
        dataCodingScheme: DataCodingScheme(rawValue: dcs),
        userDataHeader: UserDataHeader(elements: [
          InformationElement(Concatenation(reference: 1, total: total, sequence: sequence))
        ]),
        userData: data
      )
    )
  }

  @Test func aCharacterCutInTwoComesOutWhole() {
    let halves = [
      Self.part(1, of: 2, .octets([0, 0x61, 0xD8, 0x3D]), dcs: 8),
      Self.part(2, of: 2, .octets([0xDE, 0x00, 0, 0x62]), dcs: 8),
    ]
    #expect(Self.text(Reassembly.join(parts: halves)) == "a😀b")
    let escape = [
      Self.part(1, of: 2, .septets([0x61, 0x1B]), dcs: 0),
      Self.part(2, of: 2, .septets([0x65]), dcs: 0),
    ]
    #expect(Self.text(Reassembly.join(parts: escape)) == "a€")
  }

  @Test func aGapJoinsNothing() {
    let parts = [
      Self.part(1, of: 3, .octets([0xD8, 0x3D]), dcs: 8),
      Self.part(3, of: 3, .octets([0xDE, 0x00]), dcs: 8),
    ]
    #expect(Reassembly.joinIncomplete(parts: parts).content.text == "\u{FFFD}\u{FFFD}")
  }

  @Test func partsMayDifferInCoding() {
    let parts = [
      Self.part(1, of: 3, .septets([0x61]), dcs: 0), Self.part(2, of: 3, .octets([4, 2]), dcs: 4),
      Self.part(3, of: 3, .octets([0x20, 0xAC]), dcs: 8),
    ]
    #expect(
      Reassembly.join(parts: parts) == .complete(ReceivedContent(text: "a€", data: [4, 2]))
    )
  }

  @Test func storedOctetsGiveTheSamePart() throws {
    var samples = Samples(seed: 44)
    for _ in 0..<200 {
      let deliver = samples.deliver()
      #expect(try MessagePart(decodingDeliver: deliver.encoded()) == MessagePart(deliver))
    }
  }
}
