/// A USB device as a whole: what its descriptors say, and what udev rules have said about it.
public struct USBFacts: Equatable, Sendable {
  /// Its directory in sysfs; what groups its ports.
  public var systemPath: String
  /// The vendor's number, such as 0x12d1.
  public var vendor: UInt16?
  /// The product's number.
  public var product: UInt16?
  /// The vendor's name as the device gives it.
  public var manufacturer: String?
  /// The product's name as the device gives it.
  public var model: String?
  /// The serial number; many modems have none or all the same one.
  public var serialNumber: String?
  /// The socket as udev names it, such as `pci-0000:00:14.0-usb-0:1.2`; the same on every plugging.
  public var physicalPath: String?
  /// Whether it is built in (`removable` is `fixed`), like a laptop's own modem.
  public var isFixed: Bool
  /// What udev rules have said about it.
  public var marks: DeviceMarks

  /// Describes a device; what is left out is unknown or not set.
  public init(
    systemPath: String,
    vendor: UInt16? = nil,
    product: UInt16? = nil,
    manufacturer: String? = nil,
    model: String? = nil,
    serialNumber: String? = nil,
    physicalPath: String? = nil,
    isFixed: Bool = false,
    marks: DeviceMarks = DeviceMarks()
  ) {
    self.systemPath = systemPath
    self.vendor = vendor
    self.product = product
    self.manufacturer = manufacturer
    self.model = model
    self.serialNumber = serialNumber
    self.physicalPath = physicalPath
    self.isFixed = isFixed
    self.marks = marks
  }

  /// The two numbers as they are usually written, such as `12d1:1001`.
  public var numbers: String? {
    guard let vendor, let product else { return nil }
    return "\(hexadecimal(vendor)):\(hexadecimal(product))"
  }
}

/// What udev rules say about a device as a whole; they may say it on the device or on its ports.
public struct DeviceMarks: Equatable, Sendable {
  /// `HERMOD_DEVICE`: 1 where our own udev rules, or the operator's, count it as ours; 0 where the
  /// operator's say that it is not.
  public var isOurs: Bool?
  /// `ID_MM_DEVICE_IGNORE=1`: some rule keeps ModemManager off it.
  public var isHiddenFromModemManager: Bool
  /// `ID_MM_DEVICE_PROCESS=1`: some rule knows it for a modem.
  public var isModemForModemManager: Bool

  /// Puts the marks together; without arguments, none is set.
  public init(
    isOurs: Bool? = nil,
    isHiddenFromModemManager: Bool = false,
    isModemForModemManager: Bool = false
  ) {
    self.isOurs = isOurs
    self.isHiddenFromModemManager = isHiddenFromModemManager
    self.isModemForModemManager = isModemForModemManager
  }
}

/// One function of a USB device.
public struct InterfaceFacts: Equatable, Sendable {
  /// Its directory in sysfs.
  public var systemPath: String
  /// bInterfaceNumber.
  public var number: UInt8?
  /// bInterfaceClass, bInterfaceSubClass and bInterfaceProtocol.
  public var kind: InterfaceKind?
  /// The driver that has it.
  public var driver: String?

  /// Describes a function; what is left out is unknown.
  public init(
    systemPath: String,
    number: UInt8? = nil,
    kind: InterfaceKind? = nil,
    driver: String? = nil
  ) {
    self.systemPath = systemPath
    self.number = number
    self.kind = kind
    self.driver = driver
  }
}

/// The three numbers by which a USB interface says what it is for.
public struct InterfaceKind: Equatable, Sendable, CustomStringConvertible {
  /// bInterfaceClass; 0xff is the vendor's own.
  public var `class`: UInt8
  /// bInterfaceSubClass.
  public var subclass: UInt8
  /// bInterfaceProtocol.
  public var `protocol`: UInt8

  /// Puts the three numbers together.
  public init(_ class: UInt8, _ subclass: UInt8, _ protocol: UInt8) {
    self.class = `class`
    self.subclass = subclass
    self.protocol = `protocol`
  }

  /// As `lsusb` writes them, such as `ff/ff/ff`.
  public var description: String {
    [self.class, subclass, self.protocol].map(hexadecimal).joined(separator: "/")
  }
}

/// Two hexadecimal digits for each octet.
func hexadecimal(_ number: some FixedWidthInteger & UnsignedInteger) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, number.bitWidth / 4 - digits.utf8.count)) + digits
}
