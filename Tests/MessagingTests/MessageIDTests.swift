import Messaging
import Testing

@Suite struct MessageIDTests {
  @Test func sortsByTime() {
    var random = SystemRandomNumberGenerator()
    let older = MessageID(timestamp: Timestamp(milliseconds: 1_700_000_000_000), using: &random)
    let newer = MessageID(timestamp: Timestamp(milliseconds: 1_700_000_000_001), using: &random)
    #expect(older < newer)
    #expect(older.description.prefix(9) == newer.description.prefix(9))
  }

  @Test func readsItsOwnText() {
    var random = SystemRandomNumberGenerator()
    for milliseconds in [0, 1, 1_795_000_000_123, 0xFFFF_FFFF_FFFF] as [Int64] {
      let id = MessageID(timestamp: Timestamp(milliseconds: milliseconds), using: &random)
      #expect(id.description.utf8.count == 26)
      #expect(MessageID(id.description) == id)
    }
  }

  @Test func usesAllOfTheRandomness() {
    struct Fixed: RandomNumberGenerator {
      var value: UInt64
      mutating func next() -> UInt64 { value }
    }
    var ones = Fixed(value: .max)
    let id = MessageID(timestamp: Timestamp(milliseconds: 0), using: &ones)
    #expect(id.description == "0000000000ZZZZZZZZZZZZZZZZ")
  }

  @Test(arguments: ["", "0", "0000000000ZZZZZZZZZZZZZZZU", "0000000000zzzzzzzzzzzzzzzz"])
  func refusesOtherText(text: String) {
    #expect(MessageID(text) == nil)
  }
}
