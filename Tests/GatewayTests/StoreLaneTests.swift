import NIOPosix
import Testing

@testable import Gateway

/// In which order one driver's writes begin and end.
@Suite(.timeLimit(.minutes(1))) struct StoreLaneTests {
  /// What happened, in order, and a write that ends when it is told to.
  private actor Log {
    private(set) var lines: [String] = []
    private var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    func add(_ line: String) {
      lines.append(line)
      for waiter in waiters where waiter.count <= lines.count { waiter.continuation.resume() }
      waiters.removeAll { $0.count <= lines.count }
    }

    func reached(_ count: Int) async {
      guard lines.count < count else { return }
      await withCheckedContinuation { waiters.append((count, $0)) }
    }
  }

  private let lane = StoreLane(on: PortExecutor(MultiThreadedEventLoopGroup.singleton.next()))
  private let log = Log()

  @Test func `An attempt asks while an outcome is on its way, and goes on when both are durable`()
    async
  {
    let (commit, committed) = AsyncStream.makeStream(of: Void.self)
    let log = log
    lane.runAhead {
      await log.add("outcome asked")
      for await _ in commit {}
      await log.add("outcome durable")
    }
    lane.runBehind {
      await log.add("attempt asked")
      return { await log.add("Ctrl-Z") }
    }
    await log.reached(2)
    #expect(await log.lines == ["outcome asked", "attempt asked"])
    committed.finish()
    await lane.finish()
    #expect(
      await log.lines == ["outcome asked", "attempt asked", "outcome durable", "Ctrl-Z"]
    )
  }

  @Test func `What runs alone begins when what ran ahead is durable`() async {
    let (commit, committed) = AsyncStream.makeStream(of: Void.self)
    let log = log
    lane.runAhead {
      await log.add("outcome asked")
      for await _ in commit {}
      await log.add("outcome durable")
    }
    lane.run { await log.add("release") }
    lane.runAhead { await log.add("next outcome") }
    await log.reached(1)
    committed.finish()
    await lane.finish()
    #expect(
      await log.lines == ["outcome asked", "outcome durable", "release", "next outcome"]
    )
  }

  @Test func `The end waits for what runs ahead`() async {
    let (commit, committed) = AsyncStream.makeStream(of: Void.self)
    let log = log
    lane.runAhead {
      for await _ in commit {}
      await log.add("durable")
    }
    let end = Task { [lane] in
      await lane.finish()
      await log.add("finished")
    }
    committed.finish()
    await end.value
    #expect(await log.lines == ["durable", "finished"])
  }
}
