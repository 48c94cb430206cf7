import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore

/// Reads the body before anything else happens, so that no answer leaves a part of it behind.
///
/// What is left unread keeps its connection from closing, and that keeps the daemon from stopping.
struct BodyMiddleware: RouterMiddleware {
  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    let hasBody =
      request.headers[.transferEncoding] != nil
      || (request.headers[.contentLength].map { $0 != "0" } ?? false)
    guard hasBody else { return try await next(request, context) }
    var request = request
    // Whoever may do nothing is not given the memory for it either.
    let limit = context.submitter.role == .none ? 0 : APILimits.body
    let (body, isComplete) = try await Self.read(request.body, limit: limit)
    guard request.method != .get, request.method != .head else {
      throw ProblemDocument(.malformed, "a \(request.method.rawValue) has no body")
    }
    guard isComplete || limit == 0 else {
      throw ProblemDocument.bodyTooLarge(limit: APILimits.body)
    }
    request.body = RequestBody(buffer: body)
    return try await next(request, context)
  }

  /// Keeps `limit` octets and passes over the rest, up to the point where waiting makes no sense.
  private static func read(
    _ body: RequestBody,
    limit: Int
  ) async throws -> (ByteBuffer, isComplete: Bool) {
    var kept = ByteBuffer()
    var count = 0
    for try await part in body {
      count += part.readableBytes
      if count <= limit { kept.writeImmutableBuffer(part) }
      guard count <= APILimits.patience else { break }
    }
    return (kept, count <= limit)
  }
}
