// A pair of descriptors that behaves like a serial line without one: a program opens `path` as
// if it were a modem's port, and whoever holds the controller plays the modem.

import CLinux
import Glibc
import Synchronization

/// A pseudo-terminal whose terminal side is raw before a byte is written and never closes by itself.
///
/// **Who owns what.** `PseudoTerminal` owns both descriptors. `takeControllerDescriptor()` hands
/// the controller over, once: from then on its taker closes it, as
/// `NIOPipeBootstrap.takingOwnershipOfDescriptor(inputOutput:)` does when its channel closes.
/// The terminal side stays here until `close()`. While it is open, reading the controller never
/// fails with EIO although no program has `path` open, and the raw mode is kept.
///
/// **Hang-up.** Closing the controller is what a modem's unplugging looks like to the program that
/// has `path` open: end of input at once, EIO for everything else. Bytes not read by then are lost.
///
/// A fresh terminal echoes what it receives, and a program's early output would come back as
/// input; hence the raw mode from the start.
public final class PseudoTerminal: Sendable {
  private struct Descriptors {
    var controller: CInt?
    var terminal: CInt?
  }

  /// The terminal side's device node, such as `/dev/pts/7`: what a program opens as its port.
  public let path: String
  private let descriptors: Mutex<Descriptors>

  /// Opens a new pair, close-on-exec on both sides, the terminal side raw and with 8 data bits.
  ///
  /// - Throws: `SerialPortError.system`, when the kernel has no more pseudo-terminals or descriptors.
  public init() throws(SerialPortError) {
    let controller = clinux_open_pseudo_terminal()
    guard controller >= 0 else {
      throw .system(call: "posix_openpt", path: "/dev/ptmx", errno: errno)
    }
    do throws(SerialPortError) {
      let path = try Self.name(of: controller)
      let terminal = Glibc.open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard terminal >= 0 else { throw .system(call: "open", path: path, errno: errno) }
      do throws(SerialPortError) {
        try Self.makeRaw(terminal, path: path)
      } catch {
        Glibc.close(terminal)
        throw error
      }
      self.path = path
      self.descriptors = Mutex(Descriptors(controller: controller, terminal: terminal))
    } catch {
      Glibc.close(controller)
      throw error
    }
  }

  deinit { close() }

  /// Lets programs open `path` again, although one has kept others out (TIOCEXCL) and ended.
  public func admitPrograms() {
    descriptors.withLock { descriptors in
      if let terminal = descriptors.terminal { _ = ioctl(terminal, UInt(TIOCNXCL)) }
    }
  }

  /// Hands the controller over: the caller owns it and closes it.
  ///
  /// - Returns: The controller's descriptor, blocking and close-on-exec; nil when it was taken
  ///   before, or after `close()`.
  public func takeControllerDescriptor() -> CInt? {
    descriptors.withLock { $0.controller.take() }
  }

  /// Closes what is still owned here: the terminal side, and the controller unless it was taken.
  ///
  /// Whoever took the controller sees a hang-up once no other program has `path` open either.
  public func close() {
    let open = descriptors.withLock { held in
      let open = [held.controller, held.terminal].compactMap { $0 }
      held = Descriptors(controller: nil, terminal: nil)
      return open
    }
    for descriptor in open { Glibc.close(descriptor) }
  }

  private static func name(of controller: CInt) throws(SerialPortError) -> String {
    let capacity = 128
    let (name, failure) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) {
      buffer -> (String, Int32) in
      buffer.initialize(repeating: 0)
      let failure = clinux_pseudo_terminal_name(controller, buffer.baseAddress, capacity)
      let octets = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return (String(decoding: octets, as: UTF8.self), failure)
    }
    guard failure == 0 else {
      throw .system(call: "ptsname_r", path: "/dev/ptmx", errno: failure)
    }
    return name
  }

  private static func makeRaw(_ terminal: CInt, path: String) throws(SerialPortError) {
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else {
      throw .system(call: "tcgetattr", path: path, errno: errno)
    }
    cfmakeraw(&settings)
    guard tcsetattr(terminal, TCSANOW, &settings) == 0 else {
      throw .system(call: "tcsetattr", path: path, errno: errno)
    }
  }
}
