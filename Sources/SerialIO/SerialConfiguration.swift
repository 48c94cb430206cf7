/// How a port is set up: 8 data bits, no parity, one stop bit, raw, and what is chosen here.
public struct SerialConfiguration: Equatable, Sendable {
  /// Who may stop the other side from sending.
  public enum FlowControl: String, Sendable, CaseIterable {
    /// Nobody; right for USB modems.
    case none
    /// The RTS and CTS lines; for RS-232 modems wired for it. Without CTS nothing is ever sent.
    case rtscts
  }

  /// Bits per second; a USB modem accepts any and ignores it.
  public var baud: Int
  /// Who may stop the other side from sending.
  public var flowControl: FlowControl

  /// Describes a set-up; without arguments, the one for a USB modem.
  public init(baud: Int = 115_200, flowControl: FlowControl = .none) {
    self.baud = baud
    self.flowControl = flowControl
  }

  /// The speeds that `baud` may have, ascending.
  public static var supportedBauds: [Int] { BaudRate.all }
}

/// What did not work when a port was opened, although the port can be used.
public enum SerialPortWarning: Equatable, Sendable, CustomStringConvertible {
  /// The kernel would not keep other programs away (TIOCEXCL); the lock on the node still holds.
  case notExclusive(path: String, errno: Int32)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .notExclusive(let path, let errno):
      "\(path): other programs cannot be kept from opening it (TIOCEXCL, error \(errno)); "
        + "make sure that none does"
    }
  }
}
