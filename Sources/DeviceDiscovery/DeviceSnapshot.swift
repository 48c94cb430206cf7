/// What udev and sysfs say about one device at one moment, before anything is made of it.
struct DeviceSnapshot: Equatable, Sendable {
  /// Its directory in sysfs, such as `/sys/devices/pci0000:00/…/ttyUSB2`.
  var systemPath: String
  /// The last part of `systemPath`.
  var systemName: String
  var subsystem: String
  /// `usb_device`, `usb_interface`, or nil for a tty.
  var type: String?
  /// Its node in `/dev`.
  var node: String?
  var driver: String?
  /// Udev's database and the kernel's own event; empty of `ID_…` in a container without udev.
  var properties: [String: String] = [:]
  /// The sysfs attributes among `attributeNames`.
  var attributes: [String: String] = [:]
  var tags: [String] = []
  /// Whether udev's rules have run for it.
  var isInitialized = false

  /// The attributes worth reading.
  static let attributeNames = [
    "bInterfaceClass", "bInterfaceNumber", "bInterfaceProtocol", "bInterfaceSubClass",
    "idProduct", "idVendor", "manufacturer", "product", "removable", "serial", "type",
  ]

  /// A property that is set and not empty.
  func property(_ name: String) -> String? {
    properties[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An attribute that is there and not empty.
  func attribute(_ name: String) -> String? {
    attributes[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a property is set to 1, as udev rules mark things.
  func isMarked(_ name: String) -> Bool { property(name) == "1" }
}

/// A device with those of its parents that say what it is.
struct Sighting: Equatable, Sendable {
  var device: DeviceSnapshot
  var interface: DeviceSnapshot?
  var usbDevice: DeviceSnapshot?
}
