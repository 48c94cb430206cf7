import Messaging

extension ModemSession {
  /// A segment is to be submitted, now or when the wire is free.
  mutating func submit(_ submission: SegmentSubmission, _ actions: inout Actions) {
    guard activity != .ended, !isFinishing, waiting == nil else {
      fail(submission, isFinishing ? .shutdown : .notReady, &actions)
      return
    }
    saidReady = false
    waiting = submission
    if activity == .idle { becomeIdle(&actions) }
  }

  /// The wire is free for this segment: keep the radio link first, if more are to come.
  mutating func start(_ submission: SegmentSubmission, _ actions: inout Actions) {
    if submission.hasMore, link == .untried {
      activity = .keepingLink(submission)
      send(.keepLink, &actions)
    } else {
      begin(submission, &actions)
    }
  }

  /// Writes `AT+CMGS`.
  mutating func begin(_ submission: SegmentSubmission, _ actions: inout Actions) {
    activity = .submitting(
      submission,
      SubmitDialogue(answerDeadline: settings.answerDeadline)
    )
    show(.sending, &actions)
    send(.submit(length: submission.length), &actions)
    activityDeadline = now + SubmitDialogue.promptDeadline
  }

  /// The store has answered about the attempt.
  mutating func attemptAnswered(
    _ token: UInt64,
    _ input: SubmitDialogue.Input,
    _ actions: inout Actions
  ) {
    guard case .submitting(let submission, let dialogue) = activity, submission.token == token,
      dialogue.awaitsRecord
    else { return }
    advanceSubmission(input, &actions)
  }

  /// Hands an input to the exchange and does what it wants done.
  mutating func advanceSubmission(_ input: SubmitDialogue.Input, _ actions: inout Actions) {
    guard case .submitting(let submission, var dialogue) = activity else { return }
    let elapsed = controlZAt.map { now - $0 } ?? .zero
    let steps = dialogue.receive(input, elapsed: elapsed)
    activity = .submitting(submission, dialogue)
    for step in steps {
      perform(step, of: submission, endedBy: input, &actions)
    }
  }

  private mutating func perform(
    _ step: SubmitDialogue.Action,
    of submission: SegmentSubmission,
    endedBy input: SubmitDialogue.Input,
    _ actions: inout Actions
  ) {
    switch step {
    case .writePDUAndRecord:
      lastWritten = submission.hexadecimal
      actions.append(.write(Array(submission.hexadecimal.utf8)))
      actions.append(.recordAttempt(token: submission.token))
    case .writeControlZ:
      controlZAt = now
      noticeAt = now + settings.waitingNotice
      actions.append(.write([0x1A]))
    case .writeEscape:
      actions.append(.write([0x1B]))
    case .setDeadline(let duration):
      activityDeadline = now + duration
    case .finish(let outcome):
      finish(submission, outcome, endedBy: input, &actions)
    }
  }

  private mutating func finish(
    _ submission: SegmentSubmission,
    _ outcome: SubmissionOutcome,
    endedBy input: SubmitDialogue.Input,
    _ actions: inout Actions
  ) {
    let sentAt = controlZAt
    exchange = nil
    controlZAt = nil
    noticeAt = nil
    activityDeadline = nil
    referenceTrack.ended(outcome)
    actions.append(.finished(token: submission.token, outcome))
    if let sentAt { remember(submission.token, outcome, sentAt: sentAt) }
    judge(outcome, input)
    if unanswered >= Self.mostUnanswered, pendingEnd == nil {
      pendingEnd = PendingEnd(failure: .keepsFailing)
    }
    if let pendingEnd {
      end(pendingEnd.failure, whileSubmitting: .abandon, &actions)
    } else if isFinishing || !needsSynchronisation(outcome, input) {
      becomeIdle(&actions)
    } else {
      show(.recovering, &actions)
      synchronise(&actions)
    }
  }

  /// What an outcome tells of the modem, its SIM and its network.
  private mutating func judge(_ outcome: SubmissionOutcome, _ input: SubmitDialogue.Input) {
    switch outcome {
    case .accepted:
      strikes = 0
      unanswered = 0
    case .refused:
      unanswered = 0
      // The SIM may be gone, or the network: that is looked into before the next message.
      if case .final(let final) = input, final.concernsSIM || final.concernsNetwork {
        pollIsDue = true
      }
    case .unknown(.noAnswer), .notSubmitted(.noPrompt):
      unanswered += 1
    case .unknown, .notSubmitted:
      break
    }
  }

  /// After an answer that leaves no doubt the wire is in step; after anything else it may not be.
  private func needsSynchronisation(
    _ outcome: SubmissionOutcome,
    _ input: SubmitDialogue.Input
  ) -> Bool {
    switch outcome {
    case .accepted: input != .final(.ok)
    case .refused(let error):
      switch error {
      // 300: the modem has failed; it is set up anew.
      case .cms(let code, _): code == 300
      case .cme: false
      case .bare: true
      }
    case .notSubmitted: input != .final(.ok)
    case .unknown: true
    }
  }

  /// A segment cannot be begun.
  mutating func fail(
    _ submission: SegmentSubmission,
    _ reason: NotSubmittedReason,
    _ actions: inout Actions
  ) {
    actions.append(.finished(token: submission.token, .notSubmitted(reason)))
  }
}
