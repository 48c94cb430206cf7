// A serial port on a NIO event loop: the byte stream of one modem, and nothing of what it says.

import Dispatch
import Glibc
public import NIOCore
import NIOPosix

/// An open port: raw octets in both directions, a deadline on every write, hang-up seen at once.
///
/// All its work is done on `eventLoop`. A driver that runs there (an actor whose executor is the
/// event loop) writes without a thread change by `startWriting(_:deadline:)` or `write`.
/// Dropping the last reference closes the port.
public final class SerialPort: Sendable {
  /// No more octets than this wait for the line; further writes are refused.
  public static let outputLimit = 65_536

  /// The device node.
  public let path: String
  /// How it was set up; `setBaud` changes the speed only.
  public let configuration: SerialConfiguration
  /// What did not work when the port was opened, although it can be used.
  public let warnings: [SerialPortWarning]
  /// Where the port does its work.
  public let eventLoop: any EventLoop
  /// What comes in, for one consumer, at most 64 KiB ahead of it: then the port is not read.
  public let input: SerialInputSequence

  private struct Output {
    /// Octets that the kernel has not taken.
    var waiting = 0
    /// Why the port was given up; what every waiting write fails with.
    var failure: SerialPortError?
  }

  private let descriptor: PortDescriptor
  private let channel: any Channel
  private let buffer: InputBuffer
  private let handler: NIOLoopBound<SerialInputHandler>
  private let output: NIOLoopBoundBox<Output>

  private init(
    descriptor: PortDescriptor,
    configuration: SerialConfiguration,
    channel: any Channel,
    handler: NIOLoopBound<SerialInputHandler>,
    input: (buffer: InputBuffer, sequence: SerialInputSequence)
  ) {
    self.path = descriptor.path
    self.configuration = configuration
    self.warnings = descriptor.warnings
    self.eventLoop = channel.eventLoop
    self.input = input.sequence
    self.descriptor = descriptor
    self.channel = channel
    self.buffer = input.buffer
    self.handler = handler
    self.output = .makeBoxSendingValue(Output(), eventLoop: channel.eventLoop)
  }

  deinit { channel.close(promise: nil) }

  /// Opens a port, takes its lock and sets it up; what the modem has already sent is kept.
  ///
  /// - Parameters:
  ///   - path: The device node, such as `/dev/ttyUSB2`.
  ///   - configuration: Speed and flow control.
  ///   - group: Where the port shall do its work: an event loop, or a group to take the next from.
  /// - Throws: `SerialPortError`; the port is then left as it was found.
  /// - Returns: The open port.
  public static func open(
    path: String,
    configuration: SerialConfiguration = SerialConfiguration(),
    on group: any EventLoopGroup
  ) async throws(SerialPortError) -> SerialPort {
    let opened = await offEventLoops("open \(path)") {
      () -> Result<PortDescriptor, SerialPortError> in
      Result { () throws(SerialPortError) in
        try PortDescriptor(path: path, configuration: configuration)
      }
    }
    let descriptor = try opened.get()
    let (reading, writing) = try descriptor.duplicates()
    let loop = group.next()
    let input = InputBuffer.make()
    do {
      return try await loop.submit {
        let handler = SerialInputHandler(buffer: input.buffer)
        let bound = NIOLoopBound(handler, eventLoop: loop)
        return NIOPipeBootstrap(group: loop)
          .channelOption(.maxMessagesPerRead, value: 1)
          .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4_096))
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(bound.value)
            }
          }
          .takingOwnershipOfDescriptors(input: reading, output: writing)
          .map { channel in
            channel.closeFuture.whenComplete { _ in descriptor.release() }
            return SerialPort(
              descriptor: descriptor,
              configuration: configuration,
              channel: channel,
              handler: bound,
              input: input
            )
          }
      }.flatMap { $0 }.get()
    } catch {
      for duplicate in [reading, writing] { Glibc.close(duplicate) }
      throw Self.failure(of: error, path: path, call: "epoll_ctl")
    }
  }

  /// Writes octets and waits until the kernel has taken all of them.
  ///
  /// - Parameters:
  ///   - bytes: What to write; in the order of the calls.
  ///   - deadline: How long the line may take, from now.
  /// - Throws: `.writeTimedOut` at the deadline, and the port is closed; `.writeQueueFull`;
  ///   `.closed` when the port is gone, before or meanwhile.
  public nonisolated(nonsending) func write(
    _ bytes: [UInt8],
    deadline: Duration
  ) async throws(SerialPortError) {
    do {
      try await startWriting(bytes, deadline: deadline).get()
    } catch {
      throw Self.failure(of: error, path: path, call: "write")
    }
  }

  /// Writes octets: at once when called on `eventLoop`, soon when called elsewhere.
  ///
  /// - Parameters:
  ///   - bytes: What to write; in the order of the calls.
  ///   - deadline: How long the line may take, from now.
  /// - Returns: A future on `eventLoop` that succeeds when the kernel has taken all octets, and
  ///   fails with `SerialPortError` as `write` does.
  @discardableResult
  public func startWriting(_ bytes: [UInt8], deadline: Duration) -> EventLoopFuture<Void> {
    guard eventLoop.inEventLoop else {
      return eventLoop.flatSubmit { self.writeOnLoop(bytes, deadline: deadline) }
    }
    return writeOnLoop(bytes, deadline: deadline)
  }

  /// Changes the speed, for a modem whose speed has to be found.
  ///
  /// - Parameter baud: One of `SerialConfiguration.supportedBauds`.
  /// - Throws: `.unsupportedBaud`, `.closed`, or what the driver answered.
  public func setBaud(_ baud: Int) async throws(SerialPortError) {
    let descriptor = descriptor
    let set = await offEventLoops("set speed of \(path)") { () -> Result<Void, SerialPortError> in
      Result { () throws(SerialPortError) in try descriptor.setBaud(baud) }
    }
    try set.get()
  }

  /// Forgets output that has not left, closes the port and frees it for others; never waits for
  /// the line.
  public func close() async {
    eventLoop.execute { self.giveUp(.closedHere, failure: .closed(path: self.path)) }
    _ = try? await channel.closeFuture.get()
  }
}

