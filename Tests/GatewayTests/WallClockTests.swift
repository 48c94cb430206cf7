import Messaging
import Testing

@testable import Gateway

@Suite struct WallClockTests {
  @Test func `The uptime of the machine goes on from one clock to the next`() throws {
    let first = try #require(WallClock { Timestamp(seconds: 7) }.uptime)
    let second = try #require(WallClock().uptime)
    #expect(first.boot == second.boot)
    #expect(first.milliseconds > 0 && first.milliseconds <= second.milliseconds)
  }

  @Test func `Time passes by the uptime, and by the clock where the machine was started anew`() {
    let noon = Timestamp(seconds: 1_800_000_000)
    let before = ClockReading(wall: noon, uptime: Uptime(boot: 1, milliseconds: 2_000))
    var after = ClockReading(wall: noon + .seconds(3600), uptime: nil)
    #expect(after.time(since: before) == .seconds(3600))
    after.uptime = Uptime(boot: 1, milliseconds: 5_000)
    #expect(after.time(since: before) == .seconds(3))
    after.uptime = Uptime(boot: 2, milliseconds: 5_000)
    #expect(after.time(since: before) == .seconds(3600))
    #expect(before.time(since: after) == .zero)
  }
}
