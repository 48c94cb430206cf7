internal import LocalAPI
internal import Messaging
internal import Storage

/// An event as a webhook is told of it, from what the store knows of its subject.
enum WebhookEvent {
  /// - Returns: The event; nil where its subject is not kept any more.
  static func of(
    _ delivery: WebhookDelivery,
    in store: MessageStore
  ) async throws(StoreError) -> GatewayEvent? {
    var event = GatewayEvent(
      id: delivery.event.description,
      type: delivery.kind.name,
      at: WireTime(delivery.at),
      summary: ""
    )
    switch delivery.kind {
    case .message(let state):
      guard let id = MessageID(delivery.subject), let detail = try await store.message(id) else {
        return nil
      }
      var message = MessageView(detail)
      // It may have moved on since: this is about what it was then.
      message.state = state
      message.reason = delivery.detail
      event.message = message
      let reason = delivery.detail.map { ": \($0)" } ?? ""
      event.summary = "message to \(message.to) is \(state.rawValue)\(reason)"
    case .received:
      guard let id = MessageID(delivery.subject),
        let message = try await store.inboundMessage(id)
      else { return nil }
      event.inbound = InboundMessageView(message)
      event.summary = "message from \(message.sender)"
    case .optedOut, .optedIn:
      guard let scope = delivery.detail.flatMap(OptOutScope.init(rawValue:)) else { return nil }
      let entry = try await store.optOutEntry(
        of: PhoneNumber(normalForm: delivery.subject),
        delivery.kind == .optedOut ? .optOut : .optIn,
        scope,
        at: delivery.at
      )
      guard let entry else { return nil }
      return GatewayEvent(id: delivery.event.description, entry)
    }
    return event
  }
}
