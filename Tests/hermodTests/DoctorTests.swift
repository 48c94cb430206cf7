import DeviceDiscovery
import Foundation
import LocalAPI
import Messaging
import Testing

@testable import hermod

/// What follows from what the doctor has seen.
@Suite struct DoctorTests {
  private static let nobody = Account(name: "me", user: 1_000, groups: [1_000])
  private static let gateway = Account(name: "hermod", user: 200, groups: [200, 20, 201])

  /// A machine with nothing wrong.
  private static func machine() -> MachineFacts {
    func place(_ path: String, _ mode: UInt32) -> MachineFacts.Place {
      .init(
        path: path,
        file: FileFacts(owner: 200, group: 200, mode: mode),
        free: 50_000_000_000,
        total: 100_000_000_000
      )
    }
    var facts = MachineFacts(
      caller: nobody,
      gateway: gateway,
      spool: place("/var/spool/hermod", 0o755),
      outgoing: place("/var/spool/hermod/outgoing", 0o3733),
      state: place("/var/lib/hermod", 0o750)
    )
    facts.isListed = true
    facts.isClockSynchronized = true
    return facts
  }

  private func kinds(_ facts: MachineFacts, whileRunning isRunning: Bool = false) -> [Finding.Kind]
  {
    facts.findings(whileRunning: isRunning).map(\.kind)
  }

  @Test func `Nothing is found where nothing is wrong`() {
    #expect(kinds(Self.machine()) == [])
    #expect(kinds(Self.machine(), whileRunning: true) == [])
  }

  @Test func `A port of another group names the group to join`() throws {
    var facts = Self.machine()
    facts.devices = [try Self.stick()]
    facts.ports["/dev/ttyUSB0"] = .init(
      file: FileFacts(owner: 0, group: 20, mode: 0o660),
      groupName: "dialout"
    )
    #expect(kinds(facts) == [])
    facts.gateway.groups.remove(20)
    let finding = try #require(facts.findings(whileRunning: false).first)
    #expect(finding.kind == .portPermission)
    #expect(finding.cure.contains("usermod -aG dialout hermod"))
    // A running gateway says itself what it could not open.
    #expect(kinds(facts, whileRunning: true) == [])
  }

  @Test func `ModemManager is an obstacle only for a modem that no rule keeps from it`() throws {
    var facts = Self.machine()
    facts.devices = [try Self.stick()]
    facts.modemManager = 77
    #expect(kinds(facts) == [.modemManager])
    facts.devices = [
      try Self.stick(marks: DeviceMarks(isOurs: true, isHiddenFromModemManager: true))
    ]
    #expect(kinds(facts) == [])
  }

  @Test func `Groups, udev, configuration and clock are looked at`() {
    var facts = Self.machine()
    facts.isListed = false
    #expect(kinds(facts) == [.wrongGroup])
    facts = Self.machine()
    facts.hasUdev = false
    #expect(kinds(facts) == [.noUdev])
    facts = Self.machine()
    facts.configuration = .bad(file: "/etc/hermod/hermod.toml", faults: "line 3: no")
    #expect(kinds(facts) == [.configuration])
    facts = Self.machine()
    facts.isClockSynchronized = false
    #expect(kinds(facts) == [.clockWrong])
    facts.isClockBehind = true
    #expect(facts.findings(whileRunning: true).map(\.severity) == [.obstacle])
  }

  @Test func `Places that cannot be written, and a full disk, are found`() {
    var facts = Self.machine()
    facts.spool.file = FileFacts(owner: 0, group: 0, mode: 0o755)
    #expect(kinds(facts) == [.spoolNotWritable])
    facts = Self.machine()
    facts.state.file = nil
    #expect(kinds(facts) == [.stateNotWritable])
    facts.gateway = facts.caller
    #expect(!kinds(facts).contains(.stateNotWritable))
    facts = Self.machine()
    facts.spool.isReadOnly = true
    #expect(kinds(facts) == [.spoolNotWritable])
    facts = Self.machine()
    facts.outgoing.file = FileFacts(owner: 200, group: 201, mode: 0o3730)
    #expect(kinds(facts, whileRunning: true) == [.spoolNotWritable])
    facts = Self.machine()
    facts.state.free = 5_000_000
    #expect(kinds(facts) == [.diskNearlyFull])
    facts.spool.free = 5_000_000
    #expect(kinds(facts) == [.diskNearlyFull])
  }

