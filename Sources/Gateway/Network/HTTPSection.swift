extension GatewayConfiguration {
  /// The table `[http]`: the local API and the dashboard over TCP.
  public struct HTTPSection: Hashable, Sendable {
    /// `listen`: where, for instance `"127.0.0.1:8025"`.
    ///
    /// Default: nowhere.
    public var listen: ListenAddress?
    /// `hosts`: the names under which clients may ask, beside `localhost` and addresses.
    ///
    /// Default: none.
    public var hosts: [String] = []
    /// `metrics_without_token`: whether programs on this machine may read `/metrics` without a token.
    ///
    /// Default: `false`.
    public var metricsWithoutToken = false
    /// `requests_per_second`: how many requests a token may make, 1 to 100000; five times as many
    /// at once.
    ///
    /// Default: 200.
    public var requestsPerSecond = 200

    /// The defaults.
    public init() {}

    init(reading section: inout ConfigurationSection) {
      listen = section.text(
        "listen",
        default: nil,
        allowed: "an address and a port, such as 127.0.0.1:8025 or [::1]:8025"
      ) { ListenAddress($0) != nil }.flatMap(ListenAddress.init)
      hosts = section.list("hosts", default: hosts, allowed: "names of this machine") {
        (1...253).contains($0.utf8.count) && !$0.contains("/") && !$0.contains(":")
      }
      metricsWithoutToken = section.flag("metrics_without_token", default: metricsWithoutToken)
      requestsPerSecond =
        section.number(
          "requests_per_second",
          default: requestsPerSecond,
          allowed: "1 to 100000"
        ) { (1...100_000).contains($0) } ?? requestsPerSecond
    }
  }
}
