import Testing

@testable import DeviceDiscovery

@Suite struct CandidateRankingTests {
  /// What a device's ports are ranked as, by interface number.
  private func ranking(_ device: DeviceFacts) -> [(UInt8, CandidatePort.Basis)] {
    CandidatePort.ranked(of: device).compactMap { candidate in
      device.ports.first { $0.node == candidate.node }?.interfaceNumber.map {
        ($0, candidate.basis)
      }
    }
  }

  @Test func `A mark comes before ModemManager's rule, that before the table, that before probing`()
  {
    let device = usb(0x1e0e, 0x9001, "option", 7) { port in
      if port.interfaceNumber == 6 { port.mark = .at }
      if port.interfaceNumber == 5 { port.roles = [.atPrimary] }
    }
    let ranking = ranking(device)
    #expect(ranking.map(\.0) == [6, 5, 2, 3])
    #expect(ranking.map(\.1) == [.hermodRule, .modemManagerRule, .table, .table])
  }

  @Test func `The table's ports for other things are not tried, its unlisted ones last`() {
    // SIM7600: 0 diagnostics, 1 positions, 4 sound.
    #expect(ranking(usb(0x1e0e, 0x9001, "option", 6)).map(\.0) == [2, 3, 5])
  }

  @Test(arguments: [0x02, 0x12, 0x32] as [UInt8], [0x01, 0x10, 0x31] as [UInt8])
  func `Huawei's protocol numbers tell commands from data and diagnostics`(
    commands: UInt8,
    data: UInt8
  ) {
    let kinds: [UInt8] = [data, 0x03, commands, 0x14]
    let device = usb(0x12d1, 0x1506, "option", 4) { port in
      port.interfaceKind = InterfaceKind(0xff, 2, kinds[Int(port.interfaceNumber ?? 0)])
    }
    #expect(ranking(device).map(\.0) == [2])
    #expect(ranking(device).map(\.1) == [.huaweiProtocol])
  }

  @Test func `A port for data is tried only where there is no other`() {
    let device = usb(0x12d1, 0x1506, "option", 2) { port in
      port.interfaceKind = InterfaceKind(0xff, 2, port.interfaceNumber == 0 ? 0x10 : 0x13)
    }
    #expect(ranking(device).map(\.0) == [0])
    #expect(ranking(device).map(\.1) == [.lastResort])
    let hinted = usb(0x1234, 1, "option", 2) {
      $0.roles = $0.interfaceNumber == 0 ? [.ppp] : [.gps]
    }
    #expect(ranking(hinted).map(\.1) == [.lastResort])
  }

  @Test func `Where Huawei's numbers say nothing, the last port is tried first`() {
    #expect(ranking(usb(0x12d1, 0xffff, "option", 4)).map(\.0) == [3, 2, 1, 0])
    #expect(ranking(usb(0x1234, 0xffff, "option", 4)).map(\.0) == [0, 1, 2, 3])
  }

  @Test func `Ports that rules give to other things are not tried, secondary ones last`() {
    let roles: [[PortFacts.Role]] = [[.qcdm], [.gps], [.audio], [.ppp], [.atSecondary], []]
    let device = usb(0x1234, 1, "option", 7) { port in
      let number = Int(port.interfaceNumber ?? 0)
      if number < roles.count { port.roles = roles[number] }
      if number == 6 { port.isHiddenFromModemManager = true }
    }
    #expect(ranking(device).map(\.0) == [5, 4])
  }

  @Test func `Ten ports are in the order of their numbers, not of their letters`() {
    let ports = [10, 9, 2, 1].map { PortFacts(node: "/dev/ttyUSB\($0)", systemPath: "/sys/\($0)") }
    #expect(
      DeviceFacts(id: "", ports: ports).ports.map(\.node)
        == ["/dev/ttyUSB1", "/dev/ttyUSB2", "/dev/ttyUSB9", "/dev/ttyUSB10"]
    )
  }

  @Test func `No product is in the table twice, nor is a port both for commands and for others`() {
    var seen: Set<UInt32> = []
    for modem in ModemTables.modems {
      #expect(!modem.commands.isEmpty)
      #expect(Set(modem.commands).isDisjoint(with: modem.others))
      #expect(!modem.provenance.isEmpty)
      for product in modem.products {
        #expect(seen.insert(UInt32(modem.vendor) << 16 | UInt32(product)).inserted)
      }
    }
  }
}
