/// A field of a TPDU, by its name in 3GPP TS 23.040.
public enum TPDUField: String, Hashable, Sendable {
  /// The address of the service centre, which AT commands put before the TPDU.
  case serviceCentreAddress = "SCA"
  /// The first octet: the message type indicator and the flags.
  case messageTypeIndicator = "TP-MTI"
  /// What a reference number tells apart.
  case messageReference = "TP-MR"
  /// Who sent a message.
  case originatingAddress = "TP-OA"
  /// Whom a message goes to.
  case destinationAddress = "TP-DA"
  /// Whom the message went to that a status report is about.
  case recipientAddress = "TP-RA"
  /// The protocol above.
  case protocolIdentifier = "TP-PID"
  /// How user data is coded.
  case dataCodingScheme = "TP-DCS"
  /// When the service centre received a message.
  case serviceCentreTimeStamp = "TP-SCTS"
  /// How long a message stays valid.
  case validityPeriod = "TP-VP"
  /// When the status of a status report was reached.
  case dischargeTime = "TP-DT"
  /// What became of a message.
  case status = "TP-ST"
  /// Why a message was refused.
  case failureCause = "TP-FCS"
  /// Which optional fields follow.
  case parameterIndicator = "TP-PI"
  /// How much user data follows.
  case userDataLength = "TP-UDL"
  /// The header at the beginning of the user data.
  case userDataHeader = "TP-UDH"
  /// The user data.
  case userData = "TP-UD"
  /// What a command does.
  case commandType = "TP-CT"
  /// The message that a command is about.
  case messageNumber = "TP-MN"
  /// How much command data follows.
  case commandDataLength = "TP-CDL"
  /// The data of a command.
  case commandData = "TP-CD"

  /// The clause that defines the field.
  public var clause: String {
    switch self {
    case .serviceCentreAddress: "3GPP TS 27.005 §3.1"
    case .messageTypeIndicator: "3GPP TS 23.040 §9.2.3.1"
    case .messageReference: "3GPP TS 23.040 §9.2.3.6"
    case .originatingAddress: "3GPP TS 23.040 §9.2.3.7"
    case .destinationAddress: "3GPP TS 23.040 §9.2.3.8"
    case .recipientAddress: "3GPP TS 23.040 §9.2.3.14"
    case .protocolIdentifier: "3GPP TS 23.040 §9.2.3.9"
    case .dataCodingScheme: "3GPP TS 23.038 §4"
    case .serviceCentreTimeStamp: "3GPP TS 23.040 §9.2.3.11"
    case .validityPeriod: "3GPP TS 23.040 §9.2.3.12"
    case .dischargeTime: "3GPP TS 23.040 §9.2.3.13"
    case .status: "3GPP TS 23.040 §9.2.3.15"
    case .failureCause: "3GPP TS 23.040 §9.2.3.22"
    case .parameterIndicator: "3GPP TS 23.040 §9.2.3.27"
    case .userDataLength: "3GPP TS 23.040 §9.2.3.16"
    case .userDataHeader, .userData: "3GPP TS 23.040 §9.2.3.24"
    case .commandType: "3GPP TS 23.040 §9.2.3.19"
    case .messageNumber: "3GPP TS 23.040 §9.2.3.18"
    case .commandDataLength: "3GPP TS 23.040 §9.2.3.20"
    case .commandData: "3GPP TS 23.040 §9.2.3.21"
    }
  }
}

/// Where a field of a decoded TPDU stands.
public struct TPDUFieldSpan: Hashable, Sendable {
  /// The field.
  public let field: TPDUField
  /// Its octets, counted from the first octet that was given to the decoder.
  public let octets: Range<Int>
}
