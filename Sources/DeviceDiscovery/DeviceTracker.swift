// From sightings to events. The parts of a USB device show one after another, so a device is
// announced when nothing more has come for a while. No clock and no udev here: time is an argument.

/// How long things take.
public struct DiscoveryTiming: Equatable, Sendable {
  /// A device is announced when nothing of it has come for this long.
  public var settle: Duration
  /// A device that keeps changing is announced after this long all the same, and one without
  /// ports only after this long: they may still come.
  public var maximumSettle: Duration
  /// Everything is looked at again this often, against events that were missed.
  public var enumeration: Duration
  /// The same where udev sends no events, as in a container.
  public var enumerationWithoutEvents: Duration

  /// The usual times, unless others are given.
  public init(
    settle: Duration = .milliseconds(1_500),
    maximumSettle: Duration = .seconds(5),
    enumeration: Duration = .seconds(60),
    enumerationWithoutEvents: Duration = .seconds(10)
  ) {
    self.settle = settle
    self.maximumSettle = maximumSettle
    self.enumeration = enumeration
    self.enumerationWithoutEvents = enumerationWithoutEvents
  }
}

/// Groups what is seen into devices, and says when they have settled, changed and gone.
struct DeviceTracker {
  private struct Device {
    /// What tells about it, by sysfs path.
    var entries: [String: SystemEntry] = [:]
    /// Since when, and until when last, it has changed; nil while it is settled.
    var unrest: (since: Duration, last: Duration)?
    /// The entries whose udev rules have not run yet: their node may not be ours to open yet.
    var raw: Set<String> = []
    /// What the consumer knows.
    var announced: DiscoveredDevice?

    var facts: [SystemEntry] {
      entries.sorted { $0.key < $1.key }.map(\.value)
    }
    var hasPorts: Bool {
      entries.values.contains { entry in
        if case .port = entry { true } else { false }
      }
    }
  }

  let timing: DiscoveryTiming
  private var devices: [String: Device] = [:]

  init(timing: DiscoveryTiming) { self.timing = timing }

  /// When `settle(at:)` has something to do; nil while all is at rest.
  var nextDeadline: Duration? { devices.values.compactMap(deadline).min() }

  /// Something is there: new, changed, or as it was.
  ///
  /// - Parameters:
  ///   - entry: What is there.
  ///   - now: The time.
  ///   - rulesHaveRun: Whether udev is done with it; if not, its device is given all the time
  ///     that there is.
  mutating func add(_ entry: SystemEntry, at now: Duration, rulesHaveRun: Bool = true) {
    let id = entry.deviceID
    let path = entry.systemPath
    var device = devices[id] ?? Device()
    let wasRaw = rulesHaveRun ? device.raw.remove(path) != nil : !device.raw.insert(path).inserted
    let old = device.entries.updateValue(entry, forKey: path)
    if old != entry || (wasRaw && rulesHaveRun) {
      device.unrest = (device.unrest?.since ?? now, now)
    }
    devices[id] = device
  }

  /// Something is gone, and with it whatever was below it in sysfs.
  mutating func remove(systemPath: String, at now: Duration) -> [DiscoveryEvent] {
    var events: [DiscoveryEvent] = []
    for id in devices.keys.sorted() {
      guard var device = devices[id] else { continue }
      let gone = device.entries.keys.filter {
        $0 == systemPath || $0.hasPrefix(systemPath + "/")
      }
      guard !gone.isEmpty else { continue }
      let hadPorts = device.hasPorts
      for path in gone {
        device.entries[path] = nil
        device.raw.remove(path)
      }
      device.unrest = (device.unrest?.since ?? now, now)
      if device.entries.isEmpty || (hadPorts && !device.hasPorts) {
        if device.announced != nil { events.append(.vanished(id: id)) }
        device.announced = nil
      }
      devices[id] = device.entries.isEmpty ? nil : device
    }
    return events
  }

  /// Everything that there is, of which udev is done with all but `raw`; what is not among it is
  /// gone.
  mutating func replaceAll(
    with entries: [SystemEntry],
    raw: Set<String> = [],
    at now: Duration
  ) -> [DiscoveryEvent] {
    let present = Set(entries.map(\.systemPath))
    let known = devices.values.flatMap(\.entries.keys).sorted()
    var events: [DiscoveryEvent] = []
    for path in known where !present.contains(path) {
      events += remove(systemPath: path, at: now)
    }
    for entry in entries {
      add(entry, at: now, rulesHaveRun: !raw.contains(entry.systemPath))
    }
    return events
  }

  /// Announces what has settled by now.
  mutating func settle(at now: Duration) -> [DiscoveryEvent] {
    var events: [DiscoveryEvent] = []
    for id in devices.keys.sorted() {
      guard var device = devices[id], let deadline = deadline(of: device), deadline <= now else {
        continue
      }
      let found = DiscoveredDevice(DeviceFacts(id: id, entries: device.facts))
      events += Self.events(from: device.announced, to: found, id: id)
      device.announced = found
      device.unrest = nil
      devices[id] = device
    }
    return events
  }

  private func deadline(of device: Device) -> Duration? {
    guard let unrest = device.unrest else { return nil }
    let latest = unrest.since + timing.maximumSettle
    guard device.hasPorts, device.raw.isEmpty else { return latest }
    return min(unrest.last + timing.settle, latest)
  }

  private static func events(
    from old: DiscoveredDevice?,
    to new: DiscoveredDevice?,
    id: String
  ) -> [DiscoveryEvent] {
    guard let new else { return old == nil ? [] : [.vanished(id: id)] }
    guard new != old else { return [] }
    let mayOpen = new.assessment.verdict == .open
    guard let old else { return [mayOpen ? .appeared(new) : .refused(new)] }
    switch (old.assessment.verdict == .open, mayOpen) {
    case (true, true): return [.changed(new)]
    case (false, false): return [.refused(new)]
    case (true, false): return [.vanished(id: id), .refused(new)]
    case (false, true): return [.vanished(id: id), .appeared(new)]
    }
  }
}
