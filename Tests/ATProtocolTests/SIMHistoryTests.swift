import ATProtocol
import Messaging
import Testing

@Suite struct SIMHistoryTests {
  private let unknown: ICCID
  private let first: ICCID
  private let second: ICCID

  init() throws {
    unknown = try #require(ICCID("350123451234560"))
    first = try #require(ICCID("8944100000000000018"))
    second = try #require(ICCID("8944100000000000026"))
  }

  @Test func whoeverWasInTheModemBeforeMayOwnWhatLiesThereUntilItIsDurable() {
    var history = SIMHistory(unknown: unknown)
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
    #expect(history.sims == [first])
  }

  @Test func isWrittenDownAndReadAgain() throws {
    var history = SIMHistory(unknown: unknown)
    history.inserted(first)
    history.inserted(second)
    #expect(SIMHistory(history.description) == history)
    #expect(SIMHistory(first.description)?.sims == [first])
    #expect(SIMHistory("") == nil)
  }

  @Test func remembersFewSIMs() throws {
    var history = SIMHistory(unknown: unknown)
    for number in 0..<20 {
      history.inserted(try #require(ICCID("89441000000000\(10_000 + number)")))
    }
    #expect(history.sims.count == 8)
    #expect(history.sims.last?.description.hasSuffix("10019") == true)
  }
}
