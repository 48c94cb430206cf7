import Foundation
import Testing

@testable import Gateway

/// A reload: all of it or nothing, and what it says about it.
@Suite struct ConfigurationChangeTests {
  private static let start = """
    [gateway]
    country_code = "44"
    socket = "/run/hermod/hermod.sock"

    [[modem]]
    name = "front"
    device = "/dev/ttyS1"

    [[modem]]
    name = "back"
    device = "/dev/ttyS2"
    """

  private func change(to text: String) throws -> ConfigurationChange {
    ConfigurationChange(
      from: try ConfigurationFile(text: Self.start, file: "a"),
      to: try ConfigurationFile(text: text, file: "a")
    )
  }

  @Test func `the same file changes nothing`() throws {
    #expect(try change(to: Self.start) == ConfigurationChange())
  }

  @Test func `a value, a modem that comes and one that goes are said by name`() throws {
    let change = try change(
      to: """
        [gateway]
        country_code = "49"
        [log]
        level = "debug"
        [[modem]]
        name = "back"
        device = "/dev/ttyS2"
        baud = 9600
        [[modem]]
        name = "new"
        device = "/dev/ttyS3"
        """
    )
    #expect(
      change.applied == [
        "[[modem]] front is gone", "[[modem]] new is new",
        #"[gateway] country_code: "44" is now "49""#, #"[log] level: "info" is now "debug""#,
        "[[modem]] back baud: 115200 is now 9600",
      ]
    )
    #expect(change.needsRestart.isEmpty)
  }

  @Test func `what is read at the start takes a restart, and stays as it was`() async throws {
    let texts = Texts(Self.start)
    let configuration = try CurrentConfiguration { () throws(ConfigurationError) in
      try ConfigurationFile(text: texts.text, file: "a")
    }
    texts.text = """
      [gateway]
      country_code = "44"
      state_directory = "/srv/hermod"
      socket = "/tmp/other.sock"
      status_reports = false
      [spool]
      directory = "/srv/spool"
      event_handler = "/usr/local/bin/handler"
      [http]
      listen = "127.0.0.1:8025"
      [[webhook]]
      name = "shop"
      url = "http://127.0.0.1/hook"
      secret_file = "/etc/hermod/shop.secret"
      """
    var changes = configuration.changes().makeAsyncIterator()
    for _ in 1...2 {
      let change = try configuration.reload()
      #expect(
        change.needsRestart == [
          "[[webhook]] shop is new",
          #"[gateway] state_directory: "/var/lib/hermod" is now "/srv/hermod""#,
          #"[gateway] socket: "/run/hermod/hermod.sock" is now "/tmp/other.sock""#,
          #"[spool] directory: "/var/spool/hermod" is now "/srv/spool""#,
          #"[spool] event_handler: not set is now "/usr/local/bin/handler""#,
          #"[http] listen: not set is now "127.0.0.1:8025""#,
        ]
      )
    }
    let followed = try #require(await changes.next())
    #expect(followed.gateway.socket == "/run/hermod/hermod.sock")
    #expect(followed.spool.directory == "/var/spool/hermod")
    #expect(followed.spool.eventHandler == nil)
    #expect(followed.http.listen == nil)
    #expect(followed.webhooks.isEmpty)
    #expect(followed.gateway.statusReports == false)
    #expect(followed.modems.isEmpty)
  }

  @Test func `a fault leaves everything as it was`() throws {
    let texts = Texts(Self.start)
    let configuration = try CurrentConfiguration { () throws(ConfigurationError) in
      try ConfigurationFile(text: texts.text, file: "a")
    }
    texts.text = "[gateway]\ncountry_code = \"49\"\nlongest_message = 999\n"
    #expect(throws: ConfigurationError.self) { try configuration.reload() }
    #expect(configuration.current.gateway.countryCode == "44")
    #expect(configuration.current.modems.map(\.name) == ["front", "back"])
  }

  /// A file that somebody edits.
  private final class Texts: @unchecked Sendable {
    private let lock = NSLock()
    private var held: String

    init(_ text: String) {
      held = text
    }

    var text: String {
      get { lock.withLock { held } }
      set { lock.withLock { held = newValue } }
    }
  }
}
