internal import LocalAPI
internal import Messaging
internal import Storage

/// Tells those who listen what happens, as it becomes durable.
struct EventFeed: Sendable {
  let store: MessageStore
  let clock: WallClock
  let notices: NoticeBoard

  /// What happens from now on.
  ///
  /// - Parameter id: The last event that the listener has; what came after it and before now is not
  ///   kept, and a `gateway.gap` says so.
  /// - Returns: The events.
  func stream(after id: String?) async -> AsyncThrowingStream<GatewayEvent, any Error> {
    let events = store.events()
    let notices = notices.stream()
    let store = store
    let clock = clock
    return AsyncThrowingStream { continuation in
      if id != nil {
        continuation.yield(
          GatewayEvent(
            id: clock.newID().description,
            type: "gateway.gap",
            at: WireTime(clock.now),
            summary: "events before this moment are not kept"
          )
        )
      }
      let task = Task {
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            for await notice in notices { continuation.yield(notice) }
          }
          for await event in events {
            if let told = await Self.told(event, store: store, clock: clock) {
              continuation.yield(told)
            }
          }
          group.cancelAll()
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private static func told(
    _ event: StoreEvent,
    store: MessageStore,
    clock: WallClock
  ) async -> GatewayEvent? {
    let id = clock.newID().description
    let at = WireTime(clock.now)
    switch event {
    case .due: return nil
    case .message(let change):
      guard let detail = try? await store.message(change.id) else { return nil }
      let reason = change.reason.map { ": \($0)" } ?? ""
      return GatewayEvent(
        id: id,
        type: "message.\(change.to.rawValue)",
        at: at,
        summary: "message to \(change.recipient) is \(change.to.rawValue)\(reason)",
        message: MessageView(detail)
      )
    case .report(let report):
      return GatewayEvent(
        id: id,
        type: "report.received",
        at: at,
        summary: "status report about \(report.record.recipient)"
      )
    case .inbound(let message):
      return GatewayEvent(
        id: id,
        type: "message.received",
        at: at,
        summary: "message from \(message.sender)",
        inbound: InboundMessageView(message)
      )
    case .optOut(let entry):
      let verb = entry.action == .optOut ? "opted out" : "opted in"
      return GatewayEvent(
        id: id,
        type: entry.action == .optOut ? "optout.added" : "optout.removed",
        at: at,
        summary: "\(entry.number) \(verb)"
      )
    }
  }
}
