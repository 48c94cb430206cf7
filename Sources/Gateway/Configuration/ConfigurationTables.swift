import Messaging
import QueuePolicy

/// The keys of each table, their types and what they may be.
extension GatewayConfiguration.GatewaySection {
  init(reading section: inout ConfigurationSection) {
    countryCode = section.text(
      "country_code",
      default: nil,
      allowed: "a country calling code, one to three digits without +"
    ) { (1...3).contains($0.utf8.count) && $0.isDigits && !$0.hasPrefix("0") }
    nationalPrefix =
      section.text("national_prefix", default: nationalPrefix, allowed: "at most three digits") {
        $0.utf8.count <= 3 && $0.isDigits
      } ?? nationalPrefix
    stateDirectory = section.path("state_directory", default: stateDirectory) ?? stateDirectory
    socket =
      section.text("socket", default: socket, allowed: "a path of 1 to 107 octets") {
        (1...107).contains($0.utf8.count)
      } ?? socket
    requestsPerSecond =
      section.number("requests_per_second", default: requestsPerSecond, allowed: "1 to 1000000") {
        (1...1_000_000).contains($0)
      } ?? requestsPerSecond
    statusReports = section.flag("status_reports", default: statusReports)
    allowATCommands = section.flag("allow_at_commands", default: allowATCommands)
    let seconds = section.number(
      "answer_deadline",
      default: Int(answerDeadline.components.seconds),
      allowed: "1 to 600 seconds"
    ) { (1...600).contains($0) }
    answerDeadline = seconds.map { .seconds($0) } ?? answerDeadline
    longestMessage =
      section.number("longest_message", default: longestMessage, allowed: "1 to 255 segments") {
        (1...255).contains($0)
      } ?? longestMessage
  }
}

extension GatewayConfiguration.SpoolSection {
  init(reading section: inout ConfigurationSection) {
    directory = section.path("directory", default: directory) ?? directory
    eventHandler = section.text(
      "event_handler",
      default: nil,
      allowed: "the path of a program, from / on"
    ) { $0.hasPrefix("/") && (2...1024).contains($0.utf8.count) }
    eventHandlerTimeout =
      section.number("event_handler_timeout", default: eventHandlerTimeout, allowed: "1 to 3600") {
        (1...3600).contains($0)
      } ?? eventHandlerTimeout
  }
}

extension GatewayConfiguration.DiscoverySection {
  init(reading section: inout ConfigurationSection) {
    udev = section.flag("udev", default: udev)
  }
}

extension ModemConfiguration {
  /// Nil where the name or what tells the modem from others is missing or faulty.
  init?(reading section: inout ConfigurationSection) {
    let name = section.text(
      "name",
      default: nil,
      allowed: "1 to 64 letters, digits, -, _ and ., not beginning with a dot"
    ) { Self.isName($0) }
    if !section.has("name") { section.fault(nil, "name is missing: every modem needs one") }
    let match = Self.match(&section)
    self.init(name: name ?? "", match: match ?? .device(""))
    let speeds = Self.speeds.map(String.init).joined(separator: ", ")
    baud =
      section.number("baud", default: baud, allowed: "one of \(speeds)") {
        Self.speeds.contains($0)
      } ?? baud
    flowControl = section.choice("flow_control", default: flowControl)
    pinFile = section.path("pin_file", default: nil)
    pinCredential = section.text(
      "pin_credential",
      default: nil,
      allowed: "the name of a credential: letters, digits, -, _ and ."
    ) { Self.isName($0) }
    if pinFile != nil, pinCredential != nil {
      section.fault("pin_credential", "stands beside pin_file; give one of them")
    }
    preset = SIMPreset(reading: &section)
    limits = SIMLimits(reading: &section)
    rejectsCalls = section.flag("reject_calls", default: rejectsCalls)
    balance = BalanceRule(reading: &section)
    if name == nil || match == nil { return nil }
  }

  private static func match(_ section: inout ConfigurationSection) -> Match? {
    let device = section.text("device", default: nil, allowed: "a path such as /dev/ttyS1") {
      $0.hasPrefix("/") && $0.utf8.count > 1
    }
    let imei = section.text("imei", default: nil, allowed: "15 digits") {
      $0.utf8.count == 15 && $0.isDigits
    }
    let iccid = section.text("iccid", default: nil, allowed: "18 to 22 digits") {
      (18...22).contains($0.utf8.count) && ICCID($0) != nil
    }
    let usbPath = section.text(
      "usb_path",
      default: nil,
      allowed: "a USB port such as 1-1.4, or pci-0000:00:14.0-usb-0:1.4"
    ) { isUSBPath($0) }
    let keys = ["device", "imei", "iccid", "usb_path"]
    let given = keys.filter(section.has)
    guard given.count == 1 else {
      let problem =
        given.isEmpty
        ? "says which modem is meant by none of device, imei, iccid and usb_path; give one"
        : "says which modem is meant by \(given.joined(separator: " and ")); give one of them"
      section.fault(given.dropFirst().first, problem)
      return nil
    }
    return device.map { .device($0) } ?? imei.map { .imei($0) } ?? iccid.map { .iccid($0) }
      ?? usbPath.map { .usbPath($0) }
  }

  /// `ID_PATH` of udev, or the kernel's name of a USB device.
  private static func isUSBPath(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.utf8.allSatisfy { octet in
        isNameOctet(octet) || octet == UInt8(ascii: ":")
      }
  }

  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isNameOctet)
      && !text.hasPrefix(".")
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_.".utf8.contains(octet)
    }
  }
}

extension ConfigurationSection {
  /// The path of a file or directory.
  fileprivate mutating func path(_ key: String, default standard: String?) -> String? {
    text(key, default: standard, allowed: "a path of 1 to 1024 octets") {
      (1...1024).contains($0.utf8.count)
    }
  }
}

extension String {
  fileprivate var isDigits: Bool {
    utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
