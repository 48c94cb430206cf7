/// A modem as others see it: the members of `modems` in the status report.
public struct ModemView: Codable, Hashable, Sendable {
  /// What a modem is doing.
  public enum State: String, Codable, Hashable, Sendable, CaseIterable {
    /// Known by name, and not plugged in.
    case absent
    /// Its ports are being asked which of them speaks AT.
    case probing
    /// It is being set up.
    case initialising
    /// The SIM wants a PIN that the daemon does not have.
    case pinRequired = "pin-required"
    /// It is looking for a network.
    case searching
    /// It waits for work.
    case ready
    /// It is submitting a message.
    case sending
    /// Ctrl-Z was written a minute ago and there is no answer yet.
    case waiting
    /// Somebody, or a rule, has paused it.
    case paused
    /// It is being reset or reopened.
    case recovering
    /// It cannot be used; the reason says why.
    case failed
  }

  /// The configured name, else one derived from the IMEI.
  public var name: String
  /// What it is doing.
  public var state: State
  /// Why, in words, where the state needs it.
  @Nullable public var reason: String?
  /// The same for programs; nil exactly where there is no reason.
  @Nullable public var reasonCode: ReasonCode?
  /// When the state ends by itself.
  @Nullable public var until: WireTime?
  /// The serial number of the modem.
  @Nullable public var imei: String?
  /// The serial number of the SIM.
  @Nullable public var iccid: String?
  /// The subscriber.
  @Nullable public var imsi: String?
  /// The SIM's own number (MSISDN), as the SIM writes it.
  @Nullable public var number: String?
  /// The service centre, as the SIM writes it.
  @Nullable public var serviceCentre: String?
  /// The network it is registered in, as the modem names it.
  @Nullable public var `operator`: String?
  /// The signal strength in dBm.
  @Nullable public var signalDBm: Int?
  /// `home`, `roaming`, `searching`, `denied` or `none`.
  @Nullable public var registration: String?
  /// The path of the port.
  @Nullable public var device: String?
  /// Segments that the service centre took since midnight.
  public var sentToday: Int
  /// Attempts that the network or the modem refused since midnight; a message may be delivered by a
  /// later one.
  public var failedToday: Int
  /// Segments a day that this SIM may send; nil without a limit.
  @Nullable public var limitPerDay: Int?
  /// Segments that are left of the limit today; nil without a limit.
  @Nullable public var limitLeft: Int?
  /// Everything that its SIM is limited to, in words; nil without a limit.
  @Nullable public var limits: String?
  /// Messages a minute over the last minutes; nil where nothing was sent.
  @Nullable public var perMinute: Double?
  /// What it runs, and how far that is believed; nil where the modem does not say.
  @Nullable public var firmware: FirmwareView?
  /// Whether its SIM is quarantined, because the operator seems to bar it.
  @FalseIfMissing public var isQuarantined: Bool

  /// A modem.
  public init(
    name: String,
    state: State,
    reason: String? = nil,
    reasonCode: ReasonCode? = nil,
    until: WireTime? = nil,
    imei: String? = nil,
    iccid: String? = nil,
    imsi: String? = nil,
    number: String? = nil,
    serviceCentre: String? = nil,
    operator: String? = nil,
    signalDBm: Int? = nil,
    registration: String? = nil,
    device: String? = nil,
    sentToday: Int = 0,
    failedToday: Int = 0,
    limitPerDay: Int? = nil,
    limitLeft: Int? = nil,
    limits: String? = nil,
    perMinute: Double? = nil,
    firmware: FirmwareView? = nil,
    isQuarantined: Bool = false
  ) {
    self.name = name
    self.state = state
    self.reason = reason
    self.reasonCode = reasonCode ?? reason.map { _ in .other }
    self.until = until
    self.imei = imei
    self.iccid = iccid
    self.imsi = imsi
    self.number = number
    self.serviceCentre = serviceCentre
    self.operator = `operator`
    self.signalDBm = signalDBm
    self.registration = registration
    self.device = device
    self.sentToday = sentToday
    self.failedToday = failedToday
    self.limitPerDay = limitPerDay
    self.limitLeft = limitLeft
    self.limits = limits
    self.perMinute = perMinute
    self.firmware = firmware
    self.isQuarantined = isQuarantined
  }

  private enum CodingKeys: String, CodingKey {
    case name, state, reason, until, imei, iccid, imsi, number, `operator`, registration, device,
      limits, firmware
    case reasonCode = "reason_code"
    case serviceCentre = "service_centre"
    case signalDBm = "signal_dbm"
    case sentToday = "sent_today"
    case failedToday = "failed_today"
    case limitPerDay = "limit_per_day"
    case limitLeft = "limit_left"
    case perMinute = "per_minute"
    case isQuarantined = "quarantined"
  }
}

/// What `GET /v1/modems` answers.
public struct ModemList: Codable, Hashable, Sendable {
  /// The modems, by name.
  public var modems: [ModemView]

  /// A list.
  public init(modems: [ModemView]) {
    self.modems = modems
  }
}
