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
}

/// Hands what was committed to everybody who listens.
final class EventHub: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<StoreEvent>.Continuation] = [:]
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

  func send(_ events: [StoreEvent]) {
    guard !events.isEmpty else { return }
    let continuations = listeners.withLock { Array($0.continuations.values) }
    for continuation in continuations {
      for event in events { continuation.yield(event) }
    }
  }

  func finish() {
    let continuations = listeners.withLock { listeners in
      defer { listeners.continuations = [:] }
      return Array(listeners.continuations.values)
    }
    for continuation in continuations { continuation.finish() }
  }
}
