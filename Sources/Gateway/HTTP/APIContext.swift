import Hummingbird
import LocalAPI
import NIOCore

/// What a route knows beside the request: who asks.
struct APIContext: RequestContext {
  /// How a client shows who it is.
  enum Door: Hashable, Sendable {
    /// A Unix-domain socket: by its user and groups.
    case socket
    /// TCP: by a token.
    case network
  }

  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// Set by the middleware that finds out who asks, before any route is found.
  var submitter = Submitter(uid: .max, pid: 0, role: .none)
  /// Set with it.
  var door = Door.socket

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// Refuses whoever may not do what asks for `role`.
  func require(_ role: Submitter.Role, for request: Request) throws(ProblemDocument) {
    let changesNothing = request.method == .get || request.method == .head
    guard !submitter.may(role, changesNothing: changesNothing) else { return }
    switch door {
    case .socket:
      let group = role == .admin ? "hermod" : "hermod-submit"
      throw ProblemDocument(
        .forbidden,
        "user \(submitter.uid) may not do this; members of the group \(group) may"
      )
    case .network where submitter.token == nil:
      throw ProblemDocument(
        .unauthenticated,
        "this needs a token: \"hermod token create\" makes one; send it as Authorization: Bearer"
      )
    case .network:
      let scope = role == .admin && changesNothing ? "read or admin" : "\(role)"
      throw ProblemDocument(
        .forbidden,
        "the token \(submitter.token ?? "") may not do this; one of the scope \(scope) may"
      )
    }
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
