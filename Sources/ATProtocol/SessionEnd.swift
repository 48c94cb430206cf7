import Messaging

extension ModemSession {
  /// The time that was waited for has come.
  mutating func deadline(_ actions: inout Actions) {
    if let notice = noticeAt, notice <= now {
      noticeAt = nil
      show(.waiting, &actions)
    }
    if activity == .idle { return idleDeadline(&actions) }
    guard let due = activityDeadline, due <= now else { return }
    activityDeadline = nil
    switch activity {
    case .listening:
      show(.probing, &actions)
      synchronise(&actions)
    case .synchronising(let synchronisation):
      synchronisationDeadline(synchronisation, &actions)
    case .bringingUp(let dialogue):
      if dialogue.step == .askingForPIN {
        pinDecided(false, &actions)
      } else if exchange == nil {
        resume(dialogue, &actions)
      } else {
        finishExchange(nil, &actions)
      }
    case .submitting:
      advanceSubmission(.deadline, &actions)
    case .receiving(var dialogue) where exchange == nil:
      let steps = dialogue.deadline()
      perform(steps, of: dialogue, &actions)
    case .requesting(let request) where exchange == nil:
      requestDeadline(request, &actions)
    case .keepingLink, .receiving, .polling, .acknowledging, .rejecting, .requesting:
      finishExchange(nil, &actions)
    case .closed, .idle, .ended:
      break
    }
  }

  private mutating func idleDeadline(_ actions: inout Actions) {
    if let due = nextPoll, due <= now { pollIsDue = true }
    becomeIdle(&actions)
  }

  /// The gateway is stopping: end at once when nothing is in flight, else when it has ended.
  mutating func finish(_ actions: inout Actions) {
    isFinishing = true
    if let submission = waiting {
      waiting = nil
      fail(submission, .shutdown, &actions)
    }
    switch activity {
    case .submitting(_, let dialogue):
      if !dialogue.isPastControlZ { advanceSubmission(.abandon, &actions) }
    case .receiving:
      // A message that was handed over is deleted in order, or it would come again.
      break
    case .closed, .listening, .synchronising, .bringingUp, .idle, .keepingLink, .polling,
      .acknowledging, .rejecting, .requesting:
      end(nil, whileSubmitting: .abandon, &actions)
    case .ended:
      break
    }
  }

  /// Ends the session; a segment in flight gets the outcome that can be known now.
  mutating func end(
    _ failure: SessionFailure?,
    whileSubmitting input: SubmitDialogue.Input,
    _ actions: inout Actions
  ) {
    switch activity {
    case .submitting where pendingEnd == nil:
      // While the record is being made its answer is waited for; the outcome ends the session.
      pendingEnd = PendingEnd(failure: failure)
      advanceSubmission(input, &actions)
      return
    case .submitting(_, let dialogue) where dialogue.awaitsRecord:
      // Asked to end again, as when the port hangs up under a write: the record is still to come.
      return
    case .keepingLink(let submission):
      fail(submission, .hangUp, &actions)
    case .ended:
      return
    case .closed, .listening, .synchronising, .bringingUp, .idle, .submitting, .receiving,
      .polling, .acknowledging, .rejecting, .requesting:
      break
    }
    refuseRequests(&actions)
    if let submission = waiting {
      waiting = nil
      fail(submission, isFinishing ? .shutdown : .hangUp, &actions)
    }
    activity = .ended
    exchange = nil
    activityDeadline = nil
    noticeAt = nil
    actions.append(.ended(failure))
  }

  /// Tells an operator what is being done, once for each change.
  mutating func show(_ new: SessionPhase, _ actions: inout Actions) {
    guard new != phase || activity == .closed else { return }
    phase = new
    actions.append(.phase(new))
  }
}
