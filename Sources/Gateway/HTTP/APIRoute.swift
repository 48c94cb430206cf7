import HTTPTypes
import NIOCore

/// A method and a path of the local API.
struct APIRoute: Hashable, Sendable {
  /// The HTTP method.
  var method: HTTPRequest.Method
  /// The path, with `{name}` where anything may stand.
  var path: String

  init(_ method: HTTPRequest.Method, _ path: String) {
    self.method = method
    self.path = path
  }

  /// The name of the method.
  var methodName: String { method.rawValue }

  /// Whether a request's path is one of this route.
  func matches(path other: String) -> Bool {
    let own = path.split(separator: "/")
    let others = other.split(separator: "/")
    guard own.count == others.count else { return false }
    return zip(own, others).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}

/// The limits that keep one client from taking all of the daemon.
enum APILimits {
  /// The most octets of a request's body.
  static let body = 1024 * 1024
  /// The most octets of a body that holds a few fields.
  static let smallBody = 64 * 1024
  /// How many octets of a body that is too large are read, so that the client sees the answer;
  /// behind that the connection is closed.
  static let patience = 16 * 1024 * 1024
  /// How long a body that is on its way may still take when the daemon stops.
  static let bodyGrace: TimeAmount = .seconds(2)
  /// The most octets of all header fields together.
  static let headers = 16 * 1024
  /// The most connections at once.
  static let connections = 512
  /// The most connections over TCP at once.
  static let networkConnections = 256
  /// How long a connection may rest between requests, in seconds.
  static let idleSeconds: Int64 = 60
  /// How often an event stream says that it is still there: proxies close what is silent for a
  /// minute, some for half of one.
  static let heartbeat: TimeAmount = .seconds(15)
}
