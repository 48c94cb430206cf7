// Watches the machine's devices. One serial queue does all of it: libudev is for one thread at a
// time, and nothing here waits for anything but the kernel's next message or the next deadline.

import Dispatch

/// Watches for modems being plugged in and out, from the moment it is made until it is stopped.
///
/// Dropping the last reference stops it.
public final class DeviceMonitor: Sendable {
  /// What changes, beginning with what is there already; for one consumer.
  public let events: DiscoveryEvents
  /// Whether udev sends events here; if not, devices are found by looking again every few seconds.
  public let hearsEvents: Bool
  private let watcher: Watcher

  /// Begins to watch: first the monitor, then a look at all that is there.
  ///
  /// - Parameter timing: How long a device must be at rest before it is announced.
  /// - Throws: `DiscoveryError`, when libudev cannot be used at all.
  public init(timing: DiscoveryTiming = DiscoveryTiming()) throws(DiscoveryError) {
    let udev = try Udev()
    let queue = EventQueue()
    events = DiscoveryEvents(queue: queue)
    hearsEvents = udev.descriptor != nil && Udev.isRunning
    watcher = Watcher(udev: udev, timing: timing, hearsEvents: hearsEvents, events: queue)
    watcher.start()
  }

  deinit { watcher.stop() }

  /// Whether the udev daemon runs here, without which no event ever comes.
  public static var hasUdev: Bool { Udev.isRunning }

  /// Stops watching; `events` ends.
  public func stop() { watcher.stop() }

  /// All devices there are at this moment that have to do with modems, in the order of their
  /// sysfs paths, without waiting for any to settle.
  ///
  /// - Throws: `DiscoveryError`, when libudev cannot be used at all.
  /// - Returns: Devices with what is made of them.
  public static func survey() throws(DiscoveryError) -> [DiscoveredDevice] {
    let entries = try Udev().enumerate().compactMap(SystemEntry.init)
    return Dictionary(grouping: entries, by: \.deviceID).sorted { $0.key < $1.key }.compactMap {
      DiscoveredDevice(DeviceFacts(id: $0.key, entries: $0.value))
    }
  }
}

/// The state of a monitor, touched on `queue` only; hence `@unchecked`.
private final class Watcher: @unchecked Sendable {
  private let queue = DispatchQueue(label: "device discovery")
  private let udev: Udev
  private let events: EventQueue
  private let clock = SuspendingClock()
  private let begun = SuspendingClock.now
  private let enumeration: Duration
  private let hearsEvents: Bool
  private var tracker: DeviceTracker
  private var source: (any DispatchSourceRead)?
  private var deadline: (any DispatchSourceTimer)?
  private var enumerationTimer: (any DispatchSourceTimer)?

  init(udev: sending Udev, timing: DiscoveryTiming, hearsEvents: Bool, events: EventQueue) {
    self.udev = udev
    self.events = events
    self.hearsEvents = hearsEvents
    self.enumeration = hearsEvents ? timing.enumeration : timing.enumerationWithoutEvents
    self.tracker = DeviceTracker(timing: timing)
  }

  func start() {
    queue.async { [self] in
      if let descriptor = udev.descriptor {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { [weak self] in self?.receive() }
        source.resume()
        self.source = source
      }
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.setEventHandler { [weak self] in self?.enumerate() }
      timer.schedule(
        deadline: .now() + interval(enumeration),
        repeating: interval(enumeration),
        leeway: .seconds(1)
      )
      timer.resume()
      enumerationTimer = timer
      enumerate()
    }
  }

  func stop() {
    events.finish()
    queue.async { [self] in
      // The source goes first: it must not watch a descriptor that libudev has closed.
      source?.setCancelHandler { [udev] in withExtendedLifetime(udev) {} }
      source?.cancel()
      deadline?.cancel()
      enumerationTimer?.cancel()
      source = nil
      deadline = nil
      enumerationTimer = nil
    }
  }

  private var now: Duration { clock.now - begun }

  private func receive() {
    while true {
      switch udev.receive() {
      case .seen(let sighting):
        if let entry = SystemEntry(sighting) { tracker.add(entry, at: now) }
      case .gone(let path): events.add(tracker.remove(systemPath: path, at: now))
      case .overflow: enumerate()
      case .none:
        schedule()
        return
      }
    }
  }

  private func enumerate() {
    // A failure leaves all as it is until the next time.
    if let sightings = try? udev.enumerate() {
      let entries = sightings.compactMap(SystemEntry.init)
      // Where udev runs, its event for a device that it has not done with is still to come.
      let raw = hearsEvents ? sightings.filter { !$0.device.isInitialized } : []
      let paths = Set(raw.map(\.device.systemPath))
      events.add(tracker.replaceAll(with: entries, raw: paths, at: now))
    }
    schedule()
  }

  private func settle() {
    events.add(tracker.settle(at: now))
    schedule()
  }

  private func schedule() {
    deadline?.cancel()
    deadline = nil
    guard let next = tracker.nextDeadline else { return }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.settle() }
    timer.schedule(deadline: .now() + interval(max(.zero, next - now)))
    timer.resume()
    deadline = timer
  }

  private func interval(_ duration: Duration) -> DispatchTimeInterval {
    let (seconds, attoseconds) = duration.components
    let whole = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
    guard !whole.overflow else { return .never }
    return .nanoseconds(whole.partialValue &+ Int(clamping: attoseconds / 1_000_000_000))
  }
}
