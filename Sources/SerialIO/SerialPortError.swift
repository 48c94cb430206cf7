import SystemPackage

/// Why a port could not be opened, set up, written or kept: what happened, where, and what to do.
public enum SerialPortError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another process has the port; its process id where the kernel tells.
  case busy(path: String, holder: Int32?)
  /// There is no such device node: unplugged, or named wrongly.
  case absent(path: String)
  /// The node may not be opened by this user.
  case permissionDenied(path: String)
  /// The path is a file of another kind.
  case notATerminal(path: String)
  /// The speed is none that the kernel knows.
  case unsupportedBaud(path: String, baud: Int)
  /// A write was not taken by the line within its deadline; the port is closed.
  case writeTimedOut(path: String, deadline: Duration)
  /// A write was refused because this many bytes already wait for the line.
  case writeQueueFull(path: String, waiting: Int)
  /// The device went away, or the port was closed here, before the operation was done.
  case closed(path: String)
  /// Any other failure: the call, and the number that the kernel answered.
  case system(call: String, path: String, errno: Int32)

  /// One sentence for a person: what happened, where, and what to do.
  public var description: String {
    switch self {
    case .busy(let path, .some(let holder)):
      "\(path) is in use by process \(holder); stop that program, or keep it off this port"
    case .busy(let path, nil):
      "\(path) is in use by another program, probably ModemManager; keep it off this device "
        + "with Hermod's udev rules, or stop it"
    case .absent(let path):
      "\(path) does not exist; the device is unplugged, or has another name"
    case .permissionDenied(let path):
      "\(path) may not be opened by this user; add the user to the group that owns it, "
        + "usually dialout (usermod -aG dialout USER), and log in again"
    case .notATerminal(let path):
      "\(path) is not a serial port; name the port's device node, such as /dev/ttyUSB2"
    case .unsupportedBaud(let path, let baud):
      "\(path) cannot run at \(baud) baud; use one of \(BaudRate.all)"
    case .writeTimedOut(let path, let deadline):
      "\(path) took no output for \(deadline); the modem does not read: check its power, its "
        + "cable and flow_control"
    case .writeQueueFull(let path, let waiting):
      "\(path) has \(waiting) bytes of output waiting already; the modem does not read"
    case .closed(let path):
      "\(path) is closed; the device went away, or the port was given up"
    case .system(let call, let path, let errno):
      "\(path): \(call) failed: \(Errno(rawValue: errno))"
    }
  }
}
