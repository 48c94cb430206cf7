/// How one attempt (one `AT+CMGS`) ended, as far as the modem's answer tells.
public enum SubmissionOutcome: Hashable, Sendable, Codable {
  /// `+CMGS: <mr>` and `OK`: the service centre has the segment. TP-MR, 3GPP TS 23.040 §9.2.3.6.
  case accepted(messageReference: UInt8)
  /// The modem or the network refused it with an error code.
  case refused(SubmissionError)
  /// Ctrl-Z was never written: the service centre cannot have it.
  case notSubmitted(NotSubmittedReason)
  /// Ctrl-Z was written and the answer, if any, proves nothing.
  case unknown(UnknownReason)
}

/// An error that a modem gave in answer to a submission.
public enum SubmissionError: Hashable, Sendable, Codable {
  /// `+CMS ERROR: <n>`, 3GPP TS 27.005 §3.2.5, and how long after Ctrl-Z it came.
  case cms(code: Int, afterControlZ: Duration?)
  /// `+CME ERROR: <n>`, 3GPP TS 27.007 §9.2, and how long after Ctrl-Z it came.
  case cme(code: Int, afterControlZ: Duration?)
  /// `ERROR` without a code.
  case bare(afterControlZ: Duration?)
}

/// Why Ctrl-Z was not written.
public enum NotSubmittedReason: String, Hashable, Sendable, Codable {
  /// No `>` came in time.
  case noPrompt
  /// The port hung up first.
  case hangUp
  /// The attempt was not recorded, because the recipient has opted out.
  case optedOut
  /// The attempt was not recorded, because the message was cancelled.
  case cancelled
  /// The attempt was not recorded, because the message's time is over.
  case expired
  /// The attempt could not be recorded.
  case notRecorded
  /// The modem was not ready: not registered, or not set up.
  case notReady
  /// The modem reset itself, or had been reset, before Ctrl-Z.
  case modemReset
  /// The gateway was shutting down.
  case shutdown
}

/// Why nobody can know whether the service centre has a segment.
public enum UnknownReason: String, Hashable, Sendable, Codable {
  /// No final answer in 180 s.
  case noAnswer
  /// The port hung up after Ctrl-Z.
  case hangUp
  /// `OK` without `+CMGS`.
  case noReference
  /// `ERROR` without a code.
  case bareError
  /// An error code that says nothing about the service centre.
  case ambiguousError
  /// The modem reset itself after Ctrl-Z.
  case modemReset
  /// The daemon was stopped or killed after the attempt was recorded.
  case interrupted
  /// Two answers came where two attempts were open.
  case conflictingAnswers
}
