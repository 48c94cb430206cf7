import Hummingbird
import LocalAPI

extension APIRoutes {
  /// The numbers whose owners have agreed to marketing.
  var consentEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/consents", role: .admin) { call in
        let page = try call.page(try call.query("limit", "after"))
        return Response(json: try await operations.consents(page))
      },
      Endpoint(.get, "/v1/consents/{number}", role: .submit) { call in
        _ = try call.query()
        return Response(json: try await operations.consent(of: try call.parameter("number")))
      },
      // Whoever may only submit cannot give itself leave to: what makes sending safer is open to all who
      // submit, what opens a number to marketing is not.
      Endpoint(.put, "/v1/consents/{number}", role: .admin) { call in
        let request = try await call.optionalBody(ConsentRequest.self)
        if let source = request?.source, source != "api", source != "import" {
          throw ProblemDocument.invalid(field: "source", "must be api or import")
        }
        return Response(
          json: try await operations.addConsent(
            of: try call.parameter("number"),
            request ?? ConsentRequest(),
            by: call.submitter
          )
        )
      },
      Endpoint(.delete, "/v1/consents/{number}", role: .submit) { call in
        let number = try call.parameter("number")
        return Response(json: try await operations.removeConsent(of: number, by: call.submitter))
      },
    ]
  }
}
