// The calls of libudev, for one thread at a time, turned into values at once: no pointer leaves
// this file.

import CUdev
import Glibc

/// Why the machine's devices cannot be looked at.
public enum DiscoveryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A call of libudev failed with this error number.
  case udev(call: String, errno: Int32)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .udev(let call, let errno):
      "devices cannot be discovered: \(call) failed with error \(errno); "
        + "name the modems' ports in the configuration, or make /sys visible here"
    }
  }
}

/// A libudev context.
final class Udev {
  /// What a monitor has heard.
  enum Message {
    /// A device was added, bound or changed.
    case seen(Sighting)
    /// A device was removed.
    case gone(systemPath: String)
    /// Events were lost: look at everything again.
    case overflow
    /// Nothing more for now.
    case none
  }

  private let context: OpaquePointer
  private let monitor: OpaquePointer?

  /// Opens a context, and a monitor before anything is enumerated, so that nothing falls between.
  init() throws(DiscoveryError) {
    guard let context = udev_new() else { throw .udev(call: "udev_new", errno: errno) }
    self.context = context
    self.monitor = Self.monitor(context)
  }

  deinit {
    if let monitor { udev_monitor_unref(monitor) }
    udev_unref(context)
  }

  /// What to watch for messages; nil where there is no monitor to be had.
  var descriptor: CInt? { monitor.map(udev_monitor_get_fd) }

  /// Whether the udev daemon runs here, without which no message ever comes.
  static var isRunning: Bool { access("/run/udev/control", F_OK) == 0 }

  /// The next message, without waiting for one.
  func receive() -> Message {
    guard let monitor else { return .none }
    errno = 0
    guard let device = udev_monitor_receive_device(monitor) else {
      return errno == ENOBUFS ? .overflow : .none
    }
    defer { udev_device_unref(device) }
    guard let path = text(udev_device_get_syspath(device)) else { return .none }
    switch text(udev_device_get_action(device)) {
    case "remove", "offline": return .gone(systemPath: path)
    default: return Self.sighting(device).map(Message.seen) ?? .gone(systemPath: path)
    }
  }

  /// Everything that there is now, by sysfs path.
  func enumerate() throws(DiscoveryError) -> [Sighting] {
    guard let list = udev_enumerate_new(context) else {
      throw .udev(call: "udev_enumerate_new", errno: errno)
    }
    defer { udev_enumerate_unref(list) }
    for subsystem in Self.subsystems {
      udev_enumerate_add_match_subsystem(list, subsystem)
    }
    let result = udev_enumerate_scan_devices(list)
    guard result >= 0 else {
      throw .udev(call: "udev_enumerate_scan_devices", errno: -result)
    }
    var sightings: [Sighting] = []
    var entry = udev_enumerate_get_list_entry(list)
    while let current = entry {
      // A device that went away meanwhile is passed over; its removal is on its way.
      if let name = udev_list_entry_get_name(current),
        let device = udev_device_new_from_syspath(context, name)
      {
        if let sighting = Self.sighting(device) { sightings.append(sighting) }
        udev_device_unref(device)
      }
      entry = udev_list_entry_get_next(current)
    }
    return sightings.sorted { $0.device.systemPath < $1.device.systemPath }
  }

  private static let subsystems = ["tty", "usb"]
  /// Room for a hub full of modems that show at once.
  private static let receiveBuffer: CInt = 8 << 20

  private static func monitor(_ context: OpaquePointer) -> OpaquePointer? {
    guard let monitor = udev_monitor_new_from_netlink(context, "udev") else { return nil }
    for subsystem in subsystems {
      udev_monitor_filter_add_match_subsystem_devtype(monitor, subsystem, nil)
    }
    // More than the system's limit only as root; without it, an overflow is noticed.
    udev_monitor_set_receive_buffer_size(monitor, receiveBuffer)
    guard udev_monitor_enable_receiving(monitor) >= 0 else {
      udev_monitor_unref(monitor)
      return nil
    }
    return monitor
  }
}

// From libudev's structures to values.
extension Udev {
  private static func sighting(_ device: OpaquePointer) -> Sighting? {
    guard let snapshot = snapshot(device) else { return nil }
    // Consoles and pseudo-terminals, of which there are many.
    guard !snapshot.systemPath.contains("/devices/virtual/") else { return nil }
    // Parents belong to the device, and the search for them begins above it.
    return Sighting(
      device: snapshot,
      interface: udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_interface")
        .flatMap(Self.snapshot),
      usbDevice: udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device")
        .flatMap(Self.snapshot)
    )
  }

  private static func snapshot(_ device: OpaquePointer) -> DeviceSnapshot? {
    guard let path = text(udev_device_get_syspath(device)),
      let name = text(udev_device_get_sysname(device))
    else { return nil }
    var attributes: [String: String] = [:]
    for name in DeviceSnapshot.attributeNames {
      attributes[name] = text(udev_device_get_sysattr_value(device, name)).map(trimmed)
    }
    let properties = list(udev_device_get_properties_list_entry(device))
    return DeviceSnapshot(
      systemPath: path,
      systemName: name,
      subsystem: text(udev_device_get_subsystem(device)) ?? "",
      type: text(udev_device_get_devtype(device)),
      node: text(udev_device_get_devnode(device)),
      driver: text(udev_device_get_driver(device)),
      properties: Dictionary(properties) { _, last in last },
      attributes: attributes,
      tags: list(udev_device_get_tags_list_entry(device)).map(\.0),
      isInitialized: udev_device_get_is_initialized(device) > 0
    )
  }

  private static func list(_ first: OpaquePointer?) -> [(String, String)] {
    var pairs: [(String, String)] = []
    var entry = first
    while let current = entry {
      if let name = text(udev_list_entry_get_name(current)) {
        pairs.append((name, text(udev_list_entry_get_value(current)) ?? ""))
      }
      entry = udev_list_entry_get_next(current)
    }
    return pairs
  }

  /// Descriptors' strings come with whatever spaces the maker left in them.
  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
  pointer.map { String(cString: $0) }
}
