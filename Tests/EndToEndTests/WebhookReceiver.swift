import Dispatch
import Foundation
import Glibc
import Synchronization

/// An application that is told by webhook: a small HTTP server on a port of this machine.
final class WebhookReceiver: Sendable {
  /// One request.
  struct Request: Sendable {
    let headers: [String: String]
    let body: String
  }

  private struct State {
    var requests: [Request] = []
    var status = 204
  }

  let port: Int
  private let descriptor: CInt
  private let state = Mutex(State())
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Listens.
  ///
  /// - Parameter port: The port; 0 for any.
  /// - Throws: What the system says.
  init(port: Int = 0) throws {
    (descriptor, self.port) = try Self.listen(on: port)
    Thread.detachNewThread { [self] in
      serve()
      hasEnded.signal()
    }
  }

  private static func listen(on port: Int) throws -> (descriptor: CInt, port: Int) {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var yes: CInt = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else {
      let code = POSIXErrorCode(rawValue: errno) ?? .EIO
      close(descriptor)
      throw POSIXError(code)
    }
    return (descriptor, Int(in_port_t(bigEndian: address.sin_port)))
  }

  /// A port that nobody listens on at the moment, and that the kernel gives to nobody who asks for any
  /// (`ip_local_port_range` begins at 32768), so that it is still free when it is needed.
  static func freePort() throws -> Int {
    while true {
      do {
        let (descriptor, port) = try listen(on: .random(in: 20_000..<32_000))
        close(descriptor)
        return port
      } catch let error as POSIXError where error.code == .EADDRINUSE {}
    }
  }

  /// What came so far.
  var requests: [Request] { state.withLock { $0.requests } }

  /// What is answered from now on.
  func answer(_ status: Int) { state.withLock { $0.status = status } }

  /// Hangs up and is gone.
  func stop() {
    shutdown(descriptor, CInt(SHUT_RDWR))
    // Its number is given to another socket next, and the thread must not take that for its own.
    hasEnded.wait()
    close(descriptor)
  }

  private func serve() {
    while true {
      let client = accept(descriptor, nil, nil)
      guard client >= 0 else { return }
      Thread.detachNewThread { [self] in
        answer(client)
        close(client)
      }
    }
  }

  private func answer(_ client: CInt) {
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(client, &buffer, buffer.count)
      guard count > 0 else { return }
      octets += buffer.prefix(count)
      guard let request = Self.request(octets) else { continue }
      let status = state.withLock { state in
        if state.status < 300 { state.requests.append(request) }
        return state.status
      }
      let reply = "HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
      _ = reply.withCString { send(client, $0, reply.utf8.count, CInt(MSG_NOSIGNAL)) }
      return
    }
  }

  /// The request, once all of it is there.
  private static func request(_ octets: [UInt8]) -> Request? {
    let text = String(decoding: octets, as: UTF8.self)
    let parts = text.components(separatedBy: "\r\n\r\n")
    guard parts.count > 1 else { return nil }
    var headers: [String: String] = [:]
    for line in parts[0].components(separatedBy: "\r\n").dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    let body = parts.dropFirst().joined(separator: "\r\n\r\n")
    guard body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 else { return nil }
    return Request(headers: headers, body: body)
  }
}
