import HTTPTypes
import Hummingbird
import LocalAPI
import Messaging

extension APIRoutes {
  /// The messages to be sent.
  var messageEndpoints: [Endpoint] {
    [
      Endpoint(.post, "/v1/messages", role: .submit, handle: submit),
      Endpoint(.get, "/v1/messages", role: .submit, handle: list),
      Endpoint(.get, "/v1/messages/{id}", role: .submit) { call in
        _ = try call.query()
        return Response(json: try await visibleMessage(call))
      },
      Endpoint(.delete, "/v1/messages/{id}", role: .admin) { call in
        let id = try messageID(call)
        return Response(json: try await operations.cancelMessage(id, by: call.submitter))
      },
      Endpoint(.post, "/v1/messages/{id}/retry", role: .admin) { call in
        let id = try messageID(call)
        return Response(json: try await operations.retryMessage(id, by: call.submitter))
      },
      Endpoint(.post, "/v1/messages/{id}/resolve", role: .admin) { call in
        Response(
          json: try await operations.resolveMessage(
            try messageID(call),
            as: try await call.body(ResolveRequest.self).resolution,
            by: call.submitter
          )
        )
      },
    ]
  }

  @Sendable
  private func submit(_ call: APICall) async throws -> Response {
    let query = try call.query("dry_run")
    let isDryRun: Bool
    switch query["dry_run"]?.last {
    case nil, "false", "0": isDryRun = false
    case "true", "1", "": isDryRun = true
    case .some: throw ProblemDocument.invalid(field: "dry_run", "must be true or false")
    }
    var submission = try await call.body(MessageSubmission.self, limit: APILimits.body)
    try adoptKey(from: call.request, into: &submission)
    _ = try submission.requests()
    let messages =
      isDryRun
      ? try await operations.tryOut(submission, by: call.submitter)
      : try await operations.submit(submission, by: call.submitter)
    return Response(
      json: SubmissionAnswer(messages, to: submission.to),
      status: isDryRun ? .ok : .accepted
    )
  }

  /// The key may come as a header or in the body; where it comes as both, they must agree.
  private func adoptKey(
    from request: Request,
    into submission: inout MessageSubmission
  ) throws(ProblemDocument) {
    guard let name = HTTPField.Name("Idempotency-Key"), let header = request.headers[name] else {
      return
    }
    if let key = submission.idempotencyKey, key != header {
      throw .invalid(
        field: "idempotency_key",
        "the body and the Idempotency-Key header name different keys"
      )
    }
    submission.idempotencyKey = header
  }

  @Sendable
  private func list(_ call: APICall) async throws -> Response {
    let query = try call.query("state", "to", "limit", "after")
    var states: [MessageState] = []
    for name in (query["state"] ?? []).flatMap({ $0.split(separator: ",") }) {
      guard let state = MessageState(rawValue: String(name)) else {
        let known = MessageState.allCases.map(\.rawValue).joined(separator: ", ")
        throw ProblemDocument.invalid(field: "state", "there is no state \(name), only \(known)")
      }
      states.append(state)
    }
    let filter = MessageFilter(
      states: states,
      to: query["to"]?.last,
      submitter: call.submitter.seesAll ? nil : call.submitter.account,
      page: try call.page(query)
    )
    return Response(json: try await operations.messages(filter))
  }

  private func messageID(_ call: APICall) throws(ProblemDocument) -> MessageID {
    let text = try call.parameter("id")
    guard let id = MessageID(text.uppercased()) else {
      throw .notFound("\(text) is not the id of a message; ids have 26 letters and digits")
    }
    return id
  }

  /// The message, if the caller may see it; somebody else's is as absent as one that never was.
  private func visibleMessage(_ call: APICall) async throws -> MessageView {
    let id = try messageID(call)
    guard let message = try await operations.message(id),
      call.submitter.seesAll || message.submitter.account == call.submitter.account
    else { throw ProblemDocument.notFound("there is no message \(id)") }
    return message
  }
}
