import Hummingbird
import LocalAPI
import NIOCore

extension APIRoutes {
  /// The gateway as a whole.
  var statusEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/status", role: .admin) { call in
        _ = try call.query()
        return Response(json: try await operations.status())
      },
      Endpoint(.get, "/healthz", role: .none) { call in
        _ = try call.query()
        let state = try await operations.health()
        return Response(
          json: HealthView(state: state),
          status: state == .down ? .serviceUnavailable : .ok
        )
      },
      Endpoint(.get, "/metrics", role: .admin) { call in
        _ = try call.query()
        let status = try await operations.status()
        let families = MetricsPage.families(of: status) + (try await operations.metrics())
        return Response(
          status: .ok,
          headers: [.contentType: MetricsPage.contentType],
          body: ResponseBody(byteBuffer: ByteBuffer(string: MetricsPage.text(of: families)))
        )
      },
      Endpoint(.get, "/v1/openapi.json", role: .submit) { call in
        _ = try call.query()
        return Response(json: APIDescription.json)
      },
      Endpoint(.post, "/v1/config/reload", role: .admin) { call in
        Response(json: try await operations.reloadConfiguration(by: call.submitter))
      },
    ]
  }
}
