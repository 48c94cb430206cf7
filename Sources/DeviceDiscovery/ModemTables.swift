// What is known about devices by their numbers, with where it is known from. A short table on
// purpose: ModemManager's rules are kept current by the distribution and are honoured where they
// are installed; the rest is probed.

/// Where a row of a table is known from.
enum Provenance: String, Sendable {
  /// The rules or plug-ins of ModemManager.
  case modemManager
  /// The device tables of oFono.
  case ofono
  /// The device table of Asterisk's chan_dongle.
  case chanDongle
  /// The kernel's own driver.
  case kernel
  /// The manufacturer's manual.
  case manual
  /// Reports of users.
  case reports
  /// The data of usb-modeswitch.
  case modeSwitch
}

/// A device whose command port is known.
struct KnownModem: Sendable {
  var vendor: UInt16
  var products: [UInt16]
  var name: String
  /// The interfaces that take commands, best first.
  var commands: [UInt8]
  /// The interfaces that are for something else: diagnostics, positions, sound, data.
  var others: [UInt8] = []
  var provenance: [Provenance]
}

/// A device that is never opened, whatever else speaks for it.
struct DeniedDevice: Sendable {
  var vendor: UInt16
  /// All of the vendor's where there is none.
  var products: ClosedRange<UInt16>?
  var what: String
}

enum ModemTables {
  /// Drivers that exist for modems.
  static let modemDrivers = ["option", "option1", "qcaux", "qcserial", "sierra"]

  /// Drivers of bare bridges: behind them may be a modem, a printer or a motor.
  static let bridgeDrivers = [
    "ark3116", "ch341", "ch341-uart", "cp210x", "cypress_m8", "f81232", "f81534", "ftdi_sio",
    "garmin_gps", "io_edgeport", "io_ti", "keyspan", "mct_u232", "mos7720", "mos7840", "oti6858",
    "pl2303", "spcp8x5", "ti_usb_3410_5052", "visor", "xr_serial",
  ]

  /// Those who make modems and little else that shows as a serial port.
  static let vendors: [(number: UInt16, name: String)] = [
    (0x0681, "Siemens"), (0x06e0, "Multi-Tech"), (0x0af0, "Option"), (0x114f, "Wavecom"),
    (0x1199, "Sierra Wireless"), (0x12d1, "Huawei"), (0x1410, "Novatel"), (0x1546, "u-blox"),
    (0x19d2, "ZTE"), (0x1bbb, "Alcatel"), (0x1bc7, "Telit"), (0x1c9e, "Longcheer"),
    (0x1e0e, "SIMCom"), (0x1e2d, "Cinterion"), (0x2949, "Neoway"), (0x2c7c, "Quectel"),
    (0x2cb7, "Fibocom"), (0x2dee, "MeiG"),
  ]

  /// Writing `AT` to one of these moves a machine, switches off a computer or bricks a device.
  static let denied: [DeniedDevice] = [
    DeniedDevice(vendor: 0x0463, products: 0x0001...0x0001, what: "an Eaton power supply"),
    DeniedDevice(vendor: 0x0463, products: 0xffff...0xffff, what: "an Eaton power supply"),
    DeniedDevice(vendor: 0x051d, what: "an APC power supply"),
    DeniedDevice(vendor: 0x05c6, products: 0x9008...0x9008, what: "a Qualcomm boot loader"),
    DeniedDevice(vendor: 0x067b, products: 0xaaa0...0xaaa0, what: "no modem"),
    DeniedDevice(vendor: 0x06da, what: "a Phoenixtec power supply"),
    DeniedDevice(vendor: 0x0764, what: "a CyberPower power supply"),
    DeniedDevice(vendor: 0x09ae, what: "a Tripp Lite power supply"),
    DeniedDevice(vendor: 0x0e8d, products: 0x2000...0x2000, what: "a MediaTek boot loader"),
    DeniedDevice(vendor: 0x0e8d, products: 0x3329...0x3329, what: "a positioning receiver"),
    DeniedDevice(vendor: 0x1546, products: 0x01a5...0x01a9, what: "a u-blox positioning receiver"),
    DeniedDevice(vendor: 0x1d50, what: "a hobby project (OpenMoko's numbers)"),
    DeniedDevice(vendor: 0x1ffb, what: "a Pololu motor controller"),
    DeniedDevice(vendor: 0x216f, products: 0x0051...0x0051, what: "a boot loader"),
    DeniedDevice(vendor: 0x2341, what: "an Arduino board"),
    DeniedDevice(vendor: 0x239a, products: 0x0004...0x0004, what: "an Adafruit board"),
    DeniedDevice(vendor: 0x239a, products: 0x8004...0x8004, what: "an Adafruit board"),
    DeniedDevice(vendor: 0x2548, what: "a Pulse-Eight adapter"),
    DeniedDevice(vendor: 0x26ac, what: "an autopilot"),
    DeniedDevice(vendor: 0x2a03, what: "an Arduino board"),
    DeniedDevice(vendor: 0x2c99, what: "a Prusa printer"),
  ]

