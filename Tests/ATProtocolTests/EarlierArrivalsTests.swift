import Messaging
import Testing

@testable import ATProtocol

@Suite struct EarlierArrivalsTests {
  private static func place(_ index: Int, in memory: String = "ME") -> StorageLocation {
    StorageLocation(memory: memory, index: index)
  }

  @Test func whatIsFoundBeforeTheMemoryWasListedWholeIsInDoubtUntilItIsStored() {
    var earlier = EarlierArrivals(memories: ["ME"])
    let found = earlier.found(at: Self.place(1))
    #expect(found)
    earlier.listed("ME", isWhole: true)
    #expect(!earlier.isOver)
    let again = earlier.found(at: Self.place(1))
    let new = earlier.found(at: Self.place(2))
    #expect(again && !new)
    earlier.stored(at: Self.place(1))
    #expect(earlier.isOver)
    let next = earlier.found(at: Self.place(1))
    #expect(!next)
  }

  @Test func whatLiesOnTheSIMIsNeverInDoubt() {
    var earlier = EarlierArrivals(memories: ["SM"])
    #expect(earlier.isOver)
    let found = earlier.found(at: Self.place(1, in: "SM"))
    #expect(!found)
  }

  @Test func aMemoryThatWasNotListedWholeIsListedAgainButNotForEver() {
    var earlier = EarlierArrivals(memories: ["ME", "SR"])
    earlier.listed("ME", isWhole: true)
    #expect(!earlier.wantsList(of: "ME"))
    for _ in 0..<EarlierArrivals.mostTries {
      #expect(earlier.wantsList(of: "SR"))
      let found = earlier.found(at: Self.place(1, in: "SR"))
      #expect(found && !earlier.isOver)
      earlier.stored(at: Self.place(1, in: "SR"))
      earlier.listed("SR", isWhole: false)
    }
    #expect(earlier.isOver)
  }

  @Test func moreThanCanBeKeptIsAllInDoubt() {
    var earlier = EarlierArrivals(memories: ["ME"])
    for index in 0...EarlierArrivals.most { _ = earlier.found(at: Self.place(index)) }
    earlier.listed("ME", isWhole: true)
    for index in 0...EarlierArrivals.most { earlier.stored(at: Self.place(index)) }
    let found = earlier.found(at: Self.place(1))
    #expect(found && !earlier.isOver && earlier.count <= EarlierArrivals.most)
  }
}
