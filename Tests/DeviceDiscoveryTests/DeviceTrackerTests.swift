import Testing

@testable import DeviceDiscovery

@Suite struct DeviceTrackerTests {
  private let timing = DiscoveryTiming(settle: .milliseconds(1_500), maximumSettle: .seconds(5))
  private let modem = usb(0x2c7c, 0x0125, "option", 4)
  private let bridge = usb(0x0403, 0x6001, "ftdi_sio", 1)

  private func entries(_ device: DeviceFacts) -> [SystemEntry] { device.ports.map { .port($0) } }

  private func settled(_ device: DeviceFacts) throws -> (DeviceTracker, [DiscoveryEvent]) {
    var tracker = DeviceTracker(timing: timing)
    for entry in entries(device) { tracker.add(entry, at: .zero) }
    let events = tracker.settle(at: .seconds(2))
    return (tracker, events)
  }

  @Test func `A device is announced once, 1.5 s after its last port`() throws {
    var tracker = DeviceTracker(timing: timing)
    for (number, entry) in entries(modem).enumerated() {
      tracker.add(entry, at: .seconds(number))
      #expect(tracker.settle(at: .seconds(number)) == [])
    }
    #expect(tracker.nextDeadline == .milliseconds(4_500))
    #expect(tracker.settle(at: .milliseconds(4_499)) == [])
    #expect(tracker.settle(at: .milliseconds(4_500)) == [.appeared(try #require(.init(modem)))])
    #expect(tracker.nextDeadline == nil)
    #expect(tracker.settle(at: .seconds(100)) == [])
  }

  @Test func `A device that goes on changing is announced after 5 s`() throws {
    var tracker = DeviceTracker(timing: timing)
    for number in 0..<10 {
      var port = modem.ports[0]
      port.tags = ["\(number)"]
      tracker.add(.port(port), at: .seconds(number) / 2)
    }
    #expect(tracker.nextDeadline == .seconds(5))
    #expect(tracker.settle(at: .seconds(5)).count == 1)
  }

