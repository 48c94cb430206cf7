import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

/// The tables `[http]` and `[[webhook]]`, and the event handler.
@Suite struct ApplicationConfigurationTests {
  private static let whole = """
    [spool]
    event_handler = "/usr/local/bin/on-sms"
    event_handler_timeout = 5
    [http]
    listen = "[::1]:8025"
    hosts = ["sms.example.com"]
    metrics_without_token = true
    requests_per_second = 7
    [[webhook]]
    url = "https://shop.example.com/sms"
    secret_file = "/etc/hermod/shop.secret"
    events = ["message.delivered", "optout.*"]
    timeout = 3
    keep_hours = 1
    [[webhook]]
    name = "other"
    url = "http://localhost:1/"
    secret_file = "/s"
    """

  @Test func `every key is read`() throws {
    let configuration = try ConfigurationFile(text: Self.whole, file: "h.toml").configuration
    #expect(configuration.spool.eventHandler == "/usr/local/bin/on-sms")
    #expect(configuration.spool.eventHandlerTimeout == 5)
    #expect(configuration.http.listen == ListenAddress(host: "::1", port: 8025))
    #expect(configuration.http.hosts == ["sms.example.com"])
    #expect(configuration.http.metricsWithoutToken)
    #expect(configuration.http.requestsPerSecond == 7)
    let shop = try #require(configuration.webhooks.first)
    #expect(shop.name == "https://shop.example.com/sms")
    #expect(shop.subscription.kinds == [.message(.delivered), .optedOut, .optedIn])
    #expect(shop.timeout == 3 && shop.keepHours == 1)
    let other = try #require(configuration.webhooks.last)
    #expect(other.subscription.kinds.count == WebhookKind.allCases.count - 2)
    #expect(!other.subscription.kinds.contains(.message(.queued)))
  }

  @Test func `nothing listens and nobody is told where a file says nothing`() {
    let configuration = GatewayConfiguration()
    #expect(configuration.http.listen == nil)
    #expect(!configuration.http.metricsWithoutToken)
    #expect(configuration.webhooks.isEmpty)
    #expect(configuration.spool.eventHandler == nil)
  }

  @Test(arguments: [
    ("[http]\nlisten = \"8025\"", "h.toml:2: http.listen: \"8025\" is not an address"),
    ("[http]\nhosts = \"a\"", "h.toml:2: http.hosts: a string; it must be a list of texts"),
    ("[http]\nhosts = [\"a\", 1]", "h.toml:2: http.hosts: integer is not among names"),
    ("[http]\nhosts = [\"a:1\"]", "h.toml:2: http.hosts: \"a:1\" is not among names"),
    ("[[webhook]]\nsecret_file = \"/s\"", "h.toml:1: webhook[0]: url is missing"),
    ("[[webhook]]\nurl = \"http://a/\"", "h.toml:1: webhook[0]: secret_file is missing"),
    (
      "[[webhook]]\nurl = \"ftp://a/\"\nsecret_file = \"/s\"",
      "h.toml:2: webhook[0].url: \"ftp://a/\" is not a URL"
    ),
    (
      "[[webhook]]\nurl = \"http://a/\"\nsecret_file = \"/s\"\nevents = [\"message.gone\"]",
      "h.toml:4: webhook[0].events: \"message.gone\" is not among events"
    ),
    ("[webhook]\nurl = \"http://a/\"", "h.toml:1: webhook: it must be a list of tables"),
    ("[spool]\nevent_handler = \"on-sms\"", "h.toml:2: spool.event_handler: \"on-sms\" is not"),
  ])
  func `a fault names its line and its key`(text: String, expected: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile(text: text, file: "h.toml")
    }
    #expect(error?.description.contains(expected) ?? false, "\(error?.description ?? "")")
  }
}
