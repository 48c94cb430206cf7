import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore

/// Reads the body before anything else happens, so that no answer leaves a part of it behind.
///
/// Who refuses a request before this has to discard its body: `IncomingBody` says why.
struct BodyMiddleware: RouterMiddleware {
  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    let incoming = IncomingBody(request: request, channel: context.channel)
    guard incoming.isAnnounced else { return try await next(request, context) }
    var request = request
    // Whoever may do nothing is not given the memory for it either.
    let limit = context.submitter.role == .none ? 0 : APILimits.body
    let (body, isComplete) = try await incoming.read(keeping: limit)
    guard request.method != .get, request.method != .head else {
      throw ProblemDocument(.malformed, "a \(request.method.rawValue) has no body")
    }
    guard isComplete || limit == 0 else {
      throw ProblemDocument.bodyTooLarge(limit: APILimits.body)
    }
    request.body = RequestBody(buffer: body)
    return try await next(request, context)
  }
}
