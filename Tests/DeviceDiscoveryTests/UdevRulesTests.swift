import Foundation
import Testing

@testable import DeviceDiscovery

/// The rules that are installed in `/usr/lib/udev/rules.d`.
@Suite struct UdevRulesTests {
  @Test func `The rules name the same makers as discovery`() throws {
    let rules = try text("60-hermod-modemmanager.rules")
    let vendors = ModemTables.vendors.map { hexadecimal($0.number) }.joined(separator: "|")
    #expect(rules.contains("ATTR{idVendor}==\"\(vendors)\", ENV{HERMOD_DEVICE}=\"1\""))
    for vendor in ModemTables.vendors { #expect(rules.contains(vendor.name)) }
    // Qualcomm's number is no maker's; its modems are named one by one.
    let products = ModemTables.modems.filter { $0.vendor == 0x05c6 }.flatMap(\.products).sorted()
    let list = products.map(hexadecimal).joined(separator: "|")
    #expect(rules.contains("ATTR{idVendor}==\"05c6\", ATTR{idProduct}==\"\(list)\""))
  }

  @Test func `The rules mark the first port of every modem in discovery's table, and no other`()
    throws
  {
    let lines = try text("78-hermod.rules").split(separator: "\n")
    let marks = lines.filter { $0.contains("{.HERMOD_INTERFACE}==") }.map(String.init)
    let expected = ModemTables.modems.map { modem in
      let products = modem.products.sorted().map(hexadecimal).joined(separator: "|")
      return "ENV{.HERMOD_INTERFACE}==\"\(hexadecimal(modem.commands[0]))\", "
        + "ATTRS{idVendor}==\"\(hexadecimal(modem.vendor))\", ATTRS{idProduct}==\"\(products)\", "
        + "ENV{HERMOD_PORT}=\"at\""
    }
    #expect(marks == expected)
    for modem in ModemTables.modems { #expect(lines.contains("# \(modem.name)")) }
    let vendors = Set(ModemTables.modems.map { hexadecimal($0.vendor) }).sorted()
    let builtIn =
      "ATTRS{idVendor}==\"\(vendors.joined(separator: "|"))\", ATTRS{removable}==\"fixed\""
    #expect(lines.contains { $0.contains(builtIn) })
  }

  @Test func `Plugging in starts no service that an operator stopped`() throws {
    for name in ["60-hermod-modemmanager.rules", "78-hermod.rules"] {
      let rules = try text(name)
      for word in ["SYSTEMD", "RUN", "PROGRAM", "systemctl "] { #expect(!rules.contains(word)) }
    }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Fixtures.rules.appending(path: name), encoding: .utf8)
  }
}

/// The same rules in udev's own rules engine.
@Suite(.enabled(if: Fixtures.hasRulesEngine, Fixtures.needsRulesEngine))
struct RulesEngineTests {
  private static let usb = "/sys/devices/pci0000:00/0000:00:14.0/usb1"

  @Test func `A modem's port for commands is marked, tagged, linked and open to dialout`()
    async throws
  {
    let port = try await properties(of: "/sys/class/tty/ttyUSB2", with: "huawei-e1550")
    #expect(port.values["HERMOD_PORT"] == "at")
    #expect(port.values["TAGS"]?.contains(":hermod:") == true)
    #expect(
      port.values["DEVLINKS"]?.contains("/dev/hermod/by-path/pci-0000:00:14.0-usb-0:1:1.2") == true
    )
    for setting in [/78-hermod\.rules:\d+ MODE 0660/, /78-hermod\.rules:\d+ GROUP \d+/] {
      #expect(port.log.contains(setting))
    }
    let other = try await properties(of: "/sys/class/tty/ttyUSB0", with: "huawei-e1550")
    #expect(other.values["HERMOD_PORT"] == nil)
    #expect(other.values["ID_USB_INTERFACE_NUM"] == "00")
    #expect(other.values["TAGS"]?.contains(":hermod:") != true)
  }

  @Test func `ModemManager is kept off a modem, and the modem is still ours`() async throws {
    let device = try await properties(of: "\(Self.usb)/1-2", with: "quectel-ec25")
    #expect(device.values["ID_MM_DEVICE_IGNORE"] == "1")
    #expect(device.values["HERMOD_DEVICE"] == "1")
    let report = try await discover("quectel-ec25")
    #expect(report.verdict == "open")
    #expect(report.candidates == ["/dev/ttyUSB5", "/dev/ttyUSB6"])
    #expect(report.usbPath == "pci-0000:00:14.0-usb-0:2")
  }

  @Test(arguments: [("built-in-ec25", "1-12"), ("arduino-uno", "1-8"), ("ftdi-rs485", "1-7")])
  func `A built-in modem, and what is none, is left to ModemManager`(
    name: String,
    device: String
  ) async throws {
    let found = try await properties(of: "\(Self.usb)/\(device)", with: name)
    #expect(found.values["ID_VENDOR_ID"] != nil)
    #expect(found.values["ID_MM_DEVICE_IGNORE"] == nil)
    #expect(found.values["HERMOD_DEVICE"] == nil)
  }

  @Test func `A built-in modem's port is not marked`() async throws {
    let port = try await properties(of: "/sys/class/tty/ttyUSB32", with: "built-in-ec25")
    #expect(port.values["ID_USB_INTERFACE_NUM"] == "02")
    #expect(port.values["HERMOD_PORT"] == nil)
  }

  @Test func `An operator's earlier rule keeps a modem for ModemManager and opens a cable`()
    async throws
  {
    let rules = """
      SUBSYSTEM=="usb", ATTR{idVendor}=="2c7c", ATTR{idProduct}=="0125", ENV{HERMOD_DEVICE}="0"
      SUBSYSTEM=="tty", ENV{ID_PATH}=="pci-0000:00:14.0-usb-0:7:1.0", ENV{HERMOD_PORT}="at"
      """
    let device = try await properties(of: "\(Self.usb)/1-2", with: "quectel-ec25", adding: rules)
    #expect(device.values["ID_MM_DEVICE_IGNORE"] == nil)
    #expect(try await discover("quectel-ec25", adding: rules).verdict == "only-when-configured")
    let cable = try await discover("ftdi-rs485", adding: rules)
    #expect(cable.verdict == "open")
    #expect(cable.candidates == ["/dev/ttyUSB15"])
    let port = try await properties(
      of: "/sys/class/tty/ttyUSB15",
      with: "ftdi-rs485",
      adding: rules
    )
    #expect(port.values["TAGS"]?.contains(":hermod:") == true)
  }

  @Test func `The engine has no complaint about our rules, and would have about others`()
    async throws
  {
    #expect(complaints(try await properties(of: Self.usb, with: "huawei-e1550").log) == [])
    let broken = """
      SUBSYSTEM=="tty", ENVV{HERMOD_PORT}="at"
      SUBSYSTEM=="tty", GOTO="nowhere"
      """
    let log = try await properties(of: Self.usb, with: "huawei-e1550", adding: broken).log
    #expect(complaints(log).count >= 2)
  }

  /// What the engine says about a line of a rules file of ours.
  private func complaints(_ log: String) -> [String] {
    log.split(separator: "\n").map(String.init).filter {
      $0.contains("hermod") && $0.contains(".rules:")
        && ["nvalid", "nknown", "ignoring", "no matching", "no effect", "conflict"]
          .contains(where: $0.contains)
    }
  }

  private func properties(
    of path: String,
    with name: String,
    adding rules: String? = nil
  ) async throws -> (values: [String: String], log: String) {
    let (lines, log) = try await run(
      name,
      ["udevadm", "info", "--query=property", "--path=\(path)"],
      adding: rules
    )
    let pairs = lines.compactMap { line -> (String, String)? in
      let halves = line.split(separator: "=", maxSplits: 1).map(String.init)
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
    return (Dictionary(pairs) { $1 }, log)
  }

  private func discover(_ name: String, adding rules: String? = nil) async throws -> Report {
    let (lines, _) = try await run(
      name,
      [Fixtures.hermod, "modem", "discover", "--json"],
      adding: rules
    )
    try #require(lines.count == 1, "\(lines)")
    return try Report(lines[0])
  }

  /// Runs the engine on a description and then a command; its output, and what the engine said.
  private func run(
    _ name: String,
    _ command: [String],
    adding rules: String?
  ) async throws -> ([String], String) {
    try await Fixtures.withDirectory { directory in
      let copies = directory.appending(path: "rules")
      try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
      let files = try FileManager.default.contentsOfDirectory(
        at: Fixtures.rules,
        includingPropertiesForKeys: nil
      )
      for file in files {
        try Data(contentsOf: file).write(to: copies.appending(path: file.lastPathComponent))
      }
      if let rules {
        let file = copies.appending(path: "59-hermod-test.rules")
        try Data("\(rules)\n".utf8).write(to: file)
        // Properties of ports are there from 60 on.
        try Data("\(rules)\n".utf8).write(to: copies.appending(path: "77-hermod-test.rules"))
      }
      let log = directory.appending(path: "log")
      let script = Fixtures.directory.appending(path: "rules-engine.sh").path
      let descriptions = ["usb-controller", name].map(Fixtures.description)
      let (lines, status) = try await Child.run(
        script,
        [copies.path, log.path] + descriptions + ["--"] + command
      )
      #expect(status == 0)
      return (lines, try String(contentsOf: log, encoding: .utf8))
    }
  }
}
