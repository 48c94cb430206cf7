import QueuePolicy
import Testing

@Suite struct BackOffTests {
  @Test(arguments: [(1, 5), (2, 30), (3, 120), (4, 600), (5, 1800), (9, 1800)])
  func waitsGrowAndThenStay(refusals: Int, seconds: Int) {
    #expect(
      BackOff().wait(afterRefusals: refusals, pace: .stepwise, jitter: 0.5) == .seconds(seconds)
    )
  }
}
