/// What kind of evidence settled an attempt; the raw value is what is kept of it.
public enum EvidenceKind: String, Hashable, Sendable {
  /// The answer of the modem, after its attempt was given up.
  case lateAnswer = "late answer"
  /// A status report.
  case statusReport = "status report"
  /// A reading of EF-SMSS.
  case lastUsedReference = "EF-SMSS"
  /// `+CMS ERROR: 197` to another attempt.
  case duplicateRejected = "rejected as a duplicate"

  /// The kind of a piece of evidence.
  public init(_ evidence: Evidence) {
    switch evidence {
    case .lateReference: self = .lateAnswer
    case .statusReport: self = .statusReport
    case .lastUsedReference: self = .lastUsedReference
    case .duplicateRejected: self = .duplicateRejected
    }
  }
}
