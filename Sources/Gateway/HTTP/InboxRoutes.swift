import Hummingbird
import LocalAPI

extension APIRoutes {
  /// The received messages.
  var inboxEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/inbox", role: .admin) { call in
        let query = try call.query("from", "limit", "after")
        let filter = InboxFilter(from: query["from"]?.last, page: try call.page(query))
        return Response(json: try await operations.inbox(filter))
      }
    ]
  }
}
