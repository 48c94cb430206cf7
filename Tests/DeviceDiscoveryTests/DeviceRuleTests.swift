import Testing

@testable import DeviceDiscovery

@Suite struct DeviceRuleTests {
  /// A device of the rule's table of cases, with what shall be made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var device: DeviceFacts
    var verdict: DeviceAssessment.Verdict?
    /// Interface numbers of the candidates, best first.
    var candidates: [UInt8] = []
    var testDescription: String { what }
  }

  @Test(arguments: opened) func `A modem is opened`(_ case: Case) throws {
    try check(`case`)
    let assessment = try #require(DeviceAssessment(`case`.device))
    #expect(assessment.advice == nil)
    #expect(assessment.score >= DeviceAssessment.threshold)
  }

  @Test(arguments: left) func `What may be anything is left alone, with what to do`(
    _ case: Case
  ) throws {
    try check(`case`)
    let assessment = try #require(DeviceAssessment(`case`.device))
    #expect(assessment.advice?.contains("[[modem]]") == true)
    #expect(assessment.score < DeviceAssessment.threshold)
  }

  @Test(arguments: denied)
  func `What must not be written to is denied, though it looks like a modem`(
    _ case: Case
  ) throws {
    try check(`case`)
  }

  @Test(arguments: withoutPorts) func `A modem without a port is reported with its cure`(
    _ case: Case
  ) throws {
    try check(`case`)
    let assessment = try #require(DeviceAssessment(`case`.device))
    #expect(assessment.advice?.isEmpty == false)
  }

  @Test(arguments: strangers) func `What has nothing to do with modems is passed over`(
    _ case: Case
  ) throws {
    try check(`case`)
  }

  @Test func `Ports alone are enough for the rule`() {
    let device = usb(0x2c7c, 0x0125, "option", 4)
    #expect(DeviceAssessment(device.ports) == DeviceAssessment(device))
    #expect(DeviceAssessment([PortFacts]()) == nil)
  }

  @Test func `The score is the sum of the evidence, and the reason is in its words`() throws {
    let assessment = try #require(DeviceAssessment(usb(0x12d1, 0x1001, "option", 3)))
    #expect(assessment.score == assessment.evidence.reduce(0) { $0 + $1.points })
    for evidence in assessment.evidence { #expect(assessment.reason.contains(evidence.words)) }
    let bridge = try #require(DeviceAssessment(usb(0x06e0, 0xf111, "ti_usb_3410_5052", 1)))
    #expect(bridge.reason.contains("ti_usb_3410_5052"))
    #expect(!bridge.reason.contains("Multi-Tech"))
  }

  @Test func `A modem of which every port is to be ignored is left alone`() throws {
    let device = usb(0x2c7c, 0x0125, "option", 4) { $0.mark = .ignore }
    let assessment = try #require(DeviceAssessment(device))
    #expect(assessment.verdict == .onlyWhenConfigured)
    #expect(assessment.candidates.isEmpty)
    #expect(assessment.reason == "none of its ports is for commands")
  }

  private func check(_ case: Case) throws {
    let assessment = DeviceAssessment(`case`.device)
    #expect(assessment?.verdict == `case`.verdict)
    let numbers = Dictionary(
      `case`.device.ports.map { ($0.node, $0.interfaceNumber) },
      uniquingKeysWith: { first, _ in first }
    )
    let found = (assessment?.candidates ?? []).map { numbers[$0.node] ?? nil }
    #expect(found == `case`.candidates.map(Optional.some))
  }
}

// The cases.
extension DeviceRuleTests {
  static let opened: [Case] = [
    Case(
      what: "Sierra MC7455, qcserial",
      device: usb(0x1199, 0x9071, "qcserial", [0, 2, 3]),
      verdict: .open,
      candidates: [3]
    ),
    Case(
      what: "an unknown product on option",
      device: usb(0x1234, 0x0001, "option", 3),
      verdict: .open,
      candidates: [0, 1, 2]
    ),
    Case(
      what: "an unknown product with several CDC-ACM ports",
      device: usb(0x1234, 0x0002, "cdc_acm", [0, 2], kind: InterfaceKind(2, 2, 1)),
      verdict: .open,
      candidates: [0, 2]
    ),
    Case(
      what: "one CDC-ACM port of a maker of modems",
      device: usb(0x1e2d, 0x0058, "cdc_acm", 1, kind: InterfaceKind(2, 2, 1)),
      verdict: .open,
      candidates: [0]
    ),
    Case(
      what: "ModemManager knows its ports",
      device: usb(0x1234, 0x0003, "cdc_acm", 1) { $0.roles = [.atPrimary] },
      verdict: .open,
      candidates: [0]
    ),
    Case(
      what: "ModemManager knows the device",
      device: usb(0x1234, 0x0003, "cdc_acm", 1) { $0.usb?.marks.isModemForModemManager = true },
      verdict: .open,
      candidates: [0]
    ),
    Case(
      what: "a bridge marked by a udev rule",
      device: usb(0x0403, 0x6001, "ftdi_sio", 1) { $0.mark = .at },
      verdict: .open,
      candidates: [0]
    ),
    Case(
      what: "a built-in port marked by a udev rule",
      device: DeviceFacts(
        id: "/sys/devices/platform/serial8250/tty/ttyS1",
        ports: [
          PortFacts(node: "/dev/ttyS1", systemPath: "/sys/ttyS1", interfaceNumber: 0, mark: .at)
        ]
      ),
      verdict: .open,
      candidates: [0]
    ),
    Case(
      what: "our own rule keeps ModemManager off it",
      device: usb(0x2c7c, 0x0125, "option", 4) {
        $0.usb?.marks.isHiddenFromModemManager = true
        $0.usb?.marks.isOurs = true
      },
      verdict: .open,
      candidates: [2, 3]
    ),
    Case(
      what: "built in, and no ModemManager there",
      device: usb(0x2c7c, 0x0125, "option", 4) { $0.usb?.isFixed = true },
      verdict: .open,
      candidates: [2, 3]
    ),
    Case(
      what: "built in, ModemManager there, and claimed",
      device: usb(0x2c7c, 0x0125, "option", 4) {
        $0.usb?.isFixed = true
        $0.usb?.marks.isOurs = true
        $0.isCandidateForModemManager = true
      },
      verdict: .open,
      candidates: [2, 3]
    ),
  ]

