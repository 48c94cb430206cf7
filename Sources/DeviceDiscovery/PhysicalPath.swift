// The name of a socket, as udev's path_id gives it in ID_PATH: `pci-0000:00:14.0-usb-0:1.2` for a
// USB device, with `:1.2` behind it for its interface 2 in configuration 1.

enum PhysicalPath {
  /// The name of a USB device's socket, from its sysfs path; nil where that is of another shape.
  ///
  /// The controller is the last part before `usbN`. On boards whose USB controller hangs on more
  /// than one bus, udev's own name has more in front; that one is used where there is one.
  static func ofDevice(systemPath: String) -> String? {
    let parts = systemPath.split(separator: "/")
    guard let bus = parts.firstIndex(where: { isBus($0) }), bus > 0, let device = parts.last,
      let dash = device.firstIndex(of: "-"), bus < parts.count - 1
    else { return nil }
    let controller = parts[bus - 1]
    let kind = isPCIAddress(controller) ? "pci" : "platform"
    return "\(kind)-\(controller)-usb-0:\(device[device.index(after: dash)...])"
  }

  /// The name of a USB interface's place, from its sysfs path, which ends in `1-1.2/1-1.2:1.0`.
  static func ofInterface(systemPath: String) -> String? {
    guard let slash = systemPath.lastIndex(of: "/"),
      let colon = systemPath[slash...].firstIndex(of: ":")
    else { return nil }
    return ofDevice(systemPath: String(systemPath[..<slash])).map { $0 + systemPath[colon...] }
  }

  /// The device's part of an interface's name.
  static func device(ofInterface path: String) -> String? {
    guard let usb = path.firstRange(of: "-usb-"), let colon = path.lastIndex(of: ":"),
      path[usb.upperBound..<colon].contains(":")
    else { return nil }
    return String(path[..<colon])
  }

  private static func isBus(_ part: Substring) -> Bool {
    part.hasPrefix("usb") && part.count > 3 && part.dropFirst(3).allSatisfy(\.isNumber)
  }

  /// Domain, bus, device and function: `0000:00:14.0`.
  private static func isPCIAddress(_ part: Substring) -> Bool {
    let fields = part.split(whereSeparator: { $0 == ":" || $0 == "." })
    return fields.count == 4 && fields.allSatisfy { UInt32($0, radix: 16) != nil }
  }
}
