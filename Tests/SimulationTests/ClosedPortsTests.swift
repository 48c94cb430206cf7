import Glibc
import Simulation
import Testing

@Suite struct ClosedPortsTests {
  @Test func `A port whose program was killed can be opened again`() async throws {
    try await withFleet { fleet, _ in
      // Opened first: to read the mark, and because only root may open what is marked.
      let observer = open(fleet.ports[0].path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(observer) }
      let program = open(fleet.ports[0].path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      #expect(ioctl(program, UInt(TIOCEXCL)) == 0)
      #expect(isExclusive(observer))
      close(program)
      let deadline = ContinuousClock.now + .seconds(30)
      while isExclusive(observer), ContinuousClock.now < deadline { await Task.yield() }
      #expect(!isExclusive(observer))
    }
  }

  private func isExclusive(_ descriptor: CInt) -> Bool {
    var answer: CInt = -1
    // TIOCGEXCL, _IOR('T', 0x40, int).
    #expect(ioctl(descriptor, 0x8004_5440, &answer) == 0)
    return answer != 0
  }
}
