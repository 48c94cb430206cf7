public import Messaging

/// Which firmware a modem runs (`AT+CGMI`, `AT+CGMM`, `AT+CGMR`; 3GPP TS 27.007 §5).
public struct Firmware: Hashable, Sendable, Codable {
  /// `AT+CGMI`.
  public var manufacturer: String
  /// `AT+CGMM`.
  public var model: String
  /// `AT+CGMR`.
  public var revision: String

  /// A firmware.
  public init(manufacturer: String, model: String, revision: String) {
    self.manufacturer = manufacturer
    self.model = model
    self.revision = revision
  }
}

/// What was seen of EF-SMSS (3GPP TS 31.102 §4.2.28) after an attempt.
public enum FirmwareObservation: String, Hashable, Sendable, Codable, CaseIterable {
  /// After `+CMGS: <mr>` it held that reference.
  case agreed
  /// After `+CMGS: <mr>` it held another one.
  case disagreed
  /// It had advanced after an attempt without an answer that turned out to have been sent.
  case advancedUnanswered
  /// It had not advanced after an attempt without an answer that turned out to have been sent.
  case stayedUnanswered

  /// What the first reading after an attempt showed, now that the attempt turned out to have been
  /// sent.
  ///
  /// An advance tells only where the modem had no answer of the network yet: it said so itself, or the
  /// answer came after the reading. Where the line to it was lost, or the gateway was away, it may
  /// have had the answer, and have waited for it.
  ///
  /// - Parameters:
  ///   - reading: EF-SMSS when it was read.
  ///   - baseline: EF-SMSS before the attempt.
  ///   - outcome: How the attempt had ended.
  ///   - isAnsweredLate: Whether the modem's answer came after the reading.
  public init?(reading: UInt8, baseline: UInt8, outcome: SubmissionOutcome?, isAnsweredLate: Bool) {
    guard reading != baseline else {
      self = .stayedUnanswered
      return
    }
    switch outcome {
    case .refused: break
    case .accepted, .notSubmitted, .unknown, nil: guard isAnsweredLate else { return nil }
    }
    self = .advancedUnanswered
  }
}

/// Whether EF-SMSS may be believed on one firmware: trust is earned.
public struct FirmwareTrust: Hashable, Sendable {
  /// How often it held the reference that the modem gave.
  public var agreements: Int
  /// How often it was wrong.
  public var disagreements: Int
  /// How often it advanced after an attempt without an answer.
  public var unansweredAdvances: Int

  /// How many agreements are asked for.
  public static let requiredAgreements = 20

  /// What was seen.
  public init(agreements: Int = 0, disagreements: Int = 0, unansweredAdvances: Int = 0) {
    self.agreements = agreements
    self.disagreements = disagreements
    self.unansweredAdvances = unansweredAdvances
  }

  /// Whether EF-SMSS goes up by one with each message that is answered, and the answer says the same.
  public var keepsCount: Bool {
    agreements >= Self.requiredAgreements && disagreements == 0
  }

  /// Whether an unchanged EF-SMSS proves that nothing was submitted.
  ///
  /// A firmware that writes it only after an answer would agree every time, and still be wrong in
  /// the one case that matters: it must have been seen to advance without one.
  public var isTrusted: Bool {
    keepsCount && unansweredAdvances > 0
  }

  /// Takes in what was seen.
  ///
  /// - Parameter observation: What was seen.
  public mutating func add(_ observation: FirmwareObservation) {
    switch observation {
    case .agreed: agreements &+= 1
    case .disagreed, .stayedUnanswered: disagreements &+= 1
    case .advancedUnanswered: unansweredAdvances &+= 1
    }
  }
}
