// The rule: facts in, assessment out. An unknown device is never written to, because a probe moves
// printers and cutters, switches off power supplies and disturbs field buses. So a device needs
// points to be opened: a driver that exists for modems, a vendor who makes them, several CDC-ACM
// ports, or a udev rule that knows it.

extension DeviceAssessment {
  /// Applies the rule to ports of one device, of which nothing else was seen.
  ///
  /// - Parameter ports: The ports of one USB device, or one built-in port.
  public init?(_ ports: [PortFacts]) {
    guard let first = ports.first else { return nil }
    self.init(DeviceFacts(id: first.usb?.systemPath ?? first.systemPath, ports: ports))
  }

  /// Applies the rule; nil for what has nothing to do with modems.
  public init?(_ device: DeviceFacts) {
    guard !device.ports.isEmpty else {
      self.init(withoutPorts: device)
      return
    }
    if let denial = ModemTables.denial(device.usb) {
      self.init(
        verdict: .denied,
        reason: "its USB numbers are those of \(denial.what)",
        advice: "leave it alone; if it is a modem after all, name its port in the configuration: "
          + "[[modem]] device = \"\(device.ports.first?.node ?? "/dev/ttyACM0")\""
      )
      return
    }
    let evidence = Self.evidence(of: device)
    let score = evidence.reduce(0) { $0 + $1.points }
    let candidates = CandidatePort.ranked(of: device)
    let isOpen = score >= Self.threshold && !candidates.isEmpty
    self.init(
      verdict: isOpen ? .open : .onlyWhenConfigured,
      score: score,
      evidence: evidence,
      reason: Self.reason(evidence, isOpen: isOpen, hasCandidates: !candidates.isEmpty),
      advice: isOpen
        ? nil
        : "if there is a modem on it, name it in the configuration: "
          + Self.configuration(of: device),
      candidates: candidates
    )
  }

  private init(
    verdict: Verdict,
    reason: String,
    advice: String
  ) {
    self.init(
      verdict: verdict,
      score: 0,
      evidence: [],
      reason: reason,
      advice: advice,
      candidates: []
    )
  }

  private init?(withoutPorts device: DeviceFacts) {
    let usb = device.usb
    let vendor = ModemTables.vendorName(usb)
    let kinds = device.interfaces.compactMap(\.kind)
    let isDisk = !kinds.isEmpty && kinds.allSatisfy { $0.class == 0x08 }
    if ModemTables.lists(usb, in: ModemTables.storageMode) || (vendor != nil && isDisk) {
      self.init(
        verdict: .storageMode,
        reason: "it shows only the disk with its driver, and is no modem yet",
        advice: "install usb-modeswitch (apt install usb-modeswitch) and plug it in again"
      )
    } else if ModemTables.lists(usb, in: ModemTables.hiLink)
      || (vendor != nil && kinds.contains { $0.isRouter })
    {
      self.init(
        verdict: .hiLink,
        reason: "its firmware makes it a router (HiLink) without a port for commands",
        advice: "give it the manufacturer's stick firmware, or use another modem"
      )
    } else if vendor != nil, kinds.contains(where: { $0.class == 0xff || $0.class == 0x02 }) {
      self.init(
        verdict: .noPort,
        reason: "the kernel has made no serial port for it",
        advice: "load its driver (modprobe option); if that does not help, its USB mode has none"
      )
    } else {
      return nil
    }
  }

  private static func evidence(of device: DeviceFacts) -> [Evidence] {
    let usb = device.usb
    let ports = device.ports
    let drivers = ports.compactMap(\.driver)
    let isMarked = ports.contains { $0.mark == .at }
    let isOurs = usb?.marks.isOurs == true || isMarked
    var evidence: [Evidence] = []
    func note(_ points: Int, _ words: String) {
      evidence.append(Evidence(points: points, words: words))
    }

    if isMarked { note(1_000, "a udev rule marks its port for commands (HERMOD_PORT=at)") }
    if let modem = ModemTables.modem(usb) {
      note(100, "its USB numbers are those of the \(modem.name)")
    }
    if let driver = drivers.first(where: ModemTables.modemDrivers.contains) {
      note(100, "its driver \(driver) is for modems")
    }
    if usb?.marks.isModemForModemManager == true || ports.contains(where: { !$0.roles.isEmpty }) {
      note(100, "ModemManager's rules know it for a modem")
    }
    if let vendor = ModemTables.vendorName(usb) { note(60, "\(vendor) makes modems") }
    if ports.count > 1, ports.contains(where: { $0.interfaceKind?.isModemPort == true }) {
      note(60, "it has \(ports.count) ports of the kind that modems have (CDC-ACM)")
    }

    if usb?.marks.isOurs == false {
      note(-2_000, "a udev rule keeps Hermod off it (HERMOD_DEVICE=0)")
    }
    if usb == nil { note(-500, "it is a built-in port, and anything may be wired to it") }
    if let driver = drivers.first(where: ModemTables.bridgeDrivers.contains) {
      note(-500, "its driver \(driver) is for USB-to-serial bridges, and anything may be behind it")
    }
    if !isOurs, usb?.marks.isHiddenFromModemManager == true {
      note(-500, "a udev rule says that it is no modem (ID_MM_DEVICE_IGNORE)")
    }
    if !isOurs, usb?.isFixed == true, ports.contains(where: \.isCandidateForModemManager) {
      note(-500, "it is built in and ModemManager looks after it")
    }
    return evidence
  }

  private static func reason(
    _ evidence: [Evidence],
    isOpen: Bool,
    hasCandidates: Bool
  ) -> String {
    if !isOpen, !hasCandidates { return "none of its ports is for commands" }
    let telling = evidence.filter { ($0.points > 0) == isOpen }.map(\.words)
    return telling.isEmpty ? "nothing shows that it is a modem" : telling.joined(separator: "; ")
  }

  /// The lines that make it ours; by its socket where it has one.
  private static func configuration(of device: DeviceFacts) -> String {
    if let path = device.usb?.physicalPath { return "[[modem]] usb_path = \"\(path)\"" }
    return "[[modem]] device = \"\(device.ports.first?.node ?? "/dev/ttyS0")\""
  }
}

extension InterfaceKind {
  /// CDC-ACM with one of the AT command sets: USB CDC 1.2, table 17.
  fileprivate var isModemPort: Bool {
    self.class == 0x02 && subclass == 0x02 && (1...6).contains(self.protocol)
  }

  /// A network card that needs no command port: CDC Ethernet, NCM, RNDIS in its two numberings.
  fileprivate var isRouter: Bool {
    switch (self.class, subclass, self.protocol) {
    case (0x02, 0x06, _), (0x02, 0x0d, _), (0xe0, 0x01, 0x03), (0xef, 0x04, 0x01): true
    default: false
    }
  }
}
