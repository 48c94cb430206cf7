import Glibc

/// A program that has a modem's port open; every wait has a deadline.
final class Host {
  private let descriptor: CInt
  /// What came behind what was read.
  private var rest = ""

  init?(_ path: String) {
    descriptor = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// What comes up to one of the endings, or until nothing comes or thirty seconds are over.
  func read(until endings: String...) -> String {
    let deadline = ContinuousClock.now + .seconds(30)
    var text = rest
    rest = ""
    while true {
      let ends = endings.compactMap { text.utf8.firstRange(of: $0.utf8)?.upperBound }
      if let end = ends.min() {
        rest = String(text[end...])
        return String(text[..<end])
      }
      guard ContinuousClock.now < deadline, let more = readSome() else { return text }
      text += more
    }
  }

  /// A command and its whole answer.
  func ask(_ command: String) -> String {
    write(command + "\r")
    return read(until: "OK\r\n", "ERROR\r\n")
  }

  /// Submits `Test` to +447700900123.
  func submit() -> String {
    let unit = "11000C914477000910320000A704D4F29C0E"
    write("AT+CMGS=18\r")
    guard read(until: "> ").hasSuffix("> ") else { return "" }
    write("00\(unit)\u{1A}")
    return read(until: "OK\r\n", "ERROR\r\n")
  }

  /// Whether the line hangs up within thirty seconds.
  func hangsUp() -> Bool {
    var poll = pollfd(fd: descriptor, events: 0, revents: 0)
    return Glibc.poll(&poll, 1, 30_000) == 1 && poll.revents & Int16(POLLHUP) != 0
  }

  private func readSome() -> String? {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, 30_000) == 1 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
