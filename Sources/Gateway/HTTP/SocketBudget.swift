import Hummingbird
import LocalAPI

/// Lets each user of the local socket make so many requests: a program that has run wild must not
/// take the gateway from the others.
struct SocketBudget: RouterMiddleware {
  /// How many requests each user may make.
  let requests: RequestBudgets

  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    guard requests.take(context.submitter.account) else {
      throw ProblemDocument(
        .tooMany,
        "user \(context.submitter.uid) makes too many requests; wait a second, or raise "
          + "requests_per_second in [gateway]"
      )
    }
    return try await next(request, context)
  }
}
