import Glibc
import SerialIO
import Testing

/// The other end of a line, played by a test with blocking calls and a deadline on each.
final class Controller: Sendable {
  let line: PseudoTerminal
  let descriptor: CInt
  var path: String { line.path }

  init() throws {
    line = try PseudoTerminal()
    descriptor = try #require(line.takeControllerDescriptor())
    #expect(fcntl(descriptor, F_SETFL, O_RDWR | O_NONBLOCK) == 0)
  }

  /// What a modem's unplugging is.
  func unplug() {
    Glibc.close(descriptor)
    line.close()
  }

  /// Writes as much as the kernel takes at once; the number of octets taken.
  func writeAtOnce(_ octets: [UInt8]) -> Int {
    max(0, Glibc.write(descriptor, octets, octets.count))
  }

  /// Writes all of it, waiting for room; false after 60 s without any.
  func write(_ octets: [UInt8]) -> Bool {
    var rest = octets[...]
    while !rest.isEmpty {
      guard ready(for: POLLOUT) else { return false }
      rest = rest.dropFirst(writeAtOnce(Array(rest.prefix(4_096))))
    }
    return true
  }

  /// Reads that many octets, or fewer after 60 s without any.
  func read(_ count: Int) -> [UInt8] {
    var collected: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while collected.count < count, ready(for: POLLIN) {
      let got = Glibc.read(descriptor, &buffer, min(buffer.count, count - collected.count))
      guard got > 0 else { break }
      collected += buffer[..<got]
    }
    return collected
  }

  /// The settings of the line, which both ends share.
  var settings: termios {
    var settings = termios()
    #expect(tcgetattr(descriptor, &settings) == 0)
    return settings
  }

  func apply(_ settings: termios) {
    var settings = settings
    #expect(tcsetattr(descriptor, TCSANOW, &settings) == 0)
  }

  private func ready(for events: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return poll(&watched, 1, 60_000) == 1
  }
}

/// Takes input until that many octets are there, or the port hangs up.
func receive(
  _ count: Int,
  from input: inout SerialInputSequence.Iterator
) async -> [UInt8] {
  var collected: [UInt8] = []
  while collected.count < count, case .received(let octets)? = await input.next() {
    collected += octets
  }
  return collected
}

/// Octets in which a lost, doubled or exchanged portion shows.
func pattern(_ count: Int) -> [UInt8] {
  var state: UInt32 = 1
  return (0..<count).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(truncatingIfNeeded: state >> 24)
  }
}
