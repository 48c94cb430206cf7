internal import Storage

extension GatewayConfiguration {
  /// The table `[retention]`: how long what is done with is kept.
  ///
  /// The list of opt-outs and its history are kept for ever.
  public struct RetentionSection: Hashable, Sendable {
    /// `messages`: how many days a message is kept after it came to rest, with its attempts and
    /// reports.
    ///
    /// Default: `90`.
    public var messages = 90
    /// `inbound`: how many days a received message is kept.
    ///
    /// Default: `90`.
    public var inbound = 90

    /// The defaults.
    public init() {}

    init(reading section: inout ConfigurationSection) {
      messages = Self.days("messages", default: messages, &section)
      inbound = Self.days("inbound", default: inbound, &section)
    }

    private static func days(
      _ key: String,
      default days: Int,
      _ section: inout ConfigurationSection
    ) -> Int {
      section.number(key, default: days, allowed: "1 to 36500 days") {
        (1...36_500).contains($0)
      } ?? days
    }

    /// What the store is told.
    var rule: Retention {
      Retention(
        messages: .seconds(messages * 24 * 60 * 60),
        inbound: .seconds(inbound * 24 * 60 * 60)
      )
    }
  }
}
