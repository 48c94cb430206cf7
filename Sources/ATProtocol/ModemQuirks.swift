/// A habit of some modems that they do not tell about themselves.
enum ModemQuirk: String, Equatable, Sendable, CaseIterable {
  /// A routed message must not be acknowledged with `AT+CNMA`.
  case acknowledgesByItself
  /// `AT+CFUN=1,1` may bring it back as a disk, without any port for commands.
  case restartMayLosePorts
  /// It chatters until `AT^CURC=0`, and some firmware crashes when nobody reads that.
  case chattersUntilTold
  /// It says when its message service is up, and answers messages with errors before.
  case announcesService
  /// It takes the code of `AT+CUSD` as the hexadecimal digits of its packed septets.
  case packsServiceCodes
}

/// One row of the table of quirks: which modems, which habit, and how that is known.
struct ModemQuirkRow: Equatable, Sendable {
  /// What the answer to `AT+CGMI` begins with, in lower case.
  let manufacturer: String
  /// What the answer to `AT+CGMM` begins with, in lower case; empty for all models.
  let model: String
  /// The habit.
  let quirk: ModemQuirk
  /// Where it was seen, or who says so.
  let evidence: String
}

/// What is known of modems that they do not tell about themselves.
///
/// Only what no test command shows belongs here; `docs/modems.md` says how to add a row.
enum ModemQuirkTable {
  static let rows: [ModemQuirkRow] = [
    ModemQuirkRow(
      manufacturer: "simcom",
      model: "",
      quirk: .acknowledgesByItself,
      evidence: "oFono drivers/atmodem/sms.c: no acknowledgement for SIMCom"
    ),
    ModemQuirkRow(
      manufacturer: "huawei",
      model: "",
      quirk: .restartMayLosePorts,
      evidence: "gammu issue 687: a restart returns the stick to storage mode"
    ),
    ModemQuirkRow(
      manufacturer: "zte",
      model: "",
      quirk: .restartMayLosePorts,
      evidence: "MF190, MF62x: the stick starts as 19d2:2000, a disk, and needs usb_modeswitch"
    ),
    ModemQuirkRow(
      manufacturer: "huawei",
      model: "",
      quirk: .chattersUntilTold,
      evidence: "ModemManager mm-plugin-huawei.c sends AT^CURC=0 before it probes"
    ),
    ModemQuirkRow(
      manufacturer: "simcom",
      model: "",
      quirk: .announcesService,
      evidence:
        "SIM800: SMS Ready up to 10 s after RDY; SIM7600: SMS DONE (ModemManager waits for it)"
    ),
    ModemQuirkRow(
      manufacturer: "quectel",
      model: "",
      quirk: .announcesService,
      evidence: "EC2x: +QIND: SMS DONE; M95: SMS Ready after RDY"
    ),
    ModemQuirkRow(
      manufacturer: "huawei",
      model: "e",
      quirk: .packsServiceCodes,
      evidence: "asterisk-chan-dongle: E1550 and its family take packed septets only"
    ),
  ]

  /// The habits of a modem.
  ///
  /// - Parameter facts: Who made it and which model.
  /// - Returns: The habits, in the order of the table.
  static func quirks(of facts: ModemFacts) -> [ModemQuirk] {
    let manufacturer = facts.manufacturer?.lowercased() ?? ""
    let model = facts.model?.lowercased() ?? ""
    guard !manufacturer.isEmpty else { return [] }
    return rows.filter { manufacturer.hasPrefix($0.manufacturer) && model.hasPrefix($0.model) }
      .map(\.quirk)
  }
}
