/// All that was seen of one device: the ports and functions of one USB device, or one built-in port.
public struct DeviceFacts: Equatable, Sendable {
  /// What makes it this device while it is plugged in: the sysfs path of the USB device or port.
  public var id: String
  /// The USB device; nil for a built-in port.
  public var usb: USBFacts?
  /// Its functions, by number.
  public var interfaces: [InterfaceFacts]
  /// Its serial ports, by interface number and then by name.
  public var ports: [PortFacts]

  /// Puts together what was seen, and sorts it.
  public init(
    id: String,
    usb: USBFacts? = nil,
    interfaces: [InterfaceFacts] = [],
    ports: [PortFacts] = []
  ) {
    self.id = id
    self.usb = usb ?? ports.lazy.compactMap(\.usb).first
    self.interfaces = interfaces.sorted {
      ($0.number ?? .max, $0.systemPath) < ($1.number ?? .max, $1.systemPath)
    }
    self.ports = ports.sorted { Self.order($0) < Self.order($1) }
    for marks in self.ports.map(\.deviceMarks) {
      if marks.isHiddenFromModemManager { self.usb?.marks.isHiddenFromModemManager = true }
      if marks.isModemForModemManager { self.usb?.marks.isModemForModemManager = true }
      if let isOurs = marks.isOurs { self.usb?.marks.isOurs = isOurs }
    }
    if let path = ports.lazy.compactMap(\.usb?.physicalPath).first { self.usb?.physicalPath = path }
  }

  /// The socket it is plugged into, the same on every plugging: what `usb_path` names.
  public var physicalPath: String? { usb?.physicalPath ?? ports.first?.physicalPath }

  /// What a person would call it.
  public var name: String {
    let words = [usb?.manufacturer, usb?.model].compactMap { $0 }
    let numbers = usb?.numbers.map { words.isEmpty ? "USB device \($0)" : "(\($0))" }
    let all = words + [numbers].compactMap { $0 }
    return all.isEmpty ? (ports.first?.node ?? id) : all.joined(separator: " ")
  }

  /// `ttyUSB10` comes after `ttyUSB9`.
  private static func order(_ port: PortFacts) -> (UInt8, Int, String) {
    (port.interfaceNumber ?? .max, port.node.utf8.count, port.node)
  }
}
