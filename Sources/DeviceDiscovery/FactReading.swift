// From what was seen to facts: each fact has its place in udev's database and, where that is
// silent (containers have /sys and no /run/udev), its twin in sysfs.

extension USBFacts {
  init(_ device: DeviceSnapshot) {
    self.init(
      systemPath: device.systemPath,
      vendor: (device.attribute("idVendor") ?? device.property("ID_VENDOR_ID")).flatMap(octets16),
      product: (device.attribute("idProduct") ?? device.property("ID_MODEL_ID")).flatMap(octets16),
      manufacturer: device.attribute("manufacturer") ?? device.property("ID_VENDOR"),
      model: device.attribute("product") ?? device.property("ID_MODEL"),
      serialNumber: device.attribute("serial") ?? device.property("ID_SERIAL_SHORT"),
      physicalPath: device.property("ID_PATH")
        ?? PhysicalPath.ofDevice(systemPath: device.systemPath),
      isFixed: device.attribute("removable") == "fixed",
      marks: DeviceMarks(device)
    )
  }
}

extension InterfaceFacts {
  init(_ interface: DeviceSnapshot) {
    self.init(
      systemPath: interface.systemPath,
      number: interface.attribute("bInterfaceNumber").flatMap { UInt8($0, radix: 16) },
      kind: InterfaceKind(interface),
      driver: interface.driver
    )
  }
}

extension InterfaceKind {
  /// From the attributes, in hexadecimal; else from the event's `INTERFACE`, in decimal.
  init?(_ interface: DeviceSnapshot) {
    var numbers = ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"].compactMap {
      interface.attribute($0).flatMap { UInt8($0, radix: 16) }
    }
    if numbers.count != 3 {
      numbers = (interface.property("INTERFACE") ?? "").split(separator: "/").compactMap {
        UInt8($0)
      }
    }
    guard numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }
}

extension PortFacts {
  /// Nil for what is a tty to the kernel and no port to us: consoles, pseudo-terminals, and
  /// built-in ports without hardware behind them.
  init?(_ sighting: Sighting) {
    let port = sighting.device
    let interface = sighting.interface
    guard port.subsystem == "tty", !port.systemPath.contains("/devices/virtual/") else {
      return nil
    }
    // PORT_UNKNOWN: the kernel makes four such nodes on every PC.
    guard interface != nil || port.attribute("type") != "0" else { return nil }
    let interfaceNumber =
      port.property("ID_USB_INTERFACE_NUM") ?? interface?.attribute("bInterfaceNumber")
    self.init(
      node: port.node ?? "/dev/\(port.systemName)",
      systemPath: port.systemPath,
      driver: interface.map { port.property("ID_USB_DRIVER") ?? $0.driver } ?? port.driver,
      interfaceNumber: interfaceNumber.flatMap { UInt8($0, radix: 16) },
      interfaceKind: interface.flatMap(InterfaceKind.init),
      physicalPath: port.property("ID_PATH")
        ?? interface.flatMap { PhysicalPath.ofInterface(systemPath: $0.systemPath) },
      links: (port.property("DEVLINKS") ?? "").split(separator: " ").map(String.init).sorted(),
      roles: Role.allCases.filter { port.isMarked("ID_MM_PORT_TYPE_\($0.rawValue)") },
      isHiddenFromModemManager: port.isMarked("ID_MM_PORT_IGNORE"),
      isCandidateForModemManager: port.isMarked("ID_MM_CANDIDATE"),
      baud: port.property("ID_MM_TTY_BAUDRATE").flatMap { Int($0) },
      flowControl: port.property("ID_MM_TTY_FLOW_CONTROL"),
      mark: port.property("HERMOD_PORT").flatMap(Mark.init),
      deviceMarks: DeviceMarks(port),
      tags: port.tags.sorted(),
      usb: sighting.usbDevice.map(USBFacts.init)
    )
    // The port's own path is the better witness of the socket: udev names it, we guess it.
    if let path = physicalPath.flatMap(PhysicalPath.device(ofInterface:)) {
      self.usb?.physicalPath = path
    }
  }
}

extension DeviceMarks {
  init(_ device: DeviceSnapshot) {
    let claim = device.property("HERMOD_DEVICE")
    self.init(
      isOurs: claim == "1" ? true : claim == "0" ? false : nil,
      isHiddenFromModemManager: device.isMarked("ID_MM_DEVICE_IGNORE"),
      isModemForModemManager: device.isMarked("ID_MM_DEVICE_PROCESS")
    )
  }
}

private func octets16(_ hexadecimal: String) -> UInt16? { UInt16(hexadecimal, radix: 16) }