  static let left: [Case] = [
    Case(
      what: "an FTDI bridge",
      device: usb(0x0403, 0x6001, "ftdi_sio", 1),
      verdict: .onlyWhenConfigured,
      candidates: [0]
    ),
    Case(
      what: "a CP210x bridge with four ports",
      device: usb(0x10c4, 0xea71, "cp210x", 4),
      verdict: .onlyWhenConfigured,
      candidates: [0, 1, 2, 3]
    ),
    Case(
      what: "a bridge with the number of a maker of modems",
      device: usb(0x06e0, 0xf111, "ti_usb_3410_5052", 1),
      verdict: .onlyWhenConfigured,
      candidates: [0]
    ),
    Case(
      what: "one CDC-ACM port of an unknown maker",
      device: usb(0x1234, 0x0001, "cdc_acm", 1, kind: InterfaceKind(2, 2, 1)),
      verdict: .onlyWhenConfigured,
      candidates: [0]
    ),
    Case(
      what: "several CDC-ACM ports that are for no AT commands",
      device: usb(0x1234, 0x0001, "cdc_acm", 2, kind: InterfaceKind(2, 2, 0)),
      verdict: .onlyWhenConfigured,
      candidates: [0, 1]
    ),
    Case(
      what: "a built-in port",
      device: DeviceFacts(
        id: "/sys/ttyS0",
        ports: [PortFacts(node: "/dev/ttyS0", systemPath: "/sys/ttyS0", interfaceNumber: 0)]
      ),
      verdict: .onlyWhenConfigured,
      candidates: [0]
    ),
    Case(
      what: "somebody else's rule says that it is no modem",
      device: usb(0x2c7c, 0x0125, "option", 4) { $0.usb?.marks.isHiddenFromModemManager = true },
      verdict: .onlyWhenConfigured,
      candidates: [2, 3]
    ),
    Case(
      what: "the operator keeps us off it",
      device: usb(0x2c7c, 0x0125, "option", 4) {
        $0.usb?.marks.isOurs = false
        $0.mark = $0.interfaceNumber == 2 ? .at : nil
      },
      verdict: .onlyWhenConfigured,
      candidates: [2, 3]
    ),
    Case(
      what: "a laptop's own modem that ModemManager looks after",
      device: usb(0x2c7c, 0x0125, "option", 4) {
        $0.usb?.isFixed = true
        $0.isCandidateForModemManager = true
      },
      verdict: .onlyWhenConfigured,
      candidates: [2, 3]
    ),
  ]

  static let denied: [Case] = [
    Case(what: "Arduino", device: usb(0x2341, 0x0043, "cdc_acm", 1), verdict: .denied),
    Case(what: "Prusa", device: usb(0x2c99, 0x0002, "option", 3), verdict: .denied),
    Case(
      what: "u-blox positioning, although u-blox makes modems",
      device: usb(0x1546, 0x01a7, "cdc_acm", 1),
      verdict: .denied
    ),
    Case(
      what: "APC, marked by a rule",
      device: usb(0x051d, 0x0002, "cdc_acm", 1) { $0.mark = .at },
      verdict: .denied
    ),
    Case(
      what: "Qualcomm's boot loader on qcserial",
      device: usb(0x05c6, 0x9008, "qcserial", 1),
      verdict: .denied
    ),
  ]

  static let withoutPorts: [Case] = [
    Case(what: "a disk by its numbers", device: bare(0x19d2, 0x2000), verdict: .storageMode),
    Case(
      what: "an unlisted disk of a maker of modems",
      device: bare(0x12d1, 0x15ff, [InterfaceKind(8, 6, 0x50)]),
      verdict: .storageMode
    ),
    Case(what: "a router by its numbers", device: bare(0x12d1, 0x14db), verdict: .hiLink),
    Case(
      what: "an unlisted router (RNDIS)",
      device: bare(0x19d2, 0x1405, [InterfaceKind(0xe0, 1, 3), InterfaceKind(8, 6, 0x50)]),
      verdict: .hiLink
    ),
    Case(
      what: "a modem whose driver is not loaded",
      device: bare(0x2c7c, 0x0125, [InterfaceKind(0xff, 0xff, 0xff)]),
      verdict: .noPort
    ),
  ]

  static let strangers: [Case] = [
    Case(what: "a disk", device: bare(0x0781, 0x5581, [InterfaceKind(8, 6, 0x50)])),
    Case(what: "a network card", device: bare(0x0bda, 0x8153, [InterfaceKind(2, 6, 0)])),
    Case(
      what: "an APC power supply without a port",
      device: bare(0x051d, 2, [InterfaceKind(3, 0, 0)])
    ),
    Case(
      what: "a telephone of a maker of modems",
      device: bare(0x12d1, 0x107e, [InterfaceKind(6, 1, 1)])
    ),
    Case(what: "nothing is known", device: DeviceFacts(id: "/sys/nothing")),
  ]
}
