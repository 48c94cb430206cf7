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

@Suite struct ReassemblyBufferTests {
  typealias Buffer = ReassemblyBuffer
  let parts: [MessagePart]
  let start = ReassemblyTests.start

  init() throws {
    parts = try ReassemblyTests.parts(ReassemblyTests.long)
  }

  func insert(
    _ part: MessagePart,
    into buffer: inout Buffer,
    sim: String = "8944",
    sender: PhoneNumber = ReassemblyTests.sender,
    after: Duration = .zero
  ) -> (outcome: Buffer.Outcome, givenUp: [Buffer.Incomplete]) {
    buffer.insert(part, sim: sim, sender: sender, at: start + after)
  }

  @Test func theLastSegmentCompletesTheMessage() {
    var buffer = Buffer()
    #expect(insert(parts[2], into: &buffer).outcome == .waiting(missing: [1, 2, 4]))
    #expect(insert(parts[0], into: &buffer).outcome == .waiting(missing: [2, 4]))
    #expect(insert(parts[0], into: &buffer).outcome == .duplicate)
    #expect(insert(parts[3], into: &buffer).outcome == .waiting(missing: [2]))
    let content = ReceivedContent(text: ReassemblyTests.long)
    #expect(insert(parts[1], into: &buffer).outcome == .complete(content))
    #expect(buffer.count == 0)
  }

  @Test func otherSIMsSendersReferencesAndWidthsAreOtherMessages() throws {
    var buffer = Buffer()
    _ = insert(parts[0], into: &buffer)
    let wide = SegmentationOptions(referenceWidth: .sixteenBit)
    let others = [
      insert(parts[1], into: &buffer, sim: "8945"),
      insert(parts[1], into: &buffer, sender: PhoneNumber(normalForm: "+447700900124")),
      insert(try ReassemblyTests.parts(ReassemblyTests.long, reference: 8)[1], into: &buffer),
      insert(try ReassemblyTests.parts(ReassemblyTests.long, options: wide)[1], into: &buffer),
    ]
    for other in others { #expect(other.outcome == .waiting(missing: [1, 3, 4])) }
    #expect(buffer.count == 5)
  }

  @Test func aConflictGivesTheEarlierMessageUp() throws {
    var buffer = Buffer()
    _ = insert(parts[0], into: &buffer)
    let later = try ReassemblyTests.parts(String(ReassemblyTests.long.reversed()))
    let result = insert(later[0], into: &buffer)
    #expect(result.outcome == .waiting(missing: [2, 3, 4]))
    #expect(result.givenUp.map(\.missing) == [[2, 3, 4]])
    #expect(result.givenUp.first?.content.text == String(ReassemblyTests.long.prefix(153)))
  }

  @Test func afterItsTimeAMessageIsGivenUpIncomplete() {
    var buffer = Buffer(maximumAge: .seconds(600))
    _ = insert(parts[0], into: &buffer)
    _ = insert(parts[1], into: &buffer, after: .seconds(599))
    #expect(buffer.expire(at: start + .seconds(599)).isEmpty)
    let expired = buffer.expire(at: start + .seconds(600))
    #expect(expired.map(\.missing) == [[3, 4]])
    #expect(buffer.count == 0)
  }

  @Test func theBufferIsBounded() throws {
    var buffer = Buffer(capacity: 255)
    var givenUp = 0
    for reference in UInt16(0)..<300 {
      let options = SegmentationOptions(referenceWidth: .sixteenBit)
      let part = try ReassemblyTests.parts(
        ReassemblyTests.long,
        reference: reference,
        options: options
      )[0]
      givenUp += insert(part, into: &buffer).givenUp.count
      #expect(buffer.count <= 255)
    }
    #expect(givenUp == 45)
  }

  @Test func aSegmentOfNoMessageIsComplete() throws {
    var buffer = Buffer()
    let part = try ReassemblyTests.parts("short")[0]
    #expect(insert(part, into: &buffer).outcome == .complete(ReceivedContent(text: "short")))
  }
}
