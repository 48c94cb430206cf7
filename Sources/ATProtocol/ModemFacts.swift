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

  /// Nothing known.
  public init() {}

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
}
