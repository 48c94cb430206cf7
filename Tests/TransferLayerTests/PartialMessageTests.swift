import Messaging
import Testing
import TransferLayer

/// Which segments make a message together, 3GPP TS 23.040 §9.2.3.24.1.
@Suite struct PartialMessageTests {
  let start = ReassemblyTests.start

  /// One segment: of which text, its number, when it was stamped and when it came, in seconds.
  private func segment(
    _ text: String,
    _ number: UInt8,
    of total: UInt8 = 2,
    reference: UInt16 = 7,
    width: Concatenation.Width = .eightBit,
    stamped: Int? = 0,
    at arrival: Int = 0
  ) -> WaitingSegment {
    let place = Concatenation(
      reference: reference,
      total: total,
      sequence: number,
      width: width
    )
    let part = MessagePart(
      SMSDeliver(
        originatingAddress: TPAddress(ReassemblyTests.sender),
        serviceCentreTimeStamp: ServiceCentreTimeStamp(start),
        dataCodingScheme: DataCodingScheme(rawValue: 4),
        userDataHeader: UserDataHeader(elements: [InformationElement(place)]),
        userData: .octets(Array("\(text)\(number)".utf8))
      )
    )
    return WaitingSegment(
      part: part,
      serviceCentreTimeStamp: stamped.map { start + .seconds($0) },
      receivedAt: start + .seconds(arrival)
    )
  }

  /// What each message holds; with `...` behind it where something is missing.
  private func texts(_ segments: [WaitingSegment]) -> [String] {
    PartialMessage.sort(segments).map { message in
      let text = String(decoding: message.content.data ?? [], as: UTF8.self)
      switch message.result {
      case .complete: return text
      case .missing: return text + "..."
      }
    }
  }

  @Test func segmentsInAnyOrderAreOneMessage() {
    let parts = (1...4).map { segment("a", UInt8($0), of: 4, stamped: $0) }
    var samples = Samples(seed: 5)
    for _ in 0..<50 {
      #expect(texts(parts.shuffled(using: &samples.random)) == ["a1a2a3a4"])
    }
  }

  @Test func anotherReferenceWidthOrTotalIsAnotherMessage() {
    let parts = [
      segment("a", 1), segment("b", 2, reference: 8), segment("c", 2, width: .sixteenBit),
      segment("d", 2, of: 3), segment("e", 2),
    ]
    #expect(texts(parts) == ["a1e2", "b2...", "c2...", "d2..."])
  }

  @Test func oneNumberWithAnotherContentBeginsANewMessage() {
    #expect(texts([segment("a", 1), segment("b", 1), segment("b", 2)]) == ["a1...", "b1b2"])
  }

  @Test func copiesAreOfTheMessageThatTheyRepeat() {
    let parts = [segment("a", 1), segment("a", 1, stamped: 40), segment("a", 2, stamped: 45)]
    #expect(texts(parts) == ["a1a2"])
    #expect(PartialMessage.sort(parts).map(\.places) == [[0, 1, 2]])
  }

  /// The first message lost its second segment; the sender uses the reference again.
  @Test(
    arguments: [60, 3600],
    [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
  )
  func theEarlierMessageIsNotMixedWithTheLater(seconds: Int, order: [Int]) {
    let parts = [
      segment("a", 2), segment("b", 1, stamped: seconds), segment("b", 2, stamped: seconds + 4),
    ]
    #expect(Set(texts(order.map { parts[$0] })) == ["a2...", "b1b2"])
  }

  /// The first message lost its second segment, and stamps tell what it could have been.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func aSegmentOfAMuchLaterMessageDoesNotFillAGap(order: [Int]) {
    let parts = [
      segment("a", 1), segment("b", 1, stamped: 1200), segment("b", 2, stamped: 1204),
    ]
    #expect(Set(texts(order.map { parts[$0] })) == ["a1...", "b1b2"])
  }

  @Test func aLateSegmentFindsItsMessageBehindTheNext() {
    let parts = [
      segment("a", 1), segment("b", 1, stamped: 90), segment("a", 2, stamped: 3),
      segment("b", 2, stamped: 94),
    ]
    #expect(texts(parts) == ["a1a2", "b1b2"])
  }

  @Test func aSlowSenderAndDisagreeingServiceCentresMakeOneMessage() {
    #expect(texts([segment("a", 1), segment("a", 2, stamped: 600)]) == ["a1a2"])
    #expect(texts([segment("a", 1), segment("a", 2, stamped: 601)]) == ["a1...", "a2..."])
    #expect(texts([segment("a", 1, stamped: 30), segment("a", 2)]) == ["a1a2"])
    #expect(texts([segment("a", 1, stamped: 31), segment("a", 2)]) == ["a1...", "a2..."])
  }

  @Test func withoutAStampTheNumbersDecide() {
    let parts = [
      segment("a", 1, stamped: nil), segment("b", 1, stamped: nil), segment("b", 2, stamped: nil),
    ]
    #expect(texts(parts) == ["a1...", "b1b2"])
  }

  @Test func aMessageIsAsOldAsItsLastSegmentThatIsNoCopy() throws {
    let parts = [
      segment("a", 1, of: 3), segment("a", 2, of: 3, at: 5), segment("a", 1, of: 3, at: 9),
    ]
    let message = try #require(PartialMessage.sort(parts).first)
    #expect(message.lastArrival == start + .seconds(5))
    #expect(message.result == .missing([3]))
  }

  @Test func aMessageOfOneSegmentIsWhole() throws {
    let parts = try ReassemblyTests.parts("short") + ReassemblyTests.parts("other")
    let segments = parts.map {
      WaitingSegment(part: $0, serviceCentreTimeStamp: start, receivedAt: start)
    }
    #expect(
      PartialMessage.sort(segments).map(\.result)
        == [
          .complete(ReceivedContent(text: "short")), .complete(ReceivedContent(text: "other")),
        ]
    )
  }
}
