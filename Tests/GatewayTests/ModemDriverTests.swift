import ATProtocol
import Foundation
import Logging
import Messaging
import NIOCore
import NIOPosix
import SerialIO
import Storage
import Testing

@testable import Gateway

/// What becomes of those who want something of a modem while its session ends.
@Suite(.timeLimit(.minutes(1))) struct ModemDriverTests {
  /// What a driver needs of the gateway, over a database of its own.
  final class Fixture {
    let services: ModemServices
    private let directory: URL

    init(logger: Logger = Logger(label: "test")) async throws {
      directory = FileManager.default.temporaryDirectory
        .appendingPathComponent("hermod-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      let store = try await MessageStore.open(directory: directory.path)
      let configuration = GatewayConfiguration()
      let clock = WallClock()
      let health = StoreHealth(logger: logger)
      services = ModemServices(
        configuration: CurrentConfiguration(configuration),
        store: store,
        dispatcher: Dispatcher(store: store, clock: clock),
        inbound: InboundService(
          store: store,
          clock: clock,
          judge: configuration.optOut.judge,
          health: health,
          logger: logger
        ),
        unresolved: UnresolvedAttempts([], answerDeadline: .seconds(1), at: clock.reading),
        pins: PINMemory(store: store, clock: clock, health: health),
        sims: SIMHistoryBook(store: store, health: health),
        notices: NoticeBoard(),
        pauses: PauseBook(store: store),
        simHealth: SIMHealthBook(),
        meters: GatewayMeters(),
        clock: clock,
        health: health,
        logger: logger
      )
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func slot() -> ModemSlot {
      ModemSlot(configuredName: "modem1", device: nil, services: services)
    }
  }

  @Test func `A driver that ends late does not cut off the one that has taken its place`()
    async throws
  {
    let slot = try await Fixture().slot()
    let first = slot.openMailbox()
    let second = slot.openMailbox()
    slot.close(first)
    #expect(slot.restart())
    slot.close(second)
    #expect(!slot.restart())
  }

  @Test func `Who wants something of a session that ends is told so at once`() async throws {
    let fixture = try await Fixture()
    let slot = fixture.slot()
    let line = try PseudoTerminal()
    let port = try await SerialPort.open(
      path: line.path,
      on: MultiThreadedEventLoopGroup.singleton
    )
    var driver = ModemDriver(
      port: port,
      slot: slot,
      settings: SessionSettings(),
      services: fixture.services
    )
    slot.finish()
    let command = try #require(OperatorCommand("ATI"))
    // On the event loop, so that it has asked when the loop comes to what was handed to it later.
    let answer = Task(executorPreference: driver.executor) {
      await slot.answer(to: .command(command), within: .seconds(20))
    }
    try await port.eventLoop.submit {}.get()
    let end = await driver.run()
    #expect(end.failure == nil)
    #expect(await answer.value == .notReady)
  }
}
