import Foundation
import HTTPTypes
import Hummingbird
import LocalAPI
import NIOCore

/// A route, who may take it, and what happens then.
struct Endpoint: Sendable {
  var route: APIRoute
  var role: Submitter.Role
  var handle: @Sendable (APICall) async throws -> Response

  init(
    _ method: HTTPRequest.Method,
    _ path: String,
    role: Submitter.Role,
    handle: @escaping @Sendable (APICall) async throws -> Response
  ) {
    self.route = APIRoute(method, path)
    self.role = role
    self.handle = handle
  }
}

/// One request to an endpoint, with what is needed to answer it.
struct APICall {
  let request: Request
  let context: APIContext

  /// Who asks.
  var submitter: Submitter { context.submitter }

  /// What stands in the path for `{name}`.
  func parameter(_ name: String) throws(ProblemDocument) -> String {
    guard let raw = context.parameters.get(name), let text = raw.removingPercentEncoding,
      !text.isEmpty, text.utf8.count <= 128
    else {
      throw ProblemDocument(.malformed, "the path does not name a \(name)", field: name)
    }
    return text
  }

  /// The parameters behind `?`; any but those named is refused.
  func query(_ names: String...) throws(ProblemDocument) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for (key, value) in request.uri.queryParameters {
      guard names.contains(String(key)) else {
        let known =
          names.isEmpty ? "there are none here" : "there are " + names.joined(separator: ", ")
        throw ProblemDocument(
          .malformed,
          "there is no query parameter \(key); \(known)",
          field: String(key)
        )
      }
      values[String(key), default: []].append(String(value))
    }
    return values
  }

  /// The page that `limit` and `after` ask for.
  func page(_ query: [String: [String]]) throws(ProblemDocument) -> PageRequest {
    guard let text = query["limit"]?.last else { return PageRequest(after: query["after"]?.last) }
    guard let limit = Int(text), (1...PageRequest.mostEntries).contains(limit) else {
      throw .invalid(field: "limit", "must be between 1 and \(PageRequest.mostEntries)")
    }
    return PageRequest(limit: limit, after: query["after"]?.last)
  }

  /// The body, read from JSON.
  func body<Value: Decodable>(
    _ type: Value.Type,
    limit: Int = APILimits.smallBody
  ) async throws -> Value {
    guard let value = try await optionalBody(type, limit: limit) else {
      throw ProblemDocument(.malformed, "the body is empty; it must be a JSON object")
    }
    return value
  }

  /// The body, read from JSON; nil where there is none.
  func optionalBody<Value: Decodable>(
    _ type: Value.Type,
    limit: Int = APILimits.smallBody
  ) async throws -> Value? {
    // `BodyMiddleware` has read all of it already.
    let buffer = try await request.body.collect(upTo: APILimits.body)
    guard buffer.readableBytes <= limit else { throw ProblemDocument.bodyTooLarge(limit: limit) }
    guard buffer.readableBytes > 0 else { return nil }
    do {
      return try WireJSON.decode(type, from: Data(buffer.readableBytesView))
    } catch let error as DecodingError {
      throw ProblemDocument(error)
    }
  }
}
