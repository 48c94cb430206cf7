import Glibc
import NIOCore
import NIOPosix
import SerialIO

/// The port of one simulated modem: a pseudo-terminal behind a symbolic link of a fixed name.
///
/// It belongs to one event loop.
final class ModemPort {
  /// The link that programs open.
  let path: String
  private let eventLoop: any EventLoop
  private let closedPorts: ClosedPorts?
  private let onBytes: ([UInt8]) -> Void
  private var terminal: PseudoTerminal?
  private var channel: (any Channel)?
  private var early: [UInt8] = []
  /// Counts the times that the port came, so that what belongs to an earlier one is known.
  private var generation = 0

  /// How much output waits for a host that does not read, at most; what is more is lost.
  private static let outputLimit = 1 << 20

  init(
    path: String,
    on eventLoop: any EventLoop,
    closedPorts: ClosedPorts?,
    onBytes: @escaping ([UInt8]) -> Void
  ) {
    self.path = path
    self.eventLoop = eventLoop
    self.closedPorts = closedPorts
    self.onBytes = onBytes
  }

  /// Opens a pseudo-terminal and makes the link.
  ///
  /// - Returns: Fulfilled when the modem behind it hears what is written to it.
  func open() -> EventLoopFuture<Void> {
    close()
    generation += 1
    let current = generation
    do {
      let terminal = try PseudoTerminal()
      guard let descriptor = terminal.takeControllerDescriptor() else {
        throw SimulationError.shutDown
      }
      self.terminal = terminal
      closedPorts?.watch(terminal)
      let link = NIOLoopBound(self, eventLoop: eventLoop)
      return NIOPipeBootstrap(group: eventLoop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(ModemPortHandler(port: link.value))
          }
        }
        .takingOwnershipOfDescriptor(inputOutput: descriptor)
        .flatMapThrowing { try link.value.opened($0, generation: current) }
    } catch {
      return eventLoop.makeFailedFuture(error)
    }
  }

  private func opened(_ channel: any Channel, generation: Int) throws {
    guard generation == self.generation, let terminal else {
      channel.close(promise: nil)
      return
    }
    self.channel = channel
    try link(to: terminal.path)
    let bytes = early
    early = []
    write(bytes)
  }

  /// Makes the link, or turns it, in one step.
  private func link(to target: String) throws(SimulationError) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
      throw .notALink(path: path)
    }
    let temporary = path + ".new"
    unlink(temporary)
    guard symlink(target, temporary) == 0 else { throw .system("symlink", temporary) }
    guard rename(temporary, path) == 0 else { throw .system("rename", path) }
  }

  /// Takes the link away and hangs up.
  func close() {
    generation += 1
    if terminal != nil { unlink(path) }
    terminal?.close()
    terminal = nil
    channel?.close(promise: nil)
    channel = nil
    early = []
  }

  /// Writes to the host.
  func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, terminal != nil else { return }
    guard let channel else {
      early += bytes.prefix(max(0, Self.outputLimit - early.count))
      return
    }
    // A line without flow control loses what its host does not read.
    guard channel.isWritable else { return }
    channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil)
  }

  fileprivate func received(_ bytes: [UInt8]) {
    onBytes(bytes)
  }
}

private final class ModemPortHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let port: ModemPort

  init(port: ModemPort) {
    self.port = port
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    port.received(Array(unwrapInboundIn(data).readableBytesView))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
