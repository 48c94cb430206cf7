import Hummingbird
import LocalAPI
import NIOCore

/// What a route knows beside the request: who asks.
struct APIContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// Set by `PeerMiddleware`, before any route is found.
  var submitter = Submitter(uid: .max, pid: 0, role: .none)

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// Refuses whoever may do less than `role`.
  func require(_ role: Submitter.Role) throws(ProblemDocument) {
    guard submitter.role < role else { return }
    let group = role == .admin ? "hermod" : "hermod-submit"
    throw ProblemDocument(
      .forbidden,
      "user \(submitter.uid) may not do this; members of the group \(group) may"
    )
  }
}

/// Finds out who is at the other end of the connection.
struct PeerMiddleware: RouterMiddleware {
  let policy: AccessPolicy

  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let peer = await PeerCredentials.read(from: context.channel) {
      context.submitter = Submitter(uid: peer.uid, pid: peer.pid, role: policy.role(of: peer))
    }
    return try await next(request, context)
  }
}
