import Messaging
import Synchronization
import Testing

@testable import Gateway

/// Steps of the clock on the wall, against one that nobody sets.
@Suite struct ClockWatchTests {
  /// Both clocks; only a step sets them apart.
  private final class Clocks: Sendable {
    private let wallTime = Mutex(Timestamp(seconds: 1_777_800_000))
    private let steadyTime = Mutex(ContinuousClock.now)

    var wall: WallClock { WallClock { self.wallTime.withLock { $0 } } }

    func watch(lastAcceptance: Timestamp? = nil) -> ClockWatch {
      ClockWatch(wall, lastAcceptance: lastAcceptance) { self.steadyTime.withLock { $0 } }
    }

    func pass(_ duration: Duration) {
      step(duration)
      steadyTime.withLock { $0 += duration }
    }

    func step(_ duration: Duration) { wallTime.withLock { $0 = $0 + duration } }
  }

  @Test func `time that passes is no step, nor is a clock that is set forward`() {
    let clocks = Clocks()
    var watch = clocks.watch()
    var seen: [Bool] = []
    for _ in 0..<3 {
      clocks.pass(.seconds(10))
      seen.append(watch.wentBack())
    }
    clocks.step(.seconds(86_400))
    seen.append(watch.wentBack())
    #expect(seen == [false, false, false, false])
  }

  @Test func `a clock that is set back is seen once, and small corrections are not`() {
    let clocks = Clocks()
    var watch = clocks.watch()
    clocks.pass(.seconds(10))
    clocks.step(.milliseconds(-500))
    var seen = [watch.wentBack()]
    clocks.pass(.seconds(10))
    clocks.step(.seconds(-5))
    seen += [watch.wentBack(), watch.wentBack()]
    #expect(seen == [false, true, false])
  }

  @Test func `a clock that was ahead before the start is seen by the last message`() {
    let clocks = Clocks()
    var watch = clocks.watch(lastAcceptance: clocks.wall.now + .seconds(3600))
    let seen = [watch.wentBack(), watch.wentBack()]
    #expect(seen == [true, false])
    var other = clocks.watch(lastAcceptance: clocks.wall.now - .seconds(3600))
    let wentBack = other.wentBack()
    #expect(!wentBack)
  }
}
