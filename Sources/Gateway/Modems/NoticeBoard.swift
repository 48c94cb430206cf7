internal import Messaging
internal import Storage

/// Takes what happens that no table keeps, such as calls, balances and the states of modems, and puts
/// it into the log of events.
///
/// Whoever has something to tell never waits for the disk.
final class NoticeBoard: Sendable {
  private let notices: AsyncStream<Notice>
  private let continuation: AsyncStream<Notice>.Continuation

  /// How many notices may wait for the disk; beyond that the oldest are lost.
  static let limit = 1024

  init() {
    (notices, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.limit))
  }

  /// Tells it.
  func post(_ notice: Notice) {
    continuation.yield(notice)
  }

  /// Keeps what is told, until the task is cancelled.
  func keep(in store: MessageStore, _ health: StoreHealth) async {
    for await notice in notices {
      do {
        try await store.record([notice])
      } catch {
        await health.report(error)
      }
    }
  }
}
