/// One thing in sysfs that tells about a device: the device, one of its functions, or a port.
enum SystemEntry: Equatable, Sendable {
  case usbDevice(USBFacts)
  case interface(InterfaceFacts, of: USBFacts)
  case port(PortFacts)

  /// Nil for what has nothing to do with modems: hubs, consoles, and all that is neither USB nor a
  /// serial port.
  init?(_ sighting: Sighting) {
    let device = sighting.device
    switch (device.subsystem, device.type) {
    case ("tty", _):
      guard let port = PortFacts(sighting) else { return nil }
      self = .port(port)
    case ("usb", "usb_device"):
      let usb = USBFacts(device)
      guard usb.vendor != Self.linuxFoundation else { return nil }
      self = .usbDevice(usb)
    case ("usb", "usb_interface"):
      guard let usb = sighting.usbDevice.map(USBFacts.init), usb.vendor != Self.linuxFoundation
      else { return nil }
      self = .interface(InterfaceFacts(device), of: usb)
    default: return nil
    }
  }

  /// The vendor of the kernel's own root hubs.
  private static let linuxFoundation: UInt16 = 0x1d6b

  /// Its directory in sysfs.
  var systemPath: String {
    switch self {
    case .usbDevice(let usb): usb.systemPath
    case .interface(let interface, _): interface.systemPath
    case .port(let port): port.systemPath
    }
  }

  /// The device that it tells about.
  var deviceID: String {
    switch self {
    case .usbDevice(let usb): usb.systemPath
    case .interface(_, let usb): usb.systemPath
    case .port(let port): port.usb?.systemPath ?? port.systemPath
    }
  }
}

extension DeviceFacts {
  /// Puts together what tells about one device.
  init(id: String, entries: [SystemEntry]) {
    var usb: USBFacts?
    var fallback: USBFacts?
    var interfaces: [InterfaceFacts] = []
    var ports: [PortFacts] = []
    for entry in entries {
      switch entry {
      case .usbDevice(let facts): usb = facts
      case .interface(let interface, let facts):
        interfaces.append(interface)
        fallback = facts
      case .port(let port): ports.append(port)
      }
    }
    self.init(id: id, usb: usb ?? fallback, interfaces: interfaces, ports: ports)
  }
}
