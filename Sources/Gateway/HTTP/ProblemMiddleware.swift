import HTTPTypes
import Hummingbird
import LocalAPI
import Logging
import NIOCore

/// Turns every error into a problem document (RFC 9457), so that no client meets another form.
struct ProblemMiddleware: RouterMiddleware {
  /// The methods that each path knows, to tell a wrong method from a wrong path.
  let routes: [APIRoute]

  func handle(
    _ request: Request,
    context: APIContext,
    next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let problem as ProblemDocument {
      return respond(problem, to: request)
    } catch let error as HTTPError where error.status == .notFound {
      return notFound(request)
    } catch let error as any HTTPResponseError {
      let kind: ProblemDocument.Kind = error.status.code == 413 ? .tooLarge : .malformed
      return respond(ProblemDocument(kind, "\(error)"), to: request)
    } catch is CancellationError {
      return respond(
        ProblemDocument(.unavailable, "the daemon is stopping; try again when it is back"),
        to: request
      )
    } catch {
      context.logger.error("A request failed", metadata: ["error": "\(error)"])
      return respond(
        ProblemDocument(.internal, "the daemon could not do it; its log says why"),
        to: request
      )
    }
  }

  private func notFound(_ request: Request) -> Response {
    let path = request.uri.path
    let methods = routes.filter { $0.matches(path: path) }.map(\.method.rawValue)
    guard !methods.isEmpty else {
      return respond(.notFound("there is nothing at \(path)"), to: request)
    }
    var response = respond(
      ProblemDocument(
        .methodNotAllowed,
        "\(path) does not know \(request.method.rawValue), only \(methods.joined(separator: ", "))"
      ),
      to: request
    )
    response.headers[.allow] = methods.joined(separator: ", ")
    return response
  }

  private func respond(_ problem: ProblemDocument, to request: Request) -> Response {
    var problem = problem
    problem.instance = request.uri.path
    var response = Response(
      json: problem,
      status: HTTPResponse.Status(code: problem.status),
      contentType: "application/problem+json"
    )
    switch problem.kind {
    case .unavailable, .tooMany: response.headers[.retryAfter] = "1"
    case .unauthenticated:
      // RFC 6750 §3: why, only where a token came.
      let hasToken = request.headers[.authorization] != nil
      response.headers[.wwwAuthenticate] =
        #"Bearer realm="hermod""# + (hasToken ? #", error="invalid_token""# : "")
    case .malformed, .invalid, .forbidden, .notFound, .methodNotAllowed, .conflict, .keyReused,
      .optedOut, .noConsent, .tooLarge, .misdirected, .internal, .notImplemented, nil:
      break
    }
    return response
  }
}

extension ProblemDocument {
  /// A body beyond the limit.
  static func bodyTooLarge(limit: Int) -> ProblemDocument {
    ProblemDocument(.tooLarge, "a body may have at most \(limit / 1024) KiB here")
  }

  /// Where JSON does not fit, in words.
  init(_ error: DecodingError) {
    let path: [any CodingKey]
    let words: String
    switch error {
    case .keyNotFound(let key, let context):
      path = context.codingPath + [key]
      words = "is missing"
    case .typeMismatch(let type, let context):
      path = context.codingPath
      words = "must be \(Self.name(of: type))"
    case .valueNotFound(let type, let context):
      path = context.codingPath
      words = "must be \(Self.name(of: type)), not null"
    case .dataCorrupted(let context):
      path = context.codingPath
      words = path.isEmpty ? "the body is not JSON" : context.debugDescription
    @unknown default:
      path = []
      words = "the body does not fit"
    }
    let field = Self.text(of: path)
    self.init(
      .malformed,
      field.isEmpty ? words : "\(field): \(words)",
      field: field.isEmpty ? nil : field
    )
  }

  private static func text(of path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "a list"
    default: "of another type"
    }
  }
}

extension Response {
  /// A value as JSON.
  init(
    json value: some Encodable,
    status: HTTPResponse.Status = .ok,
    contentType: String = "application/json"
  ) {
    guard let data = try? WireJSON.encode(value) else {
      // Only a number that is not finite has no JSON, and no value of the API holds one.
      self.init(status: .internalServerError)
      return
    }
    self.init(
      status: status,
      headers: [.contentType: contentType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
    )
  }
}
