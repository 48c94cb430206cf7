import FakeGateway
import Foundation
import Gateway
import LocalAPI
import Testing

/// The file of the socket: when it is taken, who may open it, and what is left of it.
@Suite struct HTTPSocketTests {
  private static func temporaryPath(_ name: String = "api.sock") throws -> String {
    let directory = SocketPlace.directory.appending(
      path: "hermod-" + UUID().uuidString.prefix(8).lowercased()
    )
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory.appending(path: name).path
  }

  /// Binds a socket that nobody will answer on, as a killed daemon leaves behind.
  private static func leaveStaleSocket(at path: String) throws {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    close(descriptor)
  }

  @Test func `a socket that nobody answers on is replaced`() async throws {
    let path = try Self.temporaryPath()
    try Self.leaveStaleSocket(at: path)
    try await RunningServer.with(socket: path) { server in
      #expect(await RawHTTP.send("GET", "/healthz", to: server.socket).status == 200)
    }
  }

  @Test func `a socket that another daemon answers on is left alone`() async throws {
    let path = try Self.temporaryPath()
    try await RunningServer.with(socket: path) { server in
      await #expect(throws: SocketFileError.inUse(path: path)) {
        try await RunningServer.with(socket: path) { _ in }
      }
      #expect(await RawHTTP.send("GET", "/healthz", to: server.socket).status == 200)
    }
  }

  @Test func `a file that is not a socket is never removed`() async throws {
    let path = try Self.temporaryPath()
    try Data("precious".utf8).write(to: URL(filePath: path))
    await #expect(throws: SocketFileError.notASocket(path: path)) {
      try await RunningServer.with(socket: path) { _ in }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `a path that does not fit into an address is refused in words`() async throws {
    let path = "/tmp/" + String(repeating: "x", count: 120)
    let error = await #expect(throws: SocketFileError.self) {
      try await RunningServer.with(socket: path) { _ in }
    }
    #expect(error == .pathTooLong(path: path, limit: 107))
  }

  @Test func `owner and group may connect, others may not, and the file goes with the server`()
    async throws
  {
    let path = try Self.temporaryPath()
    try await RunningServer.with(socket: path) { server in
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o660)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
