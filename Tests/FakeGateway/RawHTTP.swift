import Foundation

/// HTTP as octets over a Unix-domain socket, for what a proper client would not send or not show.
public struct RawHTTP: Sendable {
  /// The answer to one request.
  public struct Reply: Sendable {
    /// The status code.
    public var status: Int
    /// The header fields, by name in lower case.
    public var headers: [String: String]
    /// The body, its chunks joined.
    public var body: String
  }

  /// Sends a request and reads until the server closes the connection.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path and the query.
  ///   - headers: Lines of the header beside `Host`, `Connection` and `Content-Length`.
  ///   - body: The body.
  ///   - socket: The path of the socket.
  /// - Returns: The answer; status 0 where there was none.
  public static func send(
    _ method: String,
    _ path: String,
    headers: [String] = [],
    body: String = "",
    to socket: String
  ) async -> Reply {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: hermod", "Connection: close"] + headers
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    let request = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    return parse(await exchange(request, socket))
  }

  /// Sends a request without a body, and blocks the calling thread until there is an answer.
  ///
  /// - Parameters:
  ///   - path: The path and the query.
  ///   - socket: The path of the socket.
  /// - Returns: The answer; status 0 where there was none.
  public static func get(_ path: String, from socket: String) -> Reply {
    let lines = ["GET \(path) HTTP/1.1", "Host: hermod", "Connection: close"]
    return parse(blockingExchange(lines.joined(separator: "\r\n") + "\r\n\r\n", socket))
  }

  /// Sends a request with a body, and blocks the calling thread until there is an answer.
  ///
  /// - Parameters:
  ///   - path: The path and the query.
  ///   - headers: Further lines of the header.
  ///   - body: The body.
  ///   - socket: The path of the socket.
  /// - Returns: The answer; status 0 where there was none.
  public static func post(
    _ path: String,
    headers: [String] = [],
    body: String,
    to socket: String
  ) -> Reply {
    let lines =
      ["POST \(path) HTTP/1.1", "Host: hermod", "Connection: close"] + headers
      + ["Content-Length: \(body.utf8.count)"]
    return parse(blockingExchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, socket))
  }

  /// Reads an answer that has no end in sight, until enough of it is there.
  ///
  /// - Parameters:
  ///   - path: The path and the query.
  ///   - socket: The path of the socket.
  ///   - isEnough: Asked with all that has come, whenever something comes.
  /// - Returns: What has come.
  public static func follow(
    _ path: String,
    from socket: String,
    until isEnough: @Sendable @escaping (String) -> Bool
  ) async -> String {
    let request = "GET \(path) HTTP/1.1\r\nHost: hermod\r\n\r\n"
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: blockingExchange(request, socket, until: isEnough))
      }
    }
  }

  /// Sends a request over TCP and reads until the server closes the connection.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path and the query.
  ///   - host: What stands in the `Host` field.
  ///   - headers: Further lines of the header.
  ///   - body: The body.
  ///   - port: The port on this machine.
  /// - Returns: The answer; status 0 where there was none.
  public static func send(
    _ method: String,
    _ path: String,
    host: String,
    headers: [String] = [],
    body: String = "",
    port: Int
  ) async -> Reply {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + headers
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    let request = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    return parse(
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          continuation.resume(returning: blockingExchange(request, port: port))
        }
      }
    )
  }

  /// Sends a request whose body is in chunks already, the last one included.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The path and the query.
  ///   - body: The chunks, each with its length, as RFC 9112 §7.1 has them.
  ///   - socket: The path of the socket.
  /// - Returns: The answer; status 0 where there was none.
  public static func sendChunked(
    _ method: String,
    _ path: String,
    body: String,
    to socket: String
  ) async -> Reply {
    let lines = [
      "\(method) \(path) HTTP/1.1", "Host: hermod", "Connection: close",
      "Transfer-Encoding: chunked",
    ]
    return parse(await exchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, socket))
  }

  /// On a thread of its own: the global queues share their threads with Swift's concurrency, and one
  /// that blocks there keeps the server waiting.
  private static func exchange(_ request: String, _ path: String) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: blockingExchange(request, path))
      }
    }
  }

  private static func blockingExchange(
    _ request: String,
    _ path: String,
    until isEnough: (String) -> Bool = { _ in false }
  ) -> String {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    return blockingExchange(request, AF_UNIX, address, until: isEnough)
  }

  private static func blockingExchange(_ request: String, port: Int) -> String {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return blockingExchange(request, AF_INET, address)
  }

  private static func blockingExchange<Address>(
    _ request: String,
    _ family: CInt,
    _ address: Address,
    until isEnough: (String) -> Bool = { _ in false }
  ) -> String {
    let descriptor = Glibc.socket(family, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &limit,
      socklen_t(MemoryLayout<timeval>.size)
    )
    let connected = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    guard connected == 0 else { return "" }
    var rest = Array(request.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      answer += buffer.prefix(count)
      guard !isEnough(String(decoding: answer, as: UTF8.self)) else { break }
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private static func parse(_ answer: String) -> Reply {
    let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = (parts.first ?? "").split(separator: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let field = line.split(separator: ":", maxSplits: 1)
      guard field.count == 2 else { continue }
      headers[field[0].lowercased()] = String(field[1].drop { $0 == " " })
    }
    let body = parts.count > 1 ? String(parts[1]) : ""
    return Reply(status: status, headers: headers, body: body)
  }
}
