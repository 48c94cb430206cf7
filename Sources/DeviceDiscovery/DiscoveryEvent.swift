import Synchronization

/// What changed among the devices of the machine.
public enum DiscoveryEvent: Equatable, Sendable {
  /// A device may be opened by itself; its ports have settled.
  case appeared(DiscoveredDevice)
  /// An announced device is still there and may still be opened, with other ports or facts.
  case changed(DiscoveredDevice)
  /// A device is there and is not opened by itself; its assessment says why and what to do.
  ///
  /// If the configuration names it, it may be opened all the same, unless it has no ports.
  case refused(DiscoveredDevice)
  /// A device that was announced, in either way, is gone or has no ports any more.
  case vanished(id: String)

  /// The device that it is about.
  public var id: String {
    switch self {
    case .appeared(let device), .changed(let device), .refused(let device): device.id
    case .vanished(let id): id
    }
  }
}

/// The events of one monitor, for one consumer; ends when the monitor is stopped.
///
/// A consumer that falls behind costs no memory: what happened to a device that it has not heard
/// of yet is brought up to date in place.
public struct DiscoveryEvents: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = DiscoveryEvent
  /// The sequence does not fail.
  public typealias Failure = Never

  let queue: EventQueue

  /// Begins the one iteration.
  public func makeAsyncIterator() -> Iterator {
    Iterator(queue: queue, wake: queue.wake.makeAsyncIterator())
  }

  /// Takes one event at a time.
  public struct Iterator: AsyncIteratorProtocol {
    let queue: EventQueue
    var wake: AsyncStream<Void>.Iterator

    /// The next event; nil after the monitor was stopped.
    public mutating func next() async -> DiscoveryEvent? {
      await next(isolation: nil)
    }

    /// The next event, without leaving the caller's executor; nil after the monitor was stopped.
    public mutating func next(isolation actor: isolated (any Actor)?) async -> DiscoveryEvent? {
      repeat {
        if let event = queue.take() { return event }
      } while await wake.next(isolation: actor) != nil
      return queue.take()
    }
  }
}

/// Events on their way to the consumer: at most two for each device.
final class EventQueue: Sendable {
  /// Says that there may be something to take.
  let wake: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let waiting = Mutex<[DiscoveryEvent]>([])

  init() {
    (wake, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func add(_ events: [DiscoveryEvent]) {
    guard !events.isEmpty else { return }
    waiting.withLock { waiting in
      for event in events { Self.merge(event, into: &waiting) }
    }
    continuation.yield()
  }

  func finish() { continuation.finish() }

  func take() -> DiscoveryEvent? {
    waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  /// Joins an event with what waits for the same device.
  static func merge(_ event: DiscoveryEvent, into waiting: inout [DiscoveryEvent]) {
    guard let last = waiting.lastIndex(where: { $0.id == event.id }) else {
      waiting.append(event)
      return
    }
    switch (waiting[last], event) {
    case (.appeared, .vanished), (.refused, .vanished):
      // Unheard of and gone again; a `.vanished` of its forerunner stays.
      waiting.remove(at: last)
    case (.appeared, .changed(let device)): waiting[last] = .appeared(device)
    case (.changed, .appeared(let device)): waiting[last] = .changed(device)
    case (.changed, .vanished):
      waiting[last] = event
      if waiting[..<last].contains(event) { waiting.remove(at: last) }
    case (.changed, .changed), (.refused, .refused), (.appeared, .appeared),
      (.vanished, .vanished), (.appeared, .refused), (.changed, .refused), (.refused, .appeared),
      (.refused, .changed):
      waiting[last] = event
    case (.vanished, .appeared), (.vanished, .refused), (.vanished, .changed):
      waiting.append(event)
    }
  }
}
