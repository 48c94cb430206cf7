import Testing

@testable import DeviceDiscovery

@Suite struct FactReadingTests {
  private let path = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1.2"

  /// A port as the kernel alone shows it.
  private var bare: Sighting {
    Sighting(
      device: DeviceSnapshot(
        systemPath: path + "/1-1.2:1.2/ttyUSB2/tty/ttyUSB2",
        systemName: "ttyUSB2",
        subsystem: "tty"
      ),
      interface: DeviceSnapshot(
        systemPath: path + "/1-1.2:1.2",
        systemName: "1-1.2:1.2",
        subsystem: "usb",
        type: "usb_interface",
        driver: "option",
        attributes: [
          "bInterfaceNumber": "02", "bInterfaceClass": "ff", "bInterfaceSubClass": "02",
          "bInterfaceProtocol": "12",
        ]
      ),
      usbDevice: DeviceSnapshot(
        systemPath: path,
        systemName: "1-1.2",
        subsystem: "usb",
        type: "usb_device",
        attributes: [
          "idVendor": "12d1", "idProduct": "1506", "serial": "0123", "manufacturer": "HUAWEI",
          "product": "Mobile", "removable": "removable",
        ]
      )
    )
  }

  @Test func `Without udev's database every fact comes from sysfs`() throws {
    let port = try #require(PortFacts(bare))
    #expect(port.node == "/dev/ttyUSB2")
    #expect(port.driver == "option")
    #expect(port.interfaceNumber == 2)
    #expect(port.interfaceKind == InterfaceKind(0xff, 2, 0x12))
    #expect(port.physicalPath == "pci-0000:00:14.0-usb-0:1.2:1.2")
    let usb = try #require(port.usb)
    #expect(usb.systemPath == path)
    #expect(usb.numbers == "12d1:1506")
    #expect(usb.serialNumber == "0123")
    #expect(usb.manufacturer == "HUAWEI")
    #expect(usb.model == "Mobile")
    #expect(usb.physicalPath == "pci-0000:00:14.0-usb-0:1.2")
    #expect(!usb.isFixed)
  }

  @Test func `With udev's database and without sysfs attributes the facts are the same`() throws {
    var seen = bare
    seen.device.node = "/dev/ttyUSB2"
    seen.device.properties = [
      "ID_USB_DRIVER": "option", "ID_USB_INTERFACE_NUM": "02",
      "ID_PATH": "pci-0000:00:14.0-usb-0:1.2:1.2",
    ]
    seen.interface?.driver = nil
    seen.interface?.attributes = [:]
    seen.interface?.properties = ["INTERFACE": "255/2/18"]
    seen.usbDevice?.attributes = [:]
    seen.usbDevice?.properties = [
      "ID_VENDOR_ID": "12d1", "ID_MODEL_ID": "1506", "ID_SERIAL_SHORT": "0123",
      "ID_VENDOR": "HUAWEI", "ID_MODEL": "Mobile",
    ]
    #expect(PortFacts(seen) == PortFacts(bare))
  }

  @Test func `What udev rules say is read, on the port and on the device`() throws {
    var seen = bare
    seen.device.properties = [
      "ID_MM_PORT_TYPE_AT_PRIMARY": "1", "ID_MM_PORT_TYPE_GPS": "0", "ID_MM_PORT_IGNORE": "1",
      "ID_MM_CANDIDATE": "1", "ID_MM_TTY_BAUDRATE": "9600", "ID_MM_TTY_FLOW_CONTROL": "rts-cts",
      "HERMOD_PORT": "at", "DEVLINKS": "/dev/serial/b /dev/serial/a", "HERMOD_DEVICE": "0",
      "ID_MM_DEVICE_PROCESS": "1",
    ]
    seen.device.tags = ["systemd", "hermod"]
    seen.usbDevice?.properties = ["ID_MM_DEVICE_IGNORE": "1", "HERMOD_DEVICE": "1"]
    let port = try #require(PortFacts(seen))
    #expect(port.roles == [.atPrimary])
    #expect(port.isHiddenFromModemManager)
    #expect(port.isCandidateForModemManager)
    #expect(port.baud == 9_600)
    #expect(port.flowControl == "rts-cts")
    #expect(port.mark == .at)
    #expect(port.links == ["/dev/serial/a", "/dev/serial/b"])
    #expect(port.tags == ["hermod", "systemd"])
    #expect(port.usb?.marks == DeviceMarks(isOurs: true, isHiddenFromModemManager: true))
    #expect(port.deviceMarks == DeviceMarks(isOurs: false, isModemForModemManager: true))
    let all = DeviceMarks(
      isOurs: false,
      isHiddenFromModemManager: true,
      isModemForModemManager: true
    )
    #expect(DeviceFacts(id: path, ports: [port]).usb?.marks == all)
  }

