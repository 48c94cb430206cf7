public import QueuePolicy

/// A table `[[modem]]`: it names a modem, gives its PIN, sets limits, or names a port that discovery
/// does not open by itself.
public struct ModemConfiguration: Hashable, Sendable {
  /// `name`: what people call it, and what files of `incoming/` begin with; letters, digits, `-`, `_`
  /// and `.`, at most 64 of them.
  public var name: String
  /// Which modem is meant; one of the keys `device`, `imei`, `iccid` and `usb_path`.
  public var match: Match
  /// `baud`: the speed of a serial port.
  ///
  /// Default: 115200.
  public var baud = 115_200
  /// `flow_control`: who holds back the other side of a serial port.
  ///
  /// Default: `"none"`.
  public var flowControl = FlowControl.none
  /// `pin_file`: a file with the PIN of the SIM on its first line, readable by the daemon alone.
  ///
  /// Default: no PIN is given.
  public var pinFile: String?
  /// `pin_credential`: the name of the systemd credential (`LoadCredential=`) with that PIN, in place
  /// of `pin_file`.
  ///
  /// Default: no PIN is given.
  public var pinCredential: String?
  /// `preset`: limits to begin with, instead of those of `[sim]`.
  ///
  /// Default: those of `[sim]`.
  public var preset: SIMPreset?
  /// `per_day` and its kind: how much its SIM may send; see `SIMLimits`.
  ///
  /// Default: what the preset says, else `[sim]`.
  public var limits = SIMLimits()
  /// `reject_calls`: whether incoming calls are rejected; they are events either way.
  ///
  /// Default: `false`.
  public var rejectsCalls = false
  /// `balance_code` and its kind: how the balance of a prepaid SIM is watched.
  ///
  /// Default: it is not.
  public var balance: BalanceRule?

  /// A modem with the defaults for everything else.
  public init(name: String, match: Match) {
    self.name = name
    self.match = match
  }

  /// What tells the modem from others.
  public enum Match: Hashable, Sendable {
    /// `device`: the path of its port.
    case device(String)
    /// `imei`: its serial number, 15 digits (3GPP TS 23.003 §6.2.1).
    case imei(String)
    /// `iccid`: the serial number of the SIM in it, 18 to 22 digits (ITU-T E.118).
    case iccid(String)
    /// `usb_path`: the USB port that it is plugged into, as the kernel names it (`1-1.4`) or as
    /// udev does (`ID_PATH`, `pci-0000:00:14.0-usb-0:1.4`).
    case usbPath(String)
  }

  /// Flow control of a serial port.
  public enum FlowControl: String, Hashable, Sendable, CaseIterable {
    /// Nobody holds back anybody.
    case none
    /// The lines RTS and CTS.
    case rtscts
  }

  /// The speeds that a port may have.
  static let speeds = [
    1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600,
  ]
}
