public import Messaging
internal import Synchronization

/// What has just become durable.
public enum StoreEvent: Hashable, Sendable {
  /// Messages may be claimed, at the earliest then.
  case due(Timestamp)
  /// A message was accepted or changed.
  case message(MessageChange)
  /// A delivery report arrived, matched or not.
  case report(DeliveryReport)
  /// A message was received.
  case inbound(InboundMessage)
  /// A number opted out or in.
  case optOut(OptOutEntry)
  /// Something happened that no other table keeps.
  case notice(Notice)
}

/// Hands what was committed to everybody who listens.
final class EventHub: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<StoreEvent>.Continuation] = [:]
    var signals: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  private let listeners = Mutex(Listeners())

  /// A new stream; a listener that falls behind by more than `limit` loses the oldest.
  func stream(limit: Int) -> AsyncStream<StoreEvent> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: StoreEvent.self,
      bufferingPolicy: .bufferingNewest(limit)
    )
    let number = listeners.withLock { listeners in
      listeners.next += 1
      listeners.continuations[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { $0.continuations[number] = nil }
    }
    return stream
  }

  /// A new stream of signals that the log has grown; those that nobody takes become one.
  func signals() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number = listeners.withLock { listeners in
      listeners.next += 1
      listeners.signals[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { $0.signals[number] = nil }
    }
    return stream
  }

  /// Hands over what a commit has made durable.
  ///
  /// - Parameters:
  ///   - events: What happened.
  ///   - isLogged: Whether the log has grown.
  func send(_ events: [StoreEvent], isLogged: Bool) {
    guard !events.isEmpty else { return }
    let (continuations, signals) = listeners.withLock {
      (Array($0.continuations.values), isLogged ? Array($0.signals.values) : [])
    }
    for continuation in continuations {
      for event in events { continuation.yield(event) }
    }
    for signal in signals { signal.yield() }
  }

  func finish() {
    let (continuations, signals) = listeners.withLock { listeners in
      defer {
        listeners.continuations = [:]
        listeners.signals = [:]
      }
      return (Array(listeners.continuations.values), Array(listeners.signals.values))
    }
    for continuation in continuations { continuation.finish() }
    for signal in signals { signal.finish() }
  }
}
