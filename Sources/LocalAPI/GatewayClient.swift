import AsyncHTTPClient
public import FoundationEssentials
import Glibc
import Messaging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// What the daemon answered: the value, and the JSON that it was read from.
public struct Answer<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// The JSON as it came, with all that a newer daemon may have put into it.
  public let json: Data
}

/// A connection to the daemon's local API over its Unix-domain socket.
public struct GatewayClient: Sendable {
  /// Where the daemon listens unless something else is said.
  public static let defaultSocket = "/run/hermod/hermod.sock"

  /// The path of the socket.
  public let socket: String
  private let http: HTTPClient
  private let timeout: Duration

  /// The most octets of an answer.
  private static let longestAnswer = 64 * 1024 * 1024

  /// A client; whoever makes one calls `shutdown` when done.
  ///
  /// - Parameters:
  ///   - socket: The path of the socket.
  ///   - timeout: How long to wait for an answer.
  public init(socket: String, timeout: Duration = .seconds(30)) {
    self.socket = socket
    self.timeout = timeout
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    // A daemon that is not there is not there: the user is told so at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Whoever imports a list has many requests on their way.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes all connections.
  public func shutdown() async {
    try? await http.shutdown()
  }

  /// Hands a client to `body` and shuts it down afterwards.
  ///
  /// - Parameters:
  ///   - socket: The path of the socket.
  ///   - timeout: How long to wait for an answer.
  ///   - body: What to do with the client.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public static func withClient<Result>(
    socket: String,
    timeout: Duration = .seconds(30),
    _ body: (GatewayClient) async throws -> Result
  ) async throws -> Result {
    let client = GatewayClient(socket: socket, timeout: timeout)
    do {
      let result = try await body(client)
      await client.shutdown()
      return result
    } catch {
      await client.shutdown()
      throw error
    }
  }

  /// The path of the socket: what the user said, else `HERMOD_SOCKET`, else the default.
  public static func socketPath(option: String?, environment: String?) -> String {
    for candidate in [option, environment] {
      if let candidate, !candidate.isEmpty { return candidate }
    }
    return defaultSocket
  }
}

extension GatewayClient {
  func get<Value: Decodable>(
    _ path: String,
    query: [(String, String)] = []
  ) async throws(GatewayClientError) -> Answer<Value> {
    try await exchange(.GET, path, query: query, body: nil)
  }

  func send<Value: Decodable>(
    _ method: HTTPMethod,
    _ path: String,
    query: [(String, String)] = [],
    headers: [(String, String)] = []
  ) async throws(GatewayClientError) -> Answer<Value> {
    try await exchange(method, path, query: query, headers: headers, body: nil)
  }

  func send<Value: Decodable>(
    _ method: HTTPMethod,
    _ path: String,
    query: [(String, String)] = [],
    headers: [(String, String)] = [],
    body: some Encodable
  ) async throws(GatewayClientError) -> Answer<Value> {
    let data: Data
    do {
      data = try WireJSON.encode(body)
    } catch {
      throw .notUnderstood(socket: socket, detail: "\(error)")
    }
    return try await exchange(method, path, query: query, headers: headers, body: data)
  }

  /// The answer as it comes, for what is not JSON.
  func text(_ path: String) async throws(GatewayClientError) -> String {
    let (status, body) = try await perform(request(.GET, path))
    guard status < 400 else { throw failure(status: status, body: body) }
    return String(decoding: body, as: UTF8.self)
  }

