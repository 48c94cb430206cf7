import FakeGateway
import Foundation
import Glibc
import Testing

@testable import Gateway

/// A client that begins a request and never finishes it.
///
/// It asks for `/healthz` first, in the same octets: once that is answered, the server is at the
/// request that hangs.
private final class StalledClient: Sendable {
  private let descriptor: CInt

  init(socket path: String) {
    descriptor = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    open(address)
  }

  init(port: Int) {
    descriptor = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    open(address)
  }

  deinit { close(descriptor) }

  private func open<Address>(_ address: Address) {
    let connected = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    #expect(connected == 0)
  }

  /// Sends the beginning of a message, and returns once the server has it.
  func begin() async {
    let octets = Array(
      ("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{\"to\":")
        .utf8
    )
    #expect(send(descriptor, octets, octets.count, CInt(MSG_NOSIGNAL)) == octets.count)
    let descriptor = descriptor
    let answer = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        continuation.resume(
          returning: String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
        )
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
  }
}

/// Whoever does not finish a request does not keep the daemon from stopping.
@Suite(.timeLimit(.minutes(3))) struct StalledBodyTests {
  /// Far above the grace of a body, and far below the minute after which a connection at rest is
  /// closed.
  private static let limit = Duration.seconds(30)

  @Test func `a stranger over TCP, refused before the body is there`() async throws {
    let clock = ContinuousClock()
    let client = Held()
    let start = clock.now
    try await NetworkFixture.with { server in await client.begin(StalledClient(port: server.port)) }
    #expect(clock.now - start < Self.limit)
  }

  @Test func `a user of this machine, whose body is waited for`() async throws {
    let clock = ContinuousClock()
    let client = Held()
    let start = clock.now
    try await RunningServer.with { server in
      await client.begin(StalledClient(socket: server.socket))
    }
    #expect(clock.now - start < Self.limit)
  }

  /// Keeps a connection open beyond the closure that opened it.
  private actor Held {
    private var client: StalledClient?

    func begin(_ client: StalledClient) async {
      self.client = client
      await client.begin()
    }
  }
}