  /// Modems that still are the disk with their Windows driver; known from usb-modeswitch.
  static let storageMode: [(vendor: UInt16, products: [UInt16])] = [
    (0x12d1, [0x1446, 0x14b5, 0x14fe, 0x1505, 0x157d, 0x1f01]),
    (0x19d2, [0x0154, 0x2000]),
  ]

  /// Huawei sticks that are routers: a network card and a web page, no command port.
  static let hiLink: [(vendor: UInt16, products: [UInt16])] = [(0x12d1, [0x14db, 0x14dc])]

  /// Where the command port is.
  static let modems: [KnownModem] = [
    KnownModem(
      vendor: 0x05c6,
      products: [0x9003, 0x9090],
      name: "Quectel UC15, UC20",
      commands: [2, 3],
      provenance: [.kernel, .ofono]
    ),
    KnownModem(
      vendor: 0x05c6,
      products: [0x908b],
      name: "u-blox LARA-R6",
      commands: [1, 2],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1199,
      products: [0x9071, 0x9079],
      name: "Sierra Wireless MC7455, EM7455",
      commands: [3],
      others: [0, 2],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x12d1,
      products: [0x1001],
      name: "Huawei E1550, E160, E169, E620",
      commands: [2],
      others: [1],
      provenance: [.chanDongle]
    ),
    KnownModem(
      vendor: 0x12d1,
      products: [0x140c],
      name: "Huawei E173, E1750",
      commands: [3],
      provenance: [.chanDongle]
    ),
    KnownModem(
      vendor: 0x12d1,
      products: [0x1436, 0x14ac],
      name: "Huawei E173, E153, E1820",
      commands: [4],
      others: [3],
      provenance: [.chanDongle]
    ),
    KnownModem(
      vendor: 0x1546,
      products: [0x1102, 0x1104],
      name: "u-blox SARA-U2, LISA-U2",
      commands: [0, 2, 4],
      others: [6, 8, 10, 12],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x19d2,
      products: [0x0031],
      name: "ZTE MF626, MF627",
      commands: [3, 1],
      others: [0],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x19d2,
      products: [0x0117],
      name: "ZTE MF190",
      commands: [2, 1],
      provenance: [.modemManager, .ofono]
    ),
    KnownModem(
      vendor: 0x1bc7,
      products: [0x0021],
      name: "Telit HE910",
      commands: [0, 6],
      others: [10],
      provenance: [.ofono]
    ),
    KnownModem(
      vendor: 0x1bc7,
      products: [0x1031],
      name: "Telit LE910C1-EUX",
      commands: [1],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1bc7,
      products: [0x1201],
      name: "Telit LE910C1",
      commands: [4],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1bc7,
      products: [0x1204],
      name: "Telit LE910C1 with MBIM",
      commands: [5],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1e0e,
      products: [0x9001],
      name: "SIMCom SIM7000, SIM7100, SIM7600",
      commands: [2, 3],
      others: [0, 1, 4],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1e0e,
      products: [0x9011],
      name: "SIMCom A7600, A7670",
      commands: [4, 5],
      others: [2],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1e0e,
      products: [0x9205, 0x9206],
      name: "SIMCom SIM7070, SIM7080",
      commands: [2],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x1e2d,
      products: [0x0058],
      name: "Cinterion EHS5",
      commands: [0],
      provenance: [.reports]
    ),
    KnownModem(
      vendor: 0x1e2d,
      products: [0x0061],
      name: "Cinterion PLS8",
      commands: [2],
      others: [4],
      provenance: [.modemManager]
    ),
    KnownModem(
      vendor: 0x2c7c,
      products: [0x0121, 0x0125, 0x0296],
      name: "Quectel EC21, EC25, EG25, BG96",
      commands: [2, 3],
      others: [0, 1],
      provenance: [.modemManager, .manual]
    ),
  ]

  /// Huawei's own protocol numbers, on interfaces of class ff: the same on every product.
  static let huaweiCommands: [UInt8] = [0x02, 0x12, 0x32]
  /// The data connection; takes commands too.
  static let huaweiData: [UInt8] = [0x01, 0x10, 0x31]
  /// Diagnostics and positions.
  static let huaweiOthers: [UInt8] = [0x03, 0x05, 0x13, 0x14, 0x33]

  static func vendorName(_ usb: USBFacts?) -> String? {
    vendors.first { $0.number == usb?.vendor }?.name
  }

  static func modem(_ usb: USBFacts?) -> KnownModem? {
    guard let usb, let product = usb.product else { return nil }
    return modems.first { $0.vendor == usb.vendor && $0.products.contains(product) }
  }

  static func denial(_ usb: USBFacts?) -> DeniedDevice? {
    guard let usb else { return nil }
    return denied.first { row in
      guard row.vendor == usb.vendor else { return false }
      guard let products = row.products else { return true }
      return usb.product.map(products.contains) ?? false
    }
  }

  static func lists(
    _ usb: USBFacts?,
    in rows: [(vendor: UInt16, products: [UInt16])]
  ) -> Bool {
    guard let usb, let product = usb.product else { return false }
    return rows.contains { $0.vendor == usb.vendor && $0.products.contains(product) }
  }
}
