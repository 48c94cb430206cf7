import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore
import ServiceLifecycle

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

  /// A response that goes on until the client leaves, the daemon stops, or the events end.
  private func eventStream(
    of events: AsyncThrowingStream<GatewayEvent, any Error>,
    to call: APICall
  ) -> Response {
    let request = call.request
    let submitter = call.submitter
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: ": events of hermod\nretry: 1000\n\n"))
      try await request.body.consumeWithCancellationOnInboundClose { _ in
        // Graceful shutdown waits for every response: this one has to end for it.
        for try await event in events.cancelOnGracefulShutdown()
        where Self.isVisible(event, to: submitter) {
          let data = String(decoding: try WireJSON.encode(event), as: UTF8.self)
          let text = ServerSentEvent(id: event.id, event: event.type, data: data).text
          try await writer.write(ByteBuffer(string: text))
        }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: body
    )
  }

  /// Whoever may only send learns of the messages that they have handed in, and of nothing else.
  private static func isVisible(_ event: GatewayEvent, to submitter: Submitter) -> Bool {
    submitter.seesAll || event.message?.submitter.account == submitter.account
  }
}
