public import Messaging

/// What becomes of a message when something happens to it.
public enum Transition: Hashable, Sendable {
  /// The message changes, or stays as it is, and the effects follow.
  case to(MessageState, [MessageEffect] = [])
  /// The event says nothing new here.
  case ignored
  /// The event cannot be granted in this state.
  case refused
}

/// The life of a message: the table of every state and every event.
///
/// `docs/guarantees.md` shows the same table for people.
public enum MessageLifecycle {
  /// What an event does to a message.
  ///
  /// - Parameters:
  ///   - state: Where the message is.
  ///   - event: What happens.
  ///   - isInDoubt: Whether, after the event, the service centre may have a segment that is not
  ///     counted: an attempt at it is unknown, or was when the segment was sent again.
  /// - Returns: The new state and what follows.
  public static func transition(
    from state: MessageState,
    on event: MessageEvent,
    isInDoubt: Bool
  ) -> Transition {
    switch state {
    case .queued: queued(event, isInDoubt)
    case .submitting: submitting(event, isInDoubt)
    case .sent: sent(event)
    case .delivered: delivered(event)
    case .undelivered: undelivered(event)
    case .failed: failed(event)
    case .withdrawn: withdrawn(event)
    case .cancelled: cancelled(event)
    case .expired: expired(event)
    case .unknown: unknown(event)
    case .closed: closed(event)
    }
  }

  private static func queued(_ event: MessageEvent, _ isInDoubt: Bool) -> Transition {
    switch event {
    case .attemptRecorded: .to(.submitting)
    case .refusedForGood, .resumeWindowOver: .to(isInDoubt ? .closed : .failed, [.writeResult])
    case .cancelled: .to(isInDoubt ? .closed : .cancelled, [.writeResult])
    case .optedOut: .to(isInDoubt ? .closed : .withdrawn, [.writeResult])
    case .expired: .to(isInDoubt ? .closed : .expired, [.writeResult])
    case .proofOfMessage: .to(.sent, [.awaitReport, .writeResult])
    case .restartAllowed: .to(.queued, [.retryLater, .restartWhole, .markPossibleDuplicate])
    case .operatorRetry: .to(.queued, [.dueNow])
    case .answerDoubted: .to(.unknown, [.awaitEvidence, .writeResult])
    case .proofOfSegment, .proofOfAbsence, .delivered, .undelivered, .reportWindowOver,
      .waitOverHold, .waitOverAvoid, .waitOverAllow:
      .ignored
    case .segmentAccepted, .messageAccepted, .refusedForNow, .notSubmitted, .outcomeUnknown,
      .operatorSent, .operatorResend, .operatorDrop:
      .refused
    }
  }

  private static func submitting(_ event: MessageEvent, _ isInDoubt: Bool) -> Transition {
    switch event {
    case .segmentAccepted: .to(.queued, [.continueNow])
    case .messageAccepted, .proofOfMessage: .to(.sent, [.awaitReport, .writeResult])
    case .refusedForNow, .notSubmitted: .to(.queued, [.retryLater])
    case .refusedForGood:
      .to(isInDoubt ? .unknown : .failed, [.awaitEvidence, .writeResult])
    case .outcomeUnknown: .to(.unknown, [.awaitEvidence, .writeResult])
    case .cancelled: .to(.submitting, [.remember])
    case .optedOut, .expired, .resumeWindowOver, .restartAllowed, .proofOfSegment,
      .proofOfAbsence, .answerDoubted, .delivered, .undelivered, .reportWindowOver, .waitOverHold,
      .waitOverAvoid, .waitOverAllow:
      .ignored
    case .attemptRecorded, .operatorSent, .operatorResend, .operatorDrop, .operatorRetry:
      .refused
    }
  }

  private static func sent(_ event: MessageEvent) -> Transition {
    switch event {
    case .delivered: .to(.delivered, [.writeReport])
    case .undelivered: .to(.undelivered, [.writeReport])
    case .answerDoubted: .to(.unknown, [.awaitEvidence, .writeResult])
    case .reportWindowOver, .segmentAccepted, .messageAccepted, .refusedForNow, .refusedForGood,
      .notSubmitted, .outcomeUnknown, .proofOfSegment, .proofOfMessage, .proofOfAbsence,
      .optedOut, .expired, .resumeWindowOver, .restartAllowed, .waitOverHold, .waitOverAvoid,
      .waitOverAllow:
      .ignored
    case .attemptRecorded, .cancelled, .operatorSent, .operatorResend, .operatorDrop,
      .operatorRetry:
      .refused
    }
  }

