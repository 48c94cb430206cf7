import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore

/// Lets requests over TCP in: only under a name of this gateway, only so many, and with what their
/// token allows.
struct TokenGate: RouterMiddleware {
  let authority: any TokenAuthority
  let names: HostNames
  /// Whether `/metrics` may be read from this machine without a token.
  let servesMetricsLocally: Bool
  /// How many requests each token may make.
  let requests: RequestBudgets
  /// How often each address may come with a wrong token, or none: 10 a minute.
  let failures = RequestBudgets(rate: 10.0 / 60, burst: 10)

  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    let admitted: APIContext
    do {
      admitted = try await admit(request, context)
    } catch {
      try await IncomingBody(request: request, channel: context.channel).discard()
      throw error
    }
    return try await next(request, admitted)
  }

  /// The context with who asks.
  ///
  /// - Throws: `ProblemDocument` where the request is not let in.
  private func admit(_ request: Request, _ context: APIContext) async throws -> APIContext {
    try checkName(of: request)
    var context = context
    context.door = .network
    let address = context.channel.remoteAddress
    let source = address?.ipAddress ?? ""
    if let token = Self.token(of: request) {
      guard failures.hasAny(source) else { throw tooMany("wrong tokens from \(source)") }
      guard let submitter = try await authority.bearer(of: token) else {
        _ = failures.take(source)
        throw ProblemDocument(.unauthenticated, "the token is unknown, revoked, or has ended")
      }
      guard requests.take(submitter.account) else { throw tooMany("requests with this token") }
      context.submitter = submitter
    } else {
      guard requests.take("from " + source) else { throw tooMany("requests from \(source)") }
      if servesMetricsLocally, request.uri.path == "/metrics", Self.isLocal(request, address) {
        context.submitter.role = .read
      }
    }
    return context
  }

  /// A browser says where a request comes from; nothing but the page itself may send one here.
  private func checkName(of request: Request) throws(ProblemDocument) {
    let authority = request.head.authority ?? ""
    guard names.contains(authority: authority) else {
      throw ProblemDocument(
        .misdirected,
        "\(authority) is no name of this gateway; set hosts = [\"NAME\"] in [http] if it is"
      )
    }
    guard let origin = HTTPField.Name("Origin").flatMap({ request.headers[$0] }) else { return }
    guard origin.lowercased().hasSuffix("://" + authority.lowercased()) else {
      throw ProblemDocument(.forbidden, "pages of \(origin) may not use this gateway")
    }
  }

  /// What stands behind `Authorization: Bearer` (RFC 6750 §2.1); nil where there is none.
  static func token(of request: Request) -> String? {
    guard let field = request.headers[.authorization] else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return "" }
    return parts[1].trimmingPrefix { $0 == " " }.description
  }

  /// Whether a request was made on this machine, and not handed on by a proxy on it.
  private static func isLocal(_ request: Request, _ address: SocketAddress?) -> Bool {
    let marks = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].compactMap {
      HTTPField.Name($0)
    }
    guard marks.allSatisfy({ request.headers[$0] == nil }) else { return false }
    guard let address = address?.ipAddress else { return false }
    return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
  }

  private func tooMany(_ what: String) -> ProblemDocument {
    ProblemDocument(.tooMany, "too many \(what); wait a while")
  }
}

/// What every answer over TCP tells a browser, whatever it is.
struct SafetyMiddleware: RouterMiddleware {
  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.fields where response.headers[name] == nil {
      response.headers[name] = value
    }
    return response
  }

  private static let fields: [(HTTPField.Name, String)] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Cache-Control", "no-store"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
