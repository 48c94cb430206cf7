/// What a session has learned about the modem, its SIM and its network.
public struct ModemFacts: Equatable, Sendable {
  /// Who made it, such as `huawei`.
  public var manufacturer: String?
  /// Which model.
  public var model: String?
  /// Which firmware.
  public var revision: String?
  /// The modem's serial number (IMEI), digits.
  public var imei: String?
  /// The serial number of the SIM, digits.
  public var iccid: String?
  /// The subscriber (IMSI), digits.
  public var imsi: String?
  /// The SIM's own number, as the SIM writes it.
  public var ownNumber: String?
  /// The address of the service centre, as the SIM writes it.
  public var serviceCentre: String?
  /// The operator's name.
  public var operatorName: String?
  /// The strength of the signal in dBm, -113 to -51.
  public var signal: Int?
  /// The registrations, by domain.
  public var registrations: [RegistrationDomain: RegistrationStatus] = [:]
  /// How new messages are told.
  public var indications: IndicationChoice?

  /// Whether a received message is safe in the modem, or with the network, until the gateway has it;
  /// nil before it is known.
  public var inboundIsGuaranteed: Bool?
  /// How full the memory for messages was when it was last looked at.
  public var memoryFill: MemoryFill?
  /// Whether the memory is full of what the gateway cannot fetch, so that nothing can be received.
  public var memoryIsBlocked = false

  /// Nothing known.
  public init() {}

  /// What an operator should know although the modem works.
  public var warnings: [ModemWarning] {
    var warnings: [ModemWarning] = []
    if inboundIsGuaranteed == false { warnings.append(.inboundNotGuaranteed) }
    if memoryIsBlocked { warnings.append(.memoryBlocked) }
    if iccid != nil, serviceCentreIsMissing { warnings.append(.serviceCentreMissing) }
    return warnings
  }

  /// The command that gave the ICCID.
  var iccidCommand: ATCommand?
  /// Whether the SIM said that it has no service centre address.
  public var serviceCentreIsMissing = false

  /// Forgets the SIM: another may be in its place.
  mutating func forgetSIM() {
    iccid = nil
    imsi = nil
    ownNumber = nil
    serviceCentre = nil
    serviceCentreIsMissing = false
    operatorName = nil
    registrations = [:]
  }

  /// Whether short messages can be sent over one of the domains.
  public var isRegistered: Bool {
    registrations.values.contains { $0.allowsMessages }
  }

  /// The registration that says most: one that allows messages, else the first that is known.
  public var registration: RegistrationStatus? {
    let known = RegistrationDomain.allCases.compactMap { registrations[$0] }
    return known.first { $0.allowsMessages } ?? known.first
  }

  /// The strength of a signal in dBm, from `<rssi>` of `+CSQ` (3GPP TS 27.007 §8.5).
  ///
  /// - Parameter rssi: 0 to 31; 99 is unknown.
  /// - Returns: -113 to -51, or nil.
  static func decibels(rssi: Int) -> Int? {
    (0...31).contains(rssi) ? -113 + 2 * rssi : nil
  }

  /// The strength of a signal in dBm, from `+CESQ: <rxlev>,<ber>,<rscp>,<ecno>,<rsrq>,<rsrp>` (3GPP TS
  /// 27.007 §8.69): whichever of RXLEV, RSCP and RSRP the network in use has.
  static func decibels(extended fields: ResponseFields) -> Int? {
    if let level = fields.number(0), (0...63).contains(level) { return -111 + level }
    if let power = fields.number(2), (0...96).contains(power) { return -121 + power }
    if let power = fields.number(5), (0...97).contains(power) { return -141 + power }
    return nil
  }
}

/// What an operator should know of a modem that works.
public enum ModemWarning: String, Equatable, Sendable, CaseIterable {
  /// Messages are routed and the modem will not let anybody acknowledge them: one that comes while
  /// the gateway is away is lost.
  case inboundNotGuaranteed
  /// The memory is full of what the gateway cannot fetch.
  case memoryBlocked
  /// The SIM has no service centre address: nothing can be sent.
  case serviceCentreMissing
}
