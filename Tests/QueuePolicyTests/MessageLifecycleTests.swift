import Messaging
import QueuePolicy
import Testing

/// A transition as the table shows it.
private func cell(_ state: MessageState, _ event: MessageEvent, _ isInDoubt: Bool) -> String {
  switch MessageLifecycle.transition(from: state, on: event, isInDoubt: isInDoubt) {
  case .ignored: "·"
  case .refused: "refused"
  case .to(let next, let effects):
    ([next.rawValue] + effects.map { "+" + $0.rawValue }).joined(separator: " ")
  }
}

@Suite struct MessageLifecycleTests {
  private static let all: [(MessageState, MessageEvent, Bool)] = MessageState.allCases.flatMap {
    state in
    MessageEvent.allCases.flatMap { event in [(state, event, false), (state, event, true)] }
  }

  private func each(
    _ body: (MessageState, MessageEvent, Bool, MessageState, [MessageEffect]) -> Void
  ) {
    for (state, event, doubt) in Self.all {
      if case .to(let next, let effects) = MessageLifecycle.transition(
        from: state,
        on: event,
        isInDoubt: doubt
      ) {
        body(state, event, doubt, next, effects)
      }
    }
  }

  @Test func lateProofMovesEveryStateToSent() {
    for state in MessageState.allCases {
      for doubt in [false, true] {
        let transition = MessageLifecycle.transition(
          from: state,
          on: .proofOfMessage,
          isInDoubt: doubt
        )
        switch state {
        case .sent, .delivered, .undelivered: #expect(transition == .ignored)
        case .queued, .submitting, .failed, .withdrawn, .cancelled, .expired, .unknown, .closed:
          #expect(transition == .to(.sent, [.awaitReport, .writeResult]))
        }
      }
    }
  }

  @Test func onlyProofOrAnOperatorLeadsToSent() {
    each { _, event, _, next, _ in
      guard next == .sent else { return }
      #expect([.messageAccepted, .proofOfMessage, .operatorSent].contains(event))
    }
  }

  @Test func nothingLeadsFromSentBackIntoTheQueue() {
    each { state, event, _, next, _ in
      guard [.sent, .delivered, .undelivered].contains(state) else { return }
      #expect([.delivered, .undelivered].contains(next) || event == .answerDoubted)
    }
  }

  @Test func anAnswerThatIsDoubtedLeavesDoubtWhereItWasCounted() {
    for state in MessageState.allCases {
      let next = MessageLifecycle.transition(from: state, on: .answerDoubted, isInDoubt: true)
      switch state {
      case .queued, .sent, .failed: #expect(next == .to(.unknown, [.awaitEvidence, .writeResult]))
      case .withdrawn, .cancelled, .expired: #expect(next == .to(.closed, [.writeResult]))
      case .submitting, .delivered, .undelivered, .unknown, .closed: #expect(next == .ignored)
      }
    }
  }

  @Test func whatIsInDoubtIsNeverCalledFailed() {
    each { _, _, doubt, next, _ in
      guard doubt else { return }
      #expect(![.failed, .cancelled, .expired, .withdrawn].contains(next))
    }
    each { state, _, _, next, _ in
      guard state == .unknown || state == .closed else { return }
      #expect([.sent, .queued, .closed].contains(next))
    }
  }

  @Test func aSecondCopyIsAlwaysMarked() {
    each { state, event, _, next, effects in
      let mayRepeat =
        (state == .unknown && next == .queued
          && ![.proofOfSegment, .proofOfAbsence].contains(event))
        || effects.contains(.restartWhole)
      #expect(effects.contains(.markPossibleDuplicate) == mayRepeat, "\(state) \(event)")
    }
  }

  @Test func onlyARecordedAttemptLeadsToSubmitting() {
    each { state, event, _, next, _ in
      guard next == .submitting, state != .submitting else { return }
      #expect(state == .queued && event == .attemptRecorded)
    }
  }

  @Test func everyEndIsToldToWhoeverDroppedTheFile() {
    each { state, _, _, next, effects in
      guard next.isTerminal || next == .unknown, next != state else { return }
      #expect(effects.contains(.writeResult) || effects.contains(.writeReport))
    }
  }

  @Test func aMessageThatIsOptedOutCannotBeTriedAgain() {
    #expect(
      MessageLifecycle.transition(from: .withdrawn, on: .operatorRetry, isInDoubt: false)
        == .refused
    )
  }

  @Test(arguments: [
    (MessageState.queued, MessageEvent.attemptRecorded, "submitting"),
    (.queued, .optedOut, "withdrawn +writeResult"),
    (.queued, .cancelled, "cancelled +writeResult"),
    (.queued, .expired, "expired +writeResult"),
    (.queued, .resumeWindowOver, "failed +writeResult"),
    (.queued, .restartAllowed, "queued +retryLater +restartWhole +markPossibleDuplicate"),
    (.queued, .messageAccepted, "refused"),
    (.submitting, .segmentAccepted, "queued +continueNow"),
    (.submitting, .messageAccepted, "sent +awaitReport +writeResult"),
    (.submitting, .refusedForNow, "queued +retryLater"),
    (.submitting, .refusedForGood, "failed +awaitEvidence +writeResult"),
    (.submitting, .notSubmitted, "queued +retryLater"),
    (.submitting, .outcomeUnknown, "unknown +awaitEvidence +writeResult"),
    (.submitting, .cancelled, "submitting +remember"),
    (.submitting, .attemptRecorded, "refused"),
    (.sent, .delivered, "delivered +writeReport"),
    (.sent, .undelivered, "undelivered +writeReport"),
    (.sent, .reportWindowOver, "·"),
    (.sent, .cancelled, "refused"),
    (.delivered, .undelivered, "·"),
    (.undelivered, .delivered, "delivered +writeReport"),
    (.failed, .operatorRetry, "queued +dueNow"),
    (.cancelled, .operatorRetry, "queued +dueNow"),
    (.expired, .operatorRetry, "queued +dueNow"),
    (.unknown, .proofOfAbsence, "queued +dueNow"),
    (.unknown, .proofOfSegment, "queued +dueNow"),
    (.unknown, .waitOverHold, "·"),
    (.unknown, .waitOverAvoid, "closed +writeResult"),
    (.unknown, .waitOverAllow, "queued +dueNow +markPossibleDuplicate"),
    (.unknown, .operatorSent, "sent +awaitReport +writeResult"),
    (.unknown, .operatorResend, "queued +dueNow +markPossibleDuplicate"),
    (.unknown, .operatorDrop, "closed +writeResult"),
    (.unknown, .optedOut, "closed +writeResult"),
    (.unknown, .expired, "·"),
    (.unknown, .operatorRetry, "refused"),
    (.closed, .operatorResend, "refused"),
    (.closed, .operatorSent, "sent +awaitReport +writeResult"),
  ])
  func withoutDoubt(state: MessageState, event: MessageEvent, expected: String) {
    #expect(cell(state, event, false) == expected)
  }

  @Test(arguments: [
    (MessageState.queued, MessageEvent.optedOut, "closed +writeResult"),
    (.queued, .cancelled, "closed +writeResult"),
    (.queued, .expired, "closed +writeResult"),
    (.queued, .refusedForGood, "closed +writeResult"),
    (.queued, .resumeWindowOver, "closed +writeResult"),
    (.submitting, .refusedForGood, "unknown +awaitEvidence +writeResult"),
    (.submitting, .refusedForNow, "queued +retryLater"),
  ])
  func afterAnUnknownAttempt(state: MessageState, event: MessageEvent, expected: String) {
    #expect(cell(state, event, true) == expected)
  }
}
