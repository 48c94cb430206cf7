import QueuePolicy
import Testing

@Suite struct DeliveryPaceTests {
  @Test func `A receiver that fails is tried with one event, ever more seldom, up to ten minutes`()
  {
    var pace = DeliveryPace()
    #expect(pace.limit == DeliveryPace.fullPace)
    let waits = (0..<14).map { _ in pace.failed(jitter: 0) }
    #expect(Array(waits.prefix(5)) == [1, 2, 4, 8, 16].map { Duration.seconds($0) })
    #expect(waits.last == .seconds(600))
    #expect(waits == waits.sorted())
    #expect(pace.limit == 1)
  }

  @Test func `A wait is never longer than its step, and at least three quarters of it`() {
    for failures in 1...20 {
      let step = DeliveryPace.wait(after: failures, jitter: 0)
      #expect(DeliveryPace.wait(after: failures, jitter: 1) == step * 0.75)
      #expect(DeliveryPace.wait(after: failures, jitter: 9) == step * 0.75)
    }
  }

  @Test func `One success brings back the full pace, and says that it was the first`() {
    var pace = DeliveryPace()
    let untroubled = pace.succeeded()
    _ = pace.failed(jitter: 0)
    let first = pace.succeeded()
    let limit = pace.limit
    let second = pace.succeeded()
    #expect([untroubled, first, second] == [false, true, false])
    #expect(limit == DeliveryPace.fullPace)
    let wait = pace.failed(jitter: 0)
    #expect(wait == .seconds(1))
  }
}
