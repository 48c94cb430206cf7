import Glibc
import NIOCore
import NIOPosix
import Testing

@testable import SerialIO

@Suite(.timeLimit(.minutes(1))) struct SerialPortStreamTests {
  let group = MultiThreadedEventLoopGroup.singleton

  @Test func `All 256 values pass both ways, whatever the line was set to before`() async throws {
    let modem = try Controller()
    defer { modem.unplug() }
    var cooked = modem.settings
    cooked.c_lflag |= tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    cooked.c_iflag |= tcflag_t(ISTRIP | ICRNL | IXON | IXANY | PARMRK)
    cooked.c_oflag |= tcflag_t(OPOST | ONLCR)
    modem.apply(cooked)
    let port = try await SerialPort.open(path: modem.path, on: group)
    var input = port.input.makeAsyncIterator()
    let all = (UInt8.min...UInt8.max).map { $0 }
    try await port.write(all, deadline: .seconds(5))
    #expect(modem.read(all.count) == all)
    #expect(modem.write(all))
    #expect(await receive(all.count, from: &input) == all)
    await port.close()
  }

  @Test func `A megabyte each way at once arrives whole and in order`() async throws {
    let modem = try Controller()
    defer { modem.unplug() }
    let port = try await SerialPort.open(path: modem.path, on: group)
    let octets = pattern(1 << 20)
    async let sent: Void = {
      for start in stride(from: 0, to: octets.count, by: 1_000) {
        let end = min(start + 1_000, octets.count)
        try await port.write(Array(octets[start..<end]), deadline: .seconds(60))
      }
    }()
    let (arrived, written) = (
      NIOThread.run { modem.read(1 << 20) }, NIOThread.run { modem.write(octets) }
    )
    var input = port.input.makeAsyncIterator()
    #expect(await receive(octets.count, from: &input) == octets)
    #expect(try await arrived.get() == octets)
    #expect(try await written.get())
    try await sent
    await port.close()
  }

  @Test func `A modem that floods is held back, nothing of it is lost, and hang-up still shows`()
    async throws
  {
    let modem = try Controller()
    let port = try await SerialPort.open(path: modem.path, on: group)
    let octets = pattern(1 << 20)
    // Until the kernel takes no more for a while: the port has stopped reading.
    let taken = try await NIOThread.run {
      var taken = 0
      while taken < octets.count {
        var watched = pollfd(fd: modem.descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&watched, 1, 2_000) == 1 else { break }
        taken += modem.writeAtOnce(Array(octets[taken..<min(taken + 4_096, octets.count)]))
      }
      return taken
    }.get()
    #expect(taken >= InputBuffer.high)
    #expect(taken < 4 * InputBuffer.high)
    var input = port.input.makeAsyncIterator()
    #expect(await receive(taken, from: &input) == Array(octets[..<taken]))
    // The room is there again.
    #expect(modem.write(Array("\r\nRING\r\n".utf8)))
    #expect(await receive(8, from: &input) == Array("\r\nRING\r\n".utf8))
    modem.unplug()
    #expect(await input.next() == .hangUp(.deviceGone))
    #expect(await input.next() == nil)
  }

  @Test func `Hang-up shows behind unread input too`() async throws {
    let modem = try Controller()
    let port = try await SerialPort.open(path: modem.path, on: group)
    let taken = try await NIOThread.run {
      var taken = 0
      while taken < 1 << 20 {
        var watched = pollfd(fd: modem.descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&watched, 1, 2_000) == 1 else { break }
        taken += modem.writeAtOnce([UInt8](repeating: 0x55, count: 4_096))
      }
      return taken
    }.get()
    #expect(taken < 1 << 20)
    modem.unplug()
    await #expect(throws: SerialPortError.closed(path: modem.path)) {
      while true {
        try await port.write([0x1B], deadline: .seconds(5))
        await Task.yield()
      }
    }
    var input = port.input.makeAsyncIterator()
    var last: SerialInput?
    while let next = await input.next() { last = next }
    #expect(last == .hangUp(.deviceGone))
  }

  @Test func `Unplugging ends the input with one hang-up, and writes say that the port is closed`()
    async throws
  {
    let modem = try Controller()
    let port = try await SerialPort.open(path: modem.path, on: group)
    var input = port.input.makeAsyncIterator()
    modem.unplug()
    #expect(await input.next() == .hangUp(.deviceGone))
    #expect(await input.next() == nil)
    await #expect(throws: SerialPortError.closed(path: modem.path)) {
      try await port.write([0x41], deadline: .seconds(5))
    }
    await port.close()
    #expect(await input.next() == nil)
  }

  @Test func `Closing ends the input with one hang-up that says so`() async throws {
    let modem = try Controller()
    defer { modem.unplug() }
    let port = try await SerialPort.open(path: modem.path, on: group)
    await port.close()
    await port.close()
    var input = port.input.makeAsyncIterator()
    #expect(await input.next() == .hangUp(.closedHere))
    #expect(await input.next() == nil)
  }

  @Test func `A write that the line does not take fails at its deadline and closes the port`()
    async throws
  {
    let modem = try Controller()
    defer { modem.unplug() }
    let port = try await SerialPort.open(path: modem.path, on: group)
    // An unread pseudo-terminal takes about 22,000 octets.
    let octets = pattern(SerialPort.outputLimit)
    let deadline = Duration.milliseconds(200)
    let waiting = port.startWriting(octets, deadline: .seconds(60))
    await #expect(throws: SerialPortError.writeQueueFull(path: modem.path, waiting: octets.count)) {
      try await port.write([0], deadline: deadline)
    }
    await port.close()
    await #expect(throws: SerialPortError.closed(path: modem.path)) { try await waiting.get() }

    let again = try await SerialPort.open(path: modem.path, on: group)
    let begun = ContinuousClock.now
    await #expect(throws: SerialPortError.writeTimedOut(path: modem.path, deadline: deadline)) {
      try await again.write(octets, deadline: deadline)
    }
    #expect(ContinuousClock.now - begun >= deadline)
    var input = again.input.makeAsyncIterator()
    #expect(await input.next() == .hangUp(.writeTimedOut))
    #expect(await input.next() == nil)
  }

  @Test func `A write on the event loop is done when the call returns`() async throws {
    let modem = try Controller()
    defer { modem.unplug() }
    let port = try await SerialPort.open(path: modem.path, on: group)
    let isDone = try await port.eventLoop.submit {
      let isDone = NIOLoopBoundBox(false, eventLoop: port.eventLoop)
      port.startWriting(Array("AT\r".utf8), deadline: .seconds(5))
        .whenSuccess { isDone.value = true }
      return isDone.value
    }.get()
    #expect(isDone)
    #expect(modem.read(3) == Array("AT\r".utf8))
    await port.close()
  }
}

/// Blocking calls on a thread of their own.
enum NIOThread {
  static func run<Value: Sendable>(
    _ body: @escaping @Sendable () -> Value
  ) -> EventLoopFuture<Value> {
    let promise = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: Value.self)
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    pool.submit { _ in
      promise.succeed(body())
    }
    promise.futureResult.whenComplete { _ in pool.shutdownGracefully { _ in } }
    return promise.futureResult
  }
}
