import HTTPTypes
import Hummingbird
import LocalAPI

extension APIRoutes {
  /// What happens, as it happens.
  var eventEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/events", role: .submit) { call in
        // A browser cannot set the header on its first request: the query says the same.
        let query = try call.query("last_event_id")
        let header = HTTPField.Name("Last-Event-ID").flatMap { call.request.headers[$0] }
        let events = try await operations.events(after: header ?? query["last_event_id"]?.last)
        return eventStream(of: events, to: call)
      }
    ]
  }

  private func eventStream(
    of events: AsyncThrowingStream<GatewayEvent, any Error>,
    to call: APICall
  ) -> Response {
    let submitter = call.submitter
    return StreamedAnswer(
      source: events,
      greeting: ": events of hermod\nretry: 1000\n\n",
      heartbeat: heartbeat
    ) { event in
      guard Self.isVisible(event, to: submitter) else { return nil }
      let data = String(decoding: try WireJSON.encode(event), as: UTF8.self)
      return ServerSentEvent(id: event.id, event: event.type, data: data).text
    }.response(to: call)
  }

  /// Whoever may only send learns of the messages that they have handed in, and of nothing else.
  private static func isVisible(_ event: GatewayEvent, to submitter: Submitter) -> Bool {
    submitter.seesAll || event.message?.submitter.account == submitter.account
  }
}
