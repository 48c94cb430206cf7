import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

@Suite(.serialized, .timeLimit(.minutes(1))) struct DispatcherTests {
  /// A dispatcher over a database of its own, woken as the gateway wakes it.
  final class Fixture: Sendable {
    let store: MessageStore
    let dispatcher: Dispatcher
    private let directory: URL
    private let waker: Task<Void, Never>

    init() async throws {
      directory = FileManager.default.temporaryDirectory
        .appendingPathComponent("hermod-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      store = try await MessageStore.open(directory: directory.path)
      let dispatcher = Dispatcher(store: store, clock: WallClock())
      self.dispatcher = dispatcher
      let events = store.events()
      waker = Task { for await _ in events { await dispatcher.wake() } }
    }

    deinit {
      waker.cancel()
      try? FileManager.default.removeItem(at: directory)
    }

    @discardableResult
    func accept(_ messageClass: MessageClass = .notification) async throws -> MessageID {
      try await store.acceptSample(messageClass)
    }

    /// A request that has begun to wait before this returns.
    func waiter(_ number: Int) async throws -> Task<MessageID?, Never> {
      let before = await dispatcher.waiting
      let claimant = try Self.claimant(number)
      let task = Task { await dispatcher.next(for: claimant)?.message.id }
      while await dispatcher.waiting == before { await Task.yield() }
      return task
    }

    static func claimant(_ number: Int) throws -> Claimant {
      Claimant(
        iccid: try #require(ICCID("894411000000000000\(number)")),
        modem: "modem\(number)"
      )
    }
  }

  @Test func `An idle fleet shares what comes one by one`() async throws {
    let fixture = try await Fixture()
    let (takers, taken) = AsyncStream<Int>.makeStream()
    let modems = try (1...3).map { number in
      let claimant = try Fixture.claimant(number)
      return Task {
        while await fixture.dispatcher.next(for: claimant) != nil { taken.yield(number) }
      }
    }
    var shares = [0, 0, 0, 0]
    var takings = takers.makeAsyncIterator()
    for _ in 0..<60 {
      // Idle: the one that had the last message waits again, and nobody is being asked.
      while await fixture.dispatcher.isBusy(modems.count) { await Task.yield() }
      try await fixture.accept()
      shares[try #require(await takings.next())] += 1
    }
    await fixture.dispatcher.close()
    for modem in modems { await modem.value }
    #expect(shares.dropFirst().allSatisfy { (12...28).contains($0) }, "\(shares)")
  }

  @Test func `A passcode goes before bulk that has waited longer`() async throws {
    let fixture = try await Fixture()
    let bulk = try await fixture.accept(.marketing)
    let passcode = try await fixture.accept(.otp)
    let claimant = try Fixture.claimant(1)
    #expect(await fixture.dispatcher.next(for: claimant)?.message.id == passcode)
    #expect(await fixture.dispatcher.next(for: claimant)?.message.id == bulk)
  }

  @Test func `A modem that goes away while it waits takes nothing with it`() async throws {
    let fixture = try await Fixture()
    let gone = try await fixture.waiter(1)
    gone.cancel()
    #expect(await gone.value == nil)
    let message = try await fixture.accept()
    #expect(await fixture.dispatcher.next(for: try Fixture.claimant(2))?.message.id == message)
  }

  @Test func `A paused class waits, and goes on when it is resumed`() async throws {
    let fixture = try await Fixture()
    await fixture.dispatcher.pause(.marketing)
    let offer = try await fixture.accept(.marketing)
    let notice = try await fixture.accept(.notification)
    let claimant = try Fixture.claimant(1)
    #expect(await fixture.dispatcher.next(for: claimant)?.message.id == notice)
    let waiter = try await fixture.waiter(1)
    await fixture.dispatcher.resume(.marketing)
    #expect(await waiter.value == offer)
  }

  @Test func `Nothing is given out while something stands in the way`() async throws {
    let fixture = try await Fixture()
    await fixture.dispatcher.block("the disk is full")
    let waiter = try await fixture.waiter(1)
    let message = try await fixture.accept()
    await fixture.dispatcher.block(nil)
    #expect(await waiter.value == message)
  }

  @Test func `Closing ends every wait`() async throws {
    let fixture = try await Fixture()
    let waiter = try await fixture.waiter(1)
    await fixture.dispatcher.close()
    #expect(await waiter.value == nil)
    #expect(await fixture.dispatcher.next(for: try Fixture.claimant(1)) == nil)
  }
}

extension Dispatcher {
  /// Whether fewer modems than this wait, or they are being asked.
  fileprivate func isBusy(_ count: Int) -> Bool { waiting < count || isServing }
}
