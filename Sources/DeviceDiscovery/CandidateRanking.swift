// Which of a modem's ports takes commands: by rule, then by table, then by the maker's numbers,
// then by trying the rest in the order in which the first to answer is the right one.

extension CandidatePort {
  /// The ports of a device to try, best first.
  static func ranked(of device: DeviceFacts) -> [CandidatePort] {
    let modem = ModemTables.modem(device.usb)
    let isHuawei = device.usb?.vendor == 0x12d1
    let ranked = device.ports.enumerated().compactMap { place, port -> Ranked? in
      guard let basis = basis(of: port, modem: modem, isHuawei: isHuawei) else { return nil }
      let order = order(of: port, place: place, basis: basis, modem: modem, isHuawei: isHuawei)
      return Ranked(candidate: CandidatePort(node: port.node, basis: basis), order: order)
    }
    .sorted { ($0.candidate.basis, $0.order) < ($1.candidate.basis, $1.order) }
    .map(\.candidate)
    let good = ranked.filter { $0.basis != .lastResort }
    return good.isEmpty ? ranked : good
  }

  private struct Ranked {
    var candidate: CandidatePort
    var order: Int
  }

  /// Why a port may be the one; nil where it is known for something else.
  private static func basis(of port: PortFacts, modem: KnownModem?, isHuawei: Bool) -> Basis? {
    switch port.mark {
    case .at: return .hermodRule
    case .ignore: return nil
    case nil: break
    }
    if port.isHiddenFromModemManager { return nil }
    if port.roles.contains(.atPrimary) { return .modemManagerRule }
    if !port.roles.isEmpty, !port.roles.contains(.atSecondary) {
      return port.roles.contains(.ppp) ? .lastResort : nil
    }
    if let modem, let number = port.interfaceNumber {
      if modem.commands.contains(number) { return .table }
      if modem.others.contains(number) { return nil }
    }
    if isHuawei, let kind = port.interfaceKind, kind.class == 0xff {
      if ModemTables.huaweiCommands.contains(kind.protocol) { return .huaweiProtocol }
      if ModemTables.huaweiData.contains(kind.protocol) { return .lastResort }
      if ModemTables.huaweiOthers.contains(kind.protocol) { return nil }
    }
    return .probe
  }

  /// The order among ports of the same basis.
  private static func order(
    of port: PortFacts,
    place: Int,
    basis: Basis,
    modem: KnownModem?,
    isHuawei: Bool
  ) -> Int {
    switch basis {
    case .table:
      return modem.flatMap { modem in
        port.interfaceNumber.flatMap { modem.commands.firstIndex(of: $0) }
      } ?? place
    case .probe:
      // Where Huawei's numbers say nothing (ff/ff/ff), the commands are on the last port that
      // answers; elsewhere on the first.
      let secondary = port.roles.contains(.atSecondary) ? 1_000 : 0
      return (isHuawei ? -place : place) + secondary
    case .hermodRule, .modemManagerRule, .huaweiProtocol, .lastResort: return place
    }
  }
}
