public import Messaging

/// What may tell, later, what became of an attempt whose outcome is unknown.
public enum Evidence: Hashable, Sendable {
  /// `+CMGS: <mr>` after the deadline, on the port of the attempt.
  ///
  /// `openAttempts` is how many attempts on that port it could belong to; `count` how many such
  /// answers came.
  case lateReference(UInt8, openAttempts: Int, count: Int)
  /// A status report about the attempt's recipient.
  case statusReport(StatusReportEvidence)
  /// What EF-SMSS (3GPP TS 31.102 §4.2.28) holds now, on the SIM that is in the modem now.
  case lastUsedReference(UInt8, iccid: ICCID, firmwareIsTrusted: Bool)
  /// `+CMS ERROR: 197` to another attempt at the same segment.
  case duplicateRejected(segment: Int, iccid: ICCID, messageReference: UInt8?)
}

/// What a status report says that bears on an unknown attempt.
public struct StatusReportEvidence: Hashable, Sendable {
  /// The SIM that received it.
  public var iccid: ICCID
  /// TP-RA, 3GPP TS 23.040 §9.2.3.14.
  public var recipient: PhoneNumber
  /// TP-MR, §9.2.3.6.
  public var messageReference: UInt8
  /// TP-SCTS, §9.2.3.11: when the service centre took the message.
  public var serviceCentreTimeStamp: Timestamp
  /// Whether another attempt of that SIM to that recipient has this reference.
  public var isOwnedByAnotherAttempt: Bool
  /// How many attempts it may be about: those of that SIM to that recipient that are unresolved, or
  /// sent by an operator's word only, not known to have another reference, and not over for long
  /// (`mayBeMeant`).
  public var possibleAttempts: Int

  /// What a status report says.
  public init(
    iccid: ICCID,
    recipient: PhoneNumber,
    messageReference: UInt8,
    serviceCentreTimeStamp: Timestamp,
    isOwnedByAnotherAttempt: Bool,
    possibleAttempts: Int
  ) {
    self.iccid = iccid
    self.recipient = recipient
    self.messageReference = messageReference
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.isOwnedByAnotherAttempt = isOwnedByAnotherAttempt
    self.possibleAttempts = possibleAttempts
  }
}

/// An attempt whose outcome is unknown.
public struct UnresolvedAttempt: Hashable, Sendable {
  /// Which segment it carried, from 1.
  public var segment: Int
  /// The SIM it went through.
  public var iccid: ICCID
  /// Whom it went to.
  public var recipient: PhoneNumber
  /// EF-SMSS before it: the last used TP-MR; nil where it was not read.
  public var baseline: UInt8?
  /// When it was recorded.
  public var recordedAt: Timestamp

  /// An unresolved attempt.
  public init(
    segment: Int,
    iccid: ICCID,
    recipient: PhoneNumber,
    baseline: UInt8?,
    recordedAt: Timestamp
  ) {
    self.segment = segment
    self.iccid = iccid
    self.recipient = recipient
    self.baseline = baseline
    self.recordedAt = recordedAt
  }

  /// TP-MR that the attempt has if it left: EF-SMSS before it, plus one.
  public var expectedReference: UInt8? { baseline.map { $0 &+ 1 } }

  /// How long after its record an attempt may still be answered, and the service centre take it.
  public static let answerTime: Duration = .seconds(180)
  /// How long an attempt makes other reports ambiguous: far longer than it can be answered, for a
  /// clock may have been set in between.
  public static let ambiguity: Duration = .seconds(24 * 60 * 60)

  /// Whether a status report can be meant for the attempt, as far as its reference and its time say.
  ///
  /// - Parameters:
  ///   - reference: TP-MR of the report; an attempt has its own where EF-SMSS was read before it, else
  ///     any.
  ///   - serviceCentreTimeStamp: TP-SCTS of the report.
  /// - Returns: Whether it can: in doubt it can, for then it proves nothing about others.
  public func mayBeMeant(
    by reference: UInt8,
    takenAt serviceCentreTimeStamp: Timestamp
  ) -> Bool {
    mayHave(reference) && serviceCentreTimeStamp <= recordedAt + Self.answerTime + Self.ambiguity
  }

  private func mayHave(_ reference: UInt8) -> Bool {
    expectedReference.map { $0 == reference } ?? true
  }

  /// What a piece of evidence proves about this attempt.
  ///
  /// - Parameters:
  ///   - evidence: What was seen.
  ///   - clockTolerance: How far the service centre's clock may be behind ours, or ahead of it.
  /// - Returns: What is proved; `nothing` where doubt remains.
  public func conclusion(
    from evidence: Evidence,
    clockTolerance: Duration = .seconds(120)
  ) -> EvidenceConclusion {
    switch evidence {
    case .lateReference(let reference, let openAttempts, let count):
      // Two answers, or two attempts, and nobody can tell which belongs to which.
      return openAttempts == 1 && count == 1 ? .sent(messageReference: reference) : .nothing
    case .statusReport(let report):
      guard report.iccid == iccid, report.recipient == recipient,
        report.serviceCentreTimeStamp >= recordedAt - clockTolerance,
        report.serviceCentreTimeStamp <= recordedAt + Self.answerTime + clockTolerance,
        !report.isOwnedByAnotherAttempt, mayHave(report.messageReference),
        report.possibleAttempts == 1
      else { return .nothing }
      return .sent(messageReference: report.messageReference)
    case .lastUsedReference(let lastUsed, let sim, let firmwareIsTrusted):
      // An advance proves only that something was handed to the network.
      guard sim == iccid, firmwareIsTrusted, let baseline else { return .nothing }
      return lastUsed == baseline ? .notSubmitted : .nothing
    case .duplicateRejected(let otherSegment, let sim, let reference):
      guard otherSegment == segment, sim == iccid, let reference,
        reference == expectedReference
      else { return .nothing }
      return .sent(messageReference: reference)
    }
  }
}

/// What evidence proves.
public enum EvidenceConclusion: Hashable, Sendable {
  /// The service centre has the segment, under this TP-MR.
  case sent(messageReference: UInt8)
  /// The service centre never got it.
  case notSubmitted
  /// Doubt remains.
  case nothing
}
