// The calls on an open port. The descriptor kept here is never the event loop's: closing the last
// descriptor of a stalled line can block for the driver's closing_wait, 30 s, and so is done on a
// thread of its own after the event loop has closed its duplicates, which costs nothing.

import CLinux
import Dispatch
import Glibc
import Synchronization

/// An open, locked and configured serial port, before and under its event loop.
final class PortDescriptor: Sendable {
  let path: String
  let warnings: [SerialPortWarning]
  private let descriptor: Mutex<CInt?>

  /// Opens, locks and sets up a port; blocks for as long as its driver does.
  init(path: String, configuration: SerialConfiguration) throws(SerialPortError) {
    guard let speed = BaudRate.code(of: configuration.baud) else {
      throw .unsupportedBaud(path: path, baud: configuration.baud)
    }
    let opened = Glibc.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw Self.failureToOpen(path, errno: errno) }
    do throws(SerialPortError) {
      // Before anything is changed: the port may be in somebody else's use.
      try Self.lock(opened, path: path)
      try Self.configure(opened, path: path, speed: speed, flowControl: configuration.flowControl)
      self.warnings = Self.claim(opened, path: path)
    } catch {
      Glibc.close(opened)
      throw error
    }
    self.path = path
    self.descriptor = Mutex(opened)
  }

  deinit { release() }

  /// Two more descriptors of the open port, close-on-exec, for a channel to own.
  func duplicates() throws(SerialPortError) -> (input: CInt, output: CInt) {
    let input = try duplicate()
    do throws(SerialPortError) {
      return (input, try duplicate())
    } catch {
      Glibc.close(input)
      throw error
    }
  }

  /// Forgets output that has not left yet.
  func discardOutput() { withDescriptor { tcflush($0, TCOFLUSH) } }

  /// Changes the speed; blocks for as long as the driver does.
  func setBaud(_ baud: Int) throws(SerialPortError) {
    guard let speed = BaudRate.code(of: baud) else {
      throw .unsupportedBaud(path: path, baud: baud)
    }
    // On a duplicate, so that no lock is held while a sick device is asked.
    let own = try duplicate()
    defer { Glibc.close(own) }
    var settings = try Self.settings(of: own, path: path)
    try Self.apply(speed: speed, to: &settings, of: own, path: path, baud: baud)
  }

  /// Lets other programs open the port again, before it is quite closed.
  func unlock() {
    withDescriptor { descriptor in
      _ = ioctl(descriptor, UInt(TIOCNXCL))
      _ = flock(descriptor, LOCK_UN)
    }
  }

  /// Forgets the output and closes the port, on a thread of its own: the driver may wait for a
  /// dead line.
  func release() {
    guard let open = descriptor.withLock({ $0.take() }) else { return }
    DispatchQueue(label: "close \(path)").async {
      tcflush(open, TCOFLUSH)
      Glibc.close(open)
    }
  }

  private func duplicate() throws(SerialPortError) -> CInt {
    let path = path
    let copy = descriptor.withLock { open -> Result<CInt, SerialPortError> in
      guard let open else { return .failure(.closed(path: path)) }
      let copy = fcntl(open, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0 else { return .failure(.system(call: "dup", path: path, errno: errno)) }
      return .success(copy)
    }
    return try copy.get()
  }

  private func withDescriptor(_ body: (CInt) -> some Any) {
    descriptor.withLock { open in
      if let open { _ = body(open) }
    }
  }
}

// The steps of opening.
extension PortDescriptor {
  private static func failureToOpen(_ path: String, errno: Int32) -> SerialPortError {
    switch errno {
    case EBUSY: .busy(path: path, holder: LockHolder.process(of: path))
    case ENOENT, ENODEV, ENXIO, ENOTDIR: .absent(path: path)
    case EACCES, EPERM: .permissionDenied(path: path)
    case EISDIR: .notATerminal(path: path)
    default: .system(call: "open", path: path, errno: errno)
    }
  }

  private static func lock(_ descriptor: CInt, path: String) throws(SerialPortError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    let number = errno
    guard number == EWOULDBLOCK else {
      throw .system(call: "flock", path: path, errno: number)
    }
    throw .busy(path: path, holder: LockHolder.process(of: path))
  }

  /// Raw, 8 data bits, no parity, one stop bit, modem lines ignored but for the flow control.
  private static func configure(
    _ descriptor: CInt,
    path: String,
    speed: speed_t,
    flowControl: SerialConfiguration.FlowControl
  ) throws(SerialPortError) {
    var settings = try settings(of: descriptor, path: path)
    // Also leaves VMIN at 1: with 0, an empty non-blocking read answers 0, like an end of input.
    cfmakeraw(&settings)
    settings.c_iflag &= ~tcflag_t(IXOFF | IXANY | INPCK)
    // Without HUPCL, DTR stays up when we close: an answer on its way survives our restart.
    settings.c_cflag &= ~(tcflag_t(CSTOPB | HUPCL) | tcflag_t(CRTSCTS))
    settings.c_cflag |= tcflag_t(CLOCAL | CREAD)
    switch flowControl {
    case .none: break
    case .rtscts: settings.c_cflag |= tcflag_t(CRTSCTS)
    }
    try apply(speed: speed, to: &settings, of: descriptor, path: path, baud: nil)
  }

  private static func settings(
    of descriptor: CInt,
    path: String
  ) throws(SerialPortError) -> termios {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      switch errno {
      case ENOTTY, EINVAL: throw .notATerminal(path: path)
      case EIO: throw .closed(path: path)
      case let number: throw .system(call: "tcgetattr", path: path, errno: number)
      }
    }
    return settings
  }

  /// TCSANOW keeps what the modem has sent already: it may be the answer to an old attempt.
  private static func apply(
    speed: speed_t,
    to settings: inout termios,
    of descriptor: CInt,
    path: String,
    baud: Int?
  ) throws(SerialPortError) {
    guard cfsetispeed(&settings, speed) == 0, cfsetospeed(&settings, speed) == 0,
      tcsetattr(descriptor, TCSANOW, &settings) == 0
    else {
      if let baud, errno == EINVAL { throw .unsupportedBaud(path: path, baud: baud) }
      throw .system(call: "tcsetattr", path: path, errno: errno)
    }
  }

  /// Keeps others out and shortens the close, as far as the driver and our rights allow.
  private static func claim(_ descriptor: CInt, path: String) -> [SerialPortWarning] {
    // Not every driver has the setting, and only root may change it; `release()` does without.
    _ = clinux_serial_close_at_once(descriptor)
    guard ioctl(descriptor, UInt(TIOCEXCL)) != 0 else { return [] }
    return [.notExclusive(path: path, errno: errno)]
  }
}
