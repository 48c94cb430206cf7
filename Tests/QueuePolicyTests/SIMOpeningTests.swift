import Messaging
import QueuePolicy
import Testing

@Suite struct SIMOpeningTests {
  private let end = Timestamp(seconds: 1_800_000_600)

  private func opening(_ seconds: Int, _ reason: String) -> SIMOpening {
    SIMOpening(at: end + .seconds(seconds), reason: reason)
  }

  @Test func aPasscodeEndsWhereEverySIMComesTooLate() {
    let late = [opening(3600, "midnight"), opening(0, "quarantined"), opening(60, "a rest")]
    #expect(
      MessageClass.otp.reasonToEnd(late, expiringAt: end)
        == "it can no longer arrive in time: quarantined"
    )
  }

  @Test func itWaitsWhereOneMayTakeItOrNobodyKnows() {
    let late = opening(3600, "midnight")
    #expect(MessageClass.otp.reasonToEnd([late, opening(-1, "soon")], expiringAt: end) == nil)
    #expect(MessageClass.otp.reasonToEnd([late, nil], expiringAt: end) == nil)
    // Where there is no modem at all, one may be plugged in.
    #expect(MessageClass.otp.reasonToEnd([], expiringAt: end) == nil)
  }

  @Test(arguments: [MessageClass.alert, .notification, .marketing])
  func othersWait(messageClass: MessageClass) {
    #expect(messageClass.reasonToEnd([opening(3600, "midnight")], expiringAt: end) == nil)
  }

  @Test func bothHaveToCome() {
    let early = opening(0, "early")
    let late = opening(1, "late")
    #expect(SIMOpening.later(early, late) == late)
    #expect(SIMOpening.later(late, early) == late)
    #expect(SIMOpening.later(nil, early) == early)
    #expect(SIMOpening.later(early, nil) == early)
    #expect(SIMOpening.later(nil, nil) == nil)
  }
}
