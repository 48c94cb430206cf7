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
  private struct Bell {
    /// Nil where it is wanted that the log has grown.
    let isWanted: (@Sendable (StoreEvent) -> Bool)?
    let continuation: AsyncStream<Void>.Continuation
  }

  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<StoreEvent>.Continuation] = [:]
    var bells: [Int: Bell] = [:]
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

  /// A stream that says that something wanted has become durable, once however often it did.
  ///
  /// - Parameter isWanted: Whether an event is; nil where it is wanted that the log has grown.
  /// - Returns: The signals.
  func signals(_ isWanted: (@Sendable (StoreEvent) -> Bool)? = nil) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number = listeners.withLock { listeners in
      listeners.next += 1
      listeners.bells[listeners.next] = Bell(isWanted: isWanted, continuation: continuation)
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { $0.bells[number] = nil }
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
    let (continuations, bells) = listeners.withLock {
      (Array($0.continuations.values), Array($0.bells.values))
    }
    for continuation in continuations {
      for event in events { continuation.yield(event) }
    }
    for bell in bells {
      let isWanted = bell.isWanted.map { events.contains(where: $0) } ?? isLogged
      if isWanted { bell.continuation.yield() }
    }
  }

  func finish() {
    let (continuations, bells) = listeners.withLock { listeners in
      defer {
        listeners.continuations = [:]
        listeners.bells = [:]
      }
      return (Array(listeners.continuations.values), Array(listeners.bells.values))
    }
    for continuation in continuations { continuation.finish() }
    for bell in bells { bell.continuation.finish() }
  }
}
