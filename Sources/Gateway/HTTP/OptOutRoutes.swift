import Hummingbird
import LocalAPI

extension APIRoutes {
  /// The numbers that want no more messages.
  var optOutEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/optouts", role: .admin) { call in
        let page = try call.page(try call.query("limit", "after"))
        return Response(json: try await operations.optOuts(page))
      },
      Endpoint(.get, "/v1/optouts/{number}", role: .submit) { call in
        _ = try call.query()
        return Response(json: try await operations.optOut(of: try call.parameter("number")))
      },
      Endpoint(.put, "/v1/optouts/{number}", role: .submit) { call in
        let request = try await call.optionalBody(OptOutRequest.self)
        // What a person wrote in an SMS is evidence: nobody may pretend to it.
        if let source = request?.source, source != "api", source != "import" {
          throw ProblemDocument.invalid(field: "source", "must be api or import")
        }
        return Response(
          json: try await operations.addOptOut(
            of: try call.parameter("number"),
            request ?? OptOutRequest(),
            by: call.submitter
          )
        )
      },
      Endpoint(.delete, "/v1/optouts/{number}", role: .admin) { call in
        let number = try call.parameter("number")
        return Response(json: try await operations.removeOptOut(of: number, by: call.submitter))
      },
      Endpoint(.get, "/v1/optouts/{number}/history", role: .admin) { call in
        _ = try call.query()
        return Response(json: try await operations.optOutHistory(of: try call.parameter("number")))
      },
    ]
  }
}