// What happens on the event loop.
extension SerialPort {
  private func writeOnLoop(_ bytes: [UInt8], deadline: Duration) -> EventLoopFuture<Void> {
    let output = output
    guard channel.isActive, output.value.failure == nil else {
      return eventLoop.makeFailedFuture(output.value.failure ?? .closed(path: path))
    }
    guard output.value.waiting + bytes.count <= Self.outputLimit else {
      let waiting = output.value.waiting
      return eventLoop.makeFailedFuture(
        SerialPortError.writeQueueFull(path: path, waiting: waiting)
      )
    }
    output.value.waiting += bytes.count
    let path = path
    let timer = NIOLoopBoundBox<Scheduled<Void>?>(nil, eventLoop: eventLoop)
    let isDone = NIOLoopBoundBox(false, eventLoop: eventLoop)
    let written = channel.writeAndFlush(channel.allocator.buffer(bytes: bytes))
      .always { _ in
        output.value.waiting -= bytes.count
        isDone.value = true
        timer.value?.cancel()
      }
      .flatMapErrorThrowing { _ in throw output.value.failure ?? .closed(path: path) }
    // Nearly every write is taken at once, and then no timer is needed.
    if !isDone.value {
      timer.value = eventLoop.scheduleTask(in: TimeAmount(deadline)) { [weak self] in
        self?.giveUp(.writeTimedOut, failure: .writeTimedOut(path: path, deadline: deadline))
      }
    }
    return written
  }

  private func giveUp(_ reason: HangUp, failure: SerialPortError) {
    guard channel.isActive, output.value.failure == nil else { return }
    output.value.failure = failure
    handler.value.expectHangUp(reason)
    descriptor.discardOutput()
    descriptor.unlock()
    channel.close(promise: nil)
  }

  private static func failure(
    of error: any Error,
    path: String,
    call: String
  ) -> SerialPortError {
    switch error {
    case let error as SerialPortError: error
    case let error as IOError: .system(call: call, path: path, errno: error.errnoCode)
    default: .closed(path: path)
    }
  }
}

/// Runs a call that may block on a thread that nobody else waits for.
private func offEventLoops<Value: Sendable>(
  _ label: String,
  _ body: @escaping @Sendable () -> Value
) async -> Value {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: label).async { continuation.resume(returning: body()) }
  }
}
