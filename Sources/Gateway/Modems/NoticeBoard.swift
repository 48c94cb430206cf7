internal import LocalAPI
internal import Synchronization

/// Tells those who listen what happens that no table keeps: calls, balances, resets.
final class NoticeBoard: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<GatewayEvent>.Continuation] = [:]
  }

  /// How many events a listener may be behind; it loses the oldest.
  static let limit = 256

  private let listeners = Mutex(Listeners())

  /// What happens from now on.
  func stream() -> AsyncStream<GatewayEvent> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: GatewayEvent.self,
      bufferingPolicy: .bufferingNewest(Self.limit)
    )
    let key = listeners.withLock { listeners in
      listeners.next += 1
      listeners.continuations[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.continuations.removeValue(forKey: key) }
    }
    return stream
  }

  /// Tells it.
  func post(_ event: GatewayEvent) {
    let continuations = listeners.withLock { $0.continuations.sorted { $0.key < $1.key } }
    for (_, continuation) in continuations { continuation.yield(event) }
  }
}
