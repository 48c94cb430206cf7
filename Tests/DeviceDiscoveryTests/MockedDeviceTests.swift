import Testing

/// Devices as the kernel shows them, through the real libudev and the real program.
@Suite(.enabled(if: Fixtures.hasUmockdev, Fixtures.needsUmockdev))
struct MockedDeviceTests {
  @Test(arguments: [
    ("huawei-e1550", ["/dev/ttyUSB2", "/dev/ttyUSB0"]),
    ("huawei-e1550-other-socket", ["/dev/ttyUSB22", "/dev/ttyUSB20"]),
    ("huawei-e3372-stick", ["/dev/ttyUSB16"]),
    ("quectel-ec25", ["/dev/ttyUSB5", "/dev/ttyUSB6"]),
    ("simcom-sim7600", ["/dev/ttyUSB9", "/dev/ttyUSB10"]),
    ("zte-mf190", ["/dev/ttyUSB14", "/dev/ttyUSB13", "/dev/ttyUSB12"]),
    (
      "cinterion-ehs5",
      [
        "/dev/ttyACM0", "/dev/ttyACM1", "/dev/ttyACM2", "/dev/ttyACM3", "/dev/ttyACM4",
        "/dev/ttyACM5", "/dev/ttyACM6",
      ]
    ),
  ])
  func `A modem is opened on its port for commands`(name: String, candidates: [String]) async throws
  {
    let report = try await discover(name)
    #expect(report.verdict == "open")
    #expect(report.candidates == candidates)
    #expect(report.advice == nil)
  }

  @Test(arguments: [
    ("ftdi-rs485", "only-when-configured", ["/dev/ttyUSB15"], "usb_path"),
    ("arduino-uno", "denied", [], "/dev/ttyACM7"),
    ("huawei-storage-mode", "storage-mode", [], "usb-modeswitch"),
    ("huawei-e3372-hilink", "hilink", [], "firmware"),
  ])
  func `What is not opened is reported with what to do`(
    name: String,
    verdict: String,
    candidates: [String],
    advice: String
  ) async throws {
    let report = try await discover(name)
    #expect(report.verdict == verdict)
    #expect(report.candidates == candidates)
    #expect(report.advice?.contains(advice) == true)
    #expect(report.reason?.isEmpty == false)
  }

  @Test(arguments: [
    ("huawei-storage-mode", "storage-mode"), ("huawei-e3372-hilink", "hilink"),
    ("ftdi-rs485", "left-alone"),
  ])
  func `The doctor names what stands in the way, without a daemon`(
    name: String,
    kind: String
  ) async throws {
    let arguments = [
      "-d", Fixtures.description("usb-controller"), "-d", Fixtures.description(name), "--",
      Fixtures.hermod, "doctor", "--json", "--socket", "/nonexistent",
    ]
    let (lines, status) = try await Child.run("umockdev-run", arguments)
    #expect(status == 1)
    #expect(lines.first?.contains("\"kind\":\"\(kind)\"") == true)
    #expect(lines.first?.contains("\"can_send\":false") == true)
  }

  @Test func `The socket's path tells the same stick in two sockets apart`() async throws {
    #expect(try await discover("huawei-e1550").usbPath == "pci-0000:00:14.0-usb-0:1")
    #expect(try await discover("huawei-e1550-other-socket").usbPath == "pci-0000:00:14.0-usb-0:5.2")
  }

  @Test func `Every port has its interface and its driver without udev's help`() async throws {
    let ports = try await discover("quectel-ec25").ports
    #expect(
      ports
        == (0..<4).map {
          Report.Port(device: "/dev/ttyUSB\(3 + $0)", interface: UInt8($0), driver: "option")
        }
    )
  }

  @Test func `Without any device the program says that there is none`() async throws {
    let arguments = [
      "-d", Fixtures.description("usb-controller"), "--", Fixtures.hermod, "modem", "discover",
    ]
    let (lines, status) = try await Child.run("umockdev-run", arguments)
    #expect(status == 0)
    #expect(lines.first?.contains("No modem") == true)
  }

  private func discover(_ name: String) async throws -> Report {
    let arguments = [
      "-d", Fixtures.description("usb-controller"), "-d", Fixtures.description(name), "--",
      Fixtures.hermod, "modem", "discover", "--json",
    ]
    let (lines, status) = try await Child.run("umockdev-run", arguments)
    #expect(status == 0)
    try #require(lines.count == 1, "\(lines)")
    return try Report(lines[0])
  }
}
