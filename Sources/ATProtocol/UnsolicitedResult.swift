/// A line that a modem says without being asked (URC, 3GPP TS 27.007 §4).
public enum UnsolicitedResult: Equatable, Sendable {
  /// `+CMTI`: a message was stored (3GPP TS 27.005 §3.4.1).
  case messageStored(StorageLocation)
  /// `+CDSI`: a status report was stored.
  case reportStored(StorageLocation)
  /// `+CMTI` or `+CDSI` without a usable index: the memory must be listed.
  case somethingStored
  /// `+CMT`: a message follows on the next line.
  case messageFollows
  /// `+CDS`: a status report follows on the next line.
  case reportFollows
  /// `+CREG`, `+CGREG` or `+CEREG`: the registration has changed (3GPP TS 27.007 §7.2).
  case registration(RegistrationDomain, RegistrationStatus)
  /// The memory for messages is full.
  case memoryFull
  /// The modem has just started, so everything that was set in it is forgotten.
  case booted
  /// The SIM has come, gone, or changed its mind about its PIN.
  case simChanged
  /// A modem that was starting can handle messages now.
  case serviceIsUp
  /// The modem wants to be asked how full its memory is (ZTE).
  case wantsMemoryQuery
  /// A telephone rings (ITU-T V.250 §6.3.3).
  case ringing
  /// `+CLIP`: this number calls; nil where it is withheld (3GPP TS 27.007 §7.6).
  case caller(String?)
  /// `+CUSD`: the network says something (3GPP TS 27.007 §7.15).
  case serviceString(ServiceString)
  /// Chatter that tells nothing a gateway needs.
  case chatter

  /// What an unasked line means.
  ///
  /// - Parameter line: A line without its end, known not to belong to an answer.
  public init(_ line: String) {
    if let fields = ResponseFields(line, prefix: "+CMTI") {
      self = Self.stored(fields, as: Self.messageStored)
    } else if let fields = ResponseFields(line, prefix: "+CDSI") {
      self = Self.stored(fields, as: Self.reportStored)
    } else if line.hasPrefix("+CMT:") {
      self = .messageFollows
    } else if line.hasPrefix("+CDS:") {
      self = .reportFollows
    } else if let (domain, status) = Self.registration(line) {
      self = .registration(domain, status)
    } else if let string = ServiceString(line) {
      self = .serviceString(string)
    } else if line == "RING" || line.hasPrefix("+CRING:") {
      self = .ringing
    } else if let fields = ResponseFields(line, prefix: "+CLIP") {
      self = .caller(fields.text(0))
    } else if line.hasPrefix("+ZUSIMR:") {
      self = .wantsMemoryQuery
    } else if Self.serviceLines.contains(line) {
      self = .serviceIsUp
    } else if Self.memoryFullLines.contains(where: line.hasPrefix) {
      self = .memoryFull
    } else if Self.bootLines.contains(line) {
      self = .booted
    } else if Self.simLines.contains(where: line.hasPrefix) {
      self = .simChanged
    } else {
      self = .chatter
    }
  }

  private static func stored(
    _ fields: ResponseFields,
    as make: (StorageLocation) -> UnsolicitedResult
  ) -> UnsolicitedResult {
    guard let memory = fields.text(0), let index = fields.number(1), (0...65_535).contains(index)
    else { return .somethingStored }
    return make(StorageLocation(memory: memory, index: index))
  }

  private static func registration(_ line: String) -> (RegistrationDomain, RegistrationStatus)? {
    for domain in RegistrationDomain.allCases {
      guard let fields = ResponseFields(line, prefix: domain.prefix) else { continue }
      guard let status = fields.number(0).flatMap(RegistrationStatus.init(rawValue:)) else {
        return nil
      }
      return (domain, status)
    }
    return nil
  }

  /// Whether a line may belong to the answer to a command that nobody knows.
  var mayBeAnswer: Bool {
    switch self {
    case .chatter, .registration, .simChanged, .caller, .wantsMemoryQuery: true
    case .messageStored, .reportStored, .somethingStored, .messageFollows, .reportFollows,
      .memoryFull, .booted, .serviceIsUp, .ringing, .serviceString:
      false
    }
  }

  /// Huawei `^SMMEMFULL`, ZTE `+ZSMMEMFULL`, Cinterion `^SMGO`.
  private static let memoryFullLines = ["^SMMEMFULL", "+ZSMMEMFULL", "^SMGO"]
  /// SIMCom, Quectel and Telit; Cinterion; u-blox.
  private static let bootLines: Set<String> = ["RDY", "^SYSSTART", "+READY"]
  private static let simLines = ["+CPIN:", "+QUSIM:", "+SIM:", "^SIMST:"]
  /// SIMCom SIM800; SIM7600; Quectel.
  private static let serviceLines: Set<String> = ["SMS Ready", "SMS DONE", "+QIND: SMS DONE"]
}

/// Where in a modem a message lies.
public struct StorageLocation: Hashable, Sendable {
  /// The memory, such as `SM` or `ME` (3GPP TS 27.005 §3.1, `<mem>`).
  public var memory: String
  /// The place in it, 0 or more.
  public var index: Int

  /// A place in a memory.
  public init(memory: String, index: Int) {
    self.memory = memory
    self.index = index
  }
}