  @Test func `The socket's name is udev's where udev gives one`() throws {
    var seen = bare
    seen.device.properties["ID_PATH"] = "platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.2:1.2"
    let device = DeviceFacts(id: path, ports: [try #require(PortFacts(seen))])
    #expect(device.physicalPath == "platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.2")
  }

  @Test(arguments: ["", "zz", "123456"])
  func `Numbers that are none are unknown, and nothing else is lost`(_ number: String) throws {
    var seen = bare
    seen.interface?.attributes["bInterfaceNumber"] = number
    seen.interface?.attributes["bInterfaceClass"] = number
    seen.usbDevice?.attributes["idVendor"] = number
    let port = try #require(PortFacts(seen))
    #expect(port.interfaceNumber == nil)
    #expect(port.interfaceKind == nil)
    #expect(port.usb?.vendor == nil)
    #expect(port.driver == "option")
  }

  @Test func `Consoles, pseudo-terminals and built-in ports without hardware are no ports`() {
    let console = DeviceSnapshot(
      systemPath: "/sys/devices/virtual/tty/tty1",
      systemName: "tty1",
      subsystem: "tty"
    )
    #expect(PortFacts(Sighting(device: console)) == nil)
    var builtIn = DeviceSnapshot(
      systemPath: "/sys/devices/platform/serial8250/tty/ttyS1",
      systemName: "ttyS1",
      subsystem: "tty",
      attributes: ["type": "0"]
    )
    #expect(PortFacts(Sighting(device: builtIn)) == nil)
    builtIn.attributes["type"] = "4"
    #expect(PortFacts(Sighting(device: builtIn))?.node == "/dev/ttyS1")
  }

  @Test(arguments: [
    (
      "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2", "pci-0000:00:14.0-usb-0:2",
      "pci-0000:00:14.0-usb-0:2:1.0"
    ),
    (
      "/sys/devices/pci0000:00/0000:00:1c.0/0000:02:00.0/usb3/3-1/3-1.4/3-1.4.2",
      "pci-0000:02:00.0-usb-0:1.4.2", "pci-0000:02:00.0-usb-0:1.4.2:1.0"
    ),
    (
      "/sys/devices/platform/soc/3f980000.usb/usb1/1-1/1-1.3", "platform-3f980000.usb-usb-0:1.3",
      "platform-3f980000.usb-usb-0:1.3:1.0"
    ),
  ])
  func `A socket's name is made from sysfs as udev makes it`(
    device: String,
    name: String,
    port: String
  ) throws {
    #expect(PhysicalPath.ofDevice(systemPath: device) == name)
    let last = try #require(device.split(separator: "/").last)
    #expect(PhysicalPath.ofInterface(systemPath: "\(device)/\(last):1.0") == port)
    #expect(PhysicalPath.device(ofInterface: port) == name)
    #expect(PhysicalPath.device(ofInterface: name) == nil)
  }

  @Test(arguments: ["", "/", "/sys/devices", "/sys/devices/usb1", "usb1/1-1", "/sys/usb1/x"])
  func `A path of another shape has no socket`(_ path: String) {
    #expect(PhysicalPath.ofDevice(systemPath: path) == nil)
    #expect(PhysicalPath.ofInterface(systemPath: path) == nil)
  }
}
