import Messaging

// Answers that come when their attempt has been given up, or when another is on the wire.
//
// Until an attempt without an answer can be answered no more, nothing else is submitted: then the
// first answer after the next Ctrl-Z is that of the next attempt. TP-MR would tell some answers
// apart, but an error has none.
extension ModemSession {
  /// An attempt that was answered while another had no answer.
  struct AnsweredAttempt: Equatable, Sendable {
    let token: UInt64
    /// Until when an answer to it could have come.
    let until: Duration
  }

  /// The attempt whose answer may still come, for whoever opens the port of this modem next; nil where
  /// none is.
  public var pendingAnswer: PendingAnswer? {
    guard let unresolved, let until = answerableUntil, until > now else { return nil }
    return PendingAnswer(token: unresolved, remaining: until - settings.lateAnswerTime - now)
  }

  /// Whether nothing may be submitted, because an attempt of before may still be answered.
  var awaitsLateAnswer: Bool { answerableUntil.map { $0 > now } ?? false }

  /// It is known now which attempt of before may still be answered; nil where none.
  mutating func expect(_ attempt: PendingAnswer?, _ actions: inout Actions) {
    guard activity != .ended else { return }
    unresolved = attempt?.token
    answeredSinceUnresolved = nil
    answerableUntil = attempt.map { now + $0.remaining + settings.lateAnswerTime }
    if activity == .idle { becomeIdle(&actions) }
  }

  /// An attempt whose Ctrl-Z was written has ended.
  mutating func remember(
    _ token: UInt64,
    _ outcome: SubmissionOutcome,
    sentAt: Duration
  ) {
    let deadline = sentAt + settings.answerDeadline
    switch outcome {
    case .unknown(let reason):
      unresolved = token
      answeredSinceUnresolved = nil
      answerableUntil = reason.leavesAnswerOpen ? deadline + settings.lateAnswerTime : nil
    case .accepted, .refused, .notSubmitted:
      guard unresolved != nil else { return }
      answeredSinceUnresolved = AnsweredAttempt(token: token, until: deadline)
    }
  }

  /// `+CMGS: <mr>` while no answer is awaited: proof for an attempt that was given up.
  ///
  /// After another attempt was answered in between, nobody can tell whose it is.
  mutating func lateAnswer(_ fields: ResponseFields, _ actions: inout Actions) {
    guard let token = unresolved, let reference = fields.number(0).flatMap({ UInt8(exactly: $0) })
    else { return }
    guard answeredSinceUnresolved == nil else { return doubt(&actions) }
    unresolved = nil
    // Its `OK` is let pass before the next segment.
    answerableUntil = awaitsLateAnswer && activity == .idle ? now + Self.earlyAnswerGrace : nil
    actions.append(.lateProof(token: token, messageReference: reference))
  }

  /// A final result that no command waits for.
  mutating func strayFinal(_ result: FinalResult, _ actions: inout Actions) {
    // `OK` alone may be anything; that of an answer follows its `+CMGS`.
    guard result != .ok else { return }
    guard awaitsLateAnswer else { return doubt(&actions) }
    // The modem has done with the attempt of before.
    answerableUntil = nil
    becomeIdle(&actions)
  }

  /// Whether an error before Ctrl-Z may be the answer to an attempt before: one had none, and another
  /// was answered since, perhaps with the answer to the first.
  func mayBelongToAttemptBefore(_ result: FinalResult) -> Bool {
    guard result != .ok, unresolved != nil, let answeredSinceUnresolved else { return false }
    return answeredSinceUnresolved.until > now
  }

  /// A second answer for two attempts: nobody knows which is whose.
  mutating func doubt(_ actions: inout Actions) {
    guard let older = unresolved, let newer = answeredSinceUnresolved else { return }
    unresolved = nil
    answeredSinceUnresolved = nil
    actions.append(.conflictingAnswers(older: older, newer: newer.token))
  }
}

extension SessionSettings {
  /// How long after `answerDeadline` an attempt without an answer may still be answered: nothing else is
  /// submitted until then.
  public var lateAnswerTime: Duration { min(answerDeadline, longestLateAnswerTime) }
}

extension UnknownReason {
  /// Whether the modem may still be about to answer.
  fileprivate var leavesAnswerOpen: Bool {
    switch self {
    case .noAnswer, .hangUp, .interrupted: true
    // It has answered, or has forgotten that it was asked.
    case .noReference, .bareError, .ambiguousError, .modemReset, .conflictingAnswers: false
    }
  }
}
