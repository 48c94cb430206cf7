import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// The body of a request while it comes in.
///
/// What is left unread keeps its connection open, and an open connection keeps the daemon from
/// stopping. So a body is read whether or not somebody wants it, and a client that does not finish
/// one while the daemon stops is cut off.
struct IncomingBody {
  let request: Request
  let channel: any Channel

  /// Whether the header says that there is a body.
  var isAnnounced: Bool {
    request.headers[.transferEncoding] != nil
      || (request.headers[.contentLength].map { $0 != "0" } ?? false)
  }

  /// Reads all of it and keeps nothing.
  ///
  /// - Throws: `CancellationError` where the connection was closed before the end.
  func discard() async throws {
    guard isAnnounced else { return }
    _ = try await read(keeping: 0)
  }

  /// Reads all of it.
  ///
  /// - Parameter limit: How many octets are kept at most; what is behind them is passed over.
  /// - Returns: The octets, and whether they are all.
  /// - Throws: `CancellationError` where the connection was closed before the end: the body was larger
  ///   than `APILimits.patience`, or the daemon stops and the rest did not come.
  func read(keeping limit: Int) async throws -> (octets: ByteBuffer, isComplete: Bool) {
    let deadline = BodyDeadline(channel)
    return try await withGracefulShutdownHandler {
      var kept = ByteBuffer()
      var count = 0
      do {
        for try await part in request.body {
          count += part.readableBytes
          if count <= limit { kept.writeImmutableBuffer(part) }
          if count > APILimits.patience { deadline.close() }
        }
      } catch {
        guard deadline.lift() else { throw CancellationError() }
        throw error
      }
      guard deadline.lift() else { throw CancellationError() }
      return (kept, count <= limit)
    } onGracefulShutdown: {
      deadline.begin()
    }
  }
}

/// Closes a connection whose body does not come to its end.
private final class BodyDeadline: Sendable {
  private enum State {
    /// No end is set; it may be, and the body may come to its own.
    case open
    /// The connection is closed when this runs, unless the body is there before.
    case running(Scheduled<Void>)
    /// The body is there.
    case lifted
    /// The connection was closed.
    case closed
  }

  private let channel: any Channel
  private let state = Mutex(State.open)

  init(_ channel: any Channel) {
    self.channel = channel
  }

  /// Gives the body `APILimits.bodyGrace` from now.
  func begin() {
    state.withLock { state in
      guard case .open = state else { return }
      let closing = channel.eventLoop.scheduleTask(in: APILimits.bodyGrace) { self.close() }
      state = .running(closing)
    }
  }

  /// Takes note that the body has ended; false where the connection was closed for it.
  func lift() -> Bool {
    state.withLock { state in
      switch state {
      case .closed: return false
      case .running(let closing): closing.cancel()
      case .open, .lifted: break
      }
      state = .lifted
      return true
    }
  }

  /// Closes the connection, unless the body has ended.
  func close() {
    let isOver = state.withLock { state in
      if case .lifted = state { return true }
      state = .closed
      return false
    }
    if !isOver { channel.close(promise: nil) }
  }
}