  private func exchange<Value: Decodable>(
    _ method: HTTPMethod,
    _ path: String,
    query: [(String, String)],
    headers: [(String, String)] = [],
    body: Data?
  ) async throws(GatewayClientError) -> Answer<Value> {
    var request = request(method, path, query: query)
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(data: body))
    }
    let (status, answer) = try await perform(request)
    do {
      // `/healthz` answers 503 with a body of its own; every other failure is a problem document.
      if status < 400 || Value.self == HealthView.self {
        return Answer(value: try WireJSON.decode(Value.self, from: answer), json: answer)
      }
    } catch {
      throw .notUnderstood(socket: socket, detail: "\(error)")
    }
    throw failure(status: status, body: answer)
  }

  private func failure(status: Int, body: Data) -> GatewayClientError {
    guard let problem = try? WireJSON.decode(ProblemDocument.self, from: body) else {
      return .notUnderstood(socket: socket, detail: "HTTP status \(status) without a problem")
    }
    return .problem(problem)
  }

  func request(
    _ method: HTTPMethod,
    _ path: String,
    query: [(String, String)] = []
  ) -> HTTPClientRequest {
    var url = "http+unix://" + Self.escape(socket) + path
    let pairs = query.map { Self.escape($0.0) + "=" + Self.escape($0.1) }
    if !pairs.isEmpty { url += "?" + pairs.joined(separator: "&") }
    var request = HTTPClientRequest(url: url)
    request.method = method
    request.headers.replaceOrAdd(name: "Host", value: "hermod")
    return request
  }

  private func perform(
    _ request: HTTPClientRequest
  ) async throws(GatewayClientError) -> (status: Int, body: Data) {
    do {
      let deadline = NIODeadline.now() + TimeAmount(timeout)
      let response = try await http.execute(request, deadline: deadline)
      let body = try await response.body.collect(upTo: Self.longestAnswer)
      return (Int(response.status.code), Data(body.readableBytesView))
    } catch {
      throw translate(error)
    }
  }

  /// Begins a response that has no end in sight, and hands its octets to `receive` as they come.
  func stream(
    _ request: HTTPClientRequest,
    opened: () async throws -> Void,
    receive: (ByteBuffer) async throws -> Void
  ) async throws {
    let response: HTTPClientResponse
    do {
      response = try await http.execute(request, deadline: .distantFuture)
      guard response.status.code < 400 else {
        let body = try await response.body.collect(upTo: Self.longestAnswer)
        throw failure(status: Int(response.status.code), body: Data(body.readableBytesView))
      }
    } catch {
      throw translate(error)
    }
    try await opened()
    var iterator = response.body.makeAsyncIterator()
    while true {
      let next: ByteBuffer?
      do {
        next = try await iterator.next()
      } catch {
        throw translate(error)
      }
      guard let next else { return }
      try await receive(next)
    }
  }

  private func translate(_ error: any Error) -> GatewayClientError {
    switch error {
    case let error as GatewayClientError:
      return error
    case let error as IOError:
      switch error.errnoCode {
      case ENOENT: return .notReachable(socket: socket, cause: .noSocket)
      case ECONNREFUSED: return .notReachable(socket: socket, cause: .nobodyListens)
      case EACCES, EPERM: return .notReachable(socket: socket, cause: .notPermitted)
      case EPIPE, ECONNRESET: return .noAnswer(socket: socket, reason: "it hung up")
      default: return .notReachable(socket: socket, cause: .other("\(error)"))
      }
    case let error as HTTPClientError:
      return translate(error)
    case is CancellationError:
      return .noAnswer(socket: socket, reason: "the request was cancelled")
    default:
      return .noAnswer(socket: socket, reason: "\(error)")
    }
  }

  private func translate(_ error: HTTPClientError) -> GatewayClientError {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      .notReachable(socket: socket, cause: .other("it does not take the connection"))
    case .deadlineExceeded, .readTimeout:
      .noAnswer(socket: socket, reason: "none came in \(timeout)")
    case .remoteConnectionClosed:
      .noAnswer(socket: socket, reason: "it hung up")
    case .cancelled:
      .noAnswer(socket: socket, reason: "the request was cancelled")
    default:
      .noAnswer(socket: socket, reason: error.shortDescription)
    }
  }

  /// Percent-encodes all but the unreserved characters of RFC 3986 §2.3.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for octet in text.utf8 {
      switch octet {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        escaped.unicodeScalars.append(Unicode.Scalar(octet))
      default:
        escaped += "%" + [octet].hexadecimal
      }
    }
    return escaped
  }
}
