import Messaging
import QueuePolicy
import Testing

@Suite struct BackOffTests {
  @Test(arguments: [(1, 5), (2, 30), (3, 120), (4, 600), (5, 1800), (9, 1800)])
  func waitsGrowAndThenStay(refusals: Int, seconds: Int) {
    #expect(
      BackOff().wait(afterRefusals: refusals, pace: .stepwise, jitter: 0.5) == .seconds(seconds)
    )
  }

  @Test func jitterStaysWithinItsSpread() {
    let backOff = BackOff()
    #expect(backOff.wait(afterRefusals: 2, pace: .stepwise, jitter: 0) == .seconds(24))
    #expect(backOff.wait(afterRefusals: 2, pace: .stepwise, jitter: 1) == .seconds(36))
    #expect(backOff.wait(afterRefusals: 2, pace: .stepwise, jitter: 7) == .seconds(36))
    #expect(backOff.wait(afterRefusals: 2, pace: .stepwise, jitter: -7) == .seconds(24))
  }

  @Test func aMomentaryCauseIsTriedSoonAndALastingOneLate() {
    let backOff = BackOff()
    let momentary = (1...9).map { backOff.wait(afterRefusals: $0, pace: .atOnce, jitter: 0.5) }
    #expect(momentary == [5, 5, 5, 5, 30, 120, 600, 1800, 1800].map { .seconds($0) })
    #expect(backOff.wait(afterRefusals: 1, pace: .patient, jitter: 0.5) == .seconds(120))
  }

  @Test func strangeNumbersDoNotTrap() {
    let backOff = BackOff(steps: [], spread: .infinity)
    #expect(backOff.wait(afterRefusals: .min, pace: .patient, jitter: 0.5) == .zero)
    #expect(BackOff().wait(afterRefusals: .max, pace: .atOnce, jitter: 0.5) == .seconds(1800))
    #expect(BackOff().wait(afterRefusals: .min, pace: .atOnce, jitter: 0.5) == .seconds(5))
    #expect(BackOff().wait(afterRefusals: .min, pace: .stepwise, jitter: 0.5) == .seconds(5))
    #expect(BackOff().wait(afterRefusals: .max, pace: .patient, jitter: 0.5) == .seconds(1800))
  }
}

@Suite struct QueueRankTests {
  @Test func classComesBeforeUrgencyAndUrgencyBeforeTheRest() {
    let inOrder: [QueueRank] = [
      QueueRank(.otp, isUrgent: true), QueueRank(.otp, isUrgent: false),
      QueueRank(.alert, isUrgent: true), QueueRank(.alert, isUrgent: false),
      QueueRank(.notification, isUrgent: true), QueueRank(.notification, isUrgent: false),
      QueueRank(.marketing, isUrgent: true), QueueRank(.marketing, isUrgent: false),
    ]
    #expect(inOrder == inOrder.sorted())
    #expect(inOrder.map(\.value) == QueueRank.allValues)
  }
}
