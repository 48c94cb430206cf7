/// One serial port: what udev's database says, and where that is silent, what sysfs says.
public struct PortFacts: Equatable, Sendable {
  /// What some udev rule says that a port is for: `ID_MM_PORT_TYPE_…`.
  public enum Role: String, Equatable, Sendable, CaseIterable {
    /// Commands and unsolicited results.
    case atPrimary = "AT_PRIMARY"
    /// Commands.
    case atSecondary = "AT_SECONDARY"
    /// The data connection.
    case ppp = "AT_PPP"
    /// Positions, as NMEA sentences.
    case gps = "GPS"
    /// Qualcomm's diagnostics.
    case qcdm = "QCDM"
    /// Sound.
    case audio = "AUDIO"
  }

  /// What the property `HERMOD_PORT` says of a port.
  public enum Mark: String, Equatable, Sendable {
    /// Use it for commands.
    case at
    /// Never open it.
    case ignore
  }

  /// The device node, such as `/dev/ttyUSB2`; another one on every plugging.
  public var node: String
  /// Its directory in sysfs.
  public var systemPath: String
  /// The driver of its USB interface, such as `option`; for other ports their own.
  public var driver: String?
  /// bInterfaceNumber of its USB interface.
  public var interfaceNumber: UInt8?
  /// What its USB interface says it is for.
  public var interfaceKind: InterfaceKind?
  /// Its place on the machine, `ID_PATH`, such as `pci-0000:00:14.0-usb-0:1.2:1.2`.
  public var physicalPath: String?
  /// Its links in `/dev`, sorted.
  public var links: [String]
  /// What ModemManager's rules say that it is for, in the order of `Role`.
  public var roles: [Role]
  /// `ID_MM_PORT_IGNORE=1`: some rule says that it is no port of a modem.
  public var isHiddenFromModemManager: Bool
  /// `ID_MM_CANDIDATE=1`: ModemManager is installed and would look at it.
  public var isCandidateForModemManager: Bool
  /// `ID_MM_TTY_BAUDRATE`.
  public var baud: Int?
  /// `ID_MM_TTY_FLOW_CONTROL`, such as `rts-cts`.
  public var flowControl: String?
  /// `HERMOD_PORT`.
  public var mark: Mark?
  /// What udev rules say on the port about its whole device.
  public var deviceMarks: DeviceMarks
  /// Udev's tags, sorted.
  public var tags: [String]
  /// The USB device it belongs to; nil for a built-in port.
  public var usb: USBFacts?

  /// Describes a port; what is left out is unknown or not set.
  public init(
    node: String,
    systemPath: String,
    driver: String? = nil,
    interfaceNumber: UInt8? = nil,
    interfaceKind: InterfaceKind? = nil,
    physicalPath: String? = nil,
    links: [String] = [],
    roles: [Role] = [],
    isHiddenFromModemManager: Bool = false,
    isCandidateForModemManager: Bool = false,
    baud: Int? = nil,
    flowControl: String? = nil,
    mark: Mark? = nil,
    deviceMarks: DeviceMarks = DeviceMarks(),
    tags: [String] = [],
    usb: USBFacts? = nil
  ) {
    self.node = node
    self.systemPath = systemPath
    self.driver = driver
    self.interfaceNumber = interfaceNumber
    self.interfaceKind = interfaceKind
    self.physicalPath = physicalPath
    self.links = links
    self.roles = roles
    self.isHiddenFromModemManager = isHiddenFromModemManager
    self.isCandidateForModemManager = isCandidateForModemManager
    self.baud = baud
    self.flowControl = flowControl
    self.mark = mark
    self.deviceMarks = deviceMarks
    self.tags = tags
    self.usb = usb
  }
}
