import HTTPTypes
import Hummingbird
import LocalAPI

/// All routes of the local API over one gateway.
struct APIRoutes: Sendable {
  let operations: any GatewayOperations

  /// Every endpoint: what the router serves, and what the description must describe.
  var endpoints: [Endpoint] {
    statusEndpoints + modemEndpoints + messageEndpoints + queueEndpoints + inboxEndpoints
      + optOutEndpoints + consentEndpoints + eventEndpoints + backupEndpoints
  }

  /// A router that serves the endpoints to those who may use them.
  func router(access: AccessPolicy) -> Router<APIContext> {
    let endpoints = endpoints
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ProblemMiddleware(routes: endpoints.map(\.route)))
    router.add(middleware: PeerMiddleware(policy: access))
    router.add(middleware: BodyMiddleware())
    for endpoint in endpoints {
      router.on(RouterPath(endpoint.route.path), method: endpoint.route.method) {
        request,
        context in
        try context.require(endpoint.role)
        return try await endpoint.handle(APICall(request: request, context: context))
      }
    }
    return router
  }
}
