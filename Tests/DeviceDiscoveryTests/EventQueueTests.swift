import Testing

@testable import DeviceDiscovery

@Suite struct EventQueueTests {
  private static let modem = usb(0x2c7c, 0x0125, "option", 4)
  private static let appeared = event { .appeared($0) }
  private static let changed = event { .changed($0) }
  private static let refused = event { .refused($0) }
  private static let vanished = DiscoveryEvent.vanished(id: modem.id)

  private static func event(_ make: (DiscoveredDevice) -> DiscoveryEvent) -> DiscoveryEvent {
    DiscoveredDevice(modem).map(make) ?? .vanished(id: "")
  }

  @Test(
    arguments: [
      ([appeared, vanished], []),
      ([refused, vanished], []),
      ([vanished, appeared], [vanished, appeared]),
      ([vanished, appeared, vanished], [vanished]),
      ([appeared, changed], [appeared]),
      ([changed, changed], [changed]),
      ([changed, vanished], [vanished]),
      ([changed, vanished, refused, vanished, appeared, changed], [vanished, appeared]),
    ] as [([DiscoveryEvent], [DiscoveryEvent])]
  )
  func `What a slow consumer has not heard of is brought up to date`(
    happened: [DiscoveryEvent],
    heard: [DiscoveryEvent]
  ) {
    var waiting: [DiscoveryEvent] = []
    for event in happened { EventQueue.merge(event, into: &waiting) }
    #expect(waiting == heard)
  }

  @Test func `Events of other devices keep their order`() {
    var waiting: [DiscoveryEvent] = []
    for event in [.vanished(id: "a"), Self.appeared, .vanished(id: "b"), Self.vanished] {
      EventQueue.merge(event, into: &waiting)
    }
    #expect(waiting == [.vanished(id: "a"), .vanished(id: "b")])
  }

  @Test func `A flapping device takes no more than two places, whatever the order of its events`() {
    let all = [Self.appeared, Self.changed, Self.refused, Self.vanished]
    for number in 0..<(1 << 14) {
      var waiting: [DiscoveryEvent] = []
      for place in 0..<7 {
        EventQueue.merge(all[number >> (2 * place) & 3], into: &waiting)
        #expect(waiting.count <= 2, "sequence \(number)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func `The sequence gives what waits and ends when it is finished`()
    async
  {
    let queue = EventQueue()
    var events = DiscoveryEvents(queue: queue).makeAsyncIterator()
    queue.add([Self.appeared])
    #expect(await events.next() == Self.appeared)
    async let next = {
      var events = DiscoveryEvents(queue: queue).makeAsyncIterator()
      return await events.next()
    }()
    queue.add([Self.vanished])
    #expect(await next == Self.vanished)
    queue.add([Self.refused])
    queue.finish()
    #expect(await events.next() == Self.refused)
    #expect(await events.next() == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `A stopped monitor's events end`() async throws {
    let monitor = try DeviceMonitor()
    var events = monitor.events.makeAsyncIterator()
    monitor.stop()
    while await events.next() != nil {}
    #expect(await events.next() == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `A monitor that nobody keeps stops by itself`() async throws {
    var monitor: DeviceMonitor? = try DeviceMonitor()
    var events = try #require(monitor).events.makeAsyncIterator()
    monitor = nil
    while await events.next() != nil {}
    #expect(monitor == nil)
  }
}
