import ModemModel
import Testing

@Suite struct AcceptedMessageTests {
  /// A part of a message in UCS-2 with one character.
  private func part(_ reference: Int, _ position: Int, of total: Int, _ character: String) -> String
  {
    let concatenation = [reference, total, position].map { "0" + String($0) }.joined()
    return "51000C914477000910320008A708050003" + concatenation + "00" + character
  }

  @Test func partsInAnyOrderMakeOneMessage() {
    var bench = Bench()
    _ = bench.submit(part(1, 2, of: 3, "62"))
    _ = bench.submit(part(2, 1, of: 2, "78"))
    _ = bench.submit()
    _ = bench.submit(part(1, 3, of: 3, "63"))
    _ = bench.submit(part(1, 1, of: 3, "61"))
    let messages = bench.record.messages
    #expect(messages.map(\.text) == ["Test", "abc"])
    #expect(messages.last?.segments.map(\.sequence) == [5, 1, 4])
  }

  @Test func aMessageSentTwiceIsTwoMessages() {
    var bench = Bench()
    for _ in 0..<2 {
      _ = bench.submit(part(1, 1, of: 2, "61"))
      _ = bench.submit(part(1, 2, of: 2, "62"))
    }
    #expect(bench.record.messages.map(\.text) == ["ab", "ab"])
  }

  @Test func partsOfOtherSIMsDoNotMix() {
    var bench = Bench(2)
    _ = bench.submit(part(1, 1, of: 2, "61"), on: 0)
    _ = bench.submit(part(1, 2, of: 2, "62"), on: 1)
    #expect(bench.record.messages.isEmpty)
  }
}
