import ATProtocol
import Messaging
import Testing

@Suite struct CardHistoryTests {
  private let unknown: ICCID
  private let first: ICCID
  private let second: ICCID

  init() throws {
    unknown = try #require(ICCID("350123451234560"))
    first = try #require(ICCID("8944100000000000018"))
    second = try #require(ICCID("8944100000000000026"))
  }

  @Test func whoeverWasInTheModemBeforeMayOwnWhatLiesThereUntilItIsDurable() {
    var history = CardHistory(unknown: unknown)
    history.inserted(first)
    #expect(history.other(than: first) == unknown)
    history.settled(first)
    #expect(history.other(than: first) == nil)
    history.inserted(second)
    #expect(history.other(than: second) == first)
    // Back again, and what the second left is not durable.
    history.inserted(first)
    #expect(history.other(than: first) == second)
    history.settled(first)
    #expect(history.cards == [first])
  }

  @Test func isWrittenDownAndReadAgain() throws {
    var history = CardHistory(unknown: unknown)
    history.inserted(first)
    history.inserted(second)
    #expect(CardHistory(history.description) == history)
    #expect(CardHistory(first.description)?.cards == [first])
    #expect(CardHistory("") == nil)
  }

  @Test func remembersFewSIMs() throws {
    var history = CardHistory(unknown: unknown)
    for number in 0..<20 {
      history.inserted(try #require(ICCID("89441000000000\(10_000 + number)")))
    }
    #expect(history.cards.count == 8)
    #expect(history.cards.last?.description.hasSuffix("10019") == true)
  }
}
