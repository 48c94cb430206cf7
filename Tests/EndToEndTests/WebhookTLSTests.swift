import FakeGateway
import Foundation
import Glibc
import Testing

/// A receiver beyond TLS, with a certificate that nobody but its owner knows.
@Suite(
  .serialized,
  .ownThreads,
  .timeLimit(.minutes(3)),
  .enabled(if: TLSReceiver.openssl != nil, "there is no openssl on this machine")
)
struct WebhookTLSTests {
  @Test func `A certificate of one's own is believed where ca_file names it, and nowhere else`()
    throws
  {
    let receiver = try TLSReceiver()
    defer { receiver.stop() }
    let secret = receiver.directory + "/secret"
    try "correct horse battery staple\n".write(toFile: secret, atomically: true, encoding: .utf8)
    let tables = [("stranger", ""), ("friend", "ca_file = \"\(receiver.certificate)\"")].map {
      """
      [[webhook]]
      name = "\($0.0)"
      url = "https://127.0.0.1:\(receiver.port)/\($0.0)"
      secret_file = "\(secret)"
      events = ["message.sent"]
      \($0.1)

      """
    }
    let laboratory = try Laboratory(modems: 1, tables: tables.joined())
    try laboratory.start(untilReady: 1)
    try laboratory.drop("hello", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("the friend is told") {
      receiver.text.contains("POST /friend") && receiver.text.contains(#""type":"message.sent""#)
    }
    try receiver.answer()
    try laboratory.eventually("nothing more is owed to the friend") {
      try laboratory.metric(#"hermod_webhook_pending{webhook="friend"}"#) == 0
    }
    try laboratory.eventually("the stranger is tried") {
      try laboratory.metric(#"hermod_webhook_attempts_total{webhook="stranger",result="refused"}"#)
        >= 1
    }
    #expect(try laboratory.metric(#"hermod_webhook_pending{webhook="stranger"}"#) == 1)
    #expect(receiver.text.contains("Hermod-Signature: t="))
    // Not one octet goes to whoever cannot prove who they are.
    #expect(!receiver.text.contains("/stranger"))
  }

  @Test func `A ca_file without a certificate is a fault that names it`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      tables: """
        [[webhook]]
        url = "https://127.0.0.1:1/"
        secret_file = "/proc/version"
        ca_file = "/etc/hostname"
        """
    )
    let configuration = laboratory.directory.path + "/hermod.toml"
    let run = try laboratory.hermod("daemon", "--config", configuration)
    #expect(run.status != 0)
    #expect(run.error.contains("/etc/hostname") && run.error.contains("ca_file"))
  }
}

/// `openssl s_server` with a fresh certificate for 127.0.0.1.
private final class TLSReceiver {
  static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let directory: String
  let port: Int
  private let server = Process()
  private let input = Pipe()
  private let output: URL

  var certificate: String { directory + "/certificate.pem" }
  /// All that was decrypted so far.
  var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  init() throws {
    directory = NSTemporaryDirectory() + "hermod-tls-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    output = URL(fileURLWithPath: directory + "/requests")
    port = try WebhookReceiver.freePort()
    let key = directory + "/key.pem"
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: Self.openssl ?? "")
    maker.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key, "-out", directory + "/certificate.pem", "-days", "2", "-subj",
      "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    maker.standardError = FileHandle.nullDevice
    try maker.run()
    maker.awaitExit()
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    server.executableURL = maker.executableURL
    server.arguments = [
      "s_server", "-quiet", "-accept", "127.0.0.1:\(port)", "-cert",
      directory + "/certificate.pem", "-key", key,
    ]
    server.standardInput = input
    server.standardOutput = try FileHandle(forWritingTo: output)
    server.standardError = FileHandle.nullDevice
    try server.run()
  }

  /// Answers whoever is connected: what it reads, it sends.
  func answer() throws {
    try input.fileHandleForWriting.write(
      contentsOf: Data("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".utf8)
    )
  }

  func stop() {
    // It keeps the signals blocked that the threads of the tests block.
    kill(server.processIdentifier, SIGKILL)
    server.awaitExit()
    try? FileManager.default.removeItem(atPath: directory)
  }
}
