import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore

/// All routes of the local API over one gateway.
struct APIRoutes: Sendable {
  let operations: any GatewayOperations
  /// How often an event stream says that it is still there.
  var heartbeat: TimeAmount = APILimits.heartbeat

  /// Every endpoint: what the router serves, and what the description must describe.
  var endpoints: [Endpoint] {
    statusEndpoints + modemEndpoints + messageEndpoints + queueEndpoints + inboxEndpoints
      + optOutEndpoints + consentEndpoints + eventEndpoints + backupEndpoints + tokenEndpoints
  }

  /// A router that serves the endpoints to those who may use them, by user and group.
  func router(access: AccessPolicy, requests: RequestBudgets) -> Router<APIContext> {
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ProblemMiddleware(routes: endpoints.map(\.route)))
    router.add(middleware: PeerMiddleware(policy: access))
    router.add(middleware: BodyMiddleware())
    router.add(middleware: SocketBudget(requests: requests))
    serve(on: router)
    return router
  }

  /// A router that serves the dashboard to everybody, and the endpoints to those with a token.
  func router(guardedBy gate: TokenGate) -> Router<APIContext> {
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    let pages = DashboardFile.all.map { APIRoute(.get, $0.path) }
    router.add(middleware: SafetyMiddleware())
    router.add(middleware: ProblemMiddleware(routes: endpoints.map(\.route) + pages))
    router.add(middleware: gate)
    router.add(middleware: BodyMiddleware())
    serve(on: router)
    for file in DashboardFile.all {
      router.get(RouterPath(file.path)) { _, _ in file.response }
    }
    return router
  }

  private func serve(on router: Router<APIContext>) {
    for endpoint in endpoints {
      router.on(RouterPath(endpoint.route.path), method: endpoint.route.method) {
        request,
        context in
        try context.require(endpoint.role, for: request)
        return try await endpoint.handle(APICall(request: request, context: context))
      }
    }
  }
}
