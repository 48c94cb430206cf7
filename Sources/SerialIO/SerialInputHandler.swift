import Glibc
import NIOCore

/// Carries what a channel reads into an `InputBuffer`, and stops reading while that is full.
final class SerialInputHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let buffer: InputBuffer
  private var hangUp: HangUp?
  private var isFinished = false

  init(buffer: InputBuffer) { self.buffer = buffer }

  /// Says beforehand why the channel will close; the first reason counts.
  func expectHangUp(_ reason: HangUp) { hangUp = hangUp ?? reason }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    buffer.append(.received(Array(unwrapInboundIn(data).readableBytesView)))
  }

  func read(context: ChannelHandlerContext) {
    let channel = context.channel
    let mayRead = buffer.mayRead { channel.eventLoop.execute { channel.read() } }
    if mayRead { context.read() }
  }

  func close(
    context: ChannelHandlerContext,
    mode: CloseMode,
    promise: EventLoopPromise<Void>?
  ) {
    expectHangUp(.closedHere)
    context.close(mode: mode, promise: promise)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? IOError {
      expectHangUp(Self.reason(of: error))
    }
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { finish() }

  func handlerRemoved(context: ChannelHandlerContext) { finish() }

  private func finish() {
    guard !isFinished else { return }
    isFinished = true
    buffer.append(.hangUp(hangUp ?? .deviceGone))
    buffer.finish()
  }

  /// A terminal whose device is gone answers with EIO, and some drivers with ENODEV or ENXIO.
  private static func reason(of error: IOError) -> HangUp {
    switch error.errnoCode {
    case EIO, ENODEV, ENXIO, EPIPE, ECONNRESET, EBADF: .deviceGone
    case let number: .failed(errno: number)
    }
  }
}
