/// A segment on its way from the modem to the service centre.
public struct Submission: Equatable, Sendable {
  /// What the host gets to hear of it.
  public enum Answer: String, Equatable, Sendable, Codable {
    /// The service centre's answer, at once.
    case given
    /// The service centre's answer, late.
    case late
    /// `+CMGS` without `OK`.
    case okLost = "ok-lost"
    /// `OK` without `+CMGS`.
    case referenceLost = "reference-lost"
    /// Nothing.
    case withheld
    /// An error, although it was accepted.
    case error
  }

  /// TP-MR as the SIM counted it, 3GPP TS 23.040 §9.2.3.6.
  public var messageReference: UInt8
  /// The SMS-SUBMIT, with that reference in it.
  public var transferUnit: [UInt8]
  /// The service centre address, digits.
  public var serviceCentre: String
  /// What the host gets to hear of it.
  public var answer: Answer
}

/// What the network says to a submission.
public enum SubmissionVerdict: Equatable, Sendable {
  /// RP-ACK, with the time stamp of the service centre (TP-SCTS, seven octets).
  case accepted(timeStamp: [UInt8])
  /// RP-ERROR: an RP cause (0–127) or a TP-FCS (128–255).
  case refused(cause: Int)
  /// No answer at all.
  case silence
}

/// What becomes of a message that the network hands to a modem.
public enum DeliveryVerdict: Equatable, Sendable {
  /// RP-ACK: the service centre may forget it.
  case accepted
  /// Handed to the host, which has yet to acknowledge it (`+CNMA`).
  case awaitsAcknowledgement
  /// RP-ERROR: no room; the service centre waits for room.
  case memoryFull
  /// Switched off, without a SIM, without a network, or busy with another one.
  case unreachable
}

/// A TPDU from the network to a modem.
public struct Delivery: Equatable, Sendable {
  /// The SMS-DELIVER or SMS-STATUS-REPORT.
  public var transferUnit: [UInt8]
  /// Whether it is a SMS-STATUS-REPORT.
  public var isStatusReport: Bool
  /// The message class, 3GPP TS 23.038 §4; nil where it has none.
  public var messageClass: UInt8?
  /// The service centre address, digits.
  public var serviceCentre: String

  /// A TPDU from the network to a modem.
  public init(
    transferUnit: [UInt8],
    isStatusReport: Bool,
    messageClass: UInt8?,
    serviceCentre: String
  ) {
    self.transferUnit = transferUnit
    self.isStatusReport = isStatusReport
    self.messageClass = messageClass
    self.serviceCentre = serviceCentre
  }
}
