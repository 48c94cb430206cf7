import Messaging

/// The makes of modems that can be simulated: what is known of their habits, as data.
///
/// Each habit was seen in the field or stands in the maker's manual; the comments name the device.
/// What is not known of a make is as 3GPP TS 27.005 and 27.007 have it.
extension ModemPersonality {
  /// All of them, the standard one first.
  public static let all: [ModemPersonality] = [
    standard, huawei, huaweiE1550, huaweiE3372, zte, quectel, simcom, simcomSIM800, sierra, telit,
    wavecom, cinterion, ublox, fibocom,
  ]

  /// The one with a name; nil where there is none.
  ///
  /// - Parameter name: As in `name`.
  /// - Returns: The make.
  public static func named(_ name: String) -> ModemPersonality? {
    all.first { $0.name == name }
  }

  /// Huawei E173 and its family: chatter until `AT^CURC=0`, a SIM's memory only, `+CPMS` without
  /// names, `COMMAND NOT SUPPORT` for what it does not know.
  public static let huawei: ModemPersonality = {
    var modem = ModemPersonality(
      name: "huawei",
      manufacturer: "huawei",
      model: "E173",
      revision: "11.126.85.00.209"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["^ICCID?": "^ICCID: ", "+ICCID": "+ICCID: "]
    modem.attemptQueries = ["^CPIN?": "^CPIN: %S,,%P,10,3,10"]
    modem.unknownCommandResult = .words("COMMAND NOT SUPPORT")
    modem.bootLines = [
      BootLine(after: .milliseconds(20), "^BOOT:25364877,0,0,0,72"),
      BootLine(after: .milliseconds(40), "^SRVST:2"),
      BootLine(after: .milliseconds(60), "^SIMST:1"),
    ]
    modem.registersAfter = .milliseconds(100)
    modem.chatter = [
      Chatter(every: .seconds(3), ["^RSSI: 19", "^RSSI: 20", "^RSSI: 18"]),
      Chatter(every: .seconds(20), ["^MODE:5,4", "^BOOT:25364877,0,0,0,72"]),
      Chatter(every: .seconds(2), ["^DSFLOWRPT:00000012,00000000,00000000,0000,0000,0000,0000"]),
    ]
    modem.chatterSwitch = "^CURC"
    modem.fullMemoryLine = "^SMMEMFULL: \"%M\""
    modem.restartHangsUp = true
    modem.memories = [[.sim], [.sim], [.sim]]
    modem.capacities = [.sim: 20]
    modem.firstIndex = 0
    modem.omitsMemoryNames = true
    modem.acknowledges = false
    modem.accessTechnology = 2
    modem.idleCommands = ["^SYSCFG", "^U2DIAG", "^SETPORT"]
    modem.serviceStringCoding = .packedSeptets
    return modem
  }()

  /// Huawei E1550: as the E173, and `+CMTI` tells no place.
  public static let huaweiE1550: ModemPersonality = {
    var modem = huawei
    modem.name = "huawei-e1550"
    modem.model = "E1550"
    modem.revision = "11.608.14.11.00"
    modem.omitsMemoryNames = false
    modem.announcesWithoutIndex = true
    return modem
  }()

  /// Huawei E3372 as a stick: `^HCSQ`, and `+CPMS=` must name all three memories.
  public static let huaweiE3372: ModemPersonality = {
    var modem = huawei
    modem.name = "huawei-e3372"
    modem.model = "E3372"
    modem.revision = "21.180.01.00.00"
    modem.omitsMemoryNames = false
    modem.wantsAllMemories = true
    modem.memories = Array(repeating: [.sim, .equipment], count: 3)
    modem.capacities = [.sim: 20, .equipment: 50]
    modem.chatter = [
      Chatter(every: .seconds(3), ["^HCSQ:\"LTE\",54,48,151,26", "^RSSI: 19"])
    ]
    modem.accessTechnology = 7
    return modem
  }()

  /// ZTE MF190 and its family: a flood of `+ZUSIMR` until `AT+CPMS?` is asked, and `+CDS` with a
  /// comma too many.
  public static let zte: ModemPersonality = {
    var modem = ModemPersonality(
      name: "zte",
      manufacturer: "ZTE INCORPORATED",
      model: "MF190",
      revision: "BD_D6MF190V1.0.0B04"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+ZGETICCID": "+ZGETICCID: "]
    modem.attemptQueries = ["+ZPINPUK=?": "+ZPINPUK: %P,10"]
    modem.bootLines = [
      BootLine(after: .milliseconds(20), "+ZDONR: \"Simulated\",234,10,\"CS_PS\",\"ROAM_OFF\""),
      BootLine(after: .milliseconds(40), "+ZPASR: \"UMTS\""),
    ]
    modem.registersAfter = .milliseconds(100)
    modem.chatter = [
      Chatter(every: .milliseconds(100), ["+ZUSIMR:2"], endsWithMemoryQuery: true),
      Chatter(every: .seconds(10), ["+ZPASR: \"UMTS\"", "+ZEND"]),
    ]
    modem.fullMemoryLine = "+ZSMMEMFULL"
    modem.restartHangsUp = true
    modem.memories = Array(repeating: [.equipment, .both, .sim], count: 3)
    modem.indicationValues[0] = [0, 1]
    modem.acknowledges = false
    modem.reportsWithExtraComma = true
    modem.accessTechnology = 2
    modem.idleCommands = ["+ZOPRT", "+ZSNT", "+ZCDRUN"]
    modem.serviceStringCoding = .universal
    return modem
  }()

  /// Quectel EC25 and its family: `RDY`, `+QIND`, `AT+QCCID`, one `AT+CNMA` for one message.
  public static let quectel: ModemPersonality = {
    var modem = ModemPersonality(
      name: "quectel",
      manufacturer: "Quectel",
      model: "EC25",
      revision: "EC25EFAR06A06M4G"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+QCCID": "+QCCID: ", "+ICCID": "+ICCID: "]
    modem.attemptQueries = ["+QPINC?": "+QPINC: \"SC\",%P,10"]
    modem.bootLines = [
      BootLine(after: .milliseconds(10), "RDY"),
      BootLine(after: .milliseconds(50), "+CPIN: READY"),
      BootLine(after: .milliseconds(60), "+QUSIM: 1"),
      BootLine(after: .milliseconds(80), "+CFUN: 1"),
      BootLine(after: .milliseconds(150), "+QIND: SMS DONE"),
      BootLine(after: .milliseconds(180), "+QIND: PB DONE"),
    ]
    modem.simReadyAfter = .milliseconds(150)
    modem.registersAfter = .milliseconds(120)
    modem.chatter = [
      Chatter(every: .seconds(5), ["+QIND: \"csq\",19,99", "+QLWURC: \"sysstart\""])
    ]
    modem.restartHangsUp = true
    modem.memories = Array(repeating: [.equipment, .both, .sim], count: 3)
    modem.capacities = [.sim: 50, .equipment: 23]
    modem.firstIndex = 0
    modem.indicationValues = [[0, 1, 2], [0, 1, 2, 3], [0, 2, 3], [0, 1, 2], [0, 1]]
    modem.indicationOffer = "(0-2),(0-3),(0,2,3),(0-2),(0,1)"
    modem.accessTechnology = 7
    modem.idleCommands = ["+QCFG", "+QURCCFG", "+QINDCFG"]
    return modem
  }()

  /// SIMCom SIM7600: `SMS DONE`, places from 0, `+CMT` that must not be acknowledged.
  public static let simcom: ModemPersonality = {
    var modem = ModemPersonality(
      name: "simcom",
      manufacturer: "SIMCOM INCORPORATED",
      model: "SIMCOM_SIM7600E-H",
      revision: "LE20B03SIM7600M22"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+CICCID": "+ICCID: ", "+ICCID": "+ICCID: "]
    modem.attemptQueries = ["+SPIC": "+SPIC: %P,10,0,10"]
    modem.bootLines = [
      BootLine(after: .milliseconds(20), "+CPIN: READY"),
      BootLine(after: .milliseconds(120), "SMS DONE"),
      BootLine(after: .milliseconds(180), "PB DONE"),
    ]
    modem.simReadyAfter = .milliseconds(120)
    modem.registersAfter = .milliseconds(150)
    modem.restartHangsUp = true
    modem.memories = Array(repeating: [.equipment, .both, .sim, .statusReports], count: 3)
    modem.capacities = [.sim: 50, .equipment: 180, .statusReports: 30]
    modem.firstIndex = 0
    modem.indicationValues[0] = [0, 1, 2]
    modem.acknowledges = false
    modem.accessTechnology = 7
    return modem
  }()

  /// SIMCom SIM800 and SIM900 on a serial line: the first lines are lost while the speed is found.
  public static let simcomSIM800: ModemPersonality = {
    var modem = ModemPersonality(
      name: "simcom-sim800",
      manufacturer: "SIMCOM_Ltd",
      model: "SIMCOM_SIM800L",
      revision: "1418B05SIM800L24"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+CCID": "", "+ICCID": "+ICCID: "]
    modem.attemptQueries = ["+SPIC": "+SPIC: %P,10,3,10"]
    modem.bootLines = [
      BootLine(after: .milliseconds(10), "RDY"),
      BootLine(after: .milliseconds(20), "+CFUN: 1"),
      BootLine(after: .milliseconds(50), "+CPIN: READY"),
      BootLine(after: .milliseconds(150), "Call Ready"),
      BootLine(after: .milliseconds(180), "SMS Ready"),
    ]
    modem.simReadyAfter = .milliseconds(180)
    modem.registersAfter = .milliseconds(120)
    modem.linesLostToAutobaud = 2
    modem.offersRanges = true
    modem.chatter = [Chatter(every: .seconds(60), ["UNDER-VOLTAGE WARNNING"])]
    modem.memories = Array(repeating: [.sim, .equipment], count: 3)
    modem.capacities = [.sim: 40, .equipment: 30]
    modem.acknowledges = false
    return modem
  }()

  /// Sierra Wireless MC7455 and EM7455.
  public static let sierra: ModemPersonality = {
    var modem = ModemPersonality(
      name: "sierra",
      manufacturer: "Sierra Wireless, Incorporated",
      model: "MC7455",
      revision: "SWI9X30C_02.33.03.00"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+CCID": "+CCID: ", "!ICCID?": "!ICCID: "]
    modem.attemptQueries = ["+CPINC?": "+CPINC: %P,3,10,10"]
    modem.registersAfter = .milliseconds(100)
    modem.restartHangsUp = true
    modem.memories = [
      [.equipment, .both, .sim, .statusReports], [.equipment, .both, .sim],
      [.equipment, .both, .sim],
    ]
    modem.capacities = [.sim: 50, .equipment: 255, .statusReports: 20]
    modem.firstIndex = 0
    modem.indicationValues[0] = [0, 1, 2]
    modem.accessTechnology = 7
    modem.idleCommands = ["!ENTERCND", "!GPSEND"]
    return modem
  }()

  /// Telit LE910: the time stamp of the service centre behind `+CMGS` under `+CSMS: 1`.
  public static let telit: ModemPersonality = {
    var modem = ModemPersonality(
      name: "telit",
      manufacturer: "Telit",
      model: "LE910C1-EU",
      revision: "25.20.253"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["#CCID": "#CCID: ", "+ICCID": "+ICCID: "]
    modem.attemptQueries = ["#PCT": "#PCT: %P"]
    modem.registersAfter = .milliseconds(100)
    modem.restartHangsUp = true
    modem.memories = [[.sim, .equipment], [.sim, .equipment], [.sim, .equipment]]
    modem.capacities = [.sim: 50, .equipment: 99]
    modem.indicationValues = [[0, 1, 2, 3], [0, 1, 2, 3], [0, 2, 3], [0, 1, 2], [0, 1]]
    modem.indicationOffer = "(0-3),(0-3),(0,2,3),(0-2),(0,1)"
    modem.givesTimeStampOfSubmission = true
    modem.accessTechnology = 7
    modem.idleCommands = ["#BND", "#QSS", "#REGMODE"]
    return modem
  }()

  /// Wavecom Fastrack: `+WIND`, `AT+CPIN?` without `OK`, two memories in double brackets.
  public static let wavecom: ModemPersonality = {
    var modem = ModemPersonality(
      name: "wavecom",
      manufacturer: "WAVECOM MODEM",
      model: "MULTIBAND  900E  1800",
      revision: "641b09gg.Q2403A"
    )
    modem.startsInTextMode = false
    modem.bootLines = [
      BootLine(after: .milliseconds(20), "+WIND: 3"),
      BootLine(after: .milliseconds(60), "+WIND: 7"),
      BootLine(after: .milliseconds(150), "+WIND: 4"),
    ]
    modem.simReadyAfter = .milliseconds(150)
    modem.registersAfter = .milliseconds(150)
    modem.chatter = [Chatter(every: .seconds(30), ["+WIND: 7", "+WIND: 8"])]
    modem.omitsOKAfterPINQuery = true
    modem.memories = [[.sim, .broadcast, .statusReports], [.sim]]
    modem.capacities = [.sim: 15, .broadcast: 5, .statusReports: 20]
    modem.bracketsMemoryOffer = true
    modem.idleCommands = ["+WIND", "+WOPEN"]
    return modem
  }()

  /// Cinterion PLS8 and EHS5: `<bfr>` of `+CNMI` must be 1, `<mt>` 2 is not offered, `^SMGO`.
  public static let cinterion: ModemPersonality = {
    var modem = ModemPersonality(
      name: "cinterion",
      manufacturer: "Cinterion",
      model: "EHS5-E",
      revision: "REVISION 04.001"
    )
    modem.startsInTextMode = false
    modem.serialNumberCommands = ["+CCID": "+CCID: ", "^SCID": "^SCID: "]
    modem.attemptQueries = ["^SPIC": "^SPIC: %P"]
    modem.bootLines = [
      BootLine(after: .milliseconds(20), "^SYSSTART"),
      BootLine(after: .milliseconds(120), "+PBREADY"),
    ]
    modem.registersAfter = .milliseconds(100)
    modem.restartHangsUp = true
    modem.fullMemoryLine = "^SMGO: 2"
    modem.memories = [[.equipment, .sim, .both], [.equipment, .sim, .both], [.sim, .both]]
    modem.capacities = [.sim: 20, .equipment: 25]
    modem.indicationValues = [[0, 1, 2, 3], [0, 1], [0, 2, 3], [0, 2], [1]]
    modem.indicationOffer = "(0-3),(0,1),(0,2,3),(0,2),(1)"
    modem.accessTechnology = 2
    modem.idleCommands = ["^SMGO", "^SQPORT", "^SCFG", "^SSET"]
    return modem
  }()

  /// u-blox SARA and LISA.
  public static let ublox: ModemPersonality = {
    var modem = ModemPersonality(
      name: "ublox",
      manufacturer: "u-blox",
      model: "SARA-U201",
      revision: "23.60"
    )
    modem.startsInTextMode = false
    modem.attemptQueries = ["+UPINCNT": "+UPINCNT: %P,3,10,10"]
    modem.registersAfter = .milliseconds(100)
    modem.memories = [
      [.both, .sim, .equipment, .broadcast, .statusReports], [.both, .sim, .equipment],
      [.both, .sim, .equipment],
    ]
    modem.capacities = [.sim: 20, .equipment: 350, .broadcast: 10, .statusReports: 20]
    modem.indicationValues[0] = [0, 1, 2]
    modem.accessTechnology = 2
    modem.idleCommands = ["+UPSV", "+USTS"]
    return modem
  }()

  /// Fibocom G510: any input before the answer to `AT+CMGS` ends the submission.
  public static let fibocom: ModemPersonality = {
    var modem = ModemPersonality(
      name: "fibocom",
      manufacturer: "Fibocom",
      model: "G510",
      revision: "V0G.00.00.2B"
    )
    modem.startsInTextMode = false
    modem.abortsSubmissionOnInput = true
    modem.registersAfter = .milliseconds(100)
    return modem
  }()
}
