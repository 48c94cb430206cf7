import FakeGateway
import Foundation
import Gateway
import LocalAPI
import Messaging
import Testing

/// The copy of the database as it goes over the socket, and what is held after it was restored.
@Suite struct HTTPBackupTests {
  @Test func `a copy comes whole, and says beforehand how long it is`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("GET", "/v1/backup", to: server.socket)
      #expect(reply.headers["content-length"] == "600000")
      #expect(reply.headers["content-type"] == "application/vnd.sqlite3")
      var octets: [UInt8] = []
      try await GatewayClient.withClient(socket: server.socket) { client in
        try await client.backup { octets += $0 }
      }
      #expect(octets == (0..<600_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
    }
  }

  @Test func `held messages are released, one or all`() async throws {
    let gateway = FakeGateway()
    try await RunningServer.with(gateway: gateway) { server in
      let id = try #require(MessageID("01J0000000000000000000000A"))
      try await GatewayClient.withClient(socket: server.socket) { client in
        let all = try await client.releaseHeld().value.released
        let one = try await client.releaseHeld(id).value.released
        #expect(all == 2)
        #expect(one == 1)
      }
      let log = await gateway.log
      #expect(log.suffix(2).elementsEqual(["release all", "release \(id)"]))
      let reply = await RawHTTP.send(
        "POST",
        "/v1/queue/release",
        body: #"{"id":"nonsense"}"#,
        to: server.socket
      )
      #expect(reply.status == 422 || reply.status == 400)
    }
  }

  @Test func `a copy has no name, and its room is free when nobody holds it`() throws {
    let path = NSTemporaryDirectory() + "backup-" + UUID().uuidString
    try Data("copy".utf8).write(to: URL(filePath: path))
    let file = try BackupFile(taking: path)
    #expect(file.size == 4)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: BackupFileError.self) { try BackupFile(taking: path) }
  }
}