  private static func stick(marks: DeviceMarks = DeviceMarks()) throws -> DiscoveredDevice {
    let usb = USBFacts(systemPath: "/sys/1-1", vendor: 0x12d1, product: 0x1001, marks: marks)
    let port = PortFacts(
      node: "/dev/ttyUSB0",
      systemPath: "/sys/1-1/ttyUSB0",
      driver: "option",
      interfaceNumber: 2,
      usb: usb
    )
    return try #require(DiscoveredDevice(DeviceFacts(id: "/sys/1-1", usb: usb, ports: [port])))
  }

  /// Each state of a modem: whether a message could be sent with it alone, and what is found.
  @Test(
    arguments: [
      (ModemView.State.ready, nil, true, nil),
      (.sending, nil, true, nil),
      (.ready, .other, true, .modemWarning),
      (.waiting, nil, false, .modemNotReady),
      (.absent, nil, false, .modemNotReady),
      (.probing, nil, false, .modemNotReady),
      (.initialising, nil, false, .modemNotReady),
      (.pinRequired, .pinMissing, false, .pinRequired),
      (.searching, nil, false, .notRegistered),
      (.paused, nil, false, .modemNotReady),
      (.recovering, nil, false, .modemNotReady),
      (.failed, .simMissing, false, .simMissing),
      (.failed, .portBusy, false, .portBusy),
      (.failed, .portPermission, false, .portPermission),
      (.failed, .other, false, .modemNotReady),
    ] as [(ModemView.State, ModemView.ReasonCode?, Bool, Finding.Kind?)]
  )
  func `Every state has its finding and its next step`(
    state: ModemView.State,
    code: ModemView.ReasonCode?,
    canSend: Bool,
    kind: Finding.Kind?
  ) {
    let modem = ModemView(name: "m", state: state, reason: code?.rawValue, reasonCode: code)
    var report = Fixture.busy
    report.modems = [modem]
    report.state = canSend ? .ok : .down
    report.reasons = canSend ? [] : ["m is \(state.rawValue)"]
    report.queue = QueueSummary()
    #expect(report.canSend == canSend)
    #expect(report.findings.map(\.kind) == (kind.map { [$0] } ?? []))
    #expect(report.findings.allSatisfy { !$0.cure.isEmpty })
  }

  @Test func `A paused queue and a blocked gateway are obstacles`() {
    var report = Fixture.busy
    report.modems = [ModemView(name: "m", state: .ready)]
    report.queue = QueueSummary(
      classes: MessageClass.allCases.map { ClassSummary(messageClass: $0, isPaused: true) }
    )
    #expect(!report.canSend)
    #expect(report.findings.map(\.kind) == [.queuePaused])
    report.queue = QueueSummary()
    report.state = .down
    report.reasons = ["the disk is full"]
    #expect(report.findings.map(\.kind) == [.gatewayBlocked])
    #expect(!report.canSend)
    #expect(Fixture.withoutModem.findings.map(\.kind) == [.noModem])
  }

  @Test func `The page has each finding with its cure, and the verdict last`() {
    let diagnosis = Diagnosis(
      canSend: false,
      findings: [Finding(.simMissing, .obstacle, "m", "has no SIM", cure: "put one in")]
    )
    let page = DoctorPage(diagnosis: diagnosis, style: Fixture.style(width: 80)).text
    #expect(
      page == """
        obstacle  m
          has no SIM
          cure: put one in

        No message could be sent now.

        """
    )
  }
}
