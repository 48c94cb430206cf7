import Glibc
import SerialIO
import Testing

@Suite struct PseudoTerminalTests {
  @Test func `All 256 values pass both ways unchanged and nothing is echoed`() throws {
    let pair = try PseudoTerminal()
    defer { pair.close() }
    let controller = try #require(pair.takeControllerDescriptor())
    defer { Glibc.close(controller) }
    let terminal = Glibc.open(pair.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(terminal >= 0)
    defer { Glibc.close(terminal) }

    let all = (UInt8.min...UInt8.max).map { $0 }
    #expect(Glibc.write(controller, all, all.count) == all.count)
    #expect(read(from: terminal, count: all.count) == all)
    #expect(Glibc.write(terminal, all, all.count) == all.count)
    #expect(read(from: controller, count: all.count) == all)
    var waiting: CInt = -1
    #expect(ioctl(controller, UInt(FIONREAD), &waiting) == 0)
    #expect(waiting == 0)
  }

  @Test func `The controller sees no hang-up when the last program closes the port`() throws {
    let pair = try PseudoTerminal()
    defer { pair.close() }
    let controller = try #require(pair.takeControllerDescriptor())
    defer { Glibc.close(controller) }
    let terminal = Glibc.open(pair.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(terminal >= 0)
    Glibc.close(terminal)

    var watched = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    #expect(poll(&watched, 1, 0) == 0, "poll answered \(watched.revents)")
  }

  @Test func `The controller is handed over once, and closing closes the rest`() throws {
    let pair = try PseudoTerminal()
    let controller = try #require(pair.takeControllerDescriptor())
    defer { Glibc.close(controller) }
    #expect(pair.takeControllerDescriptor() == nil)
    pair.close()
    pair.close()
    var watched = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    #expect(poll(&watched, 1, 0) == 1)
    #expect(watched.revents & Int16(POLLHUP) != 0)
  }

  private func read(from descriptor: CInt, count: Int) -> [UInt8] {
    var collected: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while collected.count < count {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 60_000) == 1 else { break }
      let got = Glibc.read(descriptor, &buffer, count - collected.count)
      guard got > 0 else { break }
      collected += buffer[..<got]
    }
    return collected
  }
}