  private static func delivered(_ event: MessageEvent) -> Transition {
    switch event {
    case .delivered, .undelivered, .reportWindowOver, .segmentAccepted, .messageAccepted,
      .refusedForNow, .refusedForGood, .notSubmitted, .outcomeUnknown, .proofOfSegment,
      .proofOfMessage, .proofOfAbsence, .answerDoubted, .optedOut, .expired, .resumeWindowOver,
      .restartAllowed, .waitOverHold, .waitOverAvoid, .waitOverAllow:
      .ignored
    case .attemptRecorded, .cancelled, .operatorSent, .operatorResend, .operatorDrop,
      .operatorRetry:
      .refused
    }
  }

  private static func undelivered(_ event: MessageEvent) -> Transition {
    switch event {
    case .delivered: .to(.delivered, [.writeReport])
    case .undelivered, .reportWindowOver, .segmentAccepted, .messageAccepted, .refusedForNow,
      .refusedForGood, .notSubmitted, .outcomeUnknown, .proofOfSegment, .proofOfMessage,
      .proofOfAbsence, .answerDoubted, .optedOut, .expired, .resumeWindowOver, .restartAllowed,
      .waitOverHold, .waitOverAvoid, .waitOverAllow:
      .ignored
    case .attemptRecorded, .cancelled, .operatorSent, .operatorResend, .operatorDrop,
      .operatorRetry:
      .refused
    }
  }

  private static func failed(_ event: MessageEvent) -> Transition {
    switch event {
    case .answerDoubted: .to(.unknown, [.awaitEvidence, .writeResult])
    case .attemptRecorded, .segmentAccepted, .messageAccepted, .refusedForNow, .refusedForGood,
      .notSubmitted, .outcomeUnknown, .proofOfSegment, .proofOfMessage, .proofOfAbsence,
      .delivered, .undelivered, .reportWindowOver, .cancelled, .optedOut, .expired,
      .resumeWindowOver, .restartAllowed, .waitOverHold, .waitOverAvoid, .waitOverAllow,
      .operatorSent, .operatorResend, .operatorDrop, .operatorRetry:
      finished(event, canBeRetried: true)
    }
  }

  private static func cancelled(_ event: MessageEvent) -> Transition {
    finished(event, canBeRetried: true)
  }

  private static func expired(_ event: MessageEvent) -> Transition {
    finished(event, canBeRetried: true)
  }

  private static func withdrawn(_ event: MessageEvent) -> Transition {
    finished(event, canBeRetried: false)
  }

  /// The states in which the service centre certainly does not have the whole message.
  private static func finished(_ event: MessageEvent, canBeRetried: Bool) -> Transition {
    switch event {
    case .proofOfMessage: .to(.sent, [.awaitReport, .writeResult])
    case .operatorRetry: canBeRetried ? .to(.queued, [.dueNow]) : .refused
    case .answerDoubted: .to(.closed, [.writeResult])
    case .delivered, .undelivered, .reportWindowOver, .proofOfSegment, .proofOfAbsence,
      .optedOut, .expired, .resumeWindowOver, .restartAllowed, .waitOverHold, .waitOverAvoid,
      .waitOverAllow:
      .ignored
    case .attemptRecorded, .segmentAccepted, .messageAccepted, .refusedForNow, .refusedForGood,
      .notSubmitted, .outcomeUnknown, .cancelled, .operatorSent, .operatorResend,
      .operatorDrop:
      .refused
    }
  }

  private static func unknown(_ event: MessageEvent) -> Transition {
    switch event {
    case .proofOfMessage, .operatorSent: .to(.sent, [.awaitReport, .writeResult])
    case .proofOfSegment, .proofOfAbsence: .to(.queued, [.dueNow])
    case .waitOverAllow, .operatorResend: .to(.queued, [.dueNow, .markPossibleDuplicate])
    case .waitOverAvoid, .operatorDrop, .cancelled, .optedOut: .to(.closed, [.writeResult])
    case .waitOverHold, .expired, .resumeWindowOver, .restartAllowed, .delivered, .undelivered,
      .reportWindowOver, .answerDoubted:
      .ignored
    case .attemptRecorded, .segmentAccepted, .messageAccepted, .refusedForNow, .refusedForGood,
      .notSubmitted, .outcomeUnknown, .operatorRetry:
      .refused
    }
  }

  private static func closed(_ event: MessageEvent) -> Transition {
    switch event {
    case .proofOfMessage, .operatorSent: .to(.sent, [.awaitReport, .writeResult])
    case .delivered, .undelivered, .reportWindowOver, .proofOfSegment, .proofOfAbsence,
      .answerDoubted, .optedOut, .expired, .resumeWindowOver, .restartAllowed, .waitOverHold,
      .waitOverAvoid, .waitOverAllow:
      .ignored
    case .attemptRecorded, .segmentAccepted, .messageAccepted, .refusedForNow, .refusedForGood,
      .notSubmitted, .outcomeUnknown, .cancelled, .operatorResend, .operatorDrop,
      .operatorRetry:
      .refused
    }
  }
}
