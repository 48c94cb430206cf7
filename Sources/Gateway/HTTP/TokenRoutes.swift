import Hummingbird
import LocalAPI

extension APIRoutes {
  /// Tokens and traffic.
  var tokenEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/tokens", role: .admin) { call in
        _ = try call.query()
        return Response(json: TokenList(tokens: try await operations.tokens()))
      },
      Endpoint(.post, "/v1/tokens", role: .admin) { call in
        let request = try await call.body(TokenRequest.self)
        return Response(
          json: try await operations.createToken(request, by: call.submitter),
          status: .created
        )
      },
      Endpoint(.delete, "/v1/tokens/{name}", role: .admin) { call in
        let name = try call.parameter("name")
        return Response(json: try await operations.revokeToken(named: name, by: call.submitter))
      },
      Endpoint(.get, "/v1/traffic", role: .admin) { call in
        let text = try call.query("hours")["hours"]?.last ?? "24"
        guard let hours = Int(text), (1...744).contains(hours) else {
          throw ProblemDocument.invalid(field: "hours", "must be between 1 and 744")
        }
        return Response(json: try await operations.traffic(hours: hours))
      },
    ]
  }
}
