public import Messaging
public import QueuePolicy

/// What `hermod.toml` says, with the defaults for what it does not say.
///
/// Every property is a key of the file; its documentation is the reference of that key.
public struct GatewayConfiguration: Hashable, Sendable {
  /// The table `[gateway]`.
  public var gateway = GatewaySection()
  /// The table `[spool]`.
  public var spool = SpoolSection()
  /// The table `[discovery]`.
  public var discovery = DiscoverySection()
  /// The table `[optout]`.
  public var optOut = OptOutSection()
  /// The table `[retention]`.
  public var retention = RetentionSection()
  /// The table `[sending]`.
  public var sending = SendingSection()
  /// The tables `[class.otp]`, `[class.alert]`, `[class.notification]` and `[class.marketing]`.
  public var classes: [MessageClass: ClassRules] = [:]
  /// The tables `[[prefix]]`, in the order of the file.
  public var prefixes: [PrefixRule] = []
  /// The table `[sim]`: the limits of every SIM whose `[[modem]]` has none of its own.
  public var standardLimits = SIMLimits()
  /// The table `[log]`.
  public var log = LogSection()
  /// The table `[http]`.
  public var http = HTTPSection()
  /// The tables `[[webhook]]`, in the order of the file.
  public var webhooks: [WebhookConfiguration] = []
  /// The tables `[[modem]]`, in the order of the file.
  public var modems: [ModemConfiguration] = []

  /// The defaults: what runs without a file.
  public init() {}

  /// How numbers written nationally are read.
  public var numberingPlan: NumberingPlan {
    NumberingPlan(countryCode: gateway.countryCode, nationalPrefix: gateway.nationalPrefix)
  }

  /// The table `[gateway]`.
  public struct GatewaySection: Hashable, Sendable {
    /// `country_code`: the country calling code (ITU-T E.164) of numbers written nationally, one to
    /// three digits without `+`.
    ///
    /// Default: the country of the SIM, from the MCC of its IMSI.
    public var countryCode: String?
    /// `national_prefix`: what is dialled before a national number, at most three digits; empty
    /// where nothing is, as in Italy.
    ///
    /// Default: `"0"`.
    public var nationalPrefix = "0"
    /// `state_directory`: where the database lies; one daemon at a time may use it.
    ///
    /// Default: `"/var/lib/hermod"`.
    public var stateDirectory = "/var/lib/hermod"
    /// `socket`: the Unix socket of the local API, at most 107 octets.
    ///
    /// Default: `"/run/hermod/hermod.sock"`.
    public var socket = "/run/hermod/hermod.sock"
    /// `requests_per_second`: how many requests each user of the socket may make, 1 to 1000000; twice
    /// as many at once.
    ///
    /// Default: 10000.
    public var requestsPerSecond = 10_000
    /// `status_reports`: whether the service centre is asked to report on messages that do not say;
    /// without reports fewer unknown outcomes become known.
    ///
    /// Default: `true`.
    public var statusReports = true
    /// `allow_at_commands`: whether administrators may send AT commands of their own with
    /// `hermod modem at`; each is logged.
    ///
    /// Default: `false`.
    public var allowATCommands = false
    /// How long the network may take to answer a submission before its outcome is unknown.
    public var answerDeadline = Duration.seconds(180)
    /// The most segments that a message may have; a longer one is refused.
    public var longestMessage = 255

    /// The defaults.
    public init() {}
  }

  /// The table `[spool]`.
  public struct SpoolSection: Hashable, Sendable {
    /// `directory`: the spool; all of it lies on one mount.
    ///
    /// Default: `"/var/spool/hermod"`.
    public var directory = "/var/spool/hermod"
    /// `event_handler`: a program that is called for every file that is written, as by SMS Server
    /// Tools 3: `SENT`, `RECEIVED`, `FAILED` or `REPORT`, the file, and TP-MR where it has one.
    ///
    /// Default: none.
    public var eventHandler: String?
    /// `event_handler_timeout`: after how many seconds a call of it is ended, 1 to 3600.
    ///
    /// Default: 60.
    public var eventHandlerTimeout = 60

    /// The defaults.
    public init() {}
  }

  /// The table `[discovery]`.
  public struct DiscoverySection: Hashable, Sendable {
    /// `udev`: whether modems are found by themselves; `false` leaves those of `[[modem]]`.
    ///
    /// Default: `true`.
    public var udev = true

    /// The defaults.
    public init() {}
  }
}
