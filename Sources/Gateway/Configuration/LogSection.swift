extension GatewayConfiguration {
  /// The table `[log]`.
  public struct LogSection: Hashable, Sendable {
    /// How much is logged.
    public enum Level: String, Hashable, Sendable, CaseIterable {
      /// Every octet that crosses a wire.
      case trace
      /// Every step of every message.
      case debug
      /// What modems and applications do.
      case info
      /// What somebody may want to know on the day after.
      case notice
      /// What needs a look.
      case warning
      /// What does not work.
      case error
    }

    /// `level`: how much is logged.
    ///
    /// Default: `"info"`.
    public var level = Level.info
    /// `show_numbers`: whether phone numbers stand in the log in full; the texts of messages never
    /// do.
    ///
    /// Default: `false`: the first four and the last two digits.
    public var showsNumbers = false

    /// The defaults.
    public init() {}
  }
}

extension GatewayConfiguration.LogSection {
  init(reading section: inout ConfigurationSection) {
    level = section.choice("level", default: level)
    showsNumbers = section.flag("show_numbers", default: showsNumbers)
  }
}
