import DeviceDiscovery

/// A USB device with ports on the interfaces 0, 1, 2 and so on.
func usb(
  _ vendor: UInt16,
  _ product: UInt16,
  _ driver: String,
  _ count: UInt8,
  kind: InterfaceKind = InterfaceKind(0xff, 0xff, 0xff),
  change: (inout PortFacts) -> Void = { _ in }
) -> DeviceFacts {
  usb(vendor, product, driver, Array(0..<count), kind: kind, change: change)
}

/// A USB device with ports on certain interfaces.
func usb(
  _ vendor: UInt16,
  _ product: UInt16,
  _ driver: String,
  _ interfaces: [UInt8],
  kind: InterfaceKind = InterfaceKind(0xff, 0xff, 0xff),
  change: (inout PortFacts) -> Void = { _ in }
) -> DeviceFacts {
  let path = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
  let device = USBFacts(
    systemPath: path,
    vendor: vendor,
    product: product,
    physicalPath: "pci-0000:00:14.0-usb-0:1"
  )
  let ports = interfaces.map { number in
    var port = PortFacts(
      node: "/dev/ttyUSB\(number)",
      systemPath: "\(path)/1-1:1.\(number)/ttyUSB\(number)/tty/ttyUSB\(number)",
      driver: driver,
      interfaceNumber: number,
      interfaceKind: kind,
      usb: device
    )
    change(&port)
    return port
  }
  return DeviceFacts(id: path, ports: ports)
}

/// A USB device without ports.
func bare(_ vendor: UInt16, _ product: UInt16, _ kinds: [InterfaceKind] = []) -> DeviceFacts {
  let path = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
  return DeviceFacts(
    id: path,
    usb: USBFacts(systemPath: path, vendor: vendor, product: product),
    interfaces: kinds.enumerated().map { number, kind in
      InterfaceFacts(systemPath: "\(path)/1-1:1.\(number)", number: UInt8(number), kind: kind)
    }
  )
}
