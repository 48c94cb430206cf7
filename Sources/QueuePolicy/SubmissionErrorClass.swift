public import Messaging

/// What an error in answer to a submission means for the message and for the SIM.
public enum SubmissionErrorClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// Refused for now: the same SIM may try again later.
  case retryHere
  /// Refused for this SIM's sake: another SIM is tried first.
  case retryElsewhere
  /// The SIM or the modem cannot send: it pauses, and the message goes to another.
  case pauseSIM
  /// Refused for good: trying again would be refused again.
  case permanent
  /// The service centre says that it already has the segment.
  case countsAsSent
  /// The answer does not tell whether the service centre has the segment.
  case unknown
}

/// How soon a refused message is tried again.
public enum RetryPace: String, Hashable, Sendable, Codable {
  /// After the first step of the back-off: the cause is momentary. After four refusals it is not, and the
  /// steps follow.
  case atOnce
  /// By the steps of the back-off.
  case stepwise
  /// From the third step of the back-off on: the cause lasts.
  case patient
}

/// What is left out of the next SMS-SUBMIT, because the network refused it.
public enum SubmissionAdaptation: String, Hashable, Sendable, Codable {
  /// No TP-VP (3GPP TS 23.040 §9.2.3.12).
  case withoutValidityPeriod
  /// TP-RD = 0 (3GPP TS 23.040 §9.2.3.25).
  case withoutRejectDuplicates
}

/// One row of the table of submission errors.
public struct SubmissionErrorRow: Hashable, Sendable {
  /// The code of `+CMS ERROR` or `+CME ERROR`.
  public var code: Int
  /// What it means, in words for people.
  public var meaning: String
  /// What is done about it.
  public var errorClass: SubmissionErrorClass
  /// How often a message may be refused so before something else is done; nil: its validity decides.
  public var retries: Int?
  /// What is done when it was refused so more often; nil: it is refused for good.
  public var afterRetries: SubmissionErrorClass?
  /// How soon the message is tried again.
  public var pace: RetryPace
  /// Whether the code, when it comes 30 s or more after Ctrl-Z, is the modem's own timer.
  public var isUnknownWhenLate: Bool
  /// Whether the code, for several recipients in a row, shows that the network bars the SIM.
  public var isSignOfBarring: Bool
  /// What the next attempt leaves out.
  public var adaptation: SubmissionAdaptation?

  init(
    _ code: Int,
    _ errorClass: SubmissionErrorClass,
    _ meaning: String,
    retries: Int? = nil,
    then afterRetries: SubmissionErrorClass? = nil,
    pace: RetryPace = .stepwise,
    late: Bool = false,
    barring: Bool = false,
    adaptation: SubmissionAdaptation? = nil
  ) {
    self.code = code
    self.meaning = meaning
    self.errorClass = errorClass
    self.retries = retries
    self.afterRetries = afterRetries
    self.pace = pace
    self.isUnknownWhenLate = late
    self.isSignOfBarring = barring
    self.adaptation = adaptation
  }
}

/// What one error means, in its circumstances.
public struct SubmissionVerdict: Hashable, Sendable {
  /// What is done about it.
  public var errorClass: SubmissionErrorClass
  /// What happened, in words for people.
  public var text: String
  /// How often a message may be refused so before something else is done; nil: its validity decides.
  public var retries: Int?
  /// What is done when it was refused so more often; nil: it is refused for good.
  public var afterRetries: SubmissionErrorClass?
  /// How soon the message is tried again.
  public var pace: RetryPace
  /// Whether the code, for several recipients in a row, shows that the network bars the SIM.
  public var isSignOfBarring: Bool
  /// What the next attempt leaves out.
  public var adaptation: SubmissionAdaptation?

  /// Whether it is the SIM or the modem that fails, at once or when it happens again and again.
  public var isFailureOfSIM: Bool { errorClass == .pauseSIM || afterRetries == .pauseSIM }
}

extension SubmissionError {
  /// How long after Ctrl-Z an answer may be the modem's own timer instead of the network's.
  public static let ownTimer: Duration = .seconds(30)

  /// What this error means.
  ///
  /// - Parameter make: The modem that gave it, whose maker may use the code in another way than
  ///   the general table has it; nil where it did not say who made it.
  /// - Returns: The class and the words for people.
  public func verdict(from make: ModemMake? = nil) -> SubmissionVerdict {
    switch self {
    case .cms(let code, let delay):
      let row = make.flatMap { VendorErrorTable.cms(code, $0) } ?? SubmissionErrorTable.cms(code)
      return row.verdict(prefix: "+CMS ERROR: \(code)", afterControlZ: delay)
    case .cme(let code, let delay):
      let row = make.flatMap { VendorErrorTable.cme(code, $0) } ?? SubmissionErrorTable.cme(code)
      return row.verdict(prefix: "+CME ERROR: \(code)", afterControlZ: delay)
    case .bare(let delay):
      return SubmissionErrorTable.bare.verdict(prefix: "ERROR", afterControlZ: delay)
    }
  }
}

extension SubmissionErrorRow {
  fileprivate func verdict(prefix: String, afterControlZ: Duration?) -> SubmissionVerdict {
    var verdict = SubmissionVerdict(
      errorClass: errorClass,
      text: "\(prefix) (\(meaning))",
      retries: retries,
      afterRetries: afterRetries,
      pace: pace,
      isSignOfBarring: isSignOfBarring,
      adaptation: adaptation
    )
    if let afterControlZ {
      if isUnknownWhenLate, afterControlZ >= SubmissionError.ownTimer {
        verdict.errorClass = .unknown
        verdict.afterRetries = nil
        verdict.text += ", so late that it may be the modem's own timer"
      }
    } else if errorClass == .unknown || errorClass == .countsAsSent {
      // Before Ctrl-Z nothing can have left, whatever the code says.
      verdict.errorClass = .retryHere
      verdict.text += ", before the message was handed over"
    }
    return verdict
  }
}