  @Test func `A device without ports, or that udev is not done with, is given 5 s`() throws {
    let disk = bare(0x12d1, 0x1446, [InterfaceKind(8, 6, 0x50)])
    var tracker = DeviceTracker(timing: timing)
    tracker.add(.usbDevice(try #require(disk.usb)), at: .zero)
    #expect(tracker.settle(at: .milliseconds(4_999)) == [])
    #expect(tracker.settle(at: .seconds(5)).count == 1)

    tracker = DeviceTracker(timing: timing)
    tracker.add(entries(modem)[0], at: .zero, rulesHaveRun: false)
    #expect(tracker.nextDeadline == .seconds(5))
    // Udev is done: the usual time, from now.
    tracker.add(entries(modem)[0], at: .seconds(1))
    #expect(tracker.nextDeadline == .milliseconds(2_500))
  }

  @Test func `A device that may not be opened is refused, and vanishes too`() throws {
    var (tracker, events) = try settled(bridge)
    #expect(events == [.refused(try #require(.init(bridge)))])
    #expect(tracker.remove(systemPath: bridge.id, at: .seconds(3)) == [.vanished(id: bridge.id)])
    #expect(tracker.nextDeadline == nil)
  }

  @Test func `Unplugging shows when the last port goes, once, and replugging announces again`()
    throws
  {
    var (tracker, _) = try settled(modem)
    var events: [DiscoveryEvent] = []
    for port in modem.ports {
      events += tracker.remove(systemPath: port.systemPath, at: .seconds(3))
    }
    events += tracker.remove(systemPath: modem.id, at: .seconds(3))
    #expect(events == [.vanished(id: modem.id)])
    for entry in entries(modem) { tracker.add(entry, at: .seconds(4)) }
    #expect(tracker.settle(at: .seconds(6)) == [.appeared(try #require(.init(modem)))])
  }

  @Test func `A device that goes before it has settled is never heard of`() {
    var tracker = DeviceTracker(timing: timing)
    for entry in entries(modem) { tracker.add(entry, at: .zero) }
    #expect(tracker.remove(systemPath: modem.id, at: .seconds(1)) == [])
    #expect(tracker.settle(at: .seconds(10)) == [])
  }

  @Test func `One port less is a change`() throws {
    var (tracker, _) = try settled(modem)
    #expect(tracker.remove(systemPath: modem.ports[3].systemPath, at: .seconds(3)) == [])
    let rest = DeviceFacts(id: modem.id, ports: Array(modem.ports.prefix(3)))
    #expect(tracker.settle(at: .seconds(5)) == [.changed(try #require(.init(rest)))])
  }

  @Test func `A path that only begins alike is another device's`() throws {
    var (tracker, _) = try settled(modem)
    #expect(tracker.remove(systemPath: String(modem.id.dropLast()), at: .seconds(3)) == [])
    #expect(tracker.remove(systemPath: modem.id + "2", at: .seconds(3)) == [])
    #expect(tracker.settle(at: .seconds(10)) == [])
  }

  @Test func `Looking again finds what was missed and says nothing of the rest`() throws {
    var (tracker, _) = try settled(modem)
    #expect(tracker.replaceAll(with: entries(modem), at: .seconds(60)) == [])
    #expect(tracker.nextDeadline == nil)
    let elsewhere = DeviceFacts(
      id: "/sys/elsewhere",
      ports: [PortFacts(node: "/dev/ttyS0", systemPath: "/sys/elsewhere")]
    )
    let events = tracker.replaceAll(with: entries(elsewhere), at: .seconds(120))
    #expect(events == [.vanished(id: modem.id)])
    #expect(
      tracker.settle(at: .seconds(122)) == [.refused(try #require(.init(elsewhere)))]
    )
  }

  @Test func `A rule that takes a device from us makes it vanish, and gives it back`() throws {
    var (tracker, _) = try settled(modem)
    let taken = usb(0x2c7c, 0x0125, "option", 4) { $0.usb?.marks.isOurs = false }
    for entry in entries(taken) { tracker.add(entry, at: .seconds(3)) }
    #expect(
      tracker.settle(at: .seconds(5))
        == [.vanished(id: modem.id), .refused(try #require(.init(taken)))]
    )
    for entry in entries(modem) { tracker.add(entry, at: .seconds(6)) }
    #expect(
      tracker.settle(at: .seconds(8))
        == [.vanished(id: modem.id), .appeared(try #require(.init(modem)))]
    )
  }

  @Test func `What a rule says of the device now counts, not what its ports saw of it`() throws {
    let marked = usb(0x2c7c, 0x0125, "option", 4) { $0.usb?.marks.isOurs = true }
    var (tracker, _) = try settled(marked)
    var device = try #require(marked.usb)
    device.marks.isOurs = false
    tracker.add(.usbDevice(device), at: .seconds(3))
    let events = tracker.settle(at: .seconds(5))
    #expect(events.first == .vanished(id: marked.id))
    guard case .refused(let refused) = events.last else {
      Issue.record("\(events)")
      return
    }
    #expect(refused.assessment.reason.contains("HERMOD_DEVICE=0"))
  }

  @Test func `A stick that is switched shows as a disk and then as a modem`() throws {
    let disk = bare(0x12d1, 0x1446, [InterfaceKind(8, 6, 0x50)])
    var tracker = DeviceTracker(timing: timing)
    tracker.add(.usbDevice(try #require(disk.usb)), at: .zero)
    var events = tracker.settle(at: .seconds(5))
    events += tracker.remove(systemPath: disk.id, at: .seconds(6))
    for entry in entries(usb(0x12d1, 0x1001, "option", 3)) { tracker.add(entry, at: .seconds(7)) }
    events += tracker.settle(at: .seconds(9))
    #expect(events.count == 3)
    guard case .refused(let first) = events.first, case .appeared(let last) = events.last else {
      Issue.record("\(events)")
      return
    }
    #expect(first.assessment.verdict == .storageMode)
    #expect(last.assessment.candidates.first?.node == "/dev/ttyUSB2")
  }
}
