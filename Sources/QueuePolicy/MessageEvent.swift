/// What can happen to a message.
public enum MessageEvent: String, Hashable, Sendable, Codable, CaseIterable {
  /// An attempt is durable; Ctrl-Z may follow.
  case attemptRecorded
  /// `+CMGS` for a segment that is not the last one missing.
  case segmentAccepted
  /// `+CMGS` for the last missing segment.
  case messageAccepted
  /// Refused by the network or the modem, for now.
  case refusedForNow
  /// Refused for good, or as often as is allowed.
  case refusedForGood
  /// Ctrl-Z was not written.
  case notSubmitted
  /// Ctrl-Z was written and no definite answer came.
  case outcomeUnknown
  /// Late proof that the service centre has a segment; others are missing.
  case proofOfSegment
  /// Late proof that the service centre has the last missing segment.
  case proofOfMessage
  /// Late proof that an attempt never reached the service centre.
  case proofOfAbsence
  /// An answer that was counted may have been that of another attempt: two came for two attempts.
  case answerDoubted
  /// Status reports: the phone has every segment.
  case delivered
  /// Status reports: the service centre gave a segment up.
  case undelivered
  /// No final status report came in time.
  case reportWindowOver
  /// Somebody took the message back.
  case cancelled
  /// The recipient opted out.
  case optedOut
  /// The message's time is over.
  case expired
  /// The rest of a long message can no longer follow its first segments.
  case resumeWindowOver
  /// The same, under `allow`: all of it is sent again.
  case restartAllowed
  /// The wait for evidence is over, under `hold`.
  case waitOverHold
  /// The wait for evidence is over, under `avoid`.
  case waitOverAvoid
  /// The wait for evidence is over, under `allow`.
  case waitOverAllow
  /// An operator vouches that it was sent.
  case operatorSent
  /// An operator has it sent again.
  case operatorResend
  /// An operator puts it to rest.
  case operatorDrop
  /// An operator tries a finished message again.
  case operatorRetry
}

/// What has to be done when a message changes.
public enum MessageEffect: String, Hashable, Sendable, Codable, CaseIterable {
  /// The next segment follows at once on the same SIM.
  case continueNow
  /// The message is due again after the back-off.
  case retryLater
  /// The message is due now.
  case dueNow
  /// Evidence is awaited until the policy for duplicates decides.
  case awaitEvidence
  /// Status reports are awaited.
  case awaitReport
  /// The result goes to whoever dropped the file.
  case writeResult
  /// The delivery report goes to whoever dropped the file.
  case writeReport
  /// Attempts in doubt count no more, and the message is marked as a possible duplicate.
  case markPossibleDuplicate
  /// Every segment is sent again under a new concatenation reference.
  case restartWhole
  /// The event is kept in mind until the open attempt ends.
  case remember
}
