import Testing

@testable import Gateway

/// The small values of the HTTP interface.
@Suite struct NetworkValueTests {
  @Test(arguments: [
    ("127.0.0.1:8025", "127.0.0.1", 8025), ("localhost:1", "localhost", 1),
    ("[::1]:65535", "::1", 65535), ("sms.example.com:0", "sms.example.com", 0),
  ])
  func `an address is read and written`(text: String, host: String, port: Int) {
    let address = ListenAddress(text)
    #expect(address == ListenAddress(host: host, port: port))
    #expect(address?.description == text)
  }

  @Test(arguments: ["", "8025", ":8025", "127.0.0.1", "::1:8025", "a:65536", "a:-1", "a:b"])
  func `what is no address is none`(text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test func `only addresses of this machine are loopback`() {
    #expect(ListenAddress("127.0.0.2:1")?.isLoopback ?? false)
    #expect(ListenAddress("[::1]:1")?.isLoopback ?? false)
    #expect(ListenAddress("0.0.0.0:1")?.isLoopback == false)
    #expect(ListenAddress("192.0.2.1:1")?.isLoopback == false)
  }

  @Test func `a budget is spent, and comes back at its rate`() {
    let start = ContinuousClock.now
    var budget = RequestBudget(rate: 2, burst: 3, at: start)
    let moments: [Duration] = [
      .zero, .zero, .zero, .zero, .milliseconds(499), .milliseconds(500), .milliseconds(501),
    ]
    let taken = moments.map { budget.take(at: start + $0) }
    #expect(taken == [true, true, true, false, false, true, false])
    let isWhole = budget.isWhole(at: start + .seconds(60))
    #expect(isWhole)
  }

  @Test func `a flood of addresses does not fill the memory, and keeps nobody from asking`() {
    let budgets = RequestBudgets(rate: 0.001, burst: 1)
    let now = ContinuousClock.now
    for number in 0..<(2 * RequestBudgets.limit) { _ = budgets.take("\(number)", at: now) }
    #expect(budgets.count <= RequestBudgets.limit + 1)
    #expect(!budgets.take("0", at: now))
    #expect(budgets.take("later", at: now + .seconds(100_000)))
  }

  @Test func `a token is read back, and anything else is none`() {
    var random = SystemRandomNumberGenerator()
    let secret = TokenSecret(using: &random)
    #expect(TokenSecret(secret.text) == secret)
    let other = TokenSecret(using: &random)
    #expect(secret.proves(secret.hash))
    #expect(!secret.proves(other.hash))
    #expect(!secret.proves([]))
    for text in ["", "hermod", secret.text.uppercased(), secret.text + "0", "x" + secret.text] {
      #expect(TokenSecret(text) == nil, "\(text)")
    }
  }

  @Test func `a histogram is cumulative and ends with everything`() {
    var histogram = Histogram(bounds: [1, 2])
    for value in [0.5, 1, 1.5, 99] { histogram.add(value) }
    let samples = histogram.samples(labels: [])
    #expect(samples.map(\.value) == [2, 3, 4, 102, 4])
    #expect(samples.map(\.suffix) == ["_bucket", "_bucket", "_bucket", "_sum", "_count"])
    #expect(samples[2].labels == [.init("le", "+Inf")])
  }

  // Made with: printf '%s' '1800000000.{}' | openssl dgst -sha256 -hmac 0123456789abcdef
  @Test func `a signature is HMAC-SHA-256 over the time, a full stop and the body`() throws {
    let signature = try #require(WebhookSignature(secret: "0123456789abcdef"))
    #expect(
      signature.value(for: Array("{}".utf8), at: 1_800_000_000)
        == "t=1800000000,v1=1313ae9c874eb1a0868ad0b65f841c4243c23fdcfad69a3ada227726fad9960e"
    )
    #expect(WebhookSignature(secret: "0123456789abcde") == nil)
  }
}
