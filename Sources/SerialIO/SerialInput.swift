// What comes in at a port, as a sequence with a limit: when the consumer falls behind, the port
// is not read any more, the kernel's buffer fills, and the modem is throttled or loses what it
// floods us with. Memory stays within the limit and one read.

import Synchronization

/// One thing that happened on a port's input.
public enum SerialInput: Equatable, Sendable {
  /// Octets came in, in order, in whatever portions the kernel had them.
  case received([UInt8])
  /// The port is gone; nothing follows.
  case hangUp(HangUp)
}

extension SerialInput {
  /// How many octets came in.
  fileprivate var count: Int {
    switch self {
    case .received(let octets): octets.count
    case .hangUp: 0
    }
  }
}

/// Why a port is gone.
public enum HangUp: Equatable, Sendable, CustomStringConvertible {
  /// The device was unplugged or reset, or the other side of a pseudo-terminal was closed.
  case deviceGone
  /// A write met its deadline, and the port was given up.
  case writeTimedOut
  /// `SerialPort.close()` was called.
  case closedHere
  /// Reading or writing failed with this error number.
  case failed(errno: Int32)

  /// A few words for a person.
  public var description: String {
    switch self {
    case .deviceGone: "the device went away"
    case .writeTimedOut: "the modem took no output in time"
    case .closedHere: "the port was closed"
    case .failed(let errno): "input or output failed (error \(errno))"
    }
  }
}

/// The input of one port: `.received` any number of times, exactly one `.hangUp`, then the end.
///
/// For one consumer: one task iterates, once. When that task is cancelled the sequence ends for
/// good without a `.hangUp`; the port stays open until it is closed.
public struct SerialInputSequence: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = SerialInput
  /// The sequence does not fail: trouble is a `.hangUp`.
  public typealias Failure = Never

  let stream: AsyncStream<SerialInput>
  let buffer: InputBuffer

  /// Begins the one iteration.
  public func makeAsyncIterator() -> Iterator {
    Iterator(base: stream.makeAsyncIterator(), buffer: buffer)
  }

  /// Takes the input one portion at a time.
  public struct Iterator: AsyncIteratorProtocol {
    var base: AsyncStream<SerialInput>.Iterator
    let buffer: InputBuffer

    /// The next portion; nil after the `.hangUp`.
    public mutating func next() async -> SerialInput? {
      await next(isolation: nil)
    }

    /// The next portion, without leaving the caller's executor; nil after the `.hangUp`.
    public mutating func next(isolation actor: isolated (any Actor)?) async -> SerialInput? {
      let input = await base.next(isolation: actor)
      if let input { buffer.take(input) }
      return input
    }
  }
}

/// Counts the octets between the port and its consumer, and says when to stop and go on reading.
final class InputBuffer: Sendable {
  private struct State {
    var waiting = 0
    /// Reading has stopped, and this starts it again.
    var resume: (@Sendable () -> Void)?
  }

  /// Reading stops when this many octets wait.
  static let high = 65_536
  /// Reading goes on when no more than this many wait.
  static let low = 16_384

  private let state = Mutex(State())
  private let continuation: AsyncStream<SerialInput>.Continuation

  init(continuation: AsyncStream<SerialInput>.Continuation) {
    self.continuation = continuation
  }

  static func make() -> (buffer: InputBuffer, sequence: SerialInputSequence) {
    // Without a policy of its own: `waiting` is the limit, in octets.
    let (stream, continuation) = AsyncStream.makeStream(
      of: SerialInput.self,
      bufferingPolicy: .unbounded
    )
    let buffer = InputBuffer(continuation: continuation)
    return (buffer, SerialInputSequence(stream: stream, buffer: buffer))
  }

  func append(_ input: SerialInput) {
    state.withLock { state in
      state.waiting += input.count
      continuation.yield(input)
    }
  }

  func finish() { continuation.finish() }

  /// Whether reading may go on now; if not, `resume` is called once when it may.
  func mayRead(resume: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      guard state.waiting >= Self.high else { return true }
      state.resume = resume
      return false
    }
  }

  /// Counts a portion as taken.
  func take(_ input: SerialInput) {
    let resume = state.withLock { state in
      state.waiting -= input.count
      return state.waiting <= Self.low ? state.resume.take() : nil
    }
    resume?()
  }
}
