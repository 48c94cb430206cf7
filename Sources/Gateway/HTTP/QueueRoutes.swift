import Hummingbird
import LocalAPI

extension APIRoutes {
  /// The queue.
  var queueEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/queue", role: .admin) { call in
        _ = try call.query()
        return Response(json: try await operations.queue())
      },
      Endpoint(.post, "/v1/queue/pause", role: .admin) { call in
        let request = try await call.optionalBody(QueueRequest.self)
        return Response(
          json: try await operations.pauseQueue(request?.messageClass, by: call.submitter)
        )
      },
      Endpoint(.post, "/v1/queue/resume", role: .admin) { call in
        let request = try await call.optionalBody(QueueRequest.self)
        return Response(
          json: try await operations.resumeQueue(request?.messageClass, by: call.submitter)
        )
      },
    ]
  }
}
